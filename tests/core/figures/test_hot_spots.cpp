// SPDX-License-Identifier: GPL-3.0-or-later
// Expectations: each square of the study area counted and tested by the definition; Gi* itself is compared with R in
// tests/core/statistics.
#include "core/figures/hot_spots.h"

#include "core/statistics/false_discovery.h"
#include "core/statistics/tails.h"
#include "tests/core/figures/figures_sample.h"

#include <algorithm>
#include <map>
#include <random>

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

constexpr double West = 120.60, South = 28.00, East = 120.66, North = 28.05;

/// A grid with a hole, one that is no more, and a street over all.
std::vector<Area> someAreas() {
    std::vector<Area> areas(3);
    for (std::size_t i = 0; i < areas.size(); ++i) {
        areas[i].id = AreaId(static_cast<std::int64_t>(i) + 1);
        areas[i].code = std::to_string(i);
    }
    areas[0].shape.polygons = {{{{West, South}, {120.65, South}, {East, North}, {West, North}, {West, South}},
                                {{120.62, 28.01}, {120.63, 28.01}, {120.63, 28.02}, {120.62, 28.02}, {120.62, 28.01}}}};
    areas[1].shape.polygons = {{{{120.62, 28.01}, {120.63, 28.01}, {120.63, 28.02}, {120.62, 28.02}, {120.62, 28.01}}}};
    areas[1].to = day("2025-12-31");
    areas[2].kind = AreaKind::Street;
    areas[2].shape.polygons = {{{{West, South}, {East, South}, {East, North}, {West, North}, {West, South}}}};
    return areas;
}

std::vector<CaseFact> someCases(std::mt19937& random, int count, int crowd) {
    std::uniform_real_distribution<double> within(0, 1);
    std::vector<CaseFact> cases;
    for (int i = 0; i < count + crowd; ++i) {
        CaseFact fact = reportedCase(i + 1);
        if (i % 50 != 49) {
            fact.longitude = i < count ? West - 0.005 + 0.07 * within(random) : 120.612 + 0.004 * within(random);
            fact.latitude = i < count ? South - 0.005 + 0.06 * within(random) : 28.035 + 0.004 * within(random);
        }
        cases.push_back(fact);
    }
    return cases;
}

FiguresSample sampleOf(const std::vector<CaseFact>& cases) {
    FiguresSample sample(cases);
    sample.areas = AreaRegister(someAreas(), {});
    return sample;
}

} // namespace

TEST_CASE("hot spots are those of the definition over the whole study area", "[core][figures]") {
    std::mt19937 random(12);
    const std::vector<CaseFact> cases = someCases(random, 1500, 150);
    const FiguresSample sample = sampleOf(cases);
    HotSpotOptions options;
    options.cellMetres = 200;
    options.bandMetres = 500;
    const auto found = hotSpots(sample.context(), sample.all(), options);
    REQUIRE(found);

    // Squares over the box of all areas, by row and column from the middle of the box.
    const LocalPlane plane({(West + East) / 2, (South + North) / 2});
    const Shape grid = someAreas()[0].shape;
    struct Square {
        PlanePoint middle;
        Selection rows;
    };
    std::map<std::pair<int, int>, Square> squares;
    for (int row = -20; row < 20; ++row)
        for (int column = -20; column < 20; ++column) {
            const PlanePoint middle{(column + 0.5) * 200, (row + 0.5) * 200};
            if (contains(grid, plane.toGeo(middle)))
                squares[{row, column}] = {middle, {}};
        }
    std::size_t counted = 0;
    for (std::uint32_t row = 0; row < cases.size(); ++row) {
        if (!cases[row].hasPlace())
            continue;
        const PlanePoint at = plane.toPlane({cases[row].longitude, cases[row].latitude});
        const auto square =
            squares.find({static_cast<int>(std::floor(at.y / 200)), static_cast<int>(std::floor(at.x / 200))});
        if (square != squares.end()) {
            square->second.rows.push_back(row);
            ++counted;
        }
    }
    CHECK(found->cases == counted);
    CHECK(found->casesBeyond == cases.size() - counted);
    REQUIRE(found->cells.size() == squares.size());
    const auto n = static_cast<double>(squares.size());
    const double mean = static_cast<double>(counted) / n;
    double variance = 0, around = 0;
    for (const auto& [place, square] : squares)
        variance += std::pow(static_cast<double>(square.rows.size()) - mean, 2) / n;
    std::vector<double> p;
    for (const HotSpotCell& cell : found->cells) {
        const PlanePoint middle = found->lattice.centre(cell.cell);
        const auto square =
            squares.find({static_cast<int>(std::floor(middle.y / 200)), static_cast<int>(std::floor(middle.x / 200))});
        REQUIRE(square != squares.end());
        const auto rows = found->rowsOf(cell);
        CHECK(Selection(rows.begin(), rows.end()) == square->second.rows);
        CHECK(cell.cases == rows.size());
        double sum = 0, near = 0;
        for (const auto& [place, other] : squares)
            if (std::hypot(other.middle.x - middle.x, other.middle.y - middle.y) <= 500) {
                sum += static_cast<double>(other.rows.size());
                ++near;
            }
        around += near * mean / n;
        CHECK(cell.z ==
              Approx((sum - near * mean) / std::sqrt(variance * (n * near - near * near) / (n - 1))).margin(1e-9));
        CHECK(cell.p == Approx(bothNormalTails(cell.z)));
        p.push_back(cell.p);
    }
    CHECK(found->expectedAround == Approx(around));
    const std::vector<double> adjusted = falseDiscoveryAdjusted(p);
    for (std::size_t i = 0; i < p.size(); ++i) {
        const HotSpotCell& cell = found->cells[i];
        CHECK(cell.adjustedP == adjusted[i]);
        CHECK((cell.heat == Heat::Usual) == (adjusted[i] > 0.05));
        if (cell.heat != Heat::Usual)
            CHECK((cell.heat == Heat::Hot) == (cell.z > 0));
        if (i > 0)
            CHECK(cell.z <= found->cells[i - 1].z);
    }
    // The crowd that was put there is the hottest.
    const PlanePoint hottest = found->lattice.centre(found->cells.front().cell),
                     crowd = plane.toPlane({120.614, 28.037});
    CHECK(found->cells.front().heat == Heat::Hot);
    CHECK(std::hypot(hottest.x - crowd.x, hottest.y - crowd.y) < 400);
}

