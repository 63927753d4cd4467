// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/own_figures.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace gridwarden::core {

Result<std::vector<FigureDefinition>> loadOwnFigures(Connection& connection) {
    const auto texts = connection.rows("SELECT key, definition FROM figure_definition ORDER BY key", {},
                                       [](const Row& row) { return std::pair(row.text(0), row.text(1)); });
    if (!texts)
        return fail(texts);
    std::vector<FigureDefinition> own;
    for (const auto& [key, text] : *texts) {
        const auto document = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
        if (document.is_discarded())
            return fail(ErrorCode::BadInput, {"figure-unreadable", {key, ""}});
        auto definition = figureFromJson(document);
        if (!definition)
            return fail(definition);
        own.push_back(std::move(*definition));
    }
    return own;
}

Result<void> saveOwnFigure(Change& change, const FigureDefinition& definition) {
    const nlohmann::json document = figureToJson(definition);
    if (const auto read = figureFromJson(document); !read)
        return fail(read);
    const auto done = change.connection().run("INSERT INTO figure_definition(key, definition) VALUES (?1,?2) ON CONFLICT(key) DO UPDATE SET definition = ?2",
                                              {definition.key, document.dump()});
    return done ? Result<void>() : fail(done);
}

Result<void> removeOwnFigure(Change& change, const std::string& key) {
    const auto removed = change.connection().run("DELETE FROM figure_definition WHERE key = ?", {key});
    if (!removed)
        return fail(removed);
    if (*removed == 0)
        return fail(ErrorCode::NotFound, {"figure-unknown", {key}});
    return {};
}

std::vector<FigureDefinition> withOwn(std::vector<FigureDefinition> definitions, const std::vector<FigureDefinition>& own) {
    for (const FigureDefinition& definition : own) {
        const auto same = std::find_if(definitions.begin(), definitions.end(), [&](const FigureDefinition& other) { return other.key == definition.key; });
        if (same != definitions.end())
            *same = definition;
        else
            definitions.push_back(definition);
    }
    return definitions;
}

} // namespace gridwarden::core
