// SPDX-License-Identifier: GPL-3.0-or-later
// Expectations: by hand, and turns of a way along one line found from its turning points.
#include "core/patrol/passage_joining.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

using namespace gridwarden::core;

namespace {

/// Goes at 1 m/s along an edge to another place of it.
struct Walker {
    PassageJoining joining{25};
    std::int64_t now = 0;
    Walker& go(std::uint32_t edge, double from, double to) {
        const std::int64_t then = now + std::llround(1000 * std::abs(to - from));
        joining.add({edge, edge, from, to, now, then});
        now = then;
        return *this;
    }
    Walker& stand(std::uint32_t edge, double at, std::int64_t milliseconds) {
        joining.add({edge, edge, at, at, now, now + milliseconds});
        now += milliseconds;
        return *this;
    }
};

} // namespace

TEST_CASE("pieces of one direction become a passage", "[core][patrol]") {
    Walker walker;
    walker.go(1, 10, 30).go(1, 30, 50).go(2, 0, 20).go(2, 20, 35);
    CHECK(walker.joining.finish() == std::vector<Passage>{{1, 1, 10, 50, 0, 40'000}, {2, 2, 0, 35, 40'000, 75'000}});
    CHECK(walker.joining.finish().empty());
}

TEST_CASE("a way that trembles does not turn", "[core][patrol]") {
    Walker walker;
    SECTION("on one street") {
        walker.go(1, 0, 20).go(1, 20, 12).go(1, 12, 40);
        CHECK(walker.joining.finish() == std::vector<Passage>{{1, 1, 0, 40, 0, 56'000}});
    }
    SECTION("into a street beside") {
        walker.go(1, 0, 100).go(2, 0, 10).go(2, 10, 0).go(3, 0, 50);
        CHECK(walker.joining.finish() ==
              std::vector<Passage>{{1, 1, 0, 100, 0, 120'000}, {3, 3, 0, 50, 120'000, 170'000}});
    }
    SECTION("back across a crossing") {
        walker.go(1, 50, 0).go(2, 80, 74).go(2, 74, 80).go(1, 0, 7).go(1, 7, 0).go(2, 80, 20);
        CHECK(walker.joining.finish() ==
              std::vector<Passage>{{1, 1, 50, 0, 0, 50'000}, {2, 2, 80, 20, 50'000, 136'000}});
    }
    SECTION("at its beginning") {
        walker.go(1, 50, 58).go(1, 58, 0);
        CHECK(walker.joining.finish() == std::vector<Passage>{{1, 1, 50, 0, 0, 66'000}});
    }
    SECTION("by less than rounding") {
        walker.go(1, 50, 50.0000004).go(1, 50.0000004, 20);
        const std::vector<Passage> passages = walker.joining.finish();
        REQUIRE(passages.size() == 1);
        CHECK(passages[0].toMetres == 20);
    }
    SECTION("at its end") {
        walker.go(1, 0, 60).go(1, 60, 48);
        CHECK(walker.joining.finish() == std::vector<Passage>{{1, 1, 0, 48, 0, 72'000}});
    }
}

TEST_CASE("a way that goes back far enough turns", "[core][patrol]") {
    Walker walker;
    SECTION("on one street") {
        walker.go(1, 0, 100).go(1, 100, 90).go(1, 90, 60);
        CHECK(walker.joining.finish() ==
              std::vector<Passage>{{1, 1, 0, 100, 0, 100'000}, {1, 1, 100, 60, 100'000, 140'000}});
    }
    SECTION("out of a lane through which it came") {
        walker.go(1, 0, 40).go(2, 0, 15).go(2, 15, 0).go(1, 40, 20).go(1, 20, 0);
        CHECK(walker.joining.finish() == std::vector<Passage>{{1, 1, 0, 40, 0, 40'000},
                                                              {2, 2, 0, 15, 40'000, 55'000},
                                                              {2, 2, 15, 0, 55'000, 70'000},
                                                              {1, 1, 40, 0, 70'000, 110'000}});
    }
}

TEST_CASE("standing takes time and no way", "[core][patrol]") {
    Walker walker;
    SECTION("on the way") {
        walker.go(1, 0, 40).stand(1, 40, 60'000).go(1, 40, 50);
        CHECK(walker.joining.finish() == std::vector<Passage>{{1, 1, 0, 50, 0, 110'000}});
    }
    SECTION("alone") {
        walker.stand(4, 12, 300'000);
        CHECK(walker.joining.finish() == std::vector<Passage>{{4, 4, 12, 12, 0, 300'000}});
    }
    SECTION("before going") {
        walker.stand(4, 12, 300'000).go(4, 12, 2).stand(4, 2, 5000);
        CHECK(walker.joining.finish() == std::vector<Passage>{{4, 4, 12, 2, 0, 315'000}});
    }
    SECTION("after going back") {
        walker.go(1, 0, 60).go(1, 60, 48).stand(1, 48, 10'000);
        CHECK(walker.joining.finish() == std::vector<Passage>{{1, 1, 0, 48, 0, 82'000}});
    }
}

TEST_CASE("turns of any way along a line are those of its turning points", "[core][patrol]") {
    constexpr double EdgeMetres = 10, TurnMetres = 25;
    std::mt19937 random(11);
    for (int round = 0; round < 300; ++round) {
        std::vector<double> places{500};
        for (int i = 0; i < 60; ++i)
            places.push_back(places.back() + static_cast<double>(random() % 61) - 30 + (round % 3) * 4);
        // The turns: a farthest place from which the way comes back far enough, having come from as far.
        std::vector<double> expected{places.front()};
        double farthest = places.front();
        for (const double place : places) {
            const double here = place - expected.back(), reached = farthest - expected.back();
            if (here * reached >= 0 && std::abs(here) >= std::abs(reached)) {
                farthest = place;
            } else if (std::abs(here - reached) >= TurnMetres && std::abs(reached) >= TurnMetres) {
                expected.push_back(farthest);
                farthest = place;
            } else if (here * reached < 0) { // beyond where it began
                farthest = place;
            }
        }
        expected.push_back(places.back());

        PassageJoining joining(TurnMetres);
        std::int64_t now = 0;
        for (std::size_t i = 1; i < places.size(); ++i) // cut at the ends of edges
            for (double from = places[i - 1]; from != places[i]; ++now) {
                const bool isUp = places[i] > from;
                const double edge = isUp ? std::floor(from / EdgeMetres) : std::ceil(from / EdgeMetres) - 1;
                const double to =
                    isUp ? std::min(places[i], (edge + 1) * EdgeMetres) : std::max(places[i], edge * EdgeMetres);
                joining.add({0, static_cast<std::uint32_t>(edge), from, to, now, now + 1});
                from = to;
            }
        const std::vector<Passage> passages = joining.finish();
        REQUIRE(!passages.empty());
        std::vector<double> found{passages.front().fromMetres};
        CHECK(passages.front().enterMs == 0);
        CHECK(passages.back().leaveMs == now);
        for (std::size_t i = 0; i < passages.size(); ++i) {
            if (i > 0) {
                REQUIRE(passages[i].enterMs == passages[i - 1].leaveMs);
                REQUIRE(passages[i].fromMetres == Approx(passages[i - 1].toMetres).margin(1e-6));
            }
            if (found.size() > 1 &&
                (passages[i].toMetres - found.back()) * (found.back() - found[found.size() - 2]) > 0)
                found.back() = passages[i].toMetres;
            else
                found.push_back(passages[i].toMetres);
        }
        CAPTURE(round, places, found, expected);
        REQUIRE(found.size() == expected.size());
        for (std::size_t i = 0; i < found.size(); ++i)
            CHECK(found[i] == Approx(expected[i]).margin(1e-6));
    }
}
