// SPDX-License-Identifier: GPL-3.0-or-later
// Where the words of a text begin: also of Chinese, which writes no blanks between them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::core {

/// The words of a text by ICU's rules and its dictionary; together they are the text. Blanks and punctuation are parts of their own.
/// What is no UTF-8 stays one part.
[[nodiscard]] std::vector<std::string> wordsOf(std::string_view text);

} // namespace gridwarden::core
