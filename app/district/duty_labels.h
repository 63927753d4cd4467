// SPDX-License-Identifier: GPL-3.0-or-later
// The five labels of duties (五定): as the bureau calls them, else the usual ones. Kept in the setting duty_labels as a JSON object.
#pragma once

#include "core/district.h"

#include <QString>
#include <array>

namespace gridwarden::app {

inline constexpr std::array DutyLabelKeys = {"area", "grid", "person", "responsibility", "time"};

/// One for each key, in their order.
using DutyLabels = std::array<QString, DutyLabelKeys.size()>;
[[nodiscard]] DutyLabels dutyLabels(const core::District& district);
/// The text of the setting; a label that is empty or the usual one is left out.
[[nodiscard]] std::string dutyLabelsText(const DutyLabels& labels);

} // namespace gridwarden::app
