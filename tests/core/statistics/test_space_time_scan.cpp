// SPDX-License-Identifier: GPL-3.0-or-later
// Expectations: all cylinders tried one by one, clusters that were planted, and the level of the test on data without
// any.
#include "core/statistics/space_time_scan.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <set>

using namespace gridwarden::core;

namespace {

bool always() {
    return true;
}

/// Random cases over cells of uneven weight and days of uneven weight, which is no cluster.
struct Sample {
    std::vector<PlanePoint> cells;
    std::vector<CellDay> cases;
    std::uint32_t days;

    Sample(std::mt19937& random, int side, std::uint32_t dayCount, int caseCount) : days(dayCount) {
        for (int i = 0; i < side * side; ++i)
            cells.push_back({200.0 * (i % side), 200.0 * (i / side)});
        std::vector<std::uint32_t> manyCells, manyDays; // those that come often stand here often
        for (std::uint32_t cell = 0; cell < cells.size(); ++cell)
            manyCells.insert(manyCells.end(), 1 + random() % 6, cell);
        for (std::uint32_t day = 0; day < days; ++day)
            manyDays.insert(manyDays.end(), 2 + random() % 4, day);
        for (int i = 0; i < caseCount; ++i)
            cases.push_back({manyCells[random() % manyCells.size()], manyDays[random() % manyDays.size()], 1});
        std::sort(cases.begin(), cases.end(), [](const CellDay& a, const CellDay& b) { // so that a bad shuffle shows
            return std::pair(a.cell, a.day) < std::pair(b.cell, b.day);
        });
    }
    void plant(std::mt19937& random, std::uint32_t cell, std::uint32_t length, int count) {
        for (int i = 0; i < count; ++i)
            cases.push_back({cell, days - 1 - static_cast<std::uint32_t>(random() % length), 1});
    }
};

struct Best {
    std::set<std::uint32_t> cells;
    std::uint32_t days = 0;
    double cases = 0, expected = 0, ratio = 0;
};

/// The best cylinder without a cell of `taken`, each tried with its own sums.
Best plainBest(const Sample& sample, const ScanOptions& options, const std::set<std::uint32_t>& taken) {
    const auto all = static_cast<double>(sample.cases.size());
    Best best;
    for (const PlanePoint& centre : sample.cells) {
        std::set<double> radii;
        const auto distance = [&](std::uint32_t cell) {
            return std::hypot(sample.cells[cell].x - centre.x, sample.cells[cell].y - centre.y);
        };
        for (std::uint32_t cell = 0; cell < sample.cells.size(); ++cell)
            if (distance(cell) <= options.maxRadiusMetres)
                radii.insert(distance(cell));
        for (const double radius : radii) {
            Best tried;
            bool isFree = true;
            for (std::uint32_t cell = 0; cell < sample.cells.size(); ++cell)
                if (distance(cell) <= radius) {
                    tried.cells.insert(cell);
                    isFree = isFree && !taken.contains(cell);
                }
            double inCells = 0;
            for (const CellDay& one : sample.cases)
                inCells += tried.cells.contains(one.cell) ? 1 : 0;
            if (!isFree || inCells > std::floor(all / 2))
                continue;
            for (tried.days = 1; tried.days <= std::min(options.maxDays, sample.days / 2); ++tried.days) {
                double inDays = 0;
                tried.cases = 0;
                for (const CellDay& one : sample.cases)
                    if (one.day >= sample.days - tried.days) {
                        inDays += 1;
                        tried.cases += tried.cells.contains(one.cell) ? 1 : 0;
                    }
                tried.expected = inCells * inDays / all;
                if (tried.cases < options.leastCases || tried.cases <= tried.expected)
                    continue;
                tried.ratio = tried.cases * std::log(tried.cases / tried.expected);
                if (tried.cases < all)
                    tried.ratio += (all - tried.cases) * std::log((all - tried.cases) / (all - tried.expected));
                if (tried.ratio > best.ratio + 1e-9)
                    best = tried;
            }
        }
    }
    return best;
}

} // namespace

