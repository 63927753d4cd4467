// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of minutes as spans that are sorted and neither overlap nor touch.
#pragma once

#include <vector>

namespace gridwarden::core {

/// Minutes after some midnight, the end exclusive.
struct MinuteSpan {
    int from = 0;
    int to = 0;
    bool operator==(const MinuteSpan&) const = default;
    [[nodiscard]] int length() const { return to - from; }
};
using MinuteSpans = std::vector<MinuteSpan>;

/// Any spans as a set; empty ones are nothing.
[[nodiscard]] MinuteSpans united(MinuteSpans spans);
/// What is in a set and not in another one.
[[nodiscard]] MinuteSpans without(const MinuteSpans& set, const MinuteSpans& other);
/// What of a set lies within a span.
[[nodiscard]] MinuteSpans within(const MinuteSpans& set, MinuteSpan span);
[[nodiscard]] int minutesIn(const MinuteSpans& set);

} // namespace gridwarden::core
