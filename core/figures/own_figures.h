// SPDX-License-Identifier: GPL-3.0-or-later
// The figures that a bureau defined itself, or changed: kept in its district, each in place of the one of the same key.
#pragma once

#include "core/figures/figure_definition.h"
#include "core/store/store.h"

namespace gridwarden::core {

/// By their keys. Errors: Database; those of figureFromJson.
[[nodiscard]] Result<std::vector<FigureDefinition>> loadOwnFigures(Connection& connection);
/// Adds or rewrites by key. Errors: those of figureFromJson, where it cannot be read again as it is; Database.
Result<void> saveOwnFigure(Change& change, const FigureDefinition& definition);
/// Errors: NotFound "figure-unknown" {key}; Database.
Result<void> removeOwnFigure(Change& change, const std::string& key);

/// The definitions with those of the bureau in the places of those they replace, and the others after them.
[[nodiscard]] std::vector<FigureDefinition> withOwn(std::vector<FigureDefinition> definitions, const std::vector<FigureDefinition>& own);

} // namespace gridwarden::core
