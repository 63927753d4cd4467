// SPDX-License-Identifier: GPL-3.0-or-later
// Rosters for the tests of duties: a zone with grids 01, 02 …, people, duties.
#pragma once

#include "core/district/duty_check.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <string>
#include <vector>

namespace gridwarden::test {

inline core::Day dayOf(std::string_view text) {
    return core::parseDay(text).value();
}

struct Roster {
    core::AreaId zone{1000};
    std::vector<core::AreaId> grids; ///< ids 1, 2 …
    std::vector<core::Area> areas;
    std::vector<core::Membership> memberships;
    std::vector<core::Person> people;
    std::vector<core::Duty> duties;
    std::vector<core::Absence> absences;
    std::vector<core::Certificate> certificates;
    core::DutyRules rules;

    explicit Roster(int gridCount, int personCount) {
        core::Area area;
        area.id = zone;
        area.kind = core::AreaKind::Zone;
        area.code = "Z";
        areas.push_back(area);
        area.kind = core::AreaKind::Grid;
        for (int i = 1; i <= gridCount; ++i) {
            area.id = core::AreaId(i);
            area.code = fmt::format("{:02}", i);
            areas.push_back(area);
            grids.push_back(area.id);
            memberships.push_back({area.id, zone, {}, {}});
        }
        for (int i = 1; i <= personCount; ++i)
            people.push_back({core::PersonId(i), fmt::format("P{}", i), fmt::format("某{}", i), {}, {}, {}, true});
    }
    /// Hours as "08:00"; the place of the new duty in the list is its id less one.
    core::Duty& duty(core::AreaId area, int person, int weekdays, int start, int end) {
        core::Duty& added = duties.emplace_back();
        added.id = core::DutyId(static_cast<std::int64_t>(duties.size()));
        added.area = area;
        added.person = core::PersonId(person);
        added.responsibility = "巡查";
        added.weekdays = weekdays;
        added.startMinute = start;
        added.endMinute = end;
        return added;
    }
    [[nodiscard]] core::AreaRegister areaRegister() const { return {areas, memberships}; }
    [[nodiscard]] core::PeopleRegister peopleRegister() const { return {{}, people, duties, absences, certificates}; }
    [[nodiscard]] std::vector<core::DutyProblem> check(const core::Period& period) const {
        return core::checkDuties(areaRegister(), peopleRegister(), core::AreaKind::Grid, period, rules);
    }
};

/// "gap 2026-03-02..2026-03-06 18:00-20:00 area 1 person 0 duties 1 2", with what else there is to say.
inline std::string textOf(const core::DutyProblem& problem) {
    const auto clock = [](int minute) { return fmt::format("{:02}:{:02}", minute / 60, minute % 60); };
    std::string text =
        fmt::format("{} {}..{} {}-{} area {} person {}", core::dutyProblemKey(problem.kind),
                    core::dayText(problem.days.from), core::dayText(problem.days.to), clock(problem.fromMinute),
                    clock(problem.toMinute), problem.area.value(), problem.person.value());
    if (!problem.post.empty())
        text += " post " + problem.post;
    if (!problem.certificate.empty())
        text += " certificate " + problem.certificate;
    if (problem.worked > 0)
        text += fmt::format(" worked {}", problem.worked);
    if (!problem.duties.empty())
        text += " duties";
    for (const core::DutyId id : problem.duties)
        text += fmt::format(" {}", id.value());
    return text;
}

inline std::vector<std::string> textsOf(const std::vector<core::DutyProblem>& problems) {
    std::vector<std::string> texts;
    for (const core::DutyProblem& problem : problems)
        texts.push_back(textOf(problem));
    return texts;
}

} // namespace gridwarden::test
