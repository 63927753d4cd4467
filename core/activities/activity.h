// SPDX-License-Identifier: GPL-3.0-or-later
// Activities (工作记录): work that is counted without a case. 32 stalls cleared, 400 leaflets, a training for 38
// people.
#pragma once

#include "core/base/geometry.h"
#include "core/base/id.h"
#include "core/base/time.h"

#include <cstdint>
#include <optional>
#include <string>

namespace gridwarden::core {

/// When it was done. It counts on the local day of its first moment, by the clock that held when it was entered:
/// another time zone of the district later moves nothing to another day.
struct ActivityTime {
    Moment first;
    Moment last;        ///< of whole days: the first moment of the last one
    bool isDays = true; ///< only the days are known
    seconds utcOffset{0};

    [[nodiscard]] static ActivityTime at(Moment moment, const TimeZone& zone) {
        return {moment, moment, false, zone.offset(moment)};
    }
    [[nodiscard]] static ActivityTime between(Moment first, Moment last, const TimeZone& zone) {
        return {first, last, false, zone.offset(first)};
    }
    [[nodiscard]] static ActivityTime ofDays(Period days, const TimeZone& zone) {
        return {zone.start(days.from), zone.start(days.to), true, zone.offset(zone.start(days.from))};
    }
    [[nodiscard]] Day day() const {
        return std::chrono::floor<std::chrono::days>(LocalTime(first.time_since_epoch() + utcOffset));
    }
    /// An hour is allowed for a change of clocks between the two.
    [[nodiscard]] Day lastDay() const {
        const seconds slack = isDays ? seconds(std::chrono::hours(1)) : seconds(0);
        return std::chrono::floor<std::chrono::days>(LocalTime(last.time_since_epoch() + utcOffset + slack));
    }
    bool operator==(const ActivityTime&) const = default;
};

struct Activity {
    ActivityId id;
    std::string kind; ///< key of an ActivityKind
    CategoryId category;
    std::string description;
    std::string place;             ///< in words
    std::optional<GeoPoint> point; ///< CGCS2000
    double quantity = 1;
    std::string unit; ///< 起, 件, 处, 家, 次, 份 …; quantities of different units are never added up
    std::optional<std::int64_t> people; ///< who took part or was reached: 人次
    ActivityTime time;
    OrganisationId organisation; ///< whose work it is
    PersonId person;
    std::string note;
    std::string source;  ///< file and row that it was read from; empty: entered
    ActivityPlanId plan; ///< which it was confirmed from
    bool operator==(const Activity&) const = default;
};

} // namespace gridwarden::core
