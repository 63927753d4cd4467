// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/time_order.h"

#include <algorithm>
#include <bit>

namespace gridwarden::core {

TimeOrder::TimeOrder(const CaseFacts& facts, const Selection& selection) {
    std::vector<std::pair<std::int64_t, std::uint32_t>> order;
    order.reserve(selection.size());
    for (const std::uint32_t row : selection)
        order.emplace_back(facts[row].reported, row);
    std::sort(order.begin(), order.end());
    m_times.reserve(order.size());
    m_rows.reserve(order.size());
    for (const auto& [time, row] : order) {
        m_times.push_back(time);
        m_rows.push_back(row);
        m_lastRow = std::max(m_lastRow, row);
    }
}

std::optional<Period> TimeOrder::days(const TimeZone& zone) const {
    if (m_times.empty())
        return std::nullopt;
    return Period{zone.day(Moment(seconds(m_times.front()))), zone.day(Moment(seconds(m_times.back())))};
}

std::pair<std::size_t, std::size_t> TimeOrder::range(const TimeZone& zone, std::optional<Day> from, std::optional<Day> to) const {
    const auto before = [&](Day day) {
        const std::int64_t start = zone.start(day).time_since_epoch().count();
        return static_cast<std::size_t>(std::lower_bound(m_times.begin(), m_times.end(), start) - m_times.begin());
    };
    const std::size_t first = from ? before(*from) : 0;
    const std::size_t last = to ? before(*to + std::chrono::days(1)) : m_times.size();
    return {first, std::max(first, last)};
}

std::size_t TimeOrder::countWithin(const TimeZone& zone, std::optional<Day> from, std::optional<Day> to) const {
    const auto [first, last] = range(zone, from, to);
    return last - first;
}

Selection TimeOrder::within(const TimeZone& zone, std::optional<Day> from, std::optional<Day> to) const {
    const auto [first, last] = range(zone, from, to);
    // Rows ascend in a selection: a bit for each is quicker than sorting.
    constexpr std::size_t Bits = 64;
    std::vector<std::uint64_t> marks(m_lastRow / Bits + 1, 0);
    for (std::size_t i = first; i < last; ++i)
        marks[m_rows[i] / Bits] |= std::uint64_t{1} << (m_rows[i] % Bits);
    Selection rows;
    rows.reserve(last - first);
    for (std::size_t word = 0; word < marks.size(); ++word)
        for (std::uint64_t rest = marks[word]; rest != 0; rest &= rest - 1)
            rows.push_back(static_cast<std::uint32_t>(word * Bits) + static_cast<std::uint32_t>(std::countr_zero(rest)));
    return rows;
}

} // namespace gridwarden::core
