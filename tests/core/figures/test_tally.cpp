// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/tally.h"

#include "core/district/people.h"
#include "tests/core/figures/figures_sample.h"

#include <map>

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

using Texts = std::vector<std::pair<std::string, std::int64_t>>;

/// The first key of each row, "-" for none, and the count.
Texts counted(const FiguresSample& sample, TallyKey key, const PeopleRegister& people = {}) {
    Texts texts;
    for (const TallyRow& row : tally(sample.context(), people, sample.all(), {key}, AreaKind::Grid, GridsOf::Then))
        texts.emplace_back(row.keys.at(0).value_or("-"), row.counts.count);
    return texts;
}

FiguresSample reportedAt(const std::vector<std::string>& times) {
    std::vector<CaseFact> cases;
    for (const std::string& time : times) {
        cases.push_back(reportedCase(static_cast<std::int64_t>(cases.size()) + 1));
        cases.back().reported = utc(time);
    }
    return FiguresSample(cases);
}

} // namespace

TEST_CASE("the words for tally keys are read back") {
    for (int i = 0; i <= static_cast<int>(TallyKey::HourOfWeek); ++i) {
        const auto key = static_cast<TallyKey>(i);
        CHECK(tallyKeyFromKey(tallyKeyKey(key)) == key);
    }
    CHECK(tallyKeyKey(TallyKey::HourOfWeek) == "hour-of-week");
    CHECK(tallyKeyKey(TallyKey::CategoryTop) == "category-top");
    CHECK_FALSE(tallyKeyFromKey("weekday"));
}

TEST_CASE("months and days are local ones in order") {
    const auto sample =
        reportedAt({"2026-03-01T00:00", "2026-02-28T23:59:59", "2025-12-31T23:59:59", "2026-02-28T00:00"});
    CHECK(counted(sample, TallyKey::Month) == Texts{{"2025-12", 1}, {"2026-02", 2}, {"2026-03", 1}});
    CHECK(counted(sample, TallyKey::Day) == Texts{{"2025-12-31", 1}, {"2026-02-28", 2}, {"2026-03-01", 1}});
}

TEST_CASE("weeks are those of ISO 8601") {
    // Published examples of the turn of the year.
    CHECK(counted(reportedAt({"2021-01-03T12:00"}), TallyKey::Week) == Texts{{"2020-W53", 1}});
    CHECK(counted(reportedAt({"2021-01-04T12:00"}), TallyKey::Week) == Texts{{"2021-W01", 1}});
    CHECK(counted(reportedAt({"2024-12-30T12:00"}), TallyKey::Week) == Texts{{"2025-W01", 1}});
    CHECK(counted(reportedAt({"2023-01-01T12:00"}), TallyKey::Week) == Texts{{"2022-W52", 1}});
    CHECK(counted(reportedAt({"2026-11-21T12:00"}), TallyKey::Week) == Texts{{"2026-W47", 1}});
    CHECK(counted(reportedAt({"2026-11-15T23:59:59", "2026-11-16T00:00"}), TallyKey::Week) ==
          Texts{{"2026-W46", 1}, {"2026-W47", 1}});
}

TEST_CASE("the hour of the week begins on Monday") {
    const auto sample = reportedAt({"2026-11-16T00:00", "2026-11-16T09:59:59", "2026-11-22T23:00", "2026-11-23T00:30"});
    CHECK(counted(sample, TallyKey::HourOfWeek) == Texts{{"1-00", 2}, {"1-09", 1}, {"7-23", 1}});
}

TEST_CASE("counts of a group are its open and closed and voided cases") {
    std::vector<CaseFact> cases;
    for (const CaseState state : AllCaseStates) {
        cases.push_back(reportedCase(static_cast<std::int64_t>(cases.size()) + 1));
        cases.back().state = state;
        cases.back().due = utc("2026-03-03T09:00");
    }
    for (const std::size_t ended : {4U, 5U, 7U}) // closed, rejected, transferred
        cases[ended].closed = utc("2026-03-04T09:00");
    const FiguresSample sample(cases);
    const Counts all = countAll(sample.context(), sample.all());
    CHECK(all == Counts{9, 5, 3, 1, 4, 3, 8}); // the suspended case is open and not overdue
    const auto rows = tally(sample.context(), {}, sample.all(), {TallyKey::Month}, AreaKind::Grid, GridsOf::Then);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].counts == all);
    CHECK(rows[0].rows == sample.all());
    CHECK(tally(sample.context(), {}, {}, {TallyKey::Month}, AreaKind::Grid, GridsOf::Then).empty());
}

