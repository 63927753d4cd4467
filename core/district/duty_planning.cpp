// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/duty_planning.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace gridwarden::core {

namespace {

using std::chrono::days;

bool hasShift(const Duty& duty, const Period& within) {
    for (Day day = within.from; day <= within.to; day += days(1))
        if (duty.isValidOn(day) && duty.hours().beginsOn(day))
            return true;
    return false;
}

/// Whether it has a shift on some day of an open or closed period; within seven days each of its weekdays comes.
bool hasAnyShift(const Duty& duty) {
    if (!duty.from || !duty.to || *duty.to - *duty.from >= days(6))
        return true;
    return hasShift(duty, {*duty.from, *duty.to});
}

/// What a shift is, whatever the day.
auto jobOf(const Duty& duty) {
    return std::tuple(duty.area, duty.post, duty.person, duty.responsibility, duty.startMinute, duty.endMinute);
}

/// The weekdays on which a job is done in a week.
using WeekPlan = std::map<decltype(jobOf(Duty())), int>;

WeekPlan planOf(const PeopleRegister& people, Day monday) {
    WeekPlan plan;
    for (const Duty& duty : people.duties())
        for (int weekday = 0; weekday < 7; ++weekday)
            if ((duty.weekdays & (1 << weekday)) != 0 && duty.isValidOn(monday + days(weekday)))
                plan[jobOf(duty)] |= 1 << weekday;
    return plan;
}

} // namespace

std::vector<Duty> withoutDays(const Duty& duty, const Period& taken) {
    if (!hasShift(duty, taken))
        return {duty};
    std::vector<Duty> pieces;
    if (!duty.from || *duty.from < taken.from) {
        Duty before = duty;
        before.to = taken.from - days(1);
        if (hasAnyShift(before))
            pieces.push_back(before);
    }
    if (!duty.to || *duty.to > taken.to) {
        Duty after = duty;
        after.from = taken.to + days(1);
        if (!pieces.empty())
            after.id = {};
        if (hasAnyShift(after))
            pieces.push_back(after);
    }
    return pieces;
}

std::optional<Duty> onDaysOnly(const Duty& duty, const Period& within) {
    if (!hasShift(duty, within))
        return std::nullopt;
    Duty only = duty;
    only.id = {};
    only.from = duty.from ? std::max(*duty.from, within.from) : within.from;
    only.to = duty.to ? std::min(*duty.to, within.to) : within.to;
    return only;
}

std::vector<Duty> copiedWeek(const PeopleRegister& people, Day from, Day to) {
    const WeekPlan there = planOf(people, to);
    std::vector<Duty> added;
    std::map<decltype(jobOf(Duty())), int> left = planOf(people, from);
    for (const Duty& duty : people.duties()) { // in their order, with the place of the post
        const auto found = left.find(jobOf(duty));
        if (found == left.end())
            continue;
        const auto known = there.find(found->first);
        Duty copy = duty;
        copy.id = {};
        copy.weekdays = found->second & ~(known == there.end() ? 0 : known->second);
        copy.from = to;
        copy.to = to + days(6);
        if (copy.weekdays != 0)
            added.push_back(copy);
        left.erase(found);
    }
    return added;
}

Result<void> replaceDuty(Change& change, DutyId id, const std::vector<Duty>& pieces) {
    if (std::none_of(pieces.begin(), pieces.end(), [&](const Duty& piece) { return piece.id == id; }))
        if (auto removed = removeDuty(change, id); !removed)
            return removed;
    for (const Duty& piece : pieces)
        if (const auto saved = saveDuty(change, piece); !saved)
            return fail(saved);
    return {};
}

} // namespace gridwarden::core
