-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 4: extra fields of sources, methods of handling, who a case goes to, absences, the inbox, grades of roads.

-- ── Watched lists ───────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE case_source ADD COLUMN fields TEXT NOT NULL DEFAULT '[]'; -- JSON: the extra fields (core/cases/source_fields.h)
UPDATE case_source SET fields = coalesce((SELECT value -> 'fields' FROM json_each(shipped_text('sources.json'))
  WHERE value ->> 'key' = case_source.key), '[]');
ALTER TABLE area ADD COLUMN grade TEXT NOT NULL DEFAULT ''; -- of a road: words.json "road_grades", or the bureau's own word
UPDATE area SET grade = '';          -- writes the column into the rows: a recorded change of a row that lacks it could not be taken back
CREATE TABLE handling_method (
  key TEXT PRIMARY KEY, name TEXT NOT NULL, english TEXT NOT NULL, is_enabled INTEGER NOT NULL DEFAULT 1, position INTEGER NOT NULL) STRICT;
INSERT INTO handling_method SELECT value ->> 'key', value ->> 'name', value ->> 'english', 1, key + 1 FROM json_each(shipped_text('methods.json'));
-- To whom a case is dispatched; the first that fits is taken. What is NULL or empty fits everything.
CREATE TABLE dispatch_rule (
  id INTEGER PRIMARY KEY, position INTEGER NOT NULL,
  category INTEGER,                  -- this one and all under it
  area INTEGER,                      -- in it, or in an area of its code
  road_grade TEXT NOT NULL DEFAULT '', weekdays INTEGER NOT NULL DEFAULT 127, -- bit 0 Monday
  start_minute INTEGER NOT NULL DEFAULT 0, end_minute INTEGER NOT NULL DEFAULT 1440, -- after local midnight; an end not after the start: next day
  organisation INTEGER, person INTEGER, note TEXT NOT NULL DEFAULT '', is_enabled INTEGER NOT NULL DEFAULT 1) STRICT;
CREATE TABLE absence (
  id INTEGER PRIMARY KEY, person INTEGER NOT NULL, substitute INTEGER,
  first TEXT NOT NULL, last TEXT NOT NULL, -- local days, inclusive
  note TEXT NOT NULL DEFAULT '') STRICT;
-- What was decided about things that lay in the inbox folder; what is not here waits for a decision.
CREATE TABLE inbox_item (
  digest TEXT PRIMARY KEY,           -- SHA-256 of what was proposed
  file TEXT NOT NULL, place TEXT NOT NULL, -- the file's name, and the row or the entry in it
  decision TEXT NOT NULL,            -- "accepted", "linked", "refused"
  case_id INTEGER, note TEXT NOT NULL DEFAULT '') STRICT;

-- ── Derived from the steps ──────────────────────────────────────────────────────────────────────────────────
ALTER TABLE case_state ADD COLUMN method TEXT NOT NULL DEFAULT ''; -- of the handling that stands
ALTER TABLE case_state ADD COLUMN linked_to INTEGER;               -- the case of the same problem that stands for it
UPDATE case_state SET linked_to = (SELECT t.detail ->> 'w' FROM step t WHERE t.case_id = case_state.case_id AND t.kind = 22
  ORDER BY t.at DESC, t.recorded DESC, t.id DESC LIMIT 1)
  WHERE case_id IN (SELECT case_id FROM step WHERE kind = 22);
CREATE INDEX case_state_linked ON case_state(linked_to) WHERE linked_to IS NOT NULL;
-- An urging waits for its reply: bit 10 of the flags. Before, none could be given; what ended or was taken up anew since waits for none.
UPDATE case_state SET flags = flags | 1024 WHERE state IN (1, 2, 3, 4, 7) AND (SELECT t.kind FROM step t
  WHERE t.case_id = case_state.case_id AND t.kind IN (4, 6, 12, 13, 14, 18, 20, 23) ORDER BY t.at DESC, t.recorded DESC, t.id DESC LIMIT 1) = 18;

INSERT INTO schema_version VALUES (4, 4, 'source fields, methods, dispatch rules, absences, inbox', unixepoch());
