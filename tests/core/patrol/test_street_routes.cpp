// SPDX-License-Identifier: GPL-3.0-or-later
// Expectations: by hand, and ways from vertex to vertex of all lines, shortened until none gets shorter.
#include "core/patrol/street_routes.h"
#include "tests/core/patrol/huangpu_streets.h"

#include <set>

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

constexpr double Never = std::numeric_limits<double>::infinity();

/// A ring of 400 m from its corner in the south-west, counter-clockwise, and a lane of 50 m from there to the west.
StreetNetwork ringWithLane() {
    const LocalPlane plane({121.47, 31.2});
    const auto at = [&](double x, double y) { return plane.toGeo({x, y}); };
    return StreetNetwork({{1, "ring", "", {at(0, 0), at(100, 0), at(100, 100), at(0, 100), at(0, 0)}},
                          {2, "lane", "", {at(0, 0), at(-50, 0)}}});
}

/// A vertex of a street in the network, and its place among all vertices.
struct Vertex {
    StreetPosition position;
    std::size_t number;
};

} // namespace

TEST_CASE("a way goes around a ring on the shorter side", "[core][patrol]") {
    const StreetNetwork network = ringWithLane();
    StreetRoutes routes(network);
    const auto length = [&](StreetPosition from, StreetPosition to, double most = 1000) {
        return routes.lengths(from, {&to, 1}, most).front();
    };
    CHECK(length({0, 30}, {0, 180}) == Approx(150).epsilon(1e-4));
    CHECK(length({0, 30}, {0, 380}) == Approx(50).epsilon(1e-3));
    CHECK(length({0, 390}, {1, 40}) == Approx(50).epsilon(1e-3));
    CHECK(length({1, 40}, {0, 90}) == Approx(130).epsilon(1e-3));
    CHECK(length({1, 10}, {1, 10}) == 0);
    CHECK(length({0, 30}, {0, 180}, 149) == Never);
    CHECK(length({0, 30}, {0, 380}, 49) == Never);

    const auto way = [&](StreetPosition from, StreetPosition to) {
        std::vector<std::string> pieces;
        for (const EdgePiece& piece : routes.way(from, to, 1000))
            pieces.push_back(std::to_string(piece.edge) + ": " + std::to_string(std::lround(piece.from)) + " " +
                             std::to_string(std::lround(piece.to)));
        return pieces;
    };
    using Texts = std::vector<std::string>;
    CHECK(way({0, 30}, {0, 180}) == Texts{"0: 30 180"});
    CHECK(way({0, 30}, {0, 380}) == Texts{"0: 30 0", "0: 400 380"});
    CHECK(way({0, 390}, {1, 40}) == Texts{"0: 390 400", "1: 0 40"});
    CHECK(way({1, 40}, {0, 90}) == Texts{"1: 40 0", "0: 0 90"});
    CHECK(routes.way({0, 30}, {0, 180}, 149).empty());
}

TEST_CASE("the shortest ways through real streets are the shortest of all", "[core][patrol]") {
    const std::vector<Street>& streets = huangpuStreets();
    const StreetNetwork network(streets, 0);
    std::map<std::pair<double, double>, std::size_t> numbers;
    struct Segment {
        std::size_t a, b;
        double metres;
    };
    std::vector<Segment> segments;
    std::vector<Vertex> vertices;
    for (std::uint32_t street = 0; street < streets.size(); ++street) {
        double along = 0;
        for (std::size_t i = 0; i < streets[street].line.size(); ++i) {
            const GeoPoint place = streets[street].line[i];
            const std::size_t number =
                numbers.try_emplace({place.longitude, place.latitude}, numbers.size()).first->second;
            if (i > 0) {
                const GeoPoint last = streets[street].line[i - 1];
                segments.push_back({numbers[{last.longitude, last.latitude}], number, groundMetres(last, place)});
                along += segments.back().metres;
            }
            for (std::uint32_t edge = 0; edge < network.edges().size(); ++edge)
                if (const StreetEdge& there = network.edges()[edge];
                    there.street == street && along >= there.fromMetres - 1e-9 && along <= there.toMetres + 1e-9)
                    vertices.push_back({{edge, std::clamp(along - there.fromMetres, 0.0, there.metres())}, number});
        }
    }
    REQUIRE(vertices.size() > 2000);
    StreetRoutes routes(network);
    Draws draws(9);
    std::size_t reached = 0, beyond = 0;
    for (int round = 0; round < 25; ++round) {
        const Vertex from = vertices[draws.below(vertices.size())];
        std::vector<double> expected(numbers.size(), Never);
        expected[from.number] = 0;
        for (bool isShorter = true; isShorter;) {
            isShorter = false;
            for (const auto& [a, b, metres] : segments)
                for (const auto& [start, end] : {std::pair(a, b), std::pair(b, a)})
                    if (expected[start] + metres < expected[end]) {
                        expected[end] = expected[start] + metres;
                        isShorter = true;
                    }
        }
        const double most = 200 + 1500 * draws.unit();
        std::vector<Vertex> ends;
        std::vector<StreetPosition> positions;
        for (int i = 0; i < 8; ++i) {
            ends.push_back(vertices[draws.below(vertices.size())]);
            positions.push_back(ends.back().position);
        }
        const std::span<const double> answer = routes.lengths(from.position, positions, most);
        const std::vector<double> lengths(answer.begin(), answer.end());
        for (std::size_t i = 0; i < ends.size(); ++i) {
            const double right = expected[ends[i].number];
            const std::span<const EdgePiece> way = routes.way(from.position, positions[i], most);
            if (right > most) {
                CHECK(lengths[i] == Never);
                CHECK(way.empty());
                ++beyond;
                continue;
            }
            CHECK(lengths[i] == Approx(right).epsilon(0).margin(1e-6));
            // The way leads there, from node to node, and is as long.
            REQUIRE(!way.empty());
            CHECK(way.front().edge == from.position.edge);
            CHECK(way.front().from == from.position.metres);
            CHECK(way.back().edge == positions[i].edge);
            CHECK(way.back().to == positions[i].metres);
            double sum = 0;
            for (std::size_t k = 0; k < way.size(); ++k) {
                sum += way[k].metres();
                if (k == 0)
                    continue;
                const auto nodeAt = [&](std::uint32_t edge, double metres) {
                    const StreetEdge& there = network.edges()[edge];
                    CHECK((metres == 0 || metres == there.metres()));
                    return metres == 0 ? there.fromNode : there.toNode;
                };
                CHECK(nodeAt(way[k - 1].edge, way[k - 1].to) == nodeAt(way[k].edge, way[k].from));
            }
            CHECK(sum == Approx(right).epsilon(0).margin(1e-6));
            ++reached;
        }
    }
    CHECK(reached > 40);
    CHECK(beyond > 40);
}
