-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 2: the file knows its last write by this program, so that a write by another one is noticed at opening.

-- ── The file itself (not watched) ──────────────────────────────────────────────────────────────────────────
-- One row: the file's change counter (bytes 24 to 27 of its header) as it stands after the commit that wrote the row.
CREATE TABLE file_mark (
  only INTEGER PRIMARY KEY CHECK (only = 1), change_counter INTEGER NOT NULL, machine TEXT NOT NULL, program TEXT NOT NULL,
  at INTEGER NOT NULL) STRICT;

INSERT INTO schema_version VALUES (2, 2, 'change counter', unixepoch());
