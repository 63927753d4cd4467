// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is done, undoing all of it leaves every watched table as it was.
#include "core/store/changeset.h"
#include "tests/support/small_district.h"

#include <random>

using namespace gridwarden;
using namespace gridwarden::core;
using gridwarden::test::SmallDistrict;

namespace {

/// Every row of a table as text.
std::vector<std::string> dump(Connection& connection, const std::string& table) {
    std::vector<std::string> columns;
    REQUIRE(connection.each("SELECT name FROM pragma_table_info('" + table + "')", {}, [&](const Row& row) {
        columns.push_back("quote(" + row.text(0) + ")");
        return true;
    }));
    std::string list;
    for (const std::string& column : columns)
        list += (list.empty() ? "" : " || '|' || ") + column;
    return connection.rows("SELECT " + list + " FROM " + table + " ORDER BY 1", {}, [](const Row& row) { return row.text(0); }).value();
}

using Dump = std::map<std::string, std::vector<std::string>>;

Dump dumpAll(Connection& connection, bool withStates) {
    Dump all;
    for (const std::string& table : watchedTables())
        all[table] = dump(connection, table);
    if (withStates)
        all["case_state"] = dump(connection, "case_state");
    return all;
}

class RandomDesk {
  public:
    RandomDesk(SmallDistrict& small, unsigned seed) : m_small(small), m_random(seed) {}

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
    GeoPoint place() { return {120.635 + 0.03 * share(), 27.995 + 0.03 * share()}; }

    bool report() {
        CaseDraft draft;
        if (pick(5) != 0)
            draft.place = place();
        draft.category = m_small.category(pick(2) == 0 ? "09006" : "06010");
        draft.description = "随机" + std::to_string(pick(1000));
        const auto id = reportCase(*m_small.district, m_small.actor, draft);
        REQUIRE(id);
        m_cases.push_back(*id);
        return true;
    }
    bool step() {
        if (m_cases.empty())
            return false;
        StepDraft draft;
        draft.kind = static_cast<StepKind>(1 + pick(StepKindCount));
        draft.detail.note = "说明";
        draft.detail.result = static_cast<StepResult>(1 + pick(3));
        draft.detail.organisation = m_small.squad;
        if (draft.kind == StepKind::Suspend)
            draft.detail.until = now() + std::chrono::hours(24 * 30);
        if (draft.kind == StepKind::Correct)
            draft.detail.place = place();
        if (draft.kind == StepKind::Urge)
            draft.detail.urging = "leader";
        if (draft.kind == StepKind::Link)
            draft.detail.with = m_cases.front();
        return takeStep(*m_small.district, m_small.actor, m_cases[static_cast<std::size_t>(pick(static_cast<int>(m_cases.size())))], draft).has_value();
    }
    bool area() {
        return m_small.district
            ->change({"area", {}}, m_small.actor,
                     [&](Change& change) -> Result<void> {
                         if (pick(2) == 0) {
                             Area moved = *m_small.district->areas().find(m_small.grids[static_cast<std::size_t>(pick(4))]);
                             moved.shape = test::square(120.63 + 0.01 * pick(3), 28.00, 0.005 + 0.01 * share());
                             return updateArea(change, moved);
                         }
                         Area added;
                         added.kind = AreaKind::Grid;
                         added.code = "N" + std::to_string(pick(1000000));
                         added.shape = test::square(120.66 + 0.01 * share(), 28.0, 0.004);
                         const auto id = addArea(change, added);
                         return id ? addMembership(change, {*id, m_small.zone, {}, {}}) : Result<void>(fail(id));
                     })
            .has_value();
    }
    bool people() {
        return m_small.district
            ->change({"people", {}}, m_small.actor,
                     [&](Change& change) -> Result<void> {
                         Person person;
                         person.code = "R" + std::to_string(pick(1000000));
                         person.name = "某某";
                         person.phone = pick(2) == 0 ? "" : "577-0000";
                         const auto id = savePerson(change, person);
                         if (!id)
                             return fail(id);
                         Duty duty;
                         duty.area = m_small.grids[1];
                         duty.person = *id;
                         duty.weekdays = 1 + pick(127);
                         const auto saved = saveDuty(change, duty);
                         return saved ? Result<void>() : fail(saved);
                     })
            .has_value();
    }
    bool lists() {
        return m_small.district
            ->change({"lists", {}}, m_small.actor,
                     [&](Change& change) -> Result<void> {
                         if (pick(2) == 0) {
                             CalendarDefinition definition = m_small.district->calendars().current().definition();
                             definition.days[m_small.district->timeZone().day(now()) + std::chrono::days(pick(20))] = {pick(2) == 0, "调休"};
                             const auto version = saveCalendar(change, definition);
                             return version ? Result<void>() : fail(version);
                         }
                         return saveSource(change, {"s" + std::to_string(pick(20)), "来源", "source", false, false, pick(2) == 0, pick(100)});
                     })
            .has_value();
    }

    SmallDistrict& m_small;
    std::mt19937 m_random;
    std::vector<CaseId> m_cases;
};

void requireSound(District& district) {
    const auto findings = district.check();
    REQUIRE(findings);
    for (const auto& finding : *findings) {
        INFO(finding.what.key << " " << (finding.what.arguments.empty() ? "" : finding.what.arguments[0]));
        REQUIRE_FALSE(finding.isFault);
    }
}

} // namespace

TEST_CASE("any sequence of actions undone leaves every watched table as it was", "[core][store][property]") {
    const unsigned seed = GENERATE(1U, 2U, 3U, 4U, 5U, 6U);
    SmallDistrict small;
    RandomDesk desk(small, seed);
    const Dump before = dumpAll(small.district->connection(), true);
    std::vector<Dump> states{before};
    int entries = 0;
    for (int i = 0; i < 25; ++i) {
        const auto journalBefore = small.district->store().journal(1)->front().sequence;
        desk.act();
        requireSound(*small.district);
        if (small.district->store().journal(1)->front().sequence != journalBefore) {
            ++entries;
            states.push_back(dumpAll(small.district->connection(), true));
        }
    }
    REQUIRE(entries > 10);
    for (int i = entries; i > 0; --i) {
        INFO("undoing action " << i << " of seed " << seed);
        REQUIRE(small.district->undo(small.actor));
        REQUIRE(dumpAll(small.district->connection(), true) == states[static_cast<std::size_t>(i) - 1]);
    }
    requireSound(*small.district);
    for (int i = 1; i <= entries; ++i) {
        REQUIRE(small.district->redo(small.actor));
        REQUIRE(dumpAll(small.district->connection(), true) == states[static_cast<std::size_t>(i)]);
    }
    requireSound(*small.district);
}
