-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 3: an index of the words in descriptions and addresses of cases; views of the case table; activities.

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

-- ── Watched: activities, work that is counted without a case ───────────────────────────────────────────────
CREATE TABLE activity_kind (
  key TEXT PRIMARY KEY, name TEXT NOT NULL, english TEXT NOT NULL, unit TEXT NOT NULL, counts_people INTEGER NOT NULL,
  chapter TEXT NOT NULL,             -- of a work summary: words.json "activity_chapters", or the bureau's own words
  category TEXT NOT NULL DEFAULT '', -- key of the category that an entry gets; empty: none
  aliases TEXT NOT NULL DEFAULT '',  -- other words under which it is found, with commas
  is_enabled INTEGER NOT NULL DEFAULT 1, position INTEGER NOT NULL) STRICT;
INSERT INTO activity_kind
  SELECT value ->> 'key', value ->> 'name', value ->> 'english', value ->> 'unit', coalesce(value ->> 'people', 0), value ->> 'chapter', '',
         coalesce(value ->> 'aliases', ''), 1, key + 1
  FROM json_each(shipped_text('activities.json'));
CREATE TABLE activity (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, category INTEGER, description TEXT NOT NULL DEFAULT '', place TEXT NOT NULL DEFAULT '',
  longitude REAL, latitude REAL,     -- degrees, CGCS2000
  geometry BLOB,                     -- the same as a GeoPackage point
  quantity REAL NOT NULL, unit TEXT NOT NULL, people INTEGER,
  first INTEGER NOT NULL, last INTEGER NOT NULL, -- UTC seconds; of whole days the first moments of the first and the last one
  is_days INTEGER NOT NULL,          -- only the days are known
  utc_offset INTEGER NOT NULL,       -- seconds east of Greenwich at the first moment: its day is (first + utc_offset) / 86400
  organisation INTEGER, person INTEGER, note TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',   -- file and row that it was read from
  plan INTEGER) STRICT;
-- What is offered to be confirmed on its days; nothing enters by itself.
CREATE TABLE activity_plan (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, category INTEGER, description TEXT NOT NULL DEFAULT '', place TEXT NOT NULL DEFAULT '',
  longitude REAL, latitude REAL, quantity REAL, unit TEXT NOT NULL, people INTEGER, organisation INTEGER, person INTEGER,
  recurrence TEXT NOT NULL,          -- JSON {"weekdays":[1,3]} or {"month_days":[1,-1]}; 1 is Monday, -1 the last day of a month
  valid_from TEXT, valid_to TEXT,    -- local days, inclusive; NULL: ever
  is_active INTEGER NOT NULL DEFAULT 1) STRICT;

CREATE TABLE type_activities (
  fid INTEGER PRIMARY KEY, kind TEXT, kind_name TEXT, chapter TEXT, category TEXT, description TEXT, place TEXT, quantity REAL, unit TEXT,
  people INTEGER, first DATETIME, last DATETIME, day DATE, first_local TEXT, last_local TEXT, organisation TEXT, person TEXT, note TEXT,
  source TEXT, geometry POINT);
CREATE VIEW activities AS
  SELECT fid, kind, kind_name, chapter, category, description, place, quantity, unit, people, first, last, day, first_local, last_local,
         organisation, person, note, source, geometry FROM type_activities
  UNION ALL
  SELECT a.id, a.kind, coalesce(k.name, a.kind), k.chapter, c.standard || iif(c.kind = '', '', ':' || c.kind) || ':' || c.code,
    a.description, a.place, a.quantity, a.unit, a.people,
    strftime('%Y-%m-%dT%H:%M:%SZ', a.first, 'unixepoch'), strftime('%Y-%m-%dT%H:%M:%SZ', a.last, 'unixepoch'),
    strftime('%Y-%m-%d', a.first + a.utc_offset, 'unixepoch'),
    strftime(iif(a.is_days, '%Y-%m-%d', '%Y-%m-%d %H:%M'), a.first + a.utc_offset, 'unixepoch'),
    strftime(iif(a.is_days, '%Y-%m-%d', '%Y-%m-%d %H:%M'), a.last + a.utc_offset, 'unixepoch'),
    o.name, p.name, a.note, a.source, a.geometry
  FROM activity a LEFT JOIN activity_kind k ON k.key = a.kind LEFT JOIN category c ON c.id = a.category
  LEFT JOIN organisation o ON o.id = a.organisation LEFT JOIN person p ON p.id = a.person;
INSERT INTO gpkg_contents(table_name, data_type, identifier, description, srs_id) VALUES ('activities', 'features', 'activities', 'Activities 工作记录', 4490);
INSERT INTO gpkg_geometry_columns VALUES ('activities', 'geometry', 'POINT', 4490, 0, 0);

INSERT INTO schema_version VALUES (3, 3, 'index of words, views, activities', unixepoch());
