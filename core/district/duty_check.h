// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with the duties (五定) of a period, worked out from the registers and nothing else.
#pragma once

#include "core/district/area_register.h"
#include "core/district/duty_rules.h"
#include "core/district/people.h"

#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::core {

/// In the order in which they are listed.
enum class DutyProblemKind {
    Gap,           ///< nobody is on duty in an area, or at a guard post, in hours that have to be covered
    NoSubstitute,  ///< whoever has a duty is away, and nobody stands in
    PersonLeft,    ///< whoever has a duty works here no longer
    TwoPlaces,     ///< one person has duties in different places at once
    NoCertificate, ///< whoever does a duty has a role that needs a certificate, and holds none that is valid on the day
    LongShift,     ///< on duty without a break for longer than allowed
    LongWeek       ///< on duty from Monday to Sunday for longer than allowed
};

/// "gap", "no_substitute" … as on the command line and in words.json ("duty_problems").
[[nodiscard]] std::string_view dutyProblemKey(DutyProblemKind kind);

/// One thing that is wrong in the same way on each day of a run of days.
struct DutyProblem {
    DutyProblemKind kind;
    Period days;                ///< the days on which it begins; of LongWeek whole weeks
    int fromMinute;             ///< after local midnight of each of the days
    int toMinute;               ///< exclusive; beyond 24 × 60 on the days after
    AreaId area;                ///< Gap, NoSubstitute, PersonLeft
    std::string post;           ///< Gap, NoSubstitute, PersonLeft at a guard post
    PersonId person;            ///< whom it concerns: whoever does the duty; null: Gap
    std::string certificate;    ///< NoCertificate: the kind that is missing
    int worked = 0;             ///< LongShift, LongWeek: minutes on duty
    std::vector<DutyId> duties; ///< sorted

    bool operator==(const DutyProblem&) const = default;
};

/// The problems of a period of local days. An area is covered by its own duties, at a guard post or not; who does a
/// duty is `PeopleRegister::standIn` of the day on which it begins. People are looked at with all their duties,
/// whatever the kind of the area, and are in one place where one area is the other or belongs to it. Shifts and weeks
/// are those of the duties that begin in the whole weeks that the period touches, or on the day before. Hours are those
/// of the wall clock, each day with 24. What goes on past midnight is one problem of the day on which it begins, unless
/// it lasts a day or longer. Equal problems of consecutive days are one. In the order of kind, first day, minute, code
/// of the area, person, duties.
[[nodiscard]] std::vector<DutyProblem> checkDuties(const AreaRegister& areas, const PeopleRegister& people,
                                                   AreaKind kind, const Period& period, const DutyRules& rules);

} // namespace gridwarden::core
