// SPDX-License-Identifier: GPL-3.0-or-later
// Hours of the same length on some days of the week, also past midnight: of duties and of rules.
#pragma once

#include "core/base/time.h"

#include <optional>

namespace gridwarden::core {

struct WeekHours {
    static constexpr int MinutesPerDay = 24 * 60;
    int weekdays = 0x7f;             ///< bit 0 Monday … bit 6 Sunday: the days on which they begin
    int startMinute = 0;             ///< after local midnight
    int endMinute = MinutesPerDay;   ///< exclusive; not after startMinute means into the next day

    [[nodiscard]] bool isSensible() const {
        const auto isMinute = [](int minute) { return minute >= 0 && minute <= MinutesPerDay; };
        return (weekdays & 0x7f) != 0 && isMinute(startMinute) && isMinute(endMinute);
    }
    [[nodiscard]] bool beginsOn(Day day) const {
        return (weekdays & (1 << (std::chrono::weekday(day).iso_encoding() - 1))) != 0;
    }
    /// Minutes from the start to the end.
    [[nodiscard]] int length() const {
        return endMinute > startMinute ? endMinute - startMinute : endMinute - startMinute + MinutesPerDay;
    }
    /// The day on which the hours that cover a local time began: that day, or the one before; none when it lies outside of them.
    [[nodiscard]] std::optional<Day> dayBegun(LocalTime local) const {
        const Day today = std::chrono::floor<std::chrono::days>(local);
        const int minute = static_cast<int>(std::chrono::floor<std::chrono::minutes>(local - LocalTime(today)).count());
        const auto covers = [&](Day day, int sinceMidnight) {
            return beginsOn(day) && startMinute <= sinceMidnight && sinceMidnight < startMinute + length();
        };
        if (covers(today, minute))
            return today;
        const Day yesterday = today - std::chrono::days(1);
        return covers(yesterday, minute + MinutesPerDay) ? std::optional(yesterday) : std::nullopt;
    }
};

} // namespace gridwarden::core
