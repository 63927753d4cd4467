-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 3: an index of the words in descriptions and addresses of cases; views of the case table.

-- ── Derived, not watched: terms only, no texts (core/cases/case_words.h) ────────────────────────────────────
-- Texts are given as terms with blanks between them, so that any program's SQLite can ask it.
CREATE VIRTUAL TABLE case_words USING fts5(description, address, content='', tokenize='ascii');
INSERT INTO case_words(case_words, rank) VALUES ('hashsize', 33554432); -- bytes gathered before they are written, in a bulk import
-- Cases whose texts were changed since they came into the index: these are looked at themselves.
CREATE TABLE case_words_stale (case_id INTEGER PRIMARY KEY) STRICT;
INSERT INTO case_words(rowid, description, address)
  SELECT r.id, spaced_terms(coalesce(s.description, r.description)), spaced_terms(coalesce(s.address, r.address))
  FROM case_report r JOIN case_state s ON s.case_id = r.id ORDER BY r.id;

-- ── Watched: views of the case table that were saved under a name ──────────────────────────────────────────
CREATE TABLE case_view (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, definition TEXT NOT NULL, -- JSON (core/cases/case_views.h)
  position INTEGER NOT NULL) STRICT;

INSERT INTO schema_version VALUES (3, 3, 'index of words, views', unixepoch());
