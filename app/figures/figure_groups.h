// SPDX-License-Identifier: GPL-3.0-or-later
// Figures in the groups in which people look for them.
#pragma once

#include "core/activities/activity_lists.h"
#include "core/figures/figure_definition.h"

#include <QString>

namespace gridwarden::app {

struct FigureGroup {
    QString title;
    std::vector<const core::FigureDefinition*> figures;
};

/// Rates, cases, steps, sources, and activities by their chapter; a sum stands where its first part does. Groups without figures are left out.
[[nodiscard]] std::vector<FigureGroup> figureGroups(const core::FigureDefinitions& definitions, const core::ActivityLists& lists);

/// In the language of the window: "75.82%", "128件", "—".
[[nodiscard]] QString figureText(const core::FigureDefinition& definition, std::optional<double> value);
[[nodiscard]] QString figureName(const core::FigureDefinition& definition);
[[nodiscard]] QString figureNote(const core::FigureDefinition& definition);
/// Against a base: "+13.87%", of rates "+1.20 pp"; "—" where there is nothing to compare.
[[nodiscard]] QString figureChange(const core::FigureDefinition& definition, std::optional<double> value, std::optional<double> base);

} // namespace gridwarden::app
