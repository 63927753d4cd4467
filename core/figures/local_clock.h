// SPDX-License-Identifier: GPL-3.0-or-later
// Local days and hours of many moments: asks the time zone once for each UTC day instead of once for each moment.
#pragma once

#include "core/base/time.h"

#include <optional>
#include <unordered_map>

namespace gridwarden::core {

/// Not for several threads at once.
class LocalClock {
public:
    explicit LocalClock(TimeZone zone) : m_zone(std::move(zone)) {}

    /// The wall-clock reading at UTC seconds.
    [[nodiscard]] LocalTime local(std::int64_t utcSeconds) {
        const Moment moment{seconds(utcSeconds)};
        const auto utcDay = std::chrono::floor<std::chrono::days>(moment);
        if (utcDay != m_day) {
            m_day = utcDay;
            m_offset = offsetOf(utcDay);
        }
        return LocalTime(moment.time_since_epoch() + (m_offset ? *m_offset : m_zone.offset(moment)));
    }
    [[nodiscard]] Day day(std::int64_t utcSeconds) { return std::chrono::floor<std::chrono::days>(local(utcSeconds)); }

private:
    /// None on a day on which the offset changes.
    std::optional<seconds> offsetOf(std::chrono::sys_days utcDay) {
        const auto [found, isNew] = m_offsets.try_emplace(utcDay.time_since_epoch().count());
        if (isNew) {
            const seconds first = m_zone.offset(Moment(utcDay));
            if (first == m_zone.offset(Moment(utcDay + std::chrono::days(1)) - seconds(1)))
                found->second = first;
        }
        return found->second;
    }
    TimeZone m_zone;
    std::unordered_map<std::int64_t, std::optional<seconds>> m_offsets;
    std::chrono::sys_days m_day = std::chrono::sys_days::max();
    std::optional<seconds> m_offset;
};

} // namespace gridwarden::core
