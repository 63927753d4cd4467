// SPDX-License-Identifier: GPL-3.0-or-later
// Expectation: `select` with the same days.
#include "core/figures/time_order.h"
#include "tests/core/figures/figures_sample.h"

#include <random>

using namespace gridwarden::core;
using namespace gridwarden::test;

TEST_CASE("a time order gives what a filter with the same days selects") {
    std::mt19937 random(8);
    std::vector<CaseFact> cases;
    for (int i = 0; i < 3000; ++i) {
        CaseFact fact = reportedCase(i + 1);
        fact.reported = utc("2026-01-01T00:00") + static_cast<std::int64_t>(random() % (90 * 86'400));
        fact.state = random() % 2 == 0 ? CaseState::Reported : CaseState::Closed;
        cases.push_back(fact);
    }
    const FiguresSample sample(cases);
    Filter filter;
    filter.states = {CaseState::Closed};
    const TimeOrder order(*sample.facts, select(sample.context(), filter).value());
    REQUIRE(order.size() == select(sample.context(), filter)->size());
    CHECK(order.days(TimeZone()) == Period{day("2026-01-01"), day("2026-03-31")});
    for (int round = 0; round < 200; ++round) {
        filter.from.reset();
        filter.to.reset();
        if (round % 5 != 0)
            filter.from = day("2025-12-25") + std::chrono::days(random() % 110);
        if (round % 7 != 0)
            filter.to = day("2025-12-25") + std::chrono::days(random() % 110); // also before the first one: nothing
        const Selection expected = select(sample.context(), filter).value();
        REQUIRE(order.within(TimeZone(), filter.from, filter.to) == expected);
        REQUIRE(order.countWithin(TimeZone(), filter.from, filter.to) == expected.size());
    }
}

TEST_CASE("a time order of nothing is empty") {
    const FiguresSample sample({});
    const TimeOrder order(*sample.facts, {});
    CHECK(order.size() == 0);
    CHECK(!order.days(TimeZone()));
    CHECK(order.within(TimeZone(), {}, {}).empty());
    CHECK(TimeOrder().within(TimeZone(), day("2026-01-01"), {}).empty());
}
