// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers put into classes, so that areas can be shaded by them. Kept as JSON with the district:
//   {"method": "quantiles" | "natural" | "equal", "classes": 5, "per": "area" | "km2"} | {"method": "own", "bounds": [10, 50, 100]}
#pragma once

#include "core/base/result.h"

#include <QColor>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string_view>
#include <vector>

namespace gridwarden::gis {

enum class ClassMethod {
    Quantiles, ///< as many areas in each class as equal numbers allow
    Natural,   ///< least sum of squared distances from the means of the classes (Fisher and Jenks, the optimum)
    Equal,     ///< equally wide
    Own,       ///< bounds that somebody chose
};
[[nodiscard]] std::string_view classMethodKey(ClassMethod method);

struct CountClasses {
    static constexpr int Fewest = 2, Most = 9;
    ClassMethod method = ClassMethod::Quantiles;
    bool perSquareKilometre = false; ///< cases for a square kilometre instead of cases
    int classes = 5;                 ///< at most so many; fewer where there are fewer different numbers
    std::vector<double> bounds;      ///< of Own: the greatest number of each class but the last; ascending
    bool operator==(const CountClasses&) const = default;
};

/// The greatest number of each class, ascending, all different; the last is the greatest there is (of Own, none is left out above
/// it). Quantiles by the nearest rank. Empty without numbers.
[[nodiscard]] std::vector<double> upperBounds(std::span<const double> numbers, const CountClasses& classes);
/// \pre bounds are those of numbers that include this one.
[[nodiscard]] std::size_t classOf(std::span<const double> bounds, double number);
/// Pale to dark, told apart by lightness alone; translucent, so that streets show through.
[[nodiscard]] QColor classColour(std::size_t position, std::size_t classes);

[[nodiscard]] nlohmann::json toJson(const CountClasses& classes);
/// Errors: BadInput "style-unreadable" {member}.
[[nodiscard]] core::Result<CountClasses> countClassesFromJson(const nlohmann::json& json);

} // namespace gridwarden::gis
