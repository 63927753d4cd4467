-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 1 of a district: a GeoPackage whose own tables are STRICT and compact, and views for other programs.
-- Watched tables (the journal records and undoes them): no generated columns, no triggers, no cascading keys.

-- ── GeoPackage ─────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES
 ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
 ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
 ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]', 'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid'),
 ('China Geodetic Coordinate System 2000', 4490, 'EPSG', 4490, 'GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],AUTHORITY["EPSG","1043"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4490"]]', 'longitude/latitude coordinates in decimal degrees on the CGCS2000 spheroid');
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));

-- ── The file itself (not watched) ──────────────────────────────────────────────────────────────────────────
CREATE TABLE schema_version (
  version INTEGER PRIMARY KEY, oldest_reader INTEGER NOT NULL, description TEXT NOT NULL, applied INTEGER NOT NULL) STRICT;
-- Desks number the ids they make; a copy of the file takes a new number with its first change on another machine.
CREATE TABLE desk (
  number INTEGER PRIMARY KEY, uuid TEXT NOT NULL, machine TEXT NOT NULL, last_id INTEGER NOT NULL, since INTEGER NOT NULL) STRICT;
-- High-water marks of case numbers; an undo never gives one back.
CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
  id INTEGER PRIMARY KEY, sequence INTEGER NOT NULL, at INTEGER NOT NULL, kind INTEGER NOT NULL,
  label TEXT NOT NULL,               -- JSON ["key", "argument", …]
  actor TEXT NOT NULL, person INTEGER, desk INTEGER NOT NULL, schema_version INTEGER NOT NULL,
  target INTEGER,                    -- the entry that an undo or redo concerns
  is_undone INTEGER NOT NULL DEFAULT 0,
  is_personal INTEGER NOT NULL DEFAULT 0,
  source TEXT, digest TEXT, row_count INTEGER, -- of a bulk import, in place of a changeset
  changeset BLOB, changeset_digest TEXT NOT NULL,
  hash TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX journal_sequence ON journal(sequence);
CREATE TABLE journal_touch (
  entry INTEGER NOT NULL, table_name TEXT NOT NULL, record TEXT NOT NULL,
  PRIMARY KEY (table_name, record, entry)) STRICT, WITHOUT ROWID;

