// SPDX-License-Identifier: GPL-3.0-or-later
// Counts and rates of a period (domain sections 8.1 and 8.2), each with numerator, denominator and the records behind.
#pragma once

#include "core/figures/filter.h"

#include <optional>
#include <string>
#include <vector>

namespace gridwarden::core {

/// A number with its definition and its selection.
struct Figure {
    std::string key;      ///< reported, filed, rejected, to_handle, handled, handled_in_time, due_to_close, closed, closed_in_time,
                          ///< rework, suspended, extended, voided, self_handled, open, overdue; words.json "figures" has names and definitions
    Selection rows;       ///< the cases counted
    [[nodiscard]] std::int64_t value() const { return static_cast<std::int64_t>(rows.size()); }
};

/// A rate in the range 0 … 1 (or beyond), none when the denominator is 0 (prints "—").
struct Rate {
    std::string key; ///< filing, closing, closing_in_time, handling, handling_in_time, rework, extension
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;
    [[nodiscard]] std::optional<double> value() const {
        return denominator == 0 ? std::nullopt : std::optional(static_cast<double>(numerator) / static_cast<double>(denominator));
    }
};

struct Indicators {
    std::vector<Figure> figures;
    std::vector<Rate> rates;
    [[nodiscard]] const Figure& figure(std::string_view key) const;
    [[nodiscard]] const Rate& rate(std::string_view key) const;
};

/// Indicators of a period over the cases of a filter (its days are ignored: each figure has its own period rule, stated in
/// its definition). Errors: Database.
[[nodiscard]] Result<Indicators> indicators(const FiguresContext& context, const Filter& filter, Period period);

/// (this − base) ÷ base; none when the base is 0. For 环比 and 同比.
[[nodiscard]] std::optional<double> changeRate(double value, double base);
/// The period of equal length just before; a whole month gives the month before, a whole year the year before.
[[nodiscard]] Period previousPeriod(Period period);
/// The same days a year earlier.
[[nodiscard]] Period sameLastYear(Period period);

} // namespace gridwarden::core
