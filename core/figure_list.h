// SPDX-License-Identifier: GPL-3.0-or-later
// All figures of a district: those that come with the program, and some for each kind of activity that it counts and each source of its cases.
#pragma once

#include "core/district.h"
#include "core/figures/figure_values.h"
#include "core/figures/own_figures.h"

namespace gridwarden::core {

/// Those without what the bureau defined itself: the shipped ones, and those that resources/figures/patterns make of the district's lists. Of an activity kind "activity_KEY": its quantity in its unit, and where people belong to it "activity_KEY_people"; of a
/// source "source_KEY", what was reported, "source_KEY_closed" of it, and the rate "source_KEY_closing". Errors: those of shippedFigures;
/// those of figureFromJson, where a kind or a source has a key that can be none of a figure.
[[nodiscard]] Result<std::vector<FigureDefinition>> offeredFigures(const District& district);

/// What a bureau is about to do to its own figures.
struct FigureEdit {
    std::optional<FigureDefinition> saved{};
    std::string removed{}; ///< the key; empty: none
};
/// All of them, those of the bureau in place of what they replace; with an edit as they will be after it, so that one that would leave a figure
/// without its parts is refused beforehand. Errors: those of offeredFigures, loadOwnFigures and FigureDefinitions::of; BadInput "figure-counts-otherwise" {key}: it
/// replaces one that counts something else (cases, steps, activities, a sum, a rate), of which reports expect what it is.
[[nodiscard]] Result<FigureDefinitions> figureDefinitions(District& district, const FigureEdit& edit = {});

/// What figures of a district are worked out from; keeps it alive.
struct FigureSource {
    District::Figures figures;
    std::shared_ptr<const ActivityRegister> activities;
    FigureInput input; ///< without conditions
};
/// Errors: Database.
[[nodiscard]] Result<FigureSource> figureSource(District& district, std::optional<Moment> asOf = {});

} // namespace gridwarden::core