TEST_CASE("cases in none come last in each key") {
    std::vector<CaseFact> cases{reportedCase(1), reportedCase(2), reportedCase(3)};
    cases[0].source = -1;
    cases[1].source = 1;
    cases[2].source = 0;
    cases[2].due = utc("2026-03-03T09:00");
    const FiguresSample sample(cases, {"video", "hotline"});
    CHECK(counted(sample, TallyKey::Source) == Texts{{"hotline", 1}, {"video", 1}, {"-", 1}});
    CHECK(counted(sample, TallyKey::Lamp) == Texts{{"red", 1}, {"-", 2}});
    CHECK(counted(sample, TallyKey::Area) == Texts{{"-", 3}});
    CHECK(counted(sample, TallyKey::Category) == Texts{{"-", 3}});
}

TEST_CASE("a handler is the person and else the organisation") {
    Organisation squad;
    squad.id = OrganisationId(1);
    squad.code = "S1";
    squad.name = "一中队";
    Person zhang, namesake;
    zhang.id = PersonId(2);
    namesake.id = PersonId(3);
    zhang.name = namesake.name = "张伟";
    const PeopleRegister people({squad}, {zhang, namesake}, {});
    std::vector<CaseFact> cases{reportedCase(1), reportedCase(2), reportedCase(3), reportedCase(4)};
    cases[0].person = zhang.id;
    cases[0].organisation = squad.id;
    cases[1].person = namesake.id;
    cases[2].organisation = squad.id;
    const FiguresSample sample(cases);
    CHECK(counted(sample, TallyKey::Handler, people) == Texts{{"S1", 1}, {"张伟", 1}, {"张伟", 1}, {"-", 1}});
    CHECK(counted(sample, TallyKey::Organisation, people) == Texts{{"S1", 2}, {"-", 2}});
}

TEST_CASE("areas that had one code after another are one key") {
    Area before, after;
    before.id = AreaId(7);
    after.id = AreaId(5);
    before.code = after.code = "101";
    before.to = day("2026-02-28");
    after.from = day("2026-03-01");
    std::vector<CaseFact> cases{reportedCase(1), reportedCase(2)};
    cases[0].grid = before.id;
    cases[1].grid = after.id;
    FiguresSample sample(cases);
    sample.areas = AreaRegister({before, after}, {});
    const auto rows = tally(sample.context(), {}, sample.all(), {TallyKey::Area}, AreaKind::Grid, GridsOf::Then);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].keys[0] == "101");
    CHECK(rows[0].ids[0] == 5);
    CHECK(rows[0].counts.count == 2);
}

TEST_CASE("two keys give one row for each pair that occurs") {
    std::vector<CaseFact> cases{reportedCase(1), reportedCase(2), reportedCase(3), reportedCase(4)};
    cases[1].state = cases[2].state = CaseState::Filed;
    cases[2].reported = cases[3].reported = utc("2026-04-02T09:00");
    const FiguresSample sample(cases);
    std::map<std::pair<std::string, std::string>, std::vector<std::uint32_t>> found;
    for (const TallyRow& row :
         tally(sample.context(), {}, sample.all(), {TallyKey::Month, TallyKey::State}, AreaKind::Grid, GridsOf::Then))
        found[{*row.keys[0], *row.keys[1]}] = row.rows;
    CHECK(found == decltype(found){{{"2026-03", "reported"}, {0}},
                                   {{"2026-03", "filed"}, {1}},
                                   {{"2026-04", "filed"}, {2}},
                                   {{"2026-04", "reported"}, {3}}});
}
