// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/tally.h"
#include "tests/core/figures/random_desk.h"

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

/// All that figures use of a fact, without the position of its source.
auto contentOf(const CaseFact& fact) {
    return std::tuple(fact.id, fact.hasPlace() ? fact.longitude : 0, fact.hasPlace() ? fact.latitude : 0, fact.reported,
                      fact.filed, fact.dispatched, fact.handled, fact.closed, fact.due, fact.soon, fact.suspendedUntil,
                      fact.category, fact.organisation, fact.person, fact.state, fact.resumed, fact.reworks,
                      fact.extensions, fact.suspensions, fact.appealGranted, fact.selfHandled, fact.forced);
}

bool agree(const CaseFacts& left, const CaseFacts& right) {
    std::size_t present = 0, same = 0, ofRight = 0;
    left.each([&](std::size_t, const CaseFact& fact) {
        ++present;
        if (const auto row = right.rowOf(fact.id))
            same += contentOf(fact) == contentOf(right[*row]);
    });
    right.each([&](std::size_t, const CaseFact&) { ++ofRight; });
    return present == same && present == ofRight;
}

ImportedCase imported(std::string number, std::string_view reported) {
    ImportedCase row;
    row.number = std::move(number);
    row.reported = moment(reported);
    return row;
}

void import(SmallDistrict& sample, const std::vector<ImportedCase>& cases) {
    ImportRecord record{"cases.csv", "", static_cast<std::int64_t>(cases.size())};
    const auto done =
        sample.district->importBatch({"import-cases", {}}, sample.actor, record, [&](Change& change) -> Result<void> {
            const auto counts = writeImportedCases(*sample.district, change, cases, OnDuplicate::Reject);
            return counts ? Result<void>() : fail(counts);
        });
    REQUIRE(done);
}

} // namespace

TEST_CASE("facts as of a past moment are what the facts were then") {
    RandomDesk desk(20261121);
    std::vector<std::pair<Moment, std::shared_ptr<const CaseFacts>>> remembered;
    for (int i = 0; i < 200; ++i) {
        desk.act();
        if (i % 8 == 7)
            remembered.emplace_back(desk.time(), desk.district().facts().value());
    }
    for (const auto& [time, facts] : remembered) {
        const auto asOf = factsAsOf(desk.district().connection(), desk.district().calendars(), *desk.district().facts().value(), time);
        REQUIRE(asOf);
        INFO(isoUtc(time));
        CHECK(agree(*facts, **asOf));
    }
}

TEST_CASE("facts as of a moment follow from the steps up to it, with imports among them") {
    RandomDesk desk(5);
    for (int i = 0; i < 120; ++i) {
        desk.act();
        if (i % 30 == 10)
            desk.import(40);
    }
    desk.takeBack();
    const auto present = desk.district().facts().value();
    const auto& calendars = desk.district().calendars();
    std::size_t different = 0, cases = 0;
    for (const Moment asOf : {moment("2025-11-20T00:00"), moment("2025-12-31T12:00"), moment("2026-01-06T00:00"), moment("2026-02-01T00:00"), desk.time()}) {
        const auto found = factsAsOf(desk.district().connection(), calendars, *present, asOf).value();
        std::size_t expectedCount = 0;
        present->each([&](std::size_t row, const CaseFact& now) {
            auto record = loadCase(desk.district().connection(), now.id).value();
            std::vector<Step> steps;
            for (Step step : record.steps) {
                if (step.at > asOf)
                    continue;
                if (step.kind == StepKind::Import) { // a time ahead is not known yet, nor how it will end
                    if (step.detail.closed && *step.detail.closed > asOf)
                        step.detail.closedAs.clear();
                    for (auto* time : {&step.detail.filed, &step.detail.dispatched, &step.detail.handled, &step.detail.closed})
                        if (*time && **time > asOf)
                            time->reset();
                }
                steps.push_back(step);
            }
            const auto there = found->rowOf(now.id);
            REQUIRE(there.has_value() == !steps.empty());
            if (steps.empty())
                return;
            ++expectedCount;
            REQUIRE(*there == row);
            CaseFact expected = factOf(derive(record.report, steps, calendars));
            expected.id = now.id;
            ++cases;
            different += contentOf(expected) != contentOf((*found)[row]) ? 1 : 0;
            CHECK((*found)[row].grid == now.grid);
            CHECK((*found)[row].source == now.source);
        });
        CHECK(found->count() == expectedCount);
    }
    CHECK(different == 0);
    CHECK(cases > 300);
}

TEST_CASE("before the first report there are no facts") {
    SmallDistrict sample;
    sample.report(GeoPoint{120.645, 28.005}, "09006", moment("2026-03-02T09:00"));
    const auto before =
        factsAsOf(sample.district->connection(), sample.district->calendars(), *sample.district->facts().value(), moment("2026-03-02T08:59:59"));
    REQUIRE(before);
    CHECK((*before)->count() == 0);
    const auto after =
        factsAsOf(sample.district->connection(), sample.district->calendars(), *sample.district->facts().value(), moment("2026-03-02T09:00"));
    REQUIRE(after);
    CHECK((*after)->count() == 1);
}

TEST_CASE("an imported case is open before the time at which its source says it was closed") {
    SmallDistrict sample;
    ImportedCase row = imported("A-1", "2026-03-02T09:00");
    row.filed = moment("2026-03-02T10:00");
    row.dispatched = moment("2026-03-03T10:00");
    row.closed = moment("2026-03-20T10:00");
    row.closedAs = "forced";
    row.due = moment("2026-03-10T10:00");
    import(sample, {row});

    const auto stateOn = [&](std::string_view time) {
        const auto figures = sample.district->figures(moment(time)).value();
        REQUIRE(figures.facts->size() == 1);
        const CaseFact& fact = (*figures.facts)[0];
        return std::tuple(fact.stateAt(figures.context.asOf), fact.isOverdueAt(figures.context.asOf), fact.forced);
    };
    CHECK(stateOn("2026-03-02T09:30") == std::tuple(CaseState::Reported, false, false));
    CHECK(stateOn("2026-03-02T12:00") == std::tuple(CaseState::Filed, false, false));
    CHECK(stateOn("2026-03-05T12:00") == std::tuple(CaseState::Handling, false, false));
    CHECK(stateOn("2026-03-15T12:00") == std::tuple(CaseState::Handling, true, false));
    CHECK(stateOn("2026-03-20T10:00") == std::tuple(CaseState::Closed, false, true));
}