TEST_CASE("the most likely cluster is the best of all cylinders", "[core][statistics]") {
    std::mt19937 random(41);
    ScanOptions options;
    options.maxRadiusMetres = 450;
    options.maxDays = 5;
    options.permutations = 9;
    for (int round = 0; round < 12; ++round) {
        Sample sample(random, 4, 13, 40 + 30 * round);
        if (round % 3 == 0)
            sample.plant(random, 5, 2, 12);
        options.leastCases = round % 2 == 0 ? 2 : 4;
        const Best best = plainBest(sample, options, {});
        const auto clusters = spaceTimeScan(sample.cells, sample.cases, sample.days, options, always);
        REQUIRE(clusters);
        REQUIRE(!clusters->empty());
        const ScanCluster& found = clusters->front();
        CHECK(found.logLikelihoodRatio == Approx(best.ratio).epsilon(1e-12));
        // Circles about several cells may have the same cases; then only the ratio can be compared.
        if (std::set<std::uint32_t>(found.cells.begin(), found.cells.end()) == best.cells) {
            CHECK(found.days == best.days);
            CHECK(found.cases == best.cases);
            CHECK(found.expected == Approx(best.expected).epsilon(1e-12));
        }
        CHECK(found.cells.front() == found.centre);
        const PlanePoint a = sample.cells[found.centre], b = sample.cells[found.cells.back()];
        CHECK(found.radiusMetres == Approx(std::hypot(a.x - b.x, a.y - b.y)));
    }
}

TEST_CASE("further clusters share no cell and come in order", "[core][statistics]") {
    std::mt19937 random(7);
    Sample sample(random, 8, 20, 900);
    sample.plant(random, 9, 3, 25); // two, far from each other
    sample.plant(random, 54, 2, 18);
    ScanOptions options;
    options.maxRadiusMetres = 300;
    options.maxDays = 7;
    options.permutations = 199;
    options.mostClusters = 5;
    const auto clusters = spaceTimeScan(sample.cells, sample.cases, sample.days, options, always);
    REQUIRE(clusters);
    REQUIRE(clusters->size() > 2);
    CHECK(clusters->size() <= 5);
    std::set<std::uint32_t> taken;
    for (std::size_t i = 0; i < clusters->size(); ++i) {
        const ScanCluster& cluster = (*clusters)[i];
        for (const std::uint32_t cell : cluster.cells)
            CHECK(taken.insert(cell).second);
        if (i > 0) {
            CHECK(cluster.logLikelihoodRatio <= (*clusters)[i - 1].logLikelihoodRatio);
            CHECK(cluster.p >= (*clusters)[i - 1].p);
        }
    }
    for (const std::size_t planted : {0U, 1U}) {
        CHECK((*clusters)[planted].p <= 0.05);
        const auto& cells = (*clusters)[planted].cells;
        CHECK(std::count(cells.begin(), cells.end(), 9U) + std::count(cells.begin(), cells.end(), 54U) == 1);
    }
    CHECK((*clusters)[2].p > 0.05);
}

TEST_CASE("a planted cluster is found with its place and its days", "[core][statistics]") {
    ScanOptions options;
    options.maxRadiusMetres = 450;
    options.maxDays = 7;
    options.permutations = 99;
    int found = 0;
    for (unsigned seed = 1; seed <= 40; ++seed) {
        std::mt19937 random(seed);
        Sample sample(random, 8, 20, 600);
        const auto cell = static_cast<std::uint32_t>(random() % sample.cells.size());
        sample.plant(random, cell, 3, 14);
        options.seed = seed;
        const auto clusters = spaceTimeScan(sample.cells, sample.cases, sample.days, options, always);
        REQUIRE(clusters);
        REQUIRE(!clusters->empty());
        const ScanCluster& best = clusters->front();
        const bool isThere = std::find(best.cells.begin(), best.cells.end(), cell) != best.cells.end();
        found += isThere && best.days >= 2 && best.days <= 4 && best.p <= 0.05 ? 1 : 0;
    }
    CHECK(found >= 38);
}

