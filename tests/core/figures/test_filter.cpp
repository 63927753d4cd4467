// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/figures/figures_sample.h"
#include "tests/support/small_district.h"

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

Selection selected(const FiguresSample& sample, const Filter& filter) {
    return select(sample.context(), filter).value();
}

Area area(std::int64_t id, AreaKind kind, std::string code, double west, double size) {
    Area made;
    made.id = AreaId(id);
    made.kind = kind;
    made.code = std::move(code);
    if (size > 0)
        made.shape = square(west, 28, size);
    return made;
}

CaseFact caseAt(std::int64_t id, double longitude, std::string_view reported = "2026-03-02T09:00",
                std::int64_t grid = 0) {
    CaseFact fact = reportedCase(id);
    fact.longitude = longitude;
    fact.latitude = 28.5;
    fact.reported = utc(reported);
    fact.grid = AreaId(grid);
    return fact;
}

} // namespace

TEST_CASE("days of a filter are inclusive local days") {
    std::vector<CaseFact> cases(4);
    const char* const times[] = {"2026-03-01T23:59:59", "2026-03-02T00:00", "2026-03-03T23:59:59", "2026-03-04T00:00"};
    for (std::size_t i = 0; i < 4; ++i) {
        cases[i] = reportedCase(static_cast<std::int64_t>(i) + 1);
        cases[i].reported = utc(times[i]);
    }
    const FiguresSample sample(cases);
    Filter filter;
    filter.from = day("2026-03-02");
    CHECK(selected(sample, filter) == Selection{1, 2, 3});
    filter.to = day("2026-03-03");
    CHECK(selected(sample, filter) == Selection{1, 2});
    filter.from.reset();
    CHECK(selected(sample, filter) == Selection{0, 1, 2});
}

TEST_CASE("a day of a filter is as long as the clocks make it") {
    const TimeZone newYork = TimeZone::find("America/New_York").value(); // 8 March 2026 has 23 hours
    std::vector<CaseFact> cases(4);
    const char* const times[] = {"2026-03-08T04:59:59Z", "2026-03-08T05:00:00Z", "2026-03-09T03:59:59Z",
                                 "2026-03-09T04:00:00Z"};
    for (std::size_t i = 0; i < 4; ++i) {
        cases[i] = reportedCase(static_cast<std::int64_t>(i) + 1);
        cases[i].reported = utc(times[i]);
    }
    const FiguresSample sample(cases);
    FiguresContext context = sample.context();
    context.zone = newYork;
    Filter filter;
    filter.from = filter.to = day("2026-03-08");
    CHECK(select(context, filter).value() == Selection{1, 2});
}

TEST_CASE("conditions of a filter hold together and the values of one condition hold alternatively") {
    std::vector<CaseFact> cases;
    for (std::int64_t i = 0; i < 4; ++i) {
        cases.push_back(reportedCase(i + 1));
        cases.back().state = i < 2 ? CaseState::Filed : CaseState::Handling;
        cases.back().source = static_cast<std::int16_t>(i % 2);
    }
    const FiguresSample sample(cases, {"patrol", "hotline"});
    Filter filter;
    CHECK(filter.isEmpty());
    filter.states = {CaseState::Filed};
    CHECK(selected(sample, filter) == Selection{0, 1});
    filter.sources = {"hotline"};
    CHECK(selected(sample, filter) == Selection{1});
    filter.states.push_back(CaseState::Handling);
    CHECK(selected(sample, filter) == Selection{1, 3});
    filter.sources = {"nobody"};
    CHECK(selected(sample, filter).empty());
    CHECK_FALSE(filter.isEmpty());
}

TEST_CASE("lamps and overdue are those of the moment") {
    CaseFact due = reportedCase(1);
    due.state = CaseState::Handling;
    due.due = utc("2026-03-10T09:00");
    const FiguresSample sample({due, reportedCase(2)});
    Filter red, overdue, none;
    red.lamps = {Lamp::Red};
    overdue.overdueOnly = true;
    none.lamps = {Lamp::None};
    CHECK(selected(sample, red) == Selection{0});
    CHECK(selected(sample, overdue) == Selection{0});
    CHECK(selected(sample, none) == Selection{1});
    CHECK(select(sample.context(moment("2026-03-09T09:00")), red).value().empty());
    CHECK(select(sample.context(moment("2026-03-09T09:00")), overdue).value().empty());
}

