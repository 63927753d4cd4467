// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/point_package.h"

#include "core/base/resources.h"
#include "core/store/geometry_blob.h"

#include <algorithm>

namespace gridwarden::core {

namespace {

constexpr int SrsId = 4490;

const char* typeOf(PackageColumn::Kind kind) {
    switch (kind) {
    case PackageColumn::Kind::Text:
        return "TEXT";
    case PackageColumn::Kind::Real:
        return "REAL";
    case PackageColumn::Kind::Date:
        return "DATE";
    case PackageColumn::Kind::DateTime:
        return "DATETIME";
    }
    return "TEXT";
}

/// The part of the first schema that makes the tables every GeoPackage has.
Result<std::string> packageTables() {
    auto schema = readResource("schema/001.sql");
    if (!schema)
        return fail(schema);
    const auto begin = schema->find("CREATE TABLE gpkg_spatial_ref_sys");
    const auto end = schema->find("CREATE TABLE schema_version");
    if (begin == std::string::npos || end == std::string::npos || end < begin)
        return fail(ErrorCode::Internal, {"resource-missing", {"schema/001.sql"}});
    return schema->substr(begin, end - begin) + "\nPRAGMA application_id = 0x47504B47; PRAGMA user_version = 10300;";
}

/// The spatial index of the extension gpkg_rtree_index (OGC 12-128r17, annex F.3), %t being the layer. Its triggers use functions that programs for
/// maps bring along; here rows come into it by themselves, and the triggers after them.
constexpr std::string_view IndexSql = R"(
CREATE VIRTUAL TABLE rtree_%t_geom USING rtree(id, minx, maxx, miny, maxy);
CREATE TABLE gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
INSERT INTO gpkg_extensions VALUES ('%t', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');)";
constexpr std::string_view TriggersSql = R"(
CREATE TRIGGER rtree_%t_geom_insert AFTER INSERT ON %t WHEN (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN
  INSERT OR REPLACE INTO rtree_%t_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END;
CREATE TRIGGER rtree_%t_geom_update1 AFTER UPDATE OF geom ON %t WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN
  INSERT OR REPLACE INTO rtree_%t_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END;
CREATE TRIGGER rtree_%t_geom_update2 AFTER UPDATE OF geom ON %t WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom)) BEGIN
  DELETE FROM rtree_%t_geom WHERE id = OLD.fid; END;
CREATE TRIGGER rtree_%t_geom_update3 AFTER UPDATE ON %t WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN
  DELETE FROM rtree_%t_geom WHERE id = OLD.fid;
  INSERT OR REPLACE INTO rtree_%t_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END;
CREATE TRIGGER rtree_%t_geom_update4 AFTER UPDATE ON %t WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom)) BEGIN
  DELETE FROM rtree_%t_geom WHERE id IN (OLD.fid, NEW.fid); END;
CREATE TRIGGER rtree_%t_geom_delete AFTER DELETE ON %t WHEN OLD.geom NOT NULL BEGIN
  DELETE FROM rtree_%t_geom WHERE id = OLD.fid; END;)";

std::string forLayer(std::string_view sql, const std::string& layer) {
    constexpr std::string_view Mark = "%t";
    std::string text;
    for (std::size_t at = 0; at < sql.size();) {
        const std::size_t mark = std::min(sql.find(Mark, at), sql.size());
        text += sql.substr(at, mark - at);
        if (mark < sql.size())
            text += layer;
        at = mark + Mark.size();
    }
    return text;
}

} // namespace

Result<PointPackage> PointPackage::create(const std::filesystem::path& file, std::string layer, const std::string& description,
                                          std::vector<PackageColumn> columns) {
    auto connection = Connection::open(file, Connection::Access::Create);
    if (!connection)
        return fail(connection);
    const auto tables = packageTables();
    if (!tables)
        return fail(tables);
    std::string table = "CREATE TABLE " + layer + " (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT";
    std::string names = "geom", marks = "?";
    for (const PackageColumn& column : columns) {
        table += ", " + column.name + " " + typeOf(column.kind);
        names += ", " + column.name;
        marks += ", ?";
    }
    if (auto made = connection->script(*tables); !made)
        return fail(made);
    if (auto begun = connection->begin(); !begun)
        return fail(begun);
    if (auto made = connection->script(table + ");" + forLayer(IndexSql, layer)); !made)
        return fail(made);
    const auto listed = connection->run("INSERT INTO gpkg_contents(table_name, data_type, identifier, description, srs_id) VALUES (?1, 'features', ?1, ?2, ?3)",
                                        {layer, description, SrsId});
    if (!listed)
        return fail(listed);
    const auto geometry = connection->run("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'POINT', ?, 0, 0)", {layer, SrsId});
    if (!geometry)
        return fail(geometry);
    PointPackage package(std::move(*connection), std::move(layer));
    package.m_insert = "INSERT INTO " + package.m_layer + "(" + names + ") VALUES (" + marks + ")";
    return package;
}

Result<void> PointPackage::add(const std::optional<GeoPoint>& place, const std::vector<Value>& values) {
    std::vector<Value> row;
    row.reserve(values.size() + 1);
    row.push_back(place ? Value(pointBlob(*place)) : Value(nullptr));
    row.insert(row.end(), values.begin(), values.end());
    if (const auto added = m_connection.run(m_insert, row); !added)
        return fail(added);
    if (!place)
        return {};
    m_box.include(*place);
    const auto indexed =
        m_connection.run("INSERT INTO rtree_" + m_layer + "_geom VALUES (last_insert_rowid(), ?1, ?1, ?2, ?2)", {place->longitude, place->latitude});
    return indexed ? Result<void>() : fail(indexed);
}

Result<void> PointPackage::finish(const std::string& notesTable, const std::string& description, const std::vector<std::string>& notes) {
    if (auto made = m_connection.script("CREATE TABLE " + notesTable + " (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, note TEXT)"); !made)
        return fail(made);
    for (const std::string& note : notes)
        if (const auto added = m_connection.run("INSERT INTO " + notesTable + "(note) VALUES (?)", {note}); !added)
            return fail(added);
    const auto listed = m_connection.run("INSERT INTO gpkg_contents(table_name, data_type, identifier, description) VALUES (?1, 'attributes', ?1, ?2)",
                                         {notesTable, description});
    if (!listed)
        return fail(listed);
    if (!m_box.isEmpty()) {
        const auto extent = m_connection.run("UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?",
                                             {m_box.minLongitude, m_box.minLatitude, m_box.maxLongitude, m_box.maxLatitude, m_layer});
        if (!extent)
            return fail(extent);
    }
    if (auto made = m_connection.script(forLayer(TriggersSql, m_layer)); !made)
        return fail(made);
    return m_connection.commit();
}

} // namespace gridwarden::core