TEST_CASE("without a cluster one is found as often as the level says", "[core][statistics]") {
    ScanOptions options;
    options.maxRadiusMetres = 450;
    options.maxDays = 5;
    options.permutations = 99;
    constexpr int DataSets = 200;
    int significant = 0, rare = 0;
    for (unsigned seed = 1; seed <= DataSets; ++seed) {
        std::mt19937 random(1000 + seed);
        const Sample sample(random, 6, 14, 250);
        options.seed = seed;
        const auto clusters = spaceTimeScan(sample.cells, sample.cases, sample.days, options, always);
        REQUIRE(clusters);
        const double p = clusters->empty() ? 1 : clusters->front().p;
        significant += p <= 0.05 ? 1 : 0;
        rare += p <= 0.5 ? 1 : 0;
    }
    // Binomial of 200 with 0.05: 3 to 18 with a probability of 0.998; with 0.5: 78 to 122 with 0.998.
    CHECK(significant >= 3);
    CHECK(significant <= 18);
    CHECK(rare >= 78);
    CHECK(rare <= 122);
}

TEST_CASE("a place that always has many and a busy week are no clusters", "[core][statistics]") {
    std::vector<PlanePoint> cells;
    std::vector<CellDay> cases;
    for (std::uint32_t cell = 0; cell < 9; ++cell) {
        cells.push_back({300.0 * cell, 0});
        for (std::uint32_t day = 0; day < 10; ++day)
            cases.push_back(
                {cell, day, (cell == 4 ? 10U : 1U) * (day >= 7 ? 5U : 1U)}); // the product of both: nothing left over
    }
    const auto clusters = spaceTimeScan(cells, cases, 10, ScanOptions{}, always);
    REQUIRE(clusters);
    for (const ScanCluster& cluster : *clusters)
        CHECK(cluster.p > 0.5);
}

TEST_CASE("the same data and seed give the same answer and rows may be merged", "[core][statistics]") {
    std::mt19937 random(3);
    const Sample sample(random, 6, 14, 400);
    ScanOptions options;
    options.permutations = 49;
    const auto first = spaceTimeScan(sample.cells, sample.cases, sample.days, options, always);
    const auto again = spaceTimeScan(sample.cells, sample.cases, sample.days, options, always);
    std::vector<CellDay> merged; // the same order of cases
    for (const CellDay& one : sample.cases)
        if (!merged.empty() && merged.back().cell == one.cell && merged.back().day == one.day)
            ++merged.back().cases;
        else
            merged.push_back(one);
    const auto fromMerged = spaceTimeScan(sample.cells, merged, sample.days, options, always);
    REQUIRE(first);
    REQUIRE(again);
    REQUIRE(fromMerged);
    REQUIRE(first->size() == again->size());
    REQUIRE(first->size() == fromMerged->size());
    for (std::size_t i = 0; i < first->size(); ++i) {
        CHECK((*first)[i].p == (*again)[i].p);
        CHECK((*first)[i].cells == (*again)[i].cells);
        CHECK((*first)[i].p == (*fromMerged)[i].p);
    }
}

TEST_CASE("a scan can be cancelled and of nothing finds nothing", "[core][statistics]") {
    std::mt19937 random(3);
    Sample sample(random, 6, 14, 400);
    sample.plant(random, 3, 2, 15);
    int asked = 0;
    const auto stopped =
        spaceTimeScan(sample.cells, sample.cases, sample.days, ScanOptions{}, [&] { return ++asked < 20; });
    REQUIRE(!stopped);
    CHECK(stopped.error().code == ErrorCode::Cancelled);
    CHECK(asked == 20);
    const auto none = spaceTimeScan({}, {}, 10, ScanOptions{}, always);
    REQUIRE(none);
    CHECK(none->empty());
    const auto oneDay =
        spaceTimeScan(sample.cells, std::vector<CellDay>{{2, 0, 5}, {3, 0, 1}}, 1, ScanOptions{}, always);
    REQUIRE(oneDay);
    CHECK(oneDay->empty());
}
