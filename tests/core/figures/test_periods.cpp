// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/indicators.h"
#include "tests/core/figures/figures_sample.h"

#include <fmt/format.h>
#include <random>

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

Period period(std::string_view from, std::string_view to) {
    return {day(from), day(to)};
}

/// As bulletins print them.
std::string percent(std::optional<double> value) {
    return value ? fmt::format("{:.2f}", *value * 100) : "—";
}

bool endsMonth(Day last) {
    return std::chrono::year_month_day(last + std::chrono::days(1)).day() == std::chrono::day(1);
}

} // namespace

TEST_CASE("changes against last month and last year are those of the bulletin") {
    CHECK(percent(changeRate(19117, 24575)) == "-22.21");
    CHECK(percent(changeRate(19117, 16788)) == "13.87");
    CHECK(percent(changeRate(12, 0)) == "—");
    CHECK(changeRate(0, 12) == -1.0);
}

TEST_CASE("rates are those of the weekly bulletin of Zhengzhou") {
    CHECK(percent(Rate{"filing", 51229, 51571}.value()) == "99.34");
    CHECK(percent(Rate{"dispatch", 49151, 51229}.value()) == "95.94");
    CHECK(percent(Rate{"closing", 43523, 52434}.value()) == "83.01");
    CHECK(percent(Rate{"closing_in_time", 40394, 52434}.value()) == "77.04");
    CHECK(percent(Rate{"rework", 276, 52434}.value()) == "0.53");
    CHECK(percent(Rate{"extension", 104, 51229}.value()) == "0.20");
    CHECK(percent(Rate{"closing", 0, 0}.value()) == "—");
}

TEST_CASE("whole months have as many whole months before them") {
    CHECK(previousPeriod(period("2026-03-01", "2026-03-31")) == period("2026-02-01", "2026-02-28"));
    CHECK(previousPeriod(period("2024-03-01", "2024-03-31")) == period("2024-02-01", "2024-02-29"));
    CHECK(previousPeriod(period("2026-01-01", "2026-01-31")) == period("2025-12-01", "2025-12-31"));
    CHECK(previousPeriod(period("2026-04-01", "2026-06-30")) == period("2026-01-01", "2026-03-31"));
    CHECK(previousPeriod(period("2026-01-01", "2026-06-30")) == period("2025-07-01", "2025-12-31"));
    CHECK(previousPeriod(period("2026-01-01", "2026-12-31")) == period("2025-01-01", "2025-12-31"));
}

TEST_CASE("other days have as many days before them") {
    CHECK(previousPeriod(period("2026-03-02", "2026-03-08")) == period("2026-02-23", "2026-03-01"));
    CHECK(previousPeriod(period("2026-03-01", "2026-03-01")) == period("2026-02-28", "2026-02-28"));
    CHECK(previousPeriod(period("2026-03-01", "2026-03-30")) == period("2026-01-30", "2026-02-28"));
}

TEST_CASE("the same days a year earlier take care of the leap day") {
    CHECK(sameLastYear(period("2026-03-02", "2026-03-08")) == period("2025-03-02", "2025-03-08"));
    CHECK(sameLastYear(period("2024-02-29", "2024-02-29")) == period("2023-02-28", "2023-02-28"));
    CHECK(sameLastYear(period("2024-02-20", "2024-02-29")) == period("2023-02-20", "2023-02-28"));
    CHECK(sameLastYear(period("2025-02-01", "2025-02-28")) == period("2024-02-01", "2024-02-29"));
    CHECK(sameLastYear(period("2024-02-01", "2024-02-29")) == period("2023-02-01", "2023-02-28"));
    CHECK(sameLastYear(period("2026-01-01", "2026-06-30")) == period("2025-01-01", "2025-06-30"));
}

TEST_CASE("a previous period ends the day before and is as long in days or in months") {
    std::mt19937 random(11);
    for (int i = 0; i < 2000; ++i) {
        const Day from = day("2019-01-01") + std::chrono::days(random() % 3000);
        const Period given{from, from + std::chrono::days(random() % 400)};
        const Period before = previousPeriod(given);
        INFO(dayText(given.from) << " to " << dayText(given.to));
        CHECK(before.to + std::chrono::days(1) == given.from);
        const bool wholeMonths = endsMonth(given.from - std::chrono::days(1)) && endsMonth(given.to);
        if (wholeMonths)
            CHECK(endsMonth(before.from - std::chrono::days(1)));
        else
            CHECK(before.days() == given.days());
    }
}
