// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/incident_index.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <map>
#include <random>
#include <set>

using namespace gridwarden::gis;

namespace {

struct Incidents {
    std::vector<MapPoint> places;
    std::vector<IncidentLook> looks;
};

/// Half of them in clusters, as in a town.
Incidents someIncidents(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> anywhere(0, 20'000);
    std::normal_distribution<double> nearby(0, 300);
    Incidents incidents;
    MapPoint cluster;
    for (std::size_t i = 0; i < count; ++i) {
        if (i % 97 == 0)
            cluster = {500'000 + anywhere(random), 3'400'000 + anywhere(random)};
        if (i % 2 == 0)
            incidents.places.push_back({cluster.x + nearby(random), cluster.y + nearby(random)});
        else
            incidents.places.push_back({500'000 + anywhere(random), 3'400'000 + anywhere(random)});
        MapPoint& place = incidents.places.back(); // quarters of a metre, so that places can be compared
        place = {std::round(place.x * 4) / 4, std::round(place.y * 4) / 4};
        incidents.looks.push_back({static_cast<std::uint8_t>(random() % 5), static_cast<std::uint8_t>(random() % 8)});
    }
    return incidents;
}

std::shared_ptr<const IncidentIndex> indexOf(const Incidents& incidents, std::span<const std::uint8_t> shown = {}) {
    return IncidentIndex::build(IncidentPlaces::build(incidents.places), incidents.looks, shown);
}

std::vector<IncidentIndex::Visible> visible(const IncidentIndex& index, const Box& box, double cellSize) {
    std::vector<IncidentIndex::Visible> found;
    index.eachVisible(box, cellSize, [&found](const IncidentIndex::Visible& each) { found.push_back(each); });
    return found;
}

} // namespace

TEST_CASE("all incidents of a box are found and no others", "[gis][draw]") {
    const Incidents incidents = someIncidents(20'000, 1);
    const auto index = indexOf(incidents);
    std::mt19937 random(2);
    std::uniform_real_distribution<double> place(-2000, 22'000);
    for (int i = 0; i < 50; ++i) {
        const double x = 500'000 + place(random);
        const double y = 3'400'000 + place(random);
        const Box box{x, y, x + std::abs(place(random)) / 4, y + std::abs(place(random)) / 4};
        std::set<std::uint32_t> expected;
        for (std::uint32_t row = 0; row < incidents.places.size(); ++row)
            if (box.contains(incidents.places[row].x, incidents.places[row].y))
                expected.insert(row);
        const std::vector<std::uint32_t> rows = index->within(box);
        REQUIRE(std::set<std::uint32_t>(rows.begin(), rows.end()) == expected);
        REQUIRE(rows.size() == expected.size());
    }
}

TEST_CASE("places keep within a thousandth of a millimetre of a town", "[gis][draw]") {
    const Incidents incidents = someIncidents(2000, 3);
    const auto index = indexOf(incidents);
    for (std::uint32_t row = 0; row < 200; ++row) {
        const auto place = index->placeOf(row);
        REQUIRE(place);
        CHECK(place->x == Approx(incidents.places[row].x).epsilon(0).margin(1e-5)); // metres
        CHECK(place->y == Approx(incidents.places[row].y).epsilon(0).margin(1e-5));
    }
}

TEST_CASE("the incident of the lowest rank stands for its cell", "[gis][draw]") {
    const Incidents incidents = someIncidents(30'000, 4);
    const auto index = indexOf(incidents);
    const double cellSize = GENERATE(5.0, 40.0, 300.0, 2500.0);
    const Box all{490'000, 3'390'000, 530'000, 3'430'000};
    const auto shown = visible(*index, all, cellSize);
    REQUIRE(!shown.empty());
    CHECK(shown.size() <= incidents.places.size());
    // Each symbol stands where an incident with its look is.
    std::map<std::pair<long, long>, std::vector<std::size_t>> byPlace;
    const auto key = [](MapPoint p) { return std::pair(std::lround(p.x * 4), std::lround(p.y * 4)); };
    for (std::size_t i = 0; i < incidents.places.size(); ++i)
        byPlace[key(incidents.places[i])].push_back(i);
    int lowest = 255;
    for (const auto& each : shown) {
        const auto found = byPlace.find(key(each.place));
        REQUIRE(found != byPlace.end());
        REQUIRE(std::any_of(found->second.begin(), found->second.end(),
                            [&](std::size_t i) { return incidents.looks[i] == each.look; }));
        lowest = std::min<int>(lowest, each.look.rank);
    }
    CHECK(lowest == 0);
    // No incident is farther from a symbol of at most its rank than a cell is wide (across its diagonal, twice for the
    // rounding to powers of two).
    const double reach = 2 * cellSize * std::sqrt(2.0);
    for (std::size_t i = 0; i < incidents.places.size(); i += 29)
        REQUIRE(std::any_of(shown.begin(), shown.end(), [&](const auto& each) {
            return each.look.rank <= incidents.looks[i].rank &&
                   std::hypot(each.place.x - incidents.places[i].x, each.place.y - incidents.places[i].y) <= reach;
        }));
}

TEST_CASE("the number of symbols is bounded by the cells", "[gis][draw]") {
    Incidents incidents;
    std::mt19937 random(5);
    std::uniform_real_distribution<double> place(0, 1000);
    for (int i = 0; i < 100'000; ++i) {
        incidents.places.push_back({place(random), place(random)});
        incidents.looks.push_back({2, 0});
    }
    const auto index = indexOf(incidents);
    CHECK(visible(*index, {0, 0, 1000, 1000}, 10).size() <= 101 * 101);
    CHECK(visible(*index, {0, 0, 1000, 1000}, 40).size() <= 26 * 26);
    CHECK(visible(*index, {0, 0, 1000, 1000}, 1e-9).size() == 100'000);
    CHECK(index->crowding(100) > 100'000 / 400.0);
}

TEST_CASE("one incident far away does not coarsen the rest", "[gis][draw]") {
    Incidents incidents = someIncidents(20'000, 6);
    incidents.places.push_back({0, 0});
    incidents.looks.push_back({0, 0});
    const auto index = indexOf(incidents);
    const Box town{500'000, 3'400'000, 520'000, 3'420'000};
    const auto fine = visible(*index, town, 30);
    CHECK(fine.size() > 8000);
    CHECK(fine.size() < 20'000);
}

TEST_CASE("rows without a place and rows left out are not shown", "[gis][draw]") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    const Incidents incidents{{{1, 1}, {nan, 2}, {3, 3}, {4, infinity}, {5, 5}}, std::vector<IncidentLook>(5)};
    const std::vector<std::uint8_t> shown{1, 1, 0, 1, 1};
    const auto index = indexOf(incidents, shown);
    CHECK(index->size() == 2);
    CHECK(index->within({-10, -10, 10, 10}) == std::vector<std::uint32_t>{0, 4});
    CHECK(!index->placeOf(2));
    CHECK(index->extent() == Box{1, 1, 5, 5});
}

TEST_CASE("the nearest incident comes first and of equal ones the lowest rank", "[gis][draw]") {
    const Incidents incidents{{{0, 0}, {10, 0}, {10, 0}, {3, 0}},
                              {{2, 0}, {4, 0}, {0, 0}, {4, 0}}};
    const auto index = indexOf(incidents);
    CHECK(index->near({9, 0}, 6.5) == std::vector<std::uint32_t>{2, 1, 3});
    CHECK(index->near({9, 0}, 100, 1) == std::vector<std::uint32_t>{2});
    CHECK(index->near({500, 500}, 5).empty());
}

TEST_CASE("an index of nothing or of one place answers", "[gis][draw]") {
    const auto none = indexOf({});
    CHECK(none->size() == 0);
    CHECK(none->within({-1, -1, 1, 1}).empty());
    CHECK(none->extent().isEmpty());
    CHECK(visible(*none, {-1, -1, 1, 1}, 1).empty());
    Incidents same;
    same.places.assign(5000, {7, 7});
    same.looks.assign(5000, {4, 0});
    same.looks[4321].rank = 1;
    const auto index = indexOf(same);
    CHECK(index->within({7, 7, 7, 7}).size() == 5000);
    const auto shown = visible(*index, {0, 0, 10, 10}, 1);
    REQUIRE(shown.size() == 1);
    CHECK(shown.front().look.rank == 1);
}

TEST_CASE("a stopped build gives nothing", "[gis][draw]") {
    std::stop_source stop;
    stop.request_stop();
    const Incidents incidents = someIncidents(1000, 7);
    CHECK(IncidentPlaces::build(incidents.places, stop.get_token()) == nullptr);
    CHECK(IncidentIndex::build(IncidentPlaces::build(incidents.places), incidents.looks, {}, stop.get_token()) ==
          nullptr);
}
