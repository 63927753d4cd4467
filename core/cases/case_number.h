// SPDX-License-Identifier: GPL-3.0-or-later
// Case numbers by the district's pattern: {year} {month} {day} {serial:N} and plain text. The serial counts apart for each
// text that the rest of the pattern gives, and a number is never given twice, not even after an undo.
#pragma once

#include "core/store/store.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::core {

inline constexpr std::string_view DefaultNumberPattern = "{year}-{serial:6}";

class NumberPattern {
  public:
    /// Errors: BadInput "number-pattern-wrong" {text}: an unknown field, or not exactly one serial (of 1 to 12 digits).
    [[nodiscard]] static Result<NumberPattern> parse(std::string_view text);
    /// A negative serial gives "*" in its place: the name under which the serials are counted.
    [[nodiscard]] std::string number(Day day, std::int64_t serial) const;

  private:
    struct Part {
        enum Kind { Text, Year, Month, DayOfMonth, Serial } kind;
        std::string text;
        int width;
    };
    std::vector<Part> m_parts;
};

/// Takes the numbers of many cases inside one change, in which nobody else takes any.
class NumberTaker {
  public:
    explicit NumberTaker(Change& change) : m_change(change) {}
    /// Errors: Database; BadInput for a wrong pattern in the settings.
    Result<std::string> next(Day day);
    /// Writes down which were taken; to be called at the end.
    Result<void> keep();

  private:
    Change& m_change;
    std::optional<NumberPattern> m_pattern;
    std::map<std::string, std::int64_t> m_marks; ///< the highest serial that was taken, by what it counts under
};

/// Takes the next number of a local day. Errors: Database; BadInput for a wrong pattern in the settings.
Result<std::string> nextCaseNumber(Change& change, Day day);
/// The number that a case entered now would get, without taking it.
[[nodiscard]] Result<std::string> expectedCaseNumber(Connection& connection, Day day);

} // namespace gridwarden::core
