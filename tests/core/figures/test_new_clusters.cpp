// SPDX-License-Identifier: GPL-3.0-or-later
// The scan itself is tested in tests/core/statistics; here what goes into it and what comes out.
#include "core/figures/new_clusters.h"

#include "tests/core/figures/figures_sample.h"

#include <algorithm>
#include <random>

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

const Moment AsOf = moment("2026-04-30T18:00");

CaseFact caseAt(std::int64_t id, GeoPoint place, Moment reported) {
    CaseFact fact = reportedCase(id);
    fact.longitude = place.longitude;
    fact.latitude = place.latitude;
    fact.reported = reported.time_since_epoch().count();
    return fact;
}

/// Cases of 60 days over 3 × 3 km, and a crowd about one place in the last 4 local days.
std::vector<CaseFact> someCases() {
    std::mt19937 random(6);
    std::uniform_real_distribution<double> within(0, 0.03);
    std::vector<CaseFact> cases;
    for (int i = 0; i < 900; ++i) {
        const GeoPoint place{120.60 + within(random), 28.00 + within(random)};
        cases.push_back(caseAt(i + 1, place, AsOf - std::chrono::minutes(random() % (60 * 24 * 60))));
    }
    for (int i = 0; i < 14; ++i) {
        const GeoPoint place{120.6203 + within(random) / 100, 28.0101};
        cases.push_back(
            caseAt(i + 2001, place, moment("2026-04-27T00:00") + std::chrono::minutes(random() % (90 * 60))));
    }
    return cases;
}

NewClusterOptions quick() {
    NewClusterOptions options;
    options.periodDays = 56;
    options.scan.maxRadiusMetres = 600;
    options.scan.maxDays = 14;
    options.scan.permutations = 99;
    return options;
}

bool always() {
    return true;
}

} // namespace

TEST_CASE("a new cluster has its place and days and exactly its cases", "[core][figures]") {
    const std::vector<CaseFact> cases = someCases();
    const FiguresSample sample(cases);
    const auto found = newClusters(sample.context(AsOf), sample.all(), quick(), always);
    REQUIRE(found);
    CHECK(found->days == Period{day("2026-03-06"), day("2026-04-30")});
    const auto looked = static_cast<std::size_t>(std::count_if(
        cases.begin(), cases.end(), [](const CaseFact& fact) { return fact.reported >= utc("2026-03-06T00:00"); }));
    CHECK(found->cases == looked);
    REQUIRE(!found->clusters.empty());
    const NewCluster& best = found->clusters.front();
    CHECK(best.p <= 0.05);
    CHECK(best.days.to == day("2026-04-30"));
    CHECK(best.days.from <= day("2026-04-28"));
    CHECK(best.days.from >= day("2026-04-25"));
    CHECK(distanceMetres(best.centre, {120.6203, 28.0101}) < 600);
    for (const NewCluster& cluster : found->clusters) {
        Selection rows;
        for (std::uint32_t row = 0; row < cases.size(); ++row) {
            const std::uint32_t cell = found->lattice.at({cases[row].longitude, cases[row].latitude});
            const bool isNear = std::find(cluster.cells.begin(), cluster.cells.end(), cell) != cluster.cells.end();
            if (isNear && cluster.days.contains(TimeZone().day(Moment(seconds(cases[row].reported)))))
                rows.push_back(row);
        }
        CHECK(cluster.rows == rows);
        CHECK(static_cast<double>(rows.size()) > cluster.expected);
    }
}

TEST_CASE("what is not seen or not chosen is not in the scan", "[core][figures]") {
    std::vector<CaseFact> cases = someCases();
    const auto shifted = [&](std::chrono::hours by) {
        std::vector<CaseFact> later = cases;
        for (CaseFact& fact : later)
            if (fact.id.value() > 2000)
                fact.reported += std::chrono::seconds(by).count();
        return later;
    };
    const auto bestP = [](const std::vector<CaseFact>& some, Moment asOf, bool withCrowd = true) {
        const FiguresSample sample(some);
        Selection rows = sample.all();
        if (!withCrowd)
            std::erase_if(rows, [&](std::uint32_t row) { return some[row].id.value() > 2000; });
        const auto found = newClusters(sample.context(asOf), rows, quick(), always);
        REQUIRE(found);
        return found->clusters.empty() ? 1 : found->clusters.front().p;
    };
    CHECK(bestP(cases, AsOf) <= 0.05);
    CHECK(bestP(shifted(std::chrono::hours(24 * 30)), AsOf) > 0.05); // after the moment
    CHECK(bestP(cases, AsOf, false) > 0.05);
    for (CaseFact& fact : cases)
        if (fact.id.value() > 2000)
            fact.longitude = fact.latitude = std::numeric_limits<double>::quiet_NaN();
    CHECK(bestP(cases, AsOf) > 0.05);
}

TEST_CASE("the days of a scan are local ones", "[core][figures]") {
    std::vector<CaseFact> cases;
    for (int i = 0; i < 40;
         ++i) // one a day and place, besides eight in one place after midnight, when it was still yesterday in UTC
        for (int place = 0; place < 4; ++place)
            cases.push_back(caseAt(static_cast<std::int64_t>(cases.size()) + 1, {120.60 + 0.02 * place, 28.0},
                                   moment("2026-04-30T12:00") - std::chrono::days(i)));
    for (int i = 0; i < 8; ++i)
        cases.push_back(
            caseAt(static_cast<std::int64_t>(cases.size()) + 1, {120.60, 28.0}, moment("2026-04-30T00:30")));
    const FiguresSample sample(cases);
    NewClusterOptions options = quick();
    options.periodDays = 28;
    const auto found = newClusters(sample.context(AsOf), sample.all(), options, always);
    REQUIRE(found);
    REQUIRE(!found->clusters.empty());
    CHECK(found->clusters.front().days == Period{day("2026-04-30"), day("2026-04-30")});
    CHECK(found->clusters.front().rows.size() == 9);
    CHECK(found->cases == 28 * 4 + 8);
}

TEST_CASE("a scan of new clusters can be cancelled and of nothing finds none", "[core][figures]") {
    const FiguresSample sample(someCases());
    const auto stopped = newClusters(sample.context(AsOf), sample.all(), quick(), [] { return false; });
    REQUIRE(!stopped);
    CHECK(stopped.error().code == ErrorCode::Cancelled);
    const auto none = newClusters(sample.context(AsOf), {}, quick(), always);
    REQUIRE(none);
    CHECK(none->clusters.empty());
    CHECK(none->cases == 0);
}
