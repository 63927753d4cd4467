// SPDX-License-Identifier: GPL-3.0-or-later
// What in a free text tells who somebody is: numbers by their form, names by a list.
#pragma once

#include "core/disclosure/known_names.h"

#include <array>

namespace gridwarden::core {

enum class TraceKind { Identity, Mobile, Landline, Plate, Email, Name, HouseNumber };
inline constexpr std::size_t TraceKindCount = 7;
/// "identity", "mobile" …
[[nodiscard]] std::string_view traceKindKey(TraceKind kind);

/// Bytes of a text.
struct Trace {
    TraceKind kind;
    std::size_t begin;
    std::size_t end;
    bool operator==(const Trace&) const = default;
};

struct TraceSearch {
    const KnownNames* names = nullptr; ///< null: none
    bool houseNumbers = false;         ///< 123号, 3幢502室: an exact place in words
    int thisYear = 2026;               ///< an identity number with a wrong check character is one when its day of birth is ten years past
};

/// In the order of the text, without overlaps. Found are
/// - identity numbers with a right check character, and what else looks like one (core/disclosure/identity_number.h);
/// - mobile numbers: 11 digits from 13 to 19, also with +86 and written in groups;
/// - landlines with their area code, and any number of seven digits or more that follows 电话, 手机, tel and the like;
/// - number plates of cars: a province, a letter, five or six letters and digits;
/// - e-mail addresses; known names and telephone numbers; house numbers.
/// Not found: numbers spelt in words, names that are on no list, nicknames and accounts, what is told by a description.
[[nodiscard]] std::vector<Trace> findTraces(std::string_view text, const TraceSearch& search);

using TraceCounts = std::array<std::int64_t, TraceKindCount>;

/// The text with "■■" in the place of each trace; adds to the counts.
[[nodiscard]] std::string maskedText(std::string_view text, const TraceSearch& search, TraceCounts& counts);

} // namespace gridwarden::core