-- ── Watched: the district ──────────────────────────────────────────────────────────────────────────────────
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE area (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL,
  valid_from TEXT, valid_to TEXT,    -- local days, inclusive; NULL: ever
  geometry BLOB,                     -- GeoPackage geometry, EPSG:4490
  source_crs TEXT NOT NULL, note TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE area_member (
  id INTEGER PRIMARY KEY, child INTEGER NOT NULL, parent INTEGER NOT NULL, valid_from TEXT, valid_to TEXT) STRICT;
CREATE TABLE area_succession (
  id INTEGER PRIMARY KEY, predecessor INTEGER NOT NULL, successor INTEGER NOT NULL, first_day TEXT NOT NULL) STRICT;

CREATE TABLE organisation (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, parent INTEGER,
  phone TEXT NOT NULL DEFAULT '', is_active INTEGER NOT NULL DEFAULT 1) STRICT;
CREATE TABLE person (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, organisation INTEGER,
  roles TEXT NOT NULL DEFAULT '[]', is_active INTEGER NOT NULL DEFAULT 1) STRICT;
CREATE TABLE person_contact (person INTEGER PRIMARY KEY, phone TEXT NOT NULL) STRICT; -- personal data
CREATE TABLE duty (
  id INTEGER PRIMARY KEY, area INTEGER NOT NULL, person INTEGER NOT NULL, responsibility TEXT NOT NULL DEFAULT '',
  valid_from TEXT, valid_to TEXT, weekdays INTEGER NOT NULL, start_minute INTEGER NOT NULL, end_minute INTEGER NOT NULL) STRICT;

CREATE TABLE calendar (version INTEGER PRIMARY KEY, created INTEGER NOT NULL, definition TEXT NOT NULL) STRICT;

CREATE TABLE category (
  id INTEGER PRIMARY KEY, standard TEXT NOT NULL, kind TEXT NOT NULL, code TEXT NOT NULL,
  name TEXT NOT NULL, english TEXT NOT NULL, is_group INTEGER NOT NULL, parent INTEGER,
  initials TEXT NOT NULL, aliases TEXT NOT NULL DEFAULT '', replaced_by TEXT NOT NULL DEFAULT '',
  is_enabled INTEGER NOT NULL DEFAULT 1, batch INTEGER) STRICT;
CREATE TABLE limit_rule (
  id INTEGER PRIMARY KEY, category INTEGER NOT NULL, key TEXT NOT NULL, filing_condition TEXT NOT NULL,
  closing_condition TEXT NOT NULL, value REAL, unit TEXT, is_default INTEGER NOT NULL, origin TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE case_source (
  key TEXT PRIMARY KEY, name TEXT NOT NULL, english TEXT NOT NULL, is_public INTEGER NOT NULL, is_collector INTEGER NOT NULL,
  is_enabled INTEGER NOT NULL, position INTEGER NOT NULL) STRICT;

-- ── Watched: cases. A report row never changes; the steps are the truth of what became of it. ──────────────
CREATE TABLE case_report (
  id INTEGER PRIMARY KEY, number TEXT NOT NULL, category INTEGER, category_text TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL, address TEXT NOT NULL, source TEXT NOT NULL, quantity REAL, unit TEXT NOT NULL,
  longitude REAL, latitude REAL,     -- degrees, CGCS2000
  reporter TEXT NOT NULL DEFAULT '', batch INTEGER) STRICT;
CREATE INDEX case_report_number ON case_report(number);
CREATE TABLE step (
  id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL, kind INTEGER NOT NULL, at INTEGER NOT NULL, recorded INTEGER NOT NULL,
  actor TEXT NOT NULL, person INTEGER, detail TEXT NOT NULL DEFAULT '', batch INTEGER) STRICT;
CREATE INDEX step_case ON step(case_id);
CREATE TABLE photo (
  id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL, step INTEGER, sha256 TEXT NOT NULL, name TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT '', taken INTEGER, longitude REAL, latitude REAL, thumbnail BLOB) STRICT;
CREATE INDEX photo_case ON photo(case_id);

-- ── Derived from the steps by one function; rebuilt for touched cases in the same transaction ──────────────
CREATE TABLE case_state (
  case_id INTEGER PRIMARY KEY, state INTEGER NOT NULL, resumed INTEGER NOT NULL, category INTEGER,
  longitude REAL, latitude REAL, geometry BLOB, grid INTEGER,
  description TEXT, address TEXT,    -- only when corrected
  reported INTEGER NOT NULL, filed INTEGER, dispatched INTEGER, handled INTEGER, closed INTEGER,
  suspended_until INTEGER, limit_value REAL, limit_unit TEXT, due INTEGER, soon INTEGER,
  organisation INTEGER, person INTEGER, reworks INTEGER NOT NULL, extensions INTEGER NOT NULL, suspensions INTEGER NOT NULL,
  returns INTEGER NOT NULL, flags INTEGER NOT NULL, calendar_version INTEGER NOT NULL, handled_quantity REAL,
  last_step INTEGER NOT NULL,
  utc_offset INTEGER NOT NULL) STRICT; -- seconds east of Greenwich at the reported time, for local text in the views

-- ── Views for other programs: column types come from an empty typed table in front of a UNION ALL ──────────
CREATE TABLE type_areas (
  fid INTEGER PRIMARY KEY, kind TEXT, code TEXT, name TEXT, valid_from DATE, valid_to DATE, note TEXT, geometry GEOMETRY);
CREATE VIEW areas AS
  SELECT fid, kind, code, name, valid_from, valid_to, note, geometry FROM type_areas
  UNION ALL
  SELECT id, kind, code, name, valid_from, valid_to, note, geometry FROM area;

CREATE TABLE type_cases (
  fid INTEGER PRIMARY KEY, number TEXT, state TEXT, state_name TEXT, category TEXT, category_name TEXT, description TEXT,
  address TEXT, source TEXT, quantity REAL, unit TEXT, grid_code TEXT, organisation TEXT, person TEXT,
  reported DATETIME, due DATETIME, closed DATETIME, reported_local TEXT, due_local TEXT, closed_local TEXT, geometry POINT);
CREATE VIEW cases AS
  SELECT fid, number, state, state_name, category, category_name, description, address, source, quantity, unit, grid_code,
         organisation, person, reported, due, closed, reported_local, due_local, closed_local, geometry FROM type_cases
  UNION ALL
  SELECT r.id, r.number,
    CASE s.state WHEN 1 THEN 'reported' WHEN 2 THEN 'filed' WHEN 3 THEN 'handling' WHEN 4 THEN 'handled' WHEN 5 THEN 'closed'
                 WHEN 6 THEN 'rejected' WHEN 7 THEN 'suspended' WHEN 8 THEN 'transferred' ELSE 'void' END,
    CASE s.state WHEN 1 THEN '待立案' WHEN 2 THEN '待派遣' WHEN 3 THEN '处置中' WHEN 4 THEN '待核查' WHEN 5 THEN '已结案'
                 WHEN 6 THEN '不予立案' WHEN 7 THEN '挂账' WHEN 8 THEN '已移送' ELSE '作废' END,
    coalesce(c.standard || iif(c.kind = '', '', ':' || c.kind) || ':' || c.code, r.category_text), c.name,
    coalesce(s.description, r.description), coalesce(s.address, r.address),
    coalesce(q.name, r.source), r.quantity, r.unit, g.code, o.name, p.name,
    strftime('%Y-%m-%dT%H:%M:%SZ', s.reported, 'unixepoch'), strftime('%Y-%m-%dT%H:%M:%SZ', s.due, 'unixepoch'),
    strftime('%Y-%m-%dT%H:%M:%SZ', s.closed, 'unixepoch'),
    strftime('%Y-%m-%d %H:%M', s.reported + s.utc_offset, 'unixepoch'),
    strftime('%Y-%m-%d %H:%M', s.due + s.utc_offset, 'unixepoch'),
    strftime('%Y-%m-%d %H:%M', s.closed + s.utc_offset, 'unixepoch'),
    s.geometry
  FROM case_report r JOIN case_state s ON s.case_id = r.id
  LEFT JOIN category c ON c.id = s.category LEFT JOIN area g ON g.id = s.grid LEFT JOIN case_source q ON q.key = r.source
  LEFT JOIN organisation o ON o.id = s.organisation LEFT JOIN person p ON p.id = s.person;

CREATE TABLE type_duties (
  fid INTEGER PRIMARY KEY, area_kind TEXT, area_code TEXT, person TEXT, organisation TEXT, responsibility TEXT,
  valid_from DATE, valid_to DATE, weekdays TEXT, start_time TEXT, end_time TEXT);
CREATE VIEW duties AS
  SELECT fid, area_kind, area_code, person, organisation, responsibility, valid_from, valid_to, weekdays, start_time, end_time
  FROM type_duties
  UNION ALL
  SELECT d.id, a.kind, a.code, p.name, o.name, d.responsibility, d.valid_from, d.valid_to,
    iif(d.weekdays & 1, '1', '') || iif(d.weekdays & 2, '2', '') || iif(d.weekdays & 4, '3', '') || iif(d.weekdays & 8, '4', '') ||
    iif(d.weekdays & 16, '5', '') || iif(d.weekdays & 32, '6', '') || iif(d.weekdays & 64, '7', ''),
    printf('%02d:%02d', d.start_minute / 60, d.start_minute % 60), printf('%02d:%02d', d.end_minute / 60, d.end_minute % 60)
  FROM duty d LEFT JOIN area a ON a.id = d.area LEFT JOIN person p ON p.id = d.person
  LEFT JOIN organisation o ON o.id = p.organisation;

CREATE TABLE type_steps (
  fid INTEGER PRIMARY KEY, case_number TEXT, step TEXT, at DATETIME, recorded DATETIME, actor TEXT, detail TEXT);
CREATE VIEW steps AS
  SELECT fid, case_number, step, at, recorded, actor, detail FROM type_steps
  UNION ALL
  SELECT t.id, r.number,
    CASE t.kind WHEN 1 THEN 'report' WHEN 2 THEN 'import' WHEN 3 THEN 'verify_before' WHEN 4 THEN 'self_handle' WHEN 5 THEN 'file'
      WHEN 6 THEN 'reject' WHEN 7 THEN 'dispatch' WHEN 8 THEN 'return' WHEN 9 THEN 'handle' WHEN 10 THEN 'check_after'
      WHEN 11 THEN 'rework' WHEN 12 THEN 'close' WHEN 13 THEN 'force_close' WHEN 14 THEN 'reopen' WHEN 15 THEN 'extend'
      WHEN 16 THEN 'suspend' WHEN 17 THEN 'resume' WHEN 18 THEN 'urge' WHEN 19 THEN 'appeal' WHEN 20 THEN 'transfer'
      WHEN 21 THEN 'correct' WHEN 22 THEN 'link' ELSE 'void' END,
    strftime('%Y-%m-%dT%H:%M:%SZ', t.at, 'unixepoch'), strftime('%Y-%m-%dT%H:%M:%SZ', t.recorded, 'unixepoch'), t.actor, t.detail
  FROM step t JOIN case_report r ON r.id = t.case_id;

INSERT INTO gpkg_contents(table_name, data_type, identifier, description, srs_id) VALUES
 ('areas', 'features', 'areas', 'Areas 区域', 4490),
 ('cases', 'features', 'cases', 'Cases 案件', 4490),
 ('duties', 'attributes', 'duties', 'Duties 五定', NULL),
 ('steps', 'attributes', 'steps', 'Steps 环节', NULL);
INSERT INTO gpkg_geometry_columns VALUES ('areas', 'geometry', 'GEOMETRY', 4490, 0, 0), ('cases', 'geometry', 'POINT', 4490, 0, 0);
INSERT INTO schema_version VALUES (1, 1, 'first schema', unixepoch());
PRAGMA application_id = 0x47504B47;
PRAGMA user_version = 10300;
