-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 6: certificates of people, guard posts of duties, tracks of patrols.

-- ── Watched: duties (五定) ──────────────────────────────────────────────────────────────────────────────────
CREATE TABLE person_certificate (     -- that somebody holds one and how long it is good for; its number stays out of the file
  id INTEGER PRIMARY KEY, person INTEGER NOT NULL,
  kind TEXT NOT NULL,                 -- words.json "certificate_kinds", or the bureau's own word
  valid_from TEXT, valid_to TEXT) STRICT; -- local days, inclusive; NULL: ever
-- A guard post (守点): the place in its area at which a duty is kept.
ALTER TABLE duty ADD COLUMN post TEXT NOT NULL DEFAULT '';
ALTER TABLE duty ADD COLUMN longitude REAL; -- degrees, CGCS2000
ALTER TABLE duty ADD COLUMN latitude REAL;
UPDATE duty SET post = '';            -- writes the column into the rows: a recorded change of a row that lacks it could not be taken back

DROP VIEW duties;
ALTER TABLE type_duties ADD COLUMN post TEXT;
ALTER TABLE type_duties ADD COLUMN longitude REAL;
ALTER TABLE type_duties ADD COLUMN latitude REAL;
CREATE VIEW duties AS
  SELECT fid, area_kind, area_code, person, organisation, responsibility, valid_from, valid_to, weekdays, start_time, end_time,
    post, longitude, latitude FROM type_duties
  UNION ALL
  SELECT d.id, a.kind, a.code, p.name, o.name, d.responsibility, d.valid_from, d.valid_to,
    iif(d.weekdays & 1, '1', '') || iif(d.weekdays & 2, '2', '') || iif(d.weekdays & 4, '3', '') || iif(d.weekdays & 8, '4', '') ||
    iif(d.weekdays & 16, '5', '') || iif(d.weekdays & 32, '6', '') || iif(d.weekdays & 64, '7', ''),
    printf('%02d:%02d', d.start_minute / 60, d.start_minute % 60), printf('%02d:%02d', d.end_minute / 60, d.end_minute % 60),
    d.post, d.longitude, d.latitude
  FROM duty d LEFT JOIN area a ON a.id = d.area LEFT JOIN person p ON p.id = d.person
  LEFT JOIN organisation o ON o.id = p.organisation;

-- ── Watched: where patrols went. A squad's: who carried the device is not kept. ─────────────────────────────
CREATE TABLE patrol_track (
  id INTEGER PRIMARY KEY, organisation INTEGER, source TEXT NOT NULL, -- name of the file
  mark TEXT NOT NULL,                 -- SHA-256 of all fixes, so that a track does not come in twice
  started INTEGER NOT NULL, ended INTEGER NOT NULL, -- UTC seconds
  metres REAL NOT NULL,               -- along roads and beside them, on the ellipsoid
  moving INTEGER NOT NULL,            -- seconds without the stops
  unmatched REAL NOT NULL,            -- metres along no road
  passages BLOB NOT NULL) STRICT;     -- core/patrol/passage_code.h
CREATE INDEX patrol_track_started ON patrol_track(started);

INSERT INTO schema_version VALUES (6, 6, 'certificates, guard posts, tracks of patrols', unixepoch());
