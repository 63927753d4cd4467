// SPDX-License-Identifier: GPL-3.0-or-later
// Expectations: plain counts over all incidents.
#include "gis/draw/incident_clusters.h"

#include "draw_data.h"

#include <cmath>
#include <map>
#include <random>

using namespace drawtest;

namespace {

struct Town {
    std::vector<MapPoint> places;
    std::vector<IncidentLook> looks;
    std::vector<std::uint8_t> shown;
};

/// Half of them around a few places, some at one address; a random part is shown, as by a filter.
Town someTown(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> anywhere(0, 20'000);
    std::normal_distribution<double> nearby(0, 250);
    const unsigned share = 1 + random() % 4;
    Town town;
    MapPoint busy;
    for (std::size_t i = 0; i < count; ++i) {
        if (i % 211 == 0)
            busy = {500'000 + anywhere(random), 3'400'000 + anywhere(random)};
        if (i % 7 == 0)
            town.places.push_back(busy);
        else if (i % 2 == 0)
            town.places.push_back({busy.x + nearby(random), busy.y + nearby(random)});
        else
            town.places.push_back({500'000 + anywhere(random), 3'400'000 + anywhere(random)});
        town.looks.push_back({static_cast<std::uint8_t>(random() % 5), 0});
        town.shown.push_back(random() % share == 0 ? 1 : 0);
    }
    return town;
}

/// Between the lines of the lattice, so that no incident lies on an edge of a cell by rounding.
bool isIn(const Box& cell, MapPoint place) {
    return place.x >= cell.minX && place.x < cell.maxX && place.y >= cell.minY && place.y < cell.maxY;
}

MapView randomView(std::mt19937& random) {
    std::uniform_real_distribution<double> place(-2'000, 22'000);
    MapView view;
    view.size = {800, 600};
    view.unitsPerPixel = std::pow(2, std::uniform_real_distribution<double>(-4, 6)(random));
    view.centre = {500'000 + place(random), 3'400'000 + place(random)};
    return view;
}

} // namespace

TEST_CASE("each circle counts the shown incidents of its cell", "[gis][draw]") {
    const unsigned seed = GENERATE(range(1U, 7U));
    const Town town = someTown(15'000, seed);
    const auto index = IncidentIndex::build(IncidentPlaces::build(town.places), town.looks, town.shown);
    std::mt19937 random(seed * 7);
    for (int i = 0; i < 25; ++i) {
        const MapView view = randomView(random);
        const IncidentStyle style{.drawing = IncidentDrawing::Clusters, .clusterSize = 40.0 + 8 * (i % 9), .heatRadius = 200};
        const auto circles = clusterCircles(*index, style, view);
        std::size_t counted = 0;
        for (const ClusterCircle& circle : circles) {
            const Box& cell = circle.cluster.cell;
            std::size_t expected = 0;
            int lowest = 255;
            for (std::size_t row = 0; row < town.places.size(); ++row)
                if (town.shown[row] != 0 && isIn(cell, town.places[row])) {
                    ++expected;
                    lowest = std::min<int>(lowest, town.looks[row].rank);
                }
            REQUIRE(circle.cluster.count() == expected);
            REQUIRE(circle.cluster.look.rank == lowest);
            REQUIRE(cell.width() >= style.clusterSize * view.unitsPerPixel * 0.999);
            REQUIRE(cell.width() <= style.clusterSize * view.unitsPerPixel * 2.001);
            counted += expected;
        }
        // What is in view is counted.
        const Box seen = view.visibleBox();
        for (std::size_t row = 0; row < town.places.size(); ++row)
            if (town.shown[row] != 0 && seen.contains(town.places[row].x, town.places[row].y))
                REQUIRE(std::any_of(circles.begin(), circles.end(), [&](const ClusterCircle& each) { return isIn(each.cluster.cell, town.places[row]); }));
        REQUIRE(counted <= town.places.size());
    }
}

TEST_CASE("circles neither leave their cells nor touch each other, and stay as the map moves", "[gis][draw]") {
    const Town town = someTown(20'000, 11);
    const auto index = IncidentIndex::build(IncidentPlaces::build(town.places), town.looks);
    std::mt19937 random(12);
    const IncidentStyle style{.drawing = IncidentDrawing::Clusters, .clusterSize = 56, .heatRadius = 200};
    for (int i = 0; i < 20; ++i) {
        const MapView view = randomView(random);
        const auto circles = clusterCircles(*index, style, view);
        for (const ClusterCircle& circle : circles) {
            if (circle.cluster.count() == 1)
                continue;
            const QRectF cell = QRectF(view.toScreen({circle.cluster.cell.minX, circle.cluster.cell.maxY}),
                                       view.toScreen({circle.cluster.cell.maxX, circle.cluster.cell.minY}));
            const QRectF circleBox(circle.centre - QPointF(circle.radius, circle.radius), QSizeF(2 * circle.radius, 2 * circle.radius));
            REQUIRE(cell.adjusted(-0.01, -0.01, 0.01, 0.01).contains(circleBox));
        }
        std::map<std::pair<double, double>, std::uint32_t> counts;
        for (const ClusterCircle& circle : circles)
            counts[{circle.cluster.cell.minX, circle.cluster.cell.minY}] = circle.cluster.count();
        for (const ClusterCircle& circle : clusterCircles(*index, style, view.panned({137, -61})))
            if (const auto same = counts.find({circle.cluster.cell.minX, circle.cluster.cell.minY}); same != counts.end())
                REQUIRE(same->second == circle.cluster.count());
    }
}

TEST_CASE("a circle knows its cases and where they are", "[gis][draw]") {
    const std::vector<MapPoint> places{{10, 10}, {10, 10}, {10, 10}, {900, 900}};
    const auto index = IncidentIndex::build(IncidentPlaces::build(places), std::vector<IncidentLook>(4));
    MapView view = smallView();
    view.centre = {455, 455};
    view.unitsPerPixel = 10;
    const IncidentStyle style{.drawing = IncidentDrawing::Clusters, .clusterSize = 40, .heatRadius = 200};
    const auto circles = clusterCircles(*index, style, view);
    REQUIRE(circles.size() == 2);
    const auto hit = circleAt(circles, circles.front().centre + QPointF(2, 2));
    REQUIRE(hit);
    CHECK(hit->cluster.count() == 3);
    CHECK(index->rowsOf(hit->cluster, 10) == std::vector<std::uint32_t>{0, 1, 2});
    CHECK(index->rowsOf(hit->cluster, 2).size() == 2);
    CHECK(index->extentOf(hit->cluster).width() == Approx(0).margin(1e-3));
    CHECK(!circleAt(circles, {100, 100}));
    CHECK(clusterCircles(*IncidentIndex::build(IncidentPlaces::build({}), {}), style, view).empty());
}

TEST_CASE("a thousand incidents at one place are one circle at any scale", "[gis][draw]") {
    const std::vector<MapPoint> places(1000, MapPoint{500'000, 3'400'000});
    const auto index = IncidentIndex::build(IncidentPlaces::build(places), std::vector<IncidentLook>(1000));
    MapView view = smallView();
    view.centre = places.front();
    view.unitsPerPixel = GENERATE(0.002, 1.0, 5000.0);
    const auto circles = clusterCircles(*index, IncidentStyle{}, view);
    REQUIRE(circles.size() == 1);
    CHECK(circles.front().cluster.count() == 1000);
}
