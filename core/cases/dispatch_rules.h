// SPDX-License-Identifier: GPL-3.0-or-later
// To whom a case goes (派遣): by the bureau's rules, else by duty; who is away is replaced by the substitute.
#pragma once

#include "core/cases/category_register.h"
#include "core/district/area_register.h"
#include "core/district/people.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace gridwarden::core {

/// What is null or empty fits everything.
struct DispatchRule {
    DispatchRuleId id;
    int position = 0;        ///< from 1 on
    CategoryId category;     ///< this one and all under it
    AreaId area;             ///< in the area of its kind with its code
    std::string roadGrade;   ///< of the road at the place
    WeekHours hours;         ///< of the moment of dispatching
    OrganisationId organisation; ///< to whom, if no person
    PersonId person;
    std::string note;        ///< its name for people
    bool isEnabled = true;
};

/// In their order. Errors: Database.
[[nodiscard]] Result<std::vector<DispatchRule>> loadDispatchRules(Connection& connection);
/// Adds at the end when the id is null, else rewrites. Errors: BadInput "dispatch-rule-incomplete" (nobody to dispatch to, no weekday).
Result<DispatchRuleId> saveDispatchRule(Change& change, DispatchRule rule);
Result<void> removeDispatchRule(Change& change, DispatchRuleId id);
/// Moves it up (−1) or down (1) in the order; the others close the gap.
Result<void> moveDispatchRule(Change& change, DispatchRuleId id, int by);

/// What is needed to say who gets a case. The pointers outlive the call.
struct DispatchContext {
    const AreaRegister* areas;
    const PeopleRegister* people;
    const CategoryRegister* categories;
    std::span<const DispatchRule> rules;
    TimeZone zone;
};

struct Receiver {
    OrganisationId organisation; ///< of a person, the one they belong to
    PersonId person;
    /// Why, for people: "dispatch-by-rule" {number, note} or "dispatch-by-rule-number" {number}, "dispatch-by-duty" {area, responsibility} or
    /// "dispatch-by-duty-there" {area}, "dispatch-for-absent" {person, substitute},
    /// "dispatch-past-absent" {person}, "dispatch-past-rule" {number} (nobody of it is there), "dispatch-nobody".
    std::vector<Message> why;
    [[nodiscard]] bool isNobody() const { return organisation.isNull() && person.isNull(); }
};

/// The first enabled rule that fits and has somebody who is there; else who is on duty at the place, at the nearest level where anybody is
/// there; else nobody. A rule with an area or a grade fits no case without a place.
[[nodiscard]] Receiver receiverFor(const DispatchContext& context, std::optional<GeoPoint> place, CategoryId category, Moment at);

} // namespace gridwarden::core
