// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of a summary as they are printed, in the words of words.json "summary".
#pragma once

#include "core/base/words.h"
#include "core/summary/summary_template.h"

namespace gridwarden::core {

/// "8500余起", "95.94%", "34.11万平方米"; "—" for what is undefined, stars for what is withheld. Halves are rounded away from zero; without decimals asked for a
/// rate has two, a whole number none and another one up to two.
[[nodiscard]] std::string numberText(const NumberSlot& slot, std::optional<double> value, const std::string& unit, bool isRate, Language language);
/// "同比增长12.34%", "环比增加3件" where the base is 0, "同比持平"; of rates in percentage points: "同比上升1.20个百分点"; "—" when one of them is undefined.
/// \pre the slot shows a change
[[nodiscard]] std::string changeText(const NumberSlot& slot, std::optional<double> value, std::optional<double> base, const std::string& unit, bool isRate,
                                     Language language);

/// "+13.87%", "-22.21%"; of rates the difference in percentage points, "+1.20"; "—" when the base is 0 or one of them is undefined.
[[nodiscard]] std::string changeNumber(std::optional<double> value, std::optional<double> base, bool isRate, Language language);

} // namespace gridwarden::core
