// SPDX-License-Identifier: GPL-3.0-or-later
// What can be chosen for the conditions of the filter that are lists: areas, categories, states, lamps, sources,
// handlers.
#pragma once

#include "app/cases/filter_words.h"
#include "app/workspace/workspace.h"

#include <QVariant>

namespace gridwarden::app {

class ChoicePopup;

/// \pre part is Area, Category, State, Lamp, Source or Handler, and a district is open
void fillChoices(ChoicePopup& popup, const Workspace& workspace, FilterPart part);
/// The filter with what was chosen in place of that condition.
[[nodiscard]] core::Filter withChoices(core::Filter filter, FilterPart part, const QVariantList& values);

} // namespace gridwarden::app
