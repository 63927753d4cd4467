// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/source.h"

#include "core/base/resources.h"
#include "core/base/text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace gridwarden::core {

const CaseSource* findSource(std::span<const CaseSource> sources, std::string_view key) {
    const auto found = std::find_if(sources.begin(), sources.end(), [&](const CaseSource& source) { return source.key == key; });
    return found == sources.end() ? nullptr : &*found;
}

Result<std::vector<CaseSource>> loadSources(Connection& connection) {
    return connection.rows("SELECT key, name, english, is_public, is_collector, is_enabled, position, fields FROM case_source ORDER BY position, key", {},
                           [](const Row& row) {
                               // What cannot be read asks for nothing: a source without its fields still takes reports.
                               return CaseSource{row.text(0), row.text(1), row.text(2), row.integer(3) != 0, row.integer(4) != 0,
                                                 row.integer(5) != 0, static_cast<int>(row.integer(6)),
                                                 sourceFieldsFromText(row.text(7)).value_or(std::vector<SourceField>())};
                           });
}

Result<void> saveSource(Change& change, const CaseSource& source) {
    if (trimmed(source.key).empty() || trimmed(source.name).empty())
        return fail(ErrorCode::BadInput, {"source-incomplete", {source.key}});
    if (auto sound = checkSourceFields(source.fields); !sound)
        return sound;
    const auto done = change.connection().run(
        "INSERT INTO case_source(key, name, english, is_public, is_collector, is_enabled, position, fields) VALUES (?1,?2,?3,?4,?5,?6,?7,?8) ON "
        "CONFLICT(key) DO UPDATE SET name = ?2, english = ?3, is_public = ?4, is_collector = ?5, is_enabled = ?6, position = ?7, fields = ?8",
        {trimmed(source.key), source.name, source.english, source.isPublic, source.isCollector, source.isEnabled, source.position,
         sourceFieldsText(source.fields)});
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
        CaseSource source{textOf("key"), textOf("name"), textOf("english"), isMarked("public"), isMarked("collector"), true, position};
        if (const auto fields = entry.find("fields"); fields != entry.end()) {
            auto read = sourceFieldsFromJson(*fields);
            if (!read)
                return fail(read);
            source.fields = std::move(*read);
        }
        all.push_back(std::move(source));
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
