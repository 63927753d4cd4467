// SPDX-License-Identifier: GPL-3.0-or-later
// A text letter by letter in one form, whatever it was typed in, with where each letter stands: so that a number in full-width digits
// is found like any other.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::core {

/// Full-width forms as their half-width ones, ASCII letters as capitals, every dash as '-', every blank as ' '; without what takes no
/// room (U+200B and its like). A byte that is not UTF-8 is a letter of its own.
struct Letters {
    explicit Letters(std::string_view text);
    std::u32string letters;
    std::vector<std::size_t> begins; ///< byte of the text at which each begins
    std::vector<std::size_t> ends;   ///< and behind which it ends
};

[[nodiscard]] inline bool isDigit(char32_t letter) { return letter >= U'0' && letter <= U'9'; }
[[nodiscard]] inline bool isLatin(char32_t letter) { return letter >= U'A' && letter <= U'Z'; }
[[nodiscard]] inline bool isAlphanumeric(char32_t letter) { return isDigit(letter) || isLatin(letter); }
[[nodiscard]] bool isIdeograph(char32_t letter);

} // namespace gridwarden::core
