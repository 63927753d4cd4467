// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/foreign_traces.h"

#include "core/store/file_holders.h"
#include "core/store/file_header.h"

#include "core/base/text.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>

namespace gridwarden::core {

namespace {

constexpr const char* OwnViews = "('areas', 'cases', 'duties', 'steps')";

Result<bool> hasTable(Connection& connection, const char* name) {
    const auto count = connection.integer("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?", {name});
    if (!count)
        return fail(count);
    return *count > 0;
}

std::string quoted(const std::string& name) {
    std::string text = "\"";
    for (const char c : name)
        text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + '"';
}

const auto firstText = [](const Row& row) { return row.text(0); };

} // namespace

Result<ForeignTraces> findForeignTraces(Connection& connection) {
    ForeignTraces traces;
    const auto header = readFileHeader(connection);
    if (!header)
        return fail(header);
    traces.isWal = header->isWal;
    const auto counts = hasTable(connection, "gpkg_ogr_contents");
    if (!counts)
        return fail(counts);
    traces.hasCounts = *counts;
    // Our schema has no triggers; a table that another program brought may keep its own.
    auto triggers = connection.rows("SELECT name FROM sqlite_master AS t WHERE type = 'trigger' AND (instr(sql, 'gpkg_ogr_contents') > 0 OR tbl_name IN "
                                    "('setting', 'area', 'area_member', 'area_succession', 'organisation', 'person', 'person_contact', 'person_certificate', 'duty', 'calendar', "
                                    "'category', 'limit_rule', 'case_source', 'case_report', 'step', 'photo', 'case_view', 'case_state', 'journal', 'journal_touch', "
                                    "'areas', 'cases', 'duties', 'steps'))",
                                    {}, firstText);
    if (!triggers)
        return fail(triggers);
    traces.triggers = std::move(*triggers);
    const auto extents = connection.integer(std::string("SELECT count(*) FROM gpkg_contents WHERE min_x IS NOT NULL AND table_name IN ") + OwnViews);
    if (!extents)
        return fail(extents);
    traces.hasExtents = *extents > 0;
    const auto extensions = hasTable(connection, "gpkg_extensions");
    if (!extensions)
        return fail(extensions);
    const std::string named = *extensions ? "SELECT table_name FROM gpkg_contents UNION SELECT table_name FROM gpkg_extensions WHERE table_name IS NOT NULL"
                                          : "SELECT table_name FROM gpkg_contents";
    auto lost = connection.rows("SELECT table_name FROM (" + named + ") WHERE lower(table_name) NOT IN (SELECT lower(name) FROM sqlite_master)", {}, firstText);
    if (!lost)
        return fail(lost);
    traces.registrations = std::move(*lost);
    return traces;
}

Result<void> leaveWal(Connection& connection) {
    const auto mode = connection.text("PRAGMA journal_mode=DELETE");
    const std::string file = connection.database().getFilename();
    if ((mode && *mode != "delete") || (!mode && mode.error().code == ErrorCode::Locked))
        return fail(ErrorCode::Locked, {"file-held-in-wal", {file, joined(programsHolding(file), ", ")}}, file, mode ? *mode : mode.error().detail);
    if (!mode)
        return fail(mode);
    return {};
}

Result<void> removeForeignTraces(Connection& connection, const ForeignTraces& traces) {
    std::vector<std::string> statements;
    for (const std::string& trigger : traces.triggers)
        statements.push_back("DROP TRIGGER IF EXISTS " + quoted(trigger));
    if (traces.hasCounts)
        statements.emplace_back("DROP TABLE gpkg_ogr_contents");
    if (traces.hasExtents)
        statements.push_back(std::string("UPDATE gpkg_contents SET min_x = NULL, min_y = NULL, max_x = NULL, max_y = NULL WHERE table_name IN ") + OwnViews);
    const auto extensions = hasTable(connection, "gpkg_extensions");
    if (!extensions)
        return fail(extensions);
    for (const std::string& sql : statements)
        if (auto done = connection.run(sql); !done)
            return fail(done);
    for (const std::string& name : traces.registrations)
        for (const char* table : {"gpkg_extensions", "gpkg_geometry_columns", "gpkg_contents"})
            if (table != std::string_view("gpkg_extensions") || *extensions)
                if (auto done = connection.run(std::string("DELETE FROM ") + table + " WHERE table_name = ?", {name}); !done)
                    return fail(done);
    return {};
}

} // namespace gridwarden::core
