// SPDX-License-Identifier: GPL-3.0-or-later
// Expectations: streets drawn by hand, lengths by PROJ's geod (+ellps=GRS80 -I, 9.1), and all pairs for real streets.
#include "core/patrol/street_network.h"
#include "tests/core/patrol/huangpu_streets.h"

#include <set>

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

const LocalPlane Here({121.47, 31.2});

/// A street through places in metres about Here.
Street drawn(std::int64_t id, const std::vector<PlanePoint>& points) {
    Street street{id, "", "", {}};
    for (const PlanePoint& point : points)
        street.line.push_back(Here.toGeo(point));
    return street;
}

/// "street: from to" of each edge in whole metres.
std::vector<std::string> edgesOf(const StreetNetwork& network) {
    std::vector<std::string> edges;
    for (const StreetEdge& edge : network.edges())
        edges.push_back(std::to_string(network.streets()[edge.street].id) + ": " +
                        std::to_string(std::lround(edge.fromMetres)) + " " +
                        std::to_string(std::lround(edge.toMetres)));
    return edges;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("metres along a street are those on the ellipsoid", "[core][patrol]") {
    const StreetNetwork network({{1, "", "", {{121.47, 31.2}, {121.471, 31.2}, {121.4712, 31.2015}}}});
    REQUIRE(network.edges().size() == 1);
    CHECK(network.edges()[0].fromMetres == 0);
    CHECK(network.edges()[0].metres() == Approx(95.304357 + 167.398093).epsilon(0).margin(1e-5));
}

TEST_CASE("streets are cut where they share a vertex", "[core][patrol]") {
    const Street along = drawn(1, {{0, 0}, {100, 0}, {200, 0}, {300, 0}}),
                 across = drawn(2, {{200, 50}, {200, 0}, {200, -50}});
    const StreetNetwork network({along, across});
    CHECK(edgesOf(network) == Texts{"1: 0 200", "1: 200 300", "2: 0 50", "2: 50 100"});
    CHECK(network.nodeCount() == 5);
    const std::uint32_t crossing = network.edges()[0].toNode;
    CHECK(network.edges()[3].fromNode == crossing);
    std::set<std::uint32_t> others;
    for (const auto& [edge, other] : network.edgesAt(crossing))
        others.insert(other);
    CHECK(network.edgesAt(crossing).size() == 4);
    CHECK(others.size() == 4);
    CHECK(others.count(crossing) == 0);
}

TEST_CASE("streets that cross without a vertex pass over each other", "[core][patrol]") {
    const StreetNetwork network({drawn(1, {{0, 0}, {300, 0}}), drawn(2, {{200, 50}, {200, -50}})});
    CHECK(edgesOf(network) == Texts{"1: 0 300", "2: 0 100"});
    CHECK(network.nodeCount() == 4);
}

TEST_CASE("an end that touches another street joins it within the tolerance", "[core][patrol]") {
    SECTION("its interior") {
        const std::vector<Street> streets = {drawn(1, {{0, 0}, {300, 0}}), drawn(2, {{200, 50}, {200, 0.4}}),
                                             drawn(3, {{120, -0.3}, {120, -60}})};
        CHECK(edgesOf(StreetNetwork(streets)) == Texts{"1: 0 120", "1: 120 200", "1: 200 300", "2: 0 50", "3: 0 60"});
        CHECK(StreetNetwork(streets).nodeCount() == 6);
        CHECK(edgesOf(StreetNetwork(streets, 0.35)) == Texts{"1: 0 120", "1: 120 300", "2: 0 50", "3: 0 60"});
        CHECK(edgesOf(StreetNetwork(streets, 0)) == Texts{"1: 0 300", "2: 0 50", "3: 0 60"});
        CHECK(StreetNetwork(streets, 0).nodeCount() == 6);
    }
    SECTION("one of its vertices or its end") {
        const StreetNetwork network({drawn(1, {{0, 0}, {150, 0}, {300, 0}}), drawn(2, {{150.2, 0.2}, {150, 80}}),
                                     drawn(3, {{300.3, 0.1}, {400, 0}})});
        CHECK(edgesOf(network) == Texts{"1: 0 150", "1: 150 300", "2: 0 80", "3: 0 100"});
        CHECK(network.nodeCount() == 5);
        CHECK(network.edges()[1].toNode == network.edges()[3].fromNode);
    }
    SECTION("itself farther on but not just before its end") {
        CHECK(edgesOf(StreetNetwork({drawn(1, {{0, 0}, {100, 0}, {100, 50}, {40, 50}, {40, 0.2}})})) ==
              Texts{"1: 0 40", "1: 40 260"});
        CHECK(edgesOf(StreetNetwork({drawn(1, {{0, 0}, {100, 0}, {100.3, 0}})})) == Texts{"1: 0 100"});
    }
}

TEST_CASE("a street that comes back is cut at itself", "[core][patrol]") {
    SECTION("a ring has one node") {
        const StreetNetwork network({drawn(1, {{0, 0}, {100, 0}, {100, 100}, {0, 100}, {0, 0}})});
        CHECK(edgesOf(network) == Texts{"1: 0 400"});
        CHECK(network.nodeCount() == 1);
    }
    SECTION("an eight has three edges") {
        const StreetNetwork network({drawn(1, {{-50, -50}, {0, 0}, {50, 50}, {50, -50}, {0, 0}, {-50, 50}})});
        CHECK(edgesOf(network) == Texts{"1: 0 71", "1: 71 312", "1: 312 383"});
    }
    SECTION("the same way back is no second edge") {
        const StreetNetwork network({drawn(1, {{0, 0}, {100, 0}, {200, 0}, {100, 0}, {0, 0}}),
                                     drawn(2, {{200, 0}, {100, 0}}), drawn(3, {{100, 0}, {100, 30}})});
        CHECK(edgesOf(network) == Texts{"1: 0 100", "1: 100 200", "3: 0 30"});
    }
}

TEST_CASE("what is no line has no edge", "[core][patrol]") {
    const StreetNetwork network({drawn(1, {}), drawn(2, {{5, 5}}), drawn(3, {{7, 7}, {7, 7}})});
    CHECK(network.edges().empty());
    CHECK(network.nodeCount() == 0);
    CHECK(network.near({0, 0}, 100).empty());
    CHECK(StreetNetwork({}).near({0, 0}, 1e6).empty());
}

TEST_CASE("real streets are cut where their lines say", "[core][patrol]") {
    const std::vector<Street>& streets = huangpuStreets();
    REQUIRE(streets.size() > 600);
    const StreetNetwork network(streets, 0);
    // Vertices by the number of line ends and passings, and segments once however often they are drawn.
    std::map<std::pair<double, double>, int> uses;
    std::set<std::pair<std::pair<double, double>, std::pair<double, double>>> segments;
    std::set<std::pair<double, double>> nodes;
    double metres = 0;
    for (const Street& street : streets)
        for (std::size_t i = 0; i < street.line.size(); ++i) {
            const auto at = [&](std::size_t k) { return std::pair(street.line[k].longitude, street.line[k].latitude); };
            const bool isEnd = i == 0 || i + 1 == street.line.size();
            if (++uses[at(i)] > 1 || isEnd || at(i - 1) == at(i + 1))
                nodes.insert(at(i));
            if (i > 0 && segments.insert(std::minmax(at(i - 1), at(i))).second)
                metres += groundMetres(street.line[i - 1], street.line[i]);
        }
    CHECK(network.nodeCount() == nodes.size());
    double found = 0;
    for (const StreetEdge& edge : network.edges())
        found += edge.metres();
    CHECK(found == Approx(metres).epsilon(1e-9));
    // One edge goes on where the one before ended, and each node has the edges that end there.
    std::size_t ends = 0;
    for (std::uint32_t node = 0; node < network.nodeCount(); ++node)
        for (const auto& [edge, other] : network.edgesAt(node)) {
            ++ends;
            const StreetEdge& there = network.edges()[edge];
            CHECK(((there.fromNode == node && there.toNode == other) ||
                   (there.toNode == node && there.fromNode == other)));
        }
    CHECK(ends == 2 * network.edges().size());
}

TEST_CASE("the nearest edges are those of all", "[core][patrol]") {
    const std::vector<Street>& streets = huangpuStreets();
    const StreetNetwork network(streets);
    Draws draws(3);
    std::size_t compared = 0;
    for (int round = 0; round < 80; ++round) {
        const GeoPoint place{121.461 + 0.025 * draws.unit(), 31.22 + 0.021 * draws.unit()};
        const PlanePoint point = network.plane().toPlane(place);
        const double radius = 10 + 90 * draws.unit();
        // Of each street the least distance over its segments, and where along the street.
        std::map<std::uint32_t, double> expected;
        for (std::uint32_t street = 0; street < streets.size(); ++street) {
            double least = 1e9;
            for (std::size_t i = 0; i + 1 < streets[street].line.size(); ++i) {
                const PlanePoint a = network.plane().toPlane(streets[street].line[i]),
                                 b = network.plane().toPlane(streets[street].line[i + 1]);
                for (int step = 0; step <= 200; ++step) // a fine comb
                    least = std::min(least, std::hypot(std::lerp(a.x, b.x, step / 200.0) - point.x,
                                                       std::lerp(a.y, b.y, step / 200.0) - point.y));
            }
            if (least <= radius + 0.5)
                expected[street] = least;
        }
        std::map<std::uint32_t, double> found;
        double before = 0;
        std::set<std::uint32_t> edges;
        for (const NearStreet& near : network.near(point, radius)) {
            CHECK(near.distanceMetres >= before);
            CHECK(near.distanceMetres <= radius);
            before = near.distanceMetres;
            CHECK(edges.insert(near.at.edge).second);
            const StreetEdge& edge = network.edges()[near.at.edge];
            CHECK(near.at.metres >= 0);
            CHECK(near.at.metres <= edge.metres() + 1e-9);
            found.try_emplace(edge.street, near.distanceMetres);
            // The place so far along the street is that far away.
            double along = edge.fromMetres + near.at.metres;
            const std::vector<GeoPoint>& line = streets[edge.street].line;
            std::size_t i = 0;
            while (i + 2 < line.size() && along > groundMetres(line[i], line[i + 1]))
                along -= groundMetres(line[i], line[i + 1]), ++i;
            const double share = along / groundMetres(line[i], line[i + 1]);
            const PlanePoint a = network.plane().toPlane(line[i]), b = network.plane().toPlane(line[i + 1]);
            CHECK(std::hypot(std::lerp(a.x, b.x, share) - point.x, std::lerp(a.y, b.y, share) - point.y) ==
                  Approx(near.distanceMetres).epsilon(0).margin(0.51)); // an end may have been joined
        }
        for (const auto& [street, distance] : expected) {
            if (distance > radius - 0.6)
                continue; // on the rim the comb cannot tell
            // A street whose stretch is drawn twice has its edge under another name.
            if (found.count(street) == 0) {
                CHECK(std::any_of(found.begin(), found.end(),
                                  [&](const auto& other) { return std::abs(other.second - distance) < 0.6; }));
                continue;
            }
            CHECK(found[street] == Approx(distance).epsilon(0).margin(0.6));
            ++compared;
        }
        for (const auto& [street, distance] : found)
            CHECK(expected.count(street) == 1);
    }
    CHECK(compared > 150);
}
