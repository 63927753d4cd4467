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

namespace {

constexpr const char* SourcesFile = "sources.json";

} // namespace

Result<std::vector<CaseSource>> sourcesFromJson(const nlohmann::json& document) {
    std::vector<CaseSource> all;
    for (const auto& entry : document) {
        if (!entry.is_object())
            return fail(ErrorCode::BadInput, {"json-unreadable", {SourcesFile, std::to_string(all.size() + 1)}}, SourcesFile);
        const auto textOf = [&](const char* key) {
            const auto found = entry.find(key);
            return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
        };
        const auto isMarked = [&](const char* key) {
            const auto found = entry.find(key);
            return found != entry.end() && *found == true;
        };
        const int position = static_cast<int>(all.size()) + 1;
        all.push_back({textOf("key"), textOf("name"), textOf("english"), isMarked("public"), isMarked("collector"), true, position});
    }
    return all;
}

Result<void> fillSources(Change& change) {
    const auto document = readJsonResource(SourcesFile);
    if (!document)
        return fail(document);
    const auto sources = sourcesFromJson(*document);
    if (!sources)
        return fail(sources);
    for (const CaseSource& source : *sources)
        if (auto saved = saveSource(change, source); !saved)
            return saved;
    return {};
}

} // namespace gridwarden::core
