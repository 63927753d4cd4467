// SPDX-License-Identifier: GPL-3.0-or-later
// Quantities as people write them into tables: "32", "1,032", "254余次", "5.4万件", "３２ 起".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gridwarden::gis {

struct QuantityReading {
    double value = 0;
    std::string unit;     ///< that stood behind the number; empty: none
    bool isAbout = false; ///< 余, 多 or 约 stood with it
    bool operator==(const QuantityReading&) const = default;
};

/// None when the text does not begin with a number that is not negative. 万 multiplies by ten thousand, except in 万元,
/// which is a unit of its own.
[[nodiscard]] std::optional<QuantityReading> readQuantity(std::string_view text);

} // namespace gridwarden::gis
