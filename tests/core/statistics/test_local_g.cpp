// SPDX-License-Identifier: GPL-3.0-or-later
// Expectations: localG of R's package spdep (tests/data/nyc-vehicle-thefts), and the definition for random places.
#include "core/statistics/false_discovery.h"
#include "core/statistics/local_g.h"
#include "core/statistics/near_places.h"
#include "core/statistics/tails.h"
#include "tests/core/statistics/thefts.h"

#include <random>

using namespace gridwarden::core;
using namespace gridwarden::test;
using nlohmann::json;

TEST_CASE("Gi* of thefts in squares is that of spdep", "[core][statistics]") {
    const json& expected = expectedByR()["local_g"];
    const LocalPlane plane({expected["middle"][0], expected["middle"][1]});
    const double size = expected["metres"];
    const int firstColumn = expected["first_column"], columns = expected["columns"], firstRow = expected["first_row"],
              rows = expected["rows"];
    std::vector<PlanePoint> middles;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            middles.push_back({(firstColumn + column + 0.5) * size, (firstRow + row + 0.5) * size});
    std::vector<double> counts(middles.size());
    for (const Theft& theft : readThefts()) {
        const PlanePoint at = plane.toPlane(theft.place);
        const int column = static_cast<int>(std::floor(at.x / size)) - firstColumn,
                  row = static_cast<int>(std::floor(at.y / size)) - firstRow;
        counts.at(static_cast<std::size_t>(row * columns + column)) += 1;
    }
    REQUIRE(middles.size() == expected["squares"]);
    const std::vector<LocalG> tests = localG(middles, counts, expected["band"]);
    std::vector<double> p;
    for (const LocalG& test : tests)
        p.push_back(test.p);
    const std::vector<double> adjusted = falseDiscoveryAdjusted(p);
    std::size_t hot = 0, cold = 0;
    for (std::size_t i = 0; i < tests.size(); ++i)
        if (adjusted[i] <= 0.05)
            ++(tests[i].z > 0 ? hot : cold);
    CHECK(hot == expected["hot"]);
    CHECK(cold == expected["cold"]);
    REQUIRE(expected["index"].size() > 300);
    for (std::size_t i = 0; i < expected["index"].size(); ++i) {
        const std::size_t at = expected["index"][i];
        CAPTURE(at);
        CHECK(counts[at] == expected["count"][i]);
        CHECK(tests[at].z == near(expected["z"][i]));
        CHECK(tests[at].p == near(expected["p"][i], 1e-9));
        CHECK(adjusted[at] == near(expected["adjusted"][i], 1e-9));
    }
}

TEST_CASE("Gi* follows its definition anywhere", "[core][statistics]") {
    std::mt19937 random(5);
    std::uniform_real_distribution<double> within(-3000, 3000);
    for (const double distance : {0.0, 90.0, 700.0, 20'000.0}) {
        std::vector<PlanePoint> places;
        std::vector<double> values;
        for (int i = 0; i < 150; ++i) {
            places.push_back(i % 10 == 9 ? places.back() : PlanePoint{within(random) + 7e5, within(random) / 20});
            values.push_back(static_cast<double>(random() % 7));
        }
        const std::vector<LocalG> tests = localG(places, values, distance);
        const double n = 150;
        double mean = 0, squares = 0;
        for (const double value : values) {
            mean += value / n;
            squares += value * value / n;
        }
        for (std::size_t i = 0; i < places.size(); ++i) {
            double sum = 0, w = 0;
            for (std::size_t j = 0; j < places.size(); ++j)
                if (std::hypot(places[i].x - places[j].x, places[i].y - places[j].y) <= distance) {
                    sum += values[j];
                    w += 1;
                }
            CAPTURE(distance, i);
            CHECK(tests[i].near == w);
            const double expected =
                w == n ? 0
                       : (sum - mean * w) / (std::sqrt(squares - mean * mean) * std::sqrt((n * w - w * w) / (n - 1)));
            CHECK(tests[i].z == Approx(expected).margin(1e-9));
            CHECK(tests[i].p == Approx(w == n ? 1 : std::erfc(std::abs(expected) / std::sqrt(2.0))).margin(1e-12));
        }
    }
}

TEST_CASE("values that are all alike have no hot spot", "[core][statistics]") {
    const std::vector<PlanePoint> places = {{0, 0}, {10, 0}, {500, 500}, {0, 0}};
    for (const double value : {0.0, 0.1, 7.0})
        for (const LocalG& test : localG(places, std::vector<double>(4, value), 50)) {
            CHECK(test.z == 0);
            CHECK(test.p == 1);
        }
    CHECK(localG({}, {}, 50).empty());
    CHECK(localG(std::vector<PlanePoint>{{1, 2}}, std::vector<double>{3}, 50).front().p == 1);
}

TEST_CASE("near places are all those within the distance and no others", "[core][statistics]") {
    std::mt19937 random(17);
    const auto find = [&](const std::vector<PlanePoint>& places, double distance) {
        const NearPlaces near(places, distance);
        for (std::uint32_t i = 0; i < places.size(); ++i) {
            std::vector<std::uint32_t> found, expected;
            near.visit(i, [&](std::uint32_t other, double squared) {
                found.push_back(other);
                const double x = places[other].x - places[i].x, y = places[other].y - places[i].y;
                CHECK(squared == x * x + y * y);
            });
            std::sort(found.begin(), found.end());
            for (std::uint32_t j = 0; j < places.size(); ++j) {
                const double x = places[j].x - places[i].x, y = places[j].y - places[i].y;
                if (x * x + y * y <= distance * distance)
                    expected.push_back(j);
            }
            REQUIRE(found == expected);
        }
    };
    std::vector<PlanePoint> lattice, line, spread;
    for (int i = 0; i < 400; ++i) {
        lattice.push_back({(i % 20) * 100.0 - 950, (i / 20) * 100.0 + 5e6}); // the distance is met exactly
        line.push_back({static_cast<double>(random() % 100'000), 3});
        spread.push_back(
            {static_cast<double>(random() % 1000), i == 7 ? 1e9 : static_cast<double>(random() % 1000)}); // one far off
    }
    for (const double distance : {0.0, 100.0, 300.0, 1e12}) {
        find(lattice, distance);
        find(line, distance);
        find(spread, distance);
    }
}
