// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/geopackage_rows.h"

#include "core/store/geometry_blob.h"

#include <map>

namespace gridwarden::core {

namespace {

/// Rows of a query by the text of their first column; NULL reads as an empty text.
using Rows = std::map<std::string, std::vector<std::string>>;

Result<Rows> rowsOf(Connection& connection, const char* sql, int columns) {
    Rows rows;
    const auto read = connection.each(sql, {}, [&](const Row& row) {
        std::vector<std::string> values;
        for (int i = 1; i < columns; ++i)
            values.push_back(row.text(i));
        rows.emplace(row.text(0), std::move(values));
        return true;
    });
    if (!read)
        return fail(read);
    return rows;
}

std::vector<Value> bindable(const std::string& key, const std::vector<std::string>& values) {
    std::vector<Value> all{key};
    for (const std::string& value : values)
        all.emplace_back(value);
    return all;
}

struct Kind {
    const char* select;
    int columns;
    const char* missing;
    const char* altered;
    const char* write; ///< makes or rewrites a row
};

/// INTEGER columns turn digits that are bound as text back into numbers.
constexpr Kind Systems{"SELECT srs_id, srs_name, organization, organization_coordsys_id, definition, description FROM gpkg_spatial_ref_sys", 6,
                       "geopackage-system-missing", "geopackage-system-altered",
                       "INSERT INTO gpkg_spatial_ref_sys(srs_id, srs_name, organization, organization_coordsys_id, definition, description) VALUES "
                       "(?1,?2,?3,?4,?5,?6) ON CONFLICT(srs_id) DO UPDATE SET srs_name = ?2, organization = ?3, organization_coordsys_id = ?4, "
                       "definition = ?5, description = ?6"};
constexpr Kind Layers{"SELECT table_name, data_type, coalesce(srs_id, ''), identifier, description, iif(strftime('%s', last_change) IS NULL, 'no time', '') "
                      "FROM gpkg_contents",
                      6, "geopackage-layer-missing", "geopackage-layer-altered",
                      "INSERT INTO gpkg_contents(table_name, data_type, srs_id, identifier, description) VALUES (?1,?2,nullif(?3, ''),?4,?5) "
                      "ON CONFLICT(table_name) DO UPDATE SET data_type = ?2, srs_id = nullif(?3, ''), identifier = ?4, description = ?5, "
                      "last_change = strftime('%Y-%m-%dT%H:%M:%fZ','now')"};
constexpr Kind Geometries{"SELECT table_name, column_name, geometry_type_name, srs_id, z, m FROM gpkg_geometry_columns", 6,
                          "geopackage-geometry-missing", "geopackage-geometry-altered",
                          "INSERT INTO gpkg_geometry_columns(table_name, column_name, geometry_type_name, srs_id, z, m) VALUES (?1,?2,?3,?4,?5,?6) "
                          "ON CONFLICT(table_name) DO UPDATE SET column_name = ?2, geometry_type_name = ?3, srs_id = ?4, z = ?5, m = ?6"};

Result<Rows> compare(const Kind& kind, Connection& connection, Connection& fresh, std::vector<GeoPackageDifference>& differences) {
    const auto expected = rowsOf(fresh, kind.select, kind.columns);
    if (!expected)
        return fail(expected);
    auto found = rowsOf(connection, kind.select, kind.columns);
    if (!found)
        return found;
    for (const auto& [key, values] : *expected) {
        const auto here = found->find(key);
        if (here != found->end() && here->second == values)
            continue;
        std::vector<Value> bound = bindable(key, values);
        if (&kind == &Layers)
            bound.pop_back(); // the last one only says that the time is none
        differences.push_back({here == found->end() ? kind.missing : kind.altered, key, kind.write, std::move(bound)});
        if (here != found->end())
            found->erase(here);
    }
    for (const auto& [key, values] : *expected)
        found->erase(key);
    return found;
}

Result<GeoBox> boundsOfAreas(Connection& connection) {
    GeoBox box;
    const auto read = connection.each("SELECT geometry FROM area WHERE geometry IS NOT NULL", {}, [&](const Row& row) {
        if (const auto shape = shapeFromBlob(row.blob(0)))
            box.include(boundsOf(*shape));
        return true;
    });
    if (!read)
        return fail(read);
    return box;
}

Result<GeoBox> boundsOfPlaces(Connection& connection, const std::string& table) {
    const auto box = connection.first("SELECT min(longitude), min(latitude), max(longitude), max(latitude) FROM " + table, {}, [](const Row& row) {
        return row.isNull(0) || row.isNull(1) ? GeoBox() : GeoBox{row.real(0), row.real(1), row.real(2), row.real(3)};
    });
    if (!box)
        return fail(box);
    return box->value_or(GeoBox());
}

/// An extent is not needed; one that another program wrote must not leave anything out.
Result<void> compareExtents(Connection& connection, std::vector<GeoPackageDifference>& differences) {
    const auto extents = connection.rows(
        "SELECT table_name, min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name IN ('areas', 'cases', 'activities') AND "
        "coalesce(min_x, min_y, max_x, max_y) IS NOT NULL",
        {}, [](const Row& row) { return std::pair(row.text(0), GeoBox{row.real(1), row.real(2), row.real(3), row.real(4)}); });
    if (!extents)
        return fail(extents);
    for (const auto& [layer, extent] : *extents) {
        const auto box = layer == "areas" ? boundsOfAreas(connection) : boundsOfPlaces(connection, layer == "cases" ? "case_state" : "activity");
        if (!box)
            return fail(box);
        if (!box->isEmpty() && (!extent.contains({box->minLongitude, box->minLatitude}) || !extent.contains({box->maxLongitude, box->maxLatitude})))
            differences.push_back({"geopackage-extent-wrong", layer,
                                   "UPDATE gpkg_contents SET min_x = NULL, min_y = NULL, max_x = NULL, max_y = NULL WHERE table_name = ?", {layer}});
    }
    return {};
}

} // namespace

Result<std::vector<GeoPackageDifference>> compareGeoPackageRows(Connection& connection, Connection& fresh) {
    std::vector<GeoPackageDifference> differences;
    if (auto systems = compare(Systems, connection, fresh, differences); !systems)
        return fail(systems);
    const auto otherLayers = compare(Layers, connection, fresh, differences);
    if (!otherLayers)
        return fail(otherLayers);
    const auto otherGeometries = compare(Geometries, connection, fresh, differences);
    if (!otherGeometries)
        return fail(otherGeometries);
    for (const auto& [layer, values] : *otherLayers) {
        const auto exists = connection.integer("SELECT count(*) FROM sqlite_master WHERE type IN ('table', 'view') AND lower(name) = lower(?)", {layer});
        if (!exists)
            return fail(exists);
        if (*exists != 0)
            continue;
        if (otherGeometries->contains(layer)) // first, as it names the other
            differences.push_back({"geopackage-geometry-without-table", layer, "DELETE FROM gpkg_geometry_columns WHERE table_name = ?", {layer}});
        differences.push_back({"geopackage-layer-without-table", layer, "DELETE FROM gpkg_contents WHERE table_name = ?", {layer}});
    }
    if (auto done = compareExtents(connection, differences); !done)
        return fail(done);
    return differences;
}

} // namespace gridwarden::core