TEST_CASE("an organisation means those below it and a person only that one") {
    const OrganisationId bureau(1), squad(2), other(3);
    const PersonId zhang(4), li(5);
    std::vector<CaseFact> cases;
    const auto add = [&](OrganisationId organisation, PersonId person) {
        cases.push_back(reportedCase(static_cast<std::int64_t>(cases.size()) + 1));
        cases.back().organisation = organisation;
        cases.back().person = person;
    };
    add({}, {});
    add(bureau, {});
    add(squad, {});
    add(squad, zhang);
    add(other, li);
    const FiguresSample sample(cases);
    // A ring above the bureau, which nobody should make, ends nevertheless.
    const PeopleRegister people({{bureau, "B", "局", "bureau", squad, "", true},
                                 {squad, "S", "中队", "squad", bureau, "", true},
                                 {other, "O", "公司", "contractor", {}, "", true}},
                                {}, {});
    FiguresContext context = sample.context();
    context.people = &people;
    const auto handledBy = [&](std::vector<OrganisationId> organisations, std::vector<PersonId> persons) {
        Filter filter;
        filter.organisations = std::move(organisations);
        filter.people = std::move(persons);
        CHECK_FALSE(filter.isEmpty());
        return select(context, filter).value();
    };
    CHECK(handledBy({bureau}, {}) == Selection{1, 2, 3});
    CHECK(handledBy({other}, {}) == Selection{4});
    CHECK(handledBy({}, {zhang}) == Selection{3});
    CHECK(handledBy({other}, {zhang}) == Selection{3, 4});
    CHECK(handledBy({}, {PersonId(99)}).empty());
}

TEST_CASE("days of the deadline are those of cases that are still open") {
    std::vector<CaseFact> cases;
    const auto add = [&](CaseState state, std::string_view due) {
        cases.push_back(reportedCase(static_cast<std::int64_t>(cases.size()) + 1));
        cases.back().state = state;
        if (!due.empty())
            cases.back().due = utc(due);
    };
    add(CaseState::Handling, "2026-03-09T23:59:59");
    add(CaseState::Handling, "2026-03-10T00:00");
    add(CaseState::Reported, "2026-03-10T23:59:59");
    add(CaseState::Handled, "2026-03-11T00:00");
    add(CaseState::Closed, "2026-03-10T12:00");
    add(CaseState::Suspended, "2026-03-10T12:00");
    add(CaseState::Handling, "");
    const FiguresSample sample(cases);
    Filter filter;
    filter.dueTo = day("2026-03-10");
    CHECK(selected(sample, filter) == Selection{0, 1, 2});
    filter.dueFrom = day("2026-03-10");
    CHECK(selected(sample, filter) == Selection{1, 2});
    filter.dueTo.reset();
    CHECK(selected(sample, filter) == Selection{1, 2, 3});
}

TEST_CASE("reworked cases are those that went back at least once") {
    std::vector<CaseFact> cases{reportedCase(1), reportedCase(2), reportedCase(3)};
    cases[1].reworks = 1;
    cases[2].reworks = 255;
    Filter filter;
    filter.reworkedOnly = true;
    CHECK(selected(FiguresSample(cases), filter) == Selection{1, 2});
    CHECK(selected(FiguresSample({reportedCase(1)}), filter).empty());
}

TEST_CASE("a category means everything under it") {
    Category group, small, other;
    group.id = CategoryId(1);
    group.key = {"2026", "matter", "09"};
    group.isGroup = true;
    small.id = CategoryId(2);
    small.key = {"2026", "matter", "09006"};
    small.parent = group.id;
    other.id = CategoryId(3);
    other.key = {"local", "", "X"};
    std::vector<CaseFact> cases{reportedCase(1), reportedCase(2), reportedCase(3)};
    cases[0].category = small.id;
    cases[1].category = other.id;
    FiguresSample sample(cases);
    sample.categories = CategoryRegister({group, small, other}, {});
    Filter filter;
    filter.categories = {group.id};
    CHECK(selected(sample, filter) == Selection{0});
    filter.categories = {small.id, other.id};
    CHECK(selected(sample, filter) == Selection{0, 1});
}

