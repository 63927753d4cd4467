// SPDX-License-Identifier: GPL-3.0-or-later
// Expectations: small stories, and for random cases every pair compared by its distance on a sphere.
#include "core/figures/seen_again.h"
#include "tests/core/figures/figures_sample.h"

#include <cmath>
#include <random>

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

constexpr double DegreesPerMetre = 1 / 111'195.0; // on a sphere of 6,371 km

CaseFact seenAt(double metresNorth, std::string_view reported, std::string_view closed = {}) {
    static std::int64_t id = 0;
    CaseFact fact = reportedCase(++id);
    fact.category = CategoryId(1);
    fact.longitude = 120.64;
    fact.latitude = 28 + metresNorth * DegreesPerMetre;
    fact.reported = utc(reported);
    fact.state = closed.empty() ? CaseState::Handling : CaseState::Closed;
    fact.closed = closed.empty() ? 0 : utc(closed);
    return fact;
}

Selection seen(const std::vector<CaseFact>& cases) {
    Filter filter;
    filter.seenAgain.emplace();
    const FiguresSample sample(cases);
    return select(sample.context(), filter).value();
}

double metresApart(const CaseFact& a, const CaseFact& b) {
    constexpr double Radius = 6'371'000, Radian = 3.14159265358979323846 / 180;
    const double x = (a.longitude - b.longitude) * Radian * std::cos(a.latitude * Radian), y = (a.latitude - b.latitude) * Radian;
    return Radius * std::hypot(x, y);
}

} // namespace

TEST_CASE("a case near one that was cleared shortly before is seen again") {
    const auto first = seenAt(0, "2026-03-01T08:00", "2026-03-02T08:00");
    CHECK(seen({first, seenAt(40, "2026-03-20T08:00")}) == Selection{1});
    CHECK(seen({first, seenAt(60, "2026-03-20T08:00")}).empty());               // too far
    CHECK(seen({first, seenAt(40, "2026-04-02T08:00")}).empty());               // 31 days later
    CHECK(seen({first, seenAt(40, "2026-03-01T20:00")}).empty());               // while the other was there
    CHECK(seen({seenAt(0, "2026-03-01T08:00"), seenAt(40, "2026-03-20T08:00")}).empty()); // nothing was cleared
    CHECK(seen({first}).empty());
}

TEST_CASE("only a clearing counts, and only what was really seen") {
    auto first = seenAt(0, "2026-03-01T08:00", "2026-03-02T08:00");
    auto again = seenAt(10, "2026-03-20T08:00");
    SECTION("another category is another problem") { again.category = CategoryId(2); }
    SECTION("closed by force without a handling") { first.forced = true; }
    SECTION("a rejected report was none") { again.state = CaseState::Rejected; }
    SECTION("a void report was none") { again.state = CaseState::Void; }
    SECTION("a case without a place is nowhere") { again.longitude = again.latitude = std::nan(""); }
    CHECK(seen({first, again}).empty());
}

TEST_CASE("what was handled counts from then, also when it was closed by force later") {
    auto first = seenAt(0, "2026-01-01T08:00", "2026-03-19T08:00");
    first.handled = utc("2026-01-02T08:00");
    first.forced = true;
    CHECK(seen({first, seenAt(10, "2026-03-20T08:00")}).empty()); // handled 77 days before
    CHECK(seen({first, seenAt(10, "2026-01-20T08:00")}) == Selection{1});
}

TEST_CASE("the case before counts whatever else the filter asks for") {
    const FiguresSample sample({seenAt(0, "2026-03-01T08:00", "2026-03-02T08:00"), seenAt(20, "2026-03-20T08:00"), seenAt(500, "2026-03-20T08:00")});
    Filter filter;
    filter.states = {CaseState::Handling};
    filter.seenAgain = SeenAgain{20, 25};
    CHECK(select(sample.context(), filter).value() == Selection{1});
    filter.seenAgain->metres = 15;
    CHECK(select(sample.context(), filter).value().empty());
    CHECK_FALSE(filter.isEmpty());
}

TEST_CASE("seen again agrees with comparing every pair") {
    std::mt19937 random(20261201);
    const auto below = [&](int end) { return std::uniform_int_distribution<int>(0, end - 1)(random); };
    for (int round = 0; round < 20; ++round) {
        std::vector<CaseFact> cases;
        for (int i = 0; i < 400; ++i) {
            // On a lattice of 30 m: no distance is near 50 m.
            CaseFact fact = reportedCase(i + 1);
            fact.category = CategoryId(1 + below(3));
            fact.longitude = 120.64 + 30 * below(12) * DegreesPerMetre / std::cos(28 * 3.14159265358979323846 / 180);
            fact.latitude = 28 + 30 * below(12) * DegreesPerMetre;
            fact.reported = utc("2026-01-01T00:00") + 3600 * below(24 * 90);
            if (below(2) == 0) {
                fact.state = CaseState::Closed;
                fact.closed = fact.reported + 3600 * below(24 * 30);
            }
            if (below(9) == 0)
                fact.longitude = fact.latitude = std::nan("");
            cases.push_back(fact);
        }
        Selection expected;
        for (std::uint32_t i = 0; i < cases.size(); ++i)
            for (std::uint32_t k = 0; k < cases.size(); ++k)
                if (const CaseFact &now = cases[i], &before = cases[k];
                    i != k && now.hasPlace() && before.hasPlace() && before.state == CaseState::Closed && now.category == before.category &&
                    before.closed <= now.reported && now.reported - before.closed <= 30 * 86400 && metresApart(now, before) <= 50) {
                    expected.push_back(i);
                    break;
                }
        CHECK(expected.size() > 20);
        CHECK(expected.size() < cases.size());
        CHECK(seen(cases) == expected);
    }
}
