// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/source.h"

#include "core/base/resources.h"
#include "core/base/text.h"

#include <nlohmann/json.hpp>

namespace gridwarden::core {

Result<std::vector<CaseSource>> loadSources(Connection& connection) {
    return connection.rows("SELECT key, name, english, is_public, is_collector, is_enabled, position FROM case_source ORDER BY position, key", {},
                           [](const Row& row) {
                               return CaseSource{row.text(0), row.text(1), row.text(2), row.integer(3) != 0, row.integer(4) != 0,
                                                 row.integer(5) != 0, static_cast<int>(row.integer(6))};
                           });
}

Result<void> saveSource(Change& change, const CaseSource& source) {
    if (trimmed(source.key).empty() || trimmed(source.name).empty())
        return fail(ErrorCode::BadInput, {"source-incomplete", {source.key}});
    const auto done = change.connection().run(
        "INSERT INTO case_source(key, name, english, is_public, is_collector, is_enabled, position) VALUES (?1,?2,?3,?4,?5,?6,?7) ON "
        "CONFLICT(key) DO UPDATE SET name = ?2, english = ?3, is_public = ?4, is_collector = ?5, is_enabled = ?6, position = ?7",
        {trimmed(source.key), source.name, source.english, source.isPublic, source.isCollector, source.isEnabled, source.position});
    if (!done)
        return fail(done);
    return {};
}

Result<void> fillSources(Change& change) {
    constexpr const char* File = "sources.json";
    const auto document = readJsonResource(File);
    if (!document)
        return fail(document);
    int position = 0;
    for (const auto& entry : *document) {
        if (!entry.is_object())
            return fail(ErrorCode::BadInput, {"json-unreadable", {File}}, File);
        if (auto saved = saveSource(change, {entry.value("key", ""), entry.value("name", ""), entry.value("english", ""),
                                             entry.value("public", false), entry.value("collector", false), true, ++position});
            !saved)
            return saved;
    }
    return {};
}

} // namespace gridwarden::core