TEST_CASE("cases at random have few hot spots", "[core][figures]") {
    std::mt19937 random(31);
    int withHotSpots = 0;
    for (int round = 0; round < 20; ++round) {
        const FiguresSample sample = sampleOf(someCases(random, 2500, 0));
        HotSpotOptions options;
        options.cellMetres = 300;
        options.bandMetres = 600;
        const auto found = hotSpots(sample.context(), sample.all(), options);
        REQUIRE(found);
        withHotSpots += std::any_of(found->cells.begin(), found->cells.end(),
                                    [](const HotSpotCell& cell) { return cell.heat != Heat::Usual; })
                            ? 1
                            : 0;
    }
    CHECK(withHotSpots <= 4); // 0.05 of 20 is 1; more than 4 has a probability of 0.003
}

TEST_CASE("the study area are the areas of the kind on the day", "[core][figures]") {
    std::mt19937 random(8);
    const FiguresSample sample = sampleOf(someCases(random, 3000, 0));
    HotSpotOptions options;
    options.cellMetres = 300;
    options.bandMetres = 900;
    const auto size = [&](AreaKind kind, const char* asOf) {
        options.kind = kind;
        const auto found = hotSpots(sample.context(moment(asOf)), sample.all(), options);
        REQUIRE(found);
        return found->cells.size();
    };
    const std::size_t now = size(AreaKind::Grid, "2026-04-01T00:00"), before = size(AreaKind::Grid, "2025-12-31T23:59");
    CHECK(before > now); // the hole was a grid of its own
    CHECK(size(AreaKind::Street, "2026-04-01T00:00") > before);
    options.kind = AreaKind::Zone;
    const auto none = hotSpots(sample.context(), sample.all(), options);
    REQUIRE(!none);
    CHECK(none.error().code == ErrorCode::Refused);
    CHECK(none.error().what.key == "hot-spots-no-areas");
}

TEST_CASE("too few cases or too many squares are said", "[core][figures]") {
    std::mt19937 random(8);
    const FiguresSample sample = sampleOf(someCases(random, 3000, 0));
    const auto outcome = [&](std::size_t cases, double cellMetres, double bandMetres) {
        Selection rows = sample.all();
        rows.resize(cases);
        HotSpotOptions options;
        options.cellMetres = cellMetres;
        options.bandMetres = bandMetres;
        const auto found = hotSpots(sample.context(), rows, options);
        return found ? "found"
                     : found.error().what.key +
                           (found.error().what.arguments.empty() ? "" : " " + found.error().what.arguments[0]);
    };
    CHECK(outcome(3000, 300, 900) == "found");
    CHECK(outcome(0, 300, 900) == "hot-spots-few-cells 0");
    CHECK(outcome(25, 300, 900).starts_with("hot-spots-few-cells "));
    CHECK(outcome(3000, 2000, 4000).starts_with("hot-spots-few-cells ")); // some nine squares
    CHECK(outcome(300, 200, 100).starts_with("hot-spots-few-expected 0."));
    CHECK(outcome(3000, 1, 10) == "hot-spots-many-cells");
    CHECK(outcome(3000, 7, 3000) == "hot-spots-many-cells"); // half a million squares, each near half of them
}
