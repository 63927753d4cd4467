// SPDX-License-Identifier: GPL-3.0-or-later
// Taking texts apart for searching: each Chinese character is a term of its own, so that words of two characters are found without
// knowing the words; runs of letters and digits are one term.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::core {

/// The terms of a text in order, each followed by a blank. Ideographs, kana and hangul stand alone; other letters and digits
/// stay together, in lower case, full-width forms as their half-width ones; everything else only separates. \pre UTF-8
[[nodiscard]] std::string spacedTerms(std::string_view text);

/// What is looked for: the parts of a text between blanks, all of which have to be in a case.
struct SearchPart {
    std::string typed;  ///< as it was typed, lower case
    std::string terms;  ///< spacedTerms of it; empty: nothing but signs
    bool isOpen;        ///< ends in a letter or digit, which may go on in the text: "12" finds "128"
    [[nodiscard]] bool hasDigit() const { return typed.find_first_of("0123456789") != std::string::npos; }
};
[[nodiscard]] std::vector<SearchPart> searchParts(std::string_view text);

/// Whether the terms of a part occur one after the other in a text given as spacedTerms.
[[nodiscard]] bool containsPart(std::string_view spaced, const SearchPart& part);

} // namespace gridwarden::core
