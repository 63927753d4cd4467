// SPDX-License-Identifier: GPL-3.0-or-later
// The counts and rates of a report on an area (domain sections 8.1 and 8.2), by the definitions of the district, each with numerator, denominator
// and the records behind.
#pragma once

#include "core/figures/figure_values.h"

#include <optional>
#include <string>
#include <vector>

namespace gridwarden::core {

/// A number with its definition and its selection.
struct Figure {
    /// reported, filed, filed_of_reported, rejected, to_handle, handled, handled_in_time, due_to_close, closed,
    /// closed_in_time, rework, suspended, extended, voided, self_handled, open, overdue.
    std::string key;
    Selection rows; ///< the cases counted
    [[nodiscard]] std::int64_t value() const { return static_cast<std::int64_t>(rows.size()); }
};

/// A rate in the range 0 … 1 (or beyond), none when the denominator is 0 (prints "—").
struct Rate {
    std::string key; ///< filing, closing, closing_in_time, handling, handling_in_time, rework_rate, extension
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;
    std::string numeratorKey = {};   ///< the figure whose value and records the numerator is
    std::string denominatorKey = {}; ///< likewise
    [[nodiscard]] std::optional<double> value() const {
        return denominator == 0 ? std::nullopt : std::optional(static_cast<double>(numerator) / static_cast<double>(denominator));
    }
};

struct Indicators {
    std::vector<Figure> figures;
    std::vector<Rate> rates;
    /// \pre the key is one of the above.
    [[nodiscard]] const Figure& figure(std::string_view key) const;
    [[nodiscard]] const Rate& rate(std::string_view key) const;
};

/// Indicators of a period over the cases of the input (the days of its filter are ignored: each figure has its own period rule, stated in
/// its definition). Cases reported before the period count wherever their filing, deadline or
/// closing falls into it. Errors: those of evaluateFigures.
/// \pre the definitions have these keys, as those of the same nature
[[nodiscard]] Result<Indicators> indicators(const FigureInput& input, const FigureDefinitions& definitions, Period period);

/// (this − base) ÷ base; none when the base is 0. For 环比 and 同比.
[[nodiscard]] std::optional<double> changeRate(double value, double base);
/// How many months a period is made of; none when it does not begin and end with one.
[[nodiscard]] std::optional<int> wholeMonths(Period period);
/// The period of equal length just before. Whole months (a month, a quarter, a half-year, a year) give as many whole months
/// before.
[[nodiscard]] Period previousPeriod(Period period);
/// The same days a year earlier; 29 February gives 28 February, and whole months stay whole.
[[nodiscard]] Period sameLastYear(Period period);

} // namespace gridwarden::core
