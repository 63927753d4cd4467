-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 2: the file knows its last write by this program, so that a write by another one is noticed at opening; contacts of
-- reporters in a table of their own.

-- ── The file itself (not watched) ──────────────────────────────────────────────────────────────────────────
-- One row: the file's change counter (bytes 24 to 27 of its header) as it stands after the commit that wrote the row.
CREATE TABLE file_mark (
  only INTEGER PRIMARY KEY CHECK (only = 1), change_counter INTEGER NOT NULL, machine TEXT NOT NULL, program TEXT NOT NULL,
  at INTEGER NOT NULL) STRICT;

-- ── Personal data: who reported a case ─────────────────────────────────────────────────────────────────────
-- Watched. Plain, or sealed for the district's key (then reporter and phone are empty).
CREATE TABLE case_contact (
  case_id INTEGER PRIMARY KEY, reporter TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '', sealed BLOB) STRICT;
INSERT INTO case_contact(case_id, reporter) SELECT id, reporter FROM case_report WHERE reporter <> '';
UPDATE case_report SET reporter = '' WHERE reporter <> ''; -- the column stays empty from here on
-- Not watched: the pair of keys, its private half under the passphrase and under the recovery code.
CREATE TABLE seal_key (
  way TEXT PRIMARY KEY, public_key BLOB NOT NULL, salt BLOB NOT NULL, operations INTEGER NOT NULL, memory INTEGER NOT NULL,
  box BLOB NOT NULL) STRICT, WITHOUT ROWID;

INSERT INTO schema_version VALUES (2, 2, 'change counter, contacts', unixepoch());
