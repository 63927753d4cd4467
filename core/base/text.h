// SPDX-License-Identifier: GPL-3.0-or-later
// Small text functions on UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::core {

/// Without white space (ASCII blanks and the ideographic space U+3000) at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// ASCII letters in lower case; everything else unchanged.
[[nodiscard]] std::string lowered(std::string_view text);
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view separator);
[[nodiscard]] bool isValidUtf8(std::string_view text);

} // namespace gridwarden::core
