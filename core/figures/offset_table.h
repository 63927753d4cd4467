// SPDX-License-Identifier: GPL-3.0-or-later
// The local readings of many moments, by several threads at once: the offset of each UTC day is asked once, beforehand.
#pragma once

#include "core/base/time.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace gridwarden::core {

class OffsetTable {
public:
    /// For UTC seconds from `least` to `greatest`; others are answered slowly.
    OffsetTable(const TimeZone& zone, std::int64_t least, std::int64_t greatest) : m_zone(zone), m_firstDay(dayOf(least)) {
        constexpr std::int64_t MostDays = 200'000;
        const std::int64_t last = std::min(dayOf(greatest), m_firstDay + MostDays);
        for (std::int64_t day = m_firstDay; day <= last; ++day) {
            const auto start = zone.offset(Moment(seconds(day * SecondsPerDay))), end = zone.offset(Moment(seconds((day + 1) * SecondsPerDay - 1)));
            m_offsets.push_back(start == end ? static_cast<std::int32_t>(start.count()) : Changes);
        }
    }
    /// The wall-clock reading as seconds since 1970-01-01 00:00 there.
    [[nodiscard]] std::int64_t local(std::int64_t utcSeconds) const {
        const auto position = static_cast<std::uint64_t>(dayOf(utcSeconds) - m_firstDay);
        if (position < m_offsets.size() && m_offsets[position] != Changes)
            return utcSeconds + m_offsets[position];
        return utcSeconds + m_zone.offset(Moment(seconds(utcSeconds))).count();
    }

private:
    static constexpr std::int64_t SecondsPerDay = 86400;
    static constexpr std::int32_t Changes = INT32_MIN; // during the day
    static std::int64_t dayOf(std::int64_t utcSeconds) {
        return utcSeconds >= 0 ? utcSeconds / SecondsPerDay : (utcSeconds + 1) / SecondsPerDay - 1;
    }
    TimeZone m_zone;
    std::int64_t m_firstDay;
    std::vector<std::int32_t> m_offsets;
};

} // namespace gridwarden::core
