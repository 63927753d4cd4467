// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/schema_check.h"

#include "core/check/geopackage_rows.h"
#include "core/check/schema_objects.h"

namespace gridwarden::core {

namespace {

/// What other programs that read GeoPackages add by their own rules.
bool isOfGeoPackage(const std::string& name) { return name.starts_with("gpkg_") || name.starts_with("rtree_") || name.starts_with("layer_styles"); }

} // namespace

Result<void> checkSchemaObjects(CheckRun& run) {
    auto fresh = freshSchema();
    if (!fresh)
        return fail(fresh);
    const auto expected = schemaObjects(*fresh);
    if (!expected)
        return fail(expected);
    const auto found = schemaObjects(run.connection());
    if (!found)
        return fail(found);
    for (const auto& [key, object] : *expected) {
        const auto& [type, name] = key;
        const auto here = found->find(key);
        const bool isRebuilt = isRebuildable(type, name) || isOfWords(name);
        if (here == found->end())
            run.fault({"schema-missing", {type, name}}, isRebuilt || name.starts_with("gpkg_") ? Remedy::Repair : Remedy::Restore);
        else if (!meansTheSame(here->second.sql, object.sql))
            run.fault({"schema-altered", {type, name}}, isRebuilt ? Remedy::Repair : Remedy::Restore);
    }
    for (const auto& [key, object] : *found) {
        const auto& [type, name] = key;
        if (expected->contains(key))
            continue;
        if (type == "trigger" && expected->contains({"table", object.table}))
            run.fault({"schema-trigger", {name, object.table}}, Remedy::Repair); // it would write past the journal
        else if (!isOfGeoPackage(name) && !isOfGeoPackage(object.table))
            run.note({"schema-foreign", {type, name}});
    }
    return {};
}

Result<void> checkGeoPackage(CheckRun& run) {
    auto fresh = freshSchema();
    if (!fresh)
        return fail(fresh);
    for (const char* mark : {"application_id", "user_version"}) {
        const std::string sql = std::string("PRAGMA ") + mark;
        const auto expected = fresh->integer(sql);
        const auto found = run.connection().integer(sql);
        if (!expected || !found)
            return fail(expected ? found : expected);
        if (*expected != *found)
            run.fault({"geopackage-mark", {mark, std::to_string(*found), std::to_string(*expected)}}, Remedy::Repair);
    }
    const auto differences = compareGeoPackageRows(run.connection(), *fresh);
    if (!differences)
        return fail(differences);
    for (const GeoPackageDifference& difference : *differences)
        run.fault({difference.key, {difference.row}}, Remedy::Repair);
    return {};
}

} // namespace gridwarden::core
