// SPDX-License-Identifier: GPL-3.0-or-later
// Grades of roads (主干道严管、次干道严控、小街巷规范): those of the field have keys, a bureau's own are kept as it writes them.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace gridwarden::core {

/// In words.json "road_grades", the strictest first.
inline constexpr std::array<std::string_view, 3> RoadGrades = {"arterial", "secondary", "minor"};

/// The key of what is the key or the name of one, in either language; else the text.
[[nodiscard]] std::string roadGradeFrom(std::string_view text);

} // namespace gridwarden::core
