// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a table that sum up others.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::gis {

/// 合计, 本周小计, 总 计, total …: a heading and not a sentence that has the word in it.
[[nodiscard]] bool saysTotal(std::string_view text);
/// The first cell that holds anything, where it makes the row a total; else empty.
[[nodiscard]] std::string totalAtStart(const std::vector<std::string>& values);

} // namespace gridwarden::gis
