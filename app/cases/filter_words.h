// SPDX-License-Identifier: GPL-3.0-or-later
// A filter in words: one short text for each of its conditions, as the chips show them.
#pragma once

#include "core/case_actions.h"

#include <QString>
#include <vector>

namespace gridwarden::app {

enum class FilterPart { Area, Outside, Category, State, Lamp, Overdue, Source, Handler, Reworked, Urged, SeenAgain, Problems, Time, Hours, Due, Text, Listed };

struct FilterChip {
    FilterPart part;
    QString text;
    QString toolTip; ///< in full, where the text is shortened
};

/// The conditions that are set, in the order of FilterPart.
[[nodiscard]] std::vector<FilterChip> chipsOf(const core::District& district, const core::Filter& filter);
/// The filter without one condition.
[[nodiscard]] core::Filter without(core::Filter filter, FilterPart part);

/// The days of the reported time (Time) or of the deadline (Due).
[[nodiscard]] std::pair<std::optional<core::Day>, std::optional<core::Day>> daysOf(const core::Filter& filter,
                                                                                   FilterPart part);
[[nodiscard]] core::Filter withDays(core::Filter filter, FilterPart part, const core::Period& period);

/// The states of cases that are open.
[[nodiscard]] std::vector<core::CaseState> openStates();

} // namespace gridwarden::app
