// SPDX-License-Identifier: GPL-3.0-or-later
// All figures of a district: those that come with the program, and some for each kind of activity that it counts and each source of its cases.
#pragma once

#include "core/district.h"
#include "core/figures/figure_values.h"

namespace gridwarden::core {

/// The shipped ones, and those that resources/figures/patterns make of the district's lists. Of an activity kind "activity_KEY": its quantity in its unit, and where people belong to it "activity_KEY_people"; of a
/// source "source_KEY", what was reported, "source_KEY_closed" of it, and the rate "source_KEY_closing". Errors: those of shippedFigures;
/// those of FigureDefinitions::of and figureFromJson, where a kind or a source has a key that gives the key of another figure or none that can be one.
[[nodiscard]] Result<FigureDefinitions> figureDefinitions(const District& district);

/// What figures of a district are worked out from; keeps it alive.
struct FigureSource {
    District::Figures figures;
    std::shared_ptr<const ActivityRegister> activities;
    FigureInput input; ///< without conditions
};
/// Errors: Database.
[[nodiscard]] Result<FigureSource> figureSource(District& district, std::optional<Moment> asOf = {});

} // namespace gridwarden::core
