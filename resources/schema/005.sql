-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 5: a bureau's own figures, evaluation schemes, marks given by hand, texts of summaries, what was published.

-- ── Watched lists. What has the key of a shipped one takes its place. ───────────────────────────────────────
CREATE TABLE figure_definition (
  key TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT;             -- JSON: core/figures/figure_definition.h
CREATE TABLE evaluation_scheme (
  key TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT;             -- JSON: core/evaluation/scheme.h
CREATE TABLE evaluation_mark (                                        -- of an item that is not counted
  id INTEGER PRIMARY KEY, scheme TEXT NOT NULL, item TEXT NOT NULL,
  subject INTEGER NOT NULL,                                           -- the area, organisation or person, by the scheme
  first TEXT NOT NULL, last TEXT NOT NULL,                            -- local days, inclusive
  score REAL NOT NULL, evidence TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE summary_text (
  key TEXT PRIMARY KEY, name TEXT NOT NULL, text TEXT NOT NULL) STRICT; -- core/summary/summary_template.h
-- ── Watched: numbers as they were published; what happens to the records later shows beside them ────────────
CREATE TABLE publication (
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL,    -- "evaluation", "summary"
  title TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL,       -- local days, inclusive
  content TEXT NOT NULL) STRICT;                                      -- JSON

-- Steps of a period, without reports and imports, of which there are millions and whose times are in the facts.
CREATE INDEX step_time ON step(at) WHERE kind > 2;

INSERT INTO schema_version VALUES (5, 5, 'own figures, evaluation, texts of summaries, publications', unixepoch());
