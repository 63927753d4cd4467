// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include "core/base/resources.h"

#include <fmt/format.h>

namespace gridwarden::core {

Result<int> checkSchema(Connection& connection, const std::string& file) {
    const auto notDistrict = [&](const char* key = "file-not-district") { return fail(ErrorCode::NotDistrict, {key, {file}}, file); };
    const auto known =
        connection.integer("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('schema_version', 'case_report')");
    if (!known && known.error().code == ErrorCode::NotDistrict)
        return notDistrict();
    if (!known)
        return fail(known);
    constexpr std::int64_t GeoPackage = 0x47504B47;
    if (*known != 2)
        return notDistrict(connection.integer("PRAGMA application_id").value_or(0) == GeoPackage ? "file-is-geopackage" : "file-is-database");
    const auto newest = connection.first("SELECT version, oldest_reader FROM schema_version ORDER BY version DESC LIMIT 1", {},
                                         [](const Row& row) { return std::pair(row.integer(0), row.integer(1)); });
    if (!newest)
        return fail(newest);
    if (!*newest)
        return notDistrict();
    if ((*newest)->second > CurrentSchema)
        return fail(ErrorCode::NewerSchema, {"district-newer", {file, std::to_string((*newest)->first)}}, file);
    return static_cast<int>((*newest)->first);
}

Result<void> applySchemas(Connection& connection, int from) {
    for (int version = from + 1; version <= CurrentSchema; ++version) {
        const auto sql = readResource(fmt::format("schema/{:03}.sql", version));
        if (!sql)
            return fail(sql);
        if (auto done = connection.script(*sql); !done)
            return done;
    }
    return {};
}

} // namespace gridwarden::core
