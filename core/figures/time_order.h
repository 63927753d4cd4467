// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/figures/filter.h"

namespace gridwarden::core {

/// A selection in the order of its reported times, so that any stretch of time is found at once: for days that are dragged or
/// played, and for counting by day. It gives what `select` gives with those days. Immutable: shared between threads.
class TimeOrder {
  public:
    TimeOrder() = default;
    /// Takes time as sorting does.
    TimeOrder(const CaseFacts& facts, const Selection& selection);

    [[nodiscard]] std::size_t size() const { return m_times.size(); }
    /// The local days of the first and the last report. None of nothing.
    [[nodiscard]] std::optional<Period> days(const TimeZone& zone) const;
    /// Reported on these local days, both included; none: since or until ever.
    [[nodiscard]] Selection within(const TimeZone& zone, std::optional<Day> from, std::optional<Day> to) const;
    [[nodiscard]] std::size_t countWithin(const TimeZone& zone, std::optional<Day> from, std::optional<Day> to) const;

  private:
    /// Positions [first, last) in time.
    [[nodiscard]] std::pair<std::size_t, std::size_t> range(const TimeZone& zone, std::optional<Day> from, std::optional<Day> to) const;
    std::vector<std::int64_t> m_times;  // ascending
    std::vector<std::uint32_t> m_rows;  // beside them
    std::uint32_t m_lastRow = 0;        // the greatest of them
};

} // namespace gridwarden::core
