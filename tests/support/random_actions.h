// SPDX-License-Identifier: GPL-3.0-or-later
// Random actions of all kinds on a small district.
#pragma once

#include "tests/support/small_district.h"

#include <random>

namespace gridwarden::test {

class RandomActions {
  public:
    RandomActions(SmallDistrict& small, unsigned seed) : m_small(small), m_random(seed) {}

    /// Tries one random action; says whether it changed anything.
    bool act() {
        switch (pick(8)) {
        case 0:
        case 1:
            return report();
        case 2:
        case 3:
        case 4:
            return step();
        case 5:
            return area();
        case 6:
            return people();
        default:
            return lists();
        }
    }

  private:
    int pick(int count) { return std::uniform_int_distribution<int>(0, count - 1)(m_random); }
    double share() { return std::uniform_real_distribution<double>(0, 1)(m_random); }
    core::GeoPoint place() { return {120.635 + 0.03 * share(), 27.995 + 0.03 * share()}; }

    bool report() {
        core::CaseDraft draft;
        if (pick(5) != 0)
            draft.place = place();
        draft.category = m_small.category(pick(2) == 0 ? "09006" : "06010");
        draft.description = "随机" + std::to_string(pick(1000));
        if (pick(3) == 0)
            draft.contact = {"某人" + std::to_string(pick(1000)), "1390577"};
        const auto id = core::reportCase(*m_small.district, m_small.actor, draft);
        REQUIRE(id);
        m_cases.push_back(*id);
        return true;
    }
    bool step() {
        if (m_cases.empty())
            return false;
        core::StepDraft draft;
        draft.kind = static_cast<core::StepKind>(1 + pick(core::StepKindCount));
        draft.detail.note = "说明";
        draft.detail.result = static_cast<core::StepResult>(1 + pick(3));
        draft.detail.organisation = m_small.squad;
        if (draft.kind == core::StepKind::Suspend)
            draft.detail.until = core::now() + std::chrono::hours(24 * 30);
        if (draft.kind == core::StepKind::Correct)
            draft.detail.place = place();
        if (draft.kind == core::StepKind::Urge)
            draft.detail.urging = "leader";
        if (draft.kind == core::StepKind::Link)
            draft.detail.with = m_cases.front();
        return core::takeStep(*m_small.district, m_small.actor, m_cases[static_cast<std::size_t>(pick(static_cast<int>(m_cases.size())))], draft).has_value();
    }
    bool area() {
        return m_small.district
            ->change({"area", {}}, m_small.actor,
                     [&](core::Change& change) -> core::Result<void> {
                         if (pick(2) == 0) {
                             core::Area moved = *m_small.district->areas().find(m_small.grids[static_cast<std::size_t>(pick(4))]);
                             moved.shape = square(120.63 + 0.01 * pick(3), 28.00, 0.005 + 0.01 * share());
                             return core::updateArea(change, moved);
                         }
                         core::Area added;
                         added.kind = core::AreaKind::Grid;
                         added.code = "N" + std::to_string(pick(1000000));
                         added.shape = square(120.66 + 0.01 * share(), 28.0, 0.004);
                         const auto id = core::addArea(change, added);
                         return id ? core::addMembership(change, {*id, m_small.zone, {}, {}}) : core::Result<void>(core::fail(id));
                     })
            .has_value();
    }
    bool people() {
        return m_small.district
            ->change({"people", {}}, m_small.actor,
                     [&](core::Change& change) -> core::Result<void> {
                         core::Person person;
                         person.code = "R" + std::to_string(pick(1000000));
                         person.name = "某某";
                         person.phone = pick(2) == 0 ? "" : "577-0000";
                         const auto id = core::savePerson(change, person);
                         if (!id)
                             return core::fail(id);
                         core::Duty duty;
                         duty.area = m_small.grids[1];
                         duty.person = *id;
                         duty.weekdays = 1 + pick(127);
                         const auto saved = core::saveDuty(change, duty);
                         return saved ? core::Result<void>() : core::fail(saved);
                     })
            .has_value();
    }
    bool lists() {
        return m_small.district
            ->change({"lists", {}}, m_small.actor,
                     [&](core::Change& change) -> core::Result<void> {
                         if (pick(2) == 0) {
                             core::CalendarDefinition definition = m_small.district->calendars().current().definition();
                             definition.days[m_small.district->timeZone().day(core::now()) + std::chrono::days(pick(20))] = {pick(2) == 0, "调休"};
                             const auto version = core::saveCalendar(change, definition);
                             return version ? core::Result<void>() : core::fail(version);
                         }
                         return core::saveSource(change, {"s" + std::to_string(pick(20)), "来源", "source", false, false, pick(2) == 0, pick(100)});
                     })
            .has_value();
    }

    SmallDistrict& m_small;
    std::mt19937 m_random;
    std::vector<core::CaseId> m_cases;
};

} // namespace gridwarden::test
