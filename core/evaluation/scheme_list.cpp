// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/scheme_list.h"

#include "core/base/json_members.h"
#include "core/base/resources.h"
#include "core/base/text.h"

#include <algorithm>

namespace gridwarden::core {

using nlohmann::json;

namespace {

/// Of the row with this key, by which an error names it also where the text does not.
Result<EvaluationScheme> schemeFromText(const std::string& key, const std::string& text) {
    const auto document = parsedJson(text);
    if (!document)
        return fail(ErrorCode::BadInput, {"scheme-unreadable", {key, ""}}, key);
    auto scheme = schemeFromJson(*document);
    if (!scheme)
        scheme.error().subject = scheme.error().what.arguments.front() = key;
    return scheme;
}

} // namespace

Result<std::vector<EvaluationScheme>> shippedSchemes() {
    std::vector<std::filesystem::path> files;
    std::error_code problem;
    for (const auto& entry : std::filesystem::directory_iterator(resourceFolder() / "schemes", problem))
        if (entry.path().extension() == ".json")
            files.push_back(entry.path().filename());
    if (files.empty())
        return fail(ErrorCode::Io, {"resource-missing", {(resourceFolder() / "schemes").string()}});
    std::sort(files.begin(), files.end());
    std::vector<EvaluationScheme> schemes;
    for (const auto& file : files) {
        const auto document = readJsonResource("schemes/" + file.string());
        if (!document)
            return fail(document);
        auto scheme = schemeFromJson(*document);
        if (!scheme)
            return fail(scheme);
        schemes.push_back(std::move(*scheme));
    }
    return schemes;
}

Result<std::vector<ListedScheme>> evaluationSchemes(Connection& connection) {
    auto shipped = shippedSchemes();
    if (!shipped)
        return fail(shipped);
    std::vector<ListedScheme> all;
    for (EvaluationScheme& scheme : *shipped)
        all.push_back({std::move(scheme), false});
    const auto own = connection.rows("SELECT key, definition FROM evaluation_scheme ORDER BY key", {},
                                     [](const Row& row) { return schemeFromText(row.text(0), row.text(1)); });
    if (!own)
        return fail(own);
    for (const auto& read : *own) {
        if (!read)
            return fail(read);
        const auto same = std::find_if(all.begin(), all.end(), [&](const ListedScheme& each) { return each.scheme.key == read->key; });
        if (same == all.end())
            all.push_back({*read, true});
        else
            *same = {*read, true};
    }
    return all;
}

Result<EvaluationScheme> findScheme(Connection& connection, std::string_view name) {
    const auto all = evaluationSchemes(connection);
    if (!all)
        return fail(all);
    for (const ListedScheme& each : *all)
        if (each.scheme.key == name)
            return each.scheme;
    const std::string lower = lowered(name);
    for (const ListedScheme& each : *all)
        if (each.scheme.name == name || lowered(each.scheme.english) == lower)
            return each.scheme;
    return fail(ErrorCode::NotFound, {"scheme-unknown", {std::string(name)}}, std::string(name));
}

Result<void> saveScheme(Change& change, const EvaluationScheme& scheme) {
    const json document = schemeToJson(scheme);
    if (const auto read = schemeFromJson(document); !read)
        return fail(read);
    const auto done = change.connection().run("INSERT INTO evaluation_scheme(key, definition) VALUES (?1,?2) ON CONFLICT(key) DO UPDATE SET definition = ?2",
                                              {scheme.key, document.dump()});
    return done ? Result<void>() : fail(done);
}

Result<void> removeScheme(Change& change, std::string_view key) {
    const auto removed = change.connection().run("DELETE FROM evaluation_scheme WHERE key = ?", {key});
    if (!removed)
        return fail(removed);
    if (*removed == 0)
        return fail(ErrorCode::NotFound, {"scheme-not-own", {std::string(key)}}, std::string(key));
    return {};
}

} // namespace gridwarden::core