TEST_CASE("a zone without a shape has the cases in its grids") {
    FiguresSample sample(
        {caseAt(1, 120.5, "2026-03-02T09:00", 1), caseAt(2, 121.5, "2026-03-02T09:00", 2), caseAt(3, 122.5)});
    sample.areas = AreaRegister({area(1, AreaKind::Grid, "A", 120, 1), area(2, AreaKind::Grid, "B", 121, 1),
                                 area(3, AreaKind::Zone, "Z", 0, 0)},
                                {{AreaId(2), AreaId(3), {}, {}}});
    Filter filter;
    filter.areas = {AreaId(3)};
    CHECK(selected(sample, filter) == Selection{1});
    filter.areas = {AreaId(3), AreaId(1)};
    CHECK(selected(sample, filter) == Selection{0, 1});
    Filter outside;
    outside.outside = true;
    CHECK(selected(sample, outside) == Selection{2});
    CHECK(areasOf(sample.context(), sample.all(), AreaKind::Zone, GridsOf::Then) ==
          std::vector<AreaId>{AreaId(), AreaId(3), AreaId()});
}

TEST_CASE("grids of then and of now differ once a grid has been redrawn") {
    // Until February grid A reaches to 122, from March on only to 121 and B has the rest.
    Area before = area(1, AreaKind::Grid, "A", 120, 2);
    before.to = day("2026-02-28");
    Area after = area(2, AreaKind::Grid, "A", 120, 1);
    Area added = area(3, AreaKind::Grid, "B", 121, 1);
    after.from = added.from = day("2026-03-01");
    FiguresSample sample({caseAt(1, 120.5, "2026-02-28T23:59", 1), caseAt(2, 121.5, "2026-02-28T23:59", 1),
                          caseAt(3, 120.5, "2026-03-01T00:00", 2), caseAt(4, 121.5, "2026-03-01T00:00", 3)});
    sample.areas = AreaRegister({before, after, added}, {});

    Filter filter;
    filter.areas = {after.id}; // the code A through time
    CHECK(selected(sample, filter) == Selection{0, 1, 2});
    filter.grids = GridsOf::Now;
    CHECK(selected(sample, filter) == Selection{0, 2});
    filter.areas = {added.id};
    CHECK(selected(sample, filter) == Selection{1, 3});
    filter.grids = GridsOf::Then;
    CHECK(selected(sample, filter) == Selection{3});
    // "Now" is the day of the context.
    CHECK(areasOf(sample.context(moment("2026-02-01T12:00")), sample.all(), AreaKind::Grid, GridsOf::Now) ==
          std::vector<AreaId>(4, before.id));
}

TEST_CASE("a text is looked for in number and description and address") {
    SmallDistrict sample;
    const CaseId first = sample.report(GeoPoint{120.645, 28.005});
    CaseDraft draft;
    draft.category = sample.category("09006");
    draft.description = "井盖";
    draft.address = "人民路 12 号";
    const CaseId second = reportCase(*sample.district, sample.actor, draft).value();

    const auto figures = sample.district->figures().value();
    const auto found = [&](std::string text) {
        Filter filter;
        filter.text = std::move(text);
        std::vector<CaseId> ids;
        const auto rows = select(figures.context, filter);
        REQUIRE(rows);
        for (const std::uint32_t row : *rows)
            ids.push_back((*figures.facts)[row].id);
        return ids;
    };
    CHECK(found("摆摊") == std::vector<CaseId>{first});
    CHECK(found("人民路") == std::vector<CaseId>{second});
    CHECK(found(sample.load(second).report.number) == std::vector<CaseId>{second});
    CHECK(found("%").empty());
}

TEST_CASE("listed cases are those that are still there, under the other conditions of the filter") {
    std::vector<CaseFact> cases;
    for (std::int64_t id = 1; id <= 6; ++id) {
        cases.push_back(reportedCase(id * 10));
        cases.back().state = id % 2 == 0 ? CaseState::Filed : CaseState::Reported;
    }
    const FiguresSample sample(cases);
    Filter filter;
    filter.listed = std::make_shared<const ListedCases>(ListedCases{"a number", {CaseId(5), CaseId(10), CaseId(20), CaseId(40)}});
    CHECK_FALSE(filter.isEmpty());
    CHECK(selected(sample, filter) == Selection{0, 1, 3});
    filter.states = {CaseState::Filed};
    CHECK(selected(sample, filter) == Selection{1, 3});
    Filter same = filter;
    CHECK(same == filter);
    same.listed = std::make_shared<const ListedCases>(*filter.listed);
    CHECK_FALSE(same == filter);
}
