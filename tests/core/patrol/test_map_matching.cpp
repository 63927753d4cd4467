// SPDX-License-Identifier: GPL-3.0-or-later
// Expectations: by hand on streets drawn for the case, and the known ways of people who go along real streets.
#include "core/patrol/map_matching.h"
#include "tests/core/patrol/huangpu_streets.h"

#include <thread>

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

const LocalPlane Here({121.47, 31.2});

Street drawn(std::int64_t id, const std::vector<PlanePoint>& points) {
    Street street{id, "", "", {}};
    for (const PlanePoint& point : points)
        street.line.push_back(Here.toGeo(point));
    return street;
}

/// Fixes without error on the way through some points at a speed, one in five seconds.
std::vector<Fix> walked(const std::vector<PlanePoint>& points, double metresPerSecond, std::int64_t beginMs = 0) {
    std::vector<WalkedPiece> pieces;
    double gone = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const GeoPoint from = Here.toGeo(points[i - 1]), to = Here.toGeo(points[i]);
        const double length = groundMetres(from, to);
        pieces.push_back({0, from, to, gone, gone + length});
        gone += length;
    }
    Draws none(0);
    std::vector<Fix> fixes = recorded(pieces, metresPerSecond, 5, 0, none);
    for (Fix& fix : fixes)
        fix.at += beginMs - WalkBegins;
    fixes.push_back({beginMs + std::llround(gone / metresPerSecond * 1000) + 1, Here.toGeo(points.back()), 0});
    return fixes;
}

/// "street: from to" in metres, rounded to ten.
std::vector<std::string> waysOf(const MatchedPart& matched) {
    std::vector<std::string> ways;
    for (const Passage& passage : matched.passages)
        ways.push_back(std::to_string(passage.street) + ": " +
                       std::to_string(10 * std::lround(passage.fromMetres / 10)) + " " +
                       std::to_string(10 * std::lround(passage.toMetres / 10)));
    return ways;
}

double unmatchedSeconds(const MatchedPart& matched) {
    double seconds = 0;
    for (const UnmatchedWay& way : matched.unmatched)
        seconds += static_cast<double>(way.toMs - way.fromMs) / 1000;
    return seconds;
}

using Texts = std::vector<std::string>;

/// A street to the east and one to the north that cross at (200, 0).
StreetNetwork crossing() {
    return StreetNetwork({drawn(1, {{0, 0}, {200, 0}, {400, 0}}), drawn(2, {{200, -200}, {200, 0}, {200, 200}})});
}

void requireOrder(const MatchedPart& matched, const StreetNetwork& network, std::span<const Fix> part) {
    std::int64_t before = part.front().at, taken = 0;
    for (const Passage& passage : matched.passages) {
        const StreetEdge& edge = network.edges()[passage.edge];
        REQUIRE(passage.street == edge.street);
        for (const double metres : {passage.fromMetres, passage.toMetres}) {
            REQUIRE(metres >= edge.fromMetres - 1e-6);
            REQUIRE(metres <= edge.toMetres + 1e-6);
        }
        REQUIRE(passage.enterMs >= before);
        REQUIRE(passage.leaveMs >= passage.enterMs);
        before = passage.leaveMs;
        taken += passage.leaveMs - passage.enterMs;
    }
    REQUIRE(before <= part.back().at);
    // Each moment is either on a street or not.
    CHECK(static_cast<double>(taken) / 1000 + unmatchedSeconds(matched) ==
          Approx(static_cast<double>(part.back().at - part.front().at) / 1000).margin(0.001));
    // From one passage to the next it goes on from where it was, or was off the network.
    for (std::size_t i = 1; i < matched.passages.size(); ++i) {
        const Passage &last = matched.passages[i - 1], &next = matched.passages[i];
        if (last.leaveMs != next.enterMs)
            continue;
        const auto nodeAt = [&](const Passage& passage, double metres) {
            const StreetEdge& edge = network.edges()[passage.edge];
            return std::abs(metres - edge.fromMetres) < 1e-6 ? edge.fromNode : edge.toNode;
        };
        if (last.edge == next.edge && std::abs(last.toMetres - next.fromMetres) < 1e-6)
            continue; // a turn
        REQUIRE(nodeAt(last, last.toMetres) == nodeAt(next, next.fromMetres));
    }
}

} // namespace

TEST_CASE("somebody who walks along streets is on them when and where they are", "[core][patrol]") {
    const StreetNetwork network = crossing();
    const std::vector<Fix> fixes = walked({{20, 0}, {200, 0}, {200, 180}}, 1.2);
    const MatchedPart matched = MapMatcher(network).match(fixes);
    CHECK(waysOf(matched) == Texts{"0: 20 200", "1: 200 380"});
    CHECK(matched.unmatched.empty());
    CHECK(matched.matchedMetres() == Approx(360).margin(8));
    requireOrder(matched, network, fixes);
    CHECK(static_cast<double>(matched.passages[0].leaveMs) == Approx(150'000).margin(5000));
}

TEST_CASE("direction and turns are told", "[core][patrol]") {
    const StreetNetwork network = crossing();
    const std::vector<Fix> fixes = walked({{380, 0}, {200, 0}, {200, -100}, {200, 150}}, 5);
    const MatchedPart matched = MapMatcher(network).match(fixes);
    REQUIRE(matched.passages.size() == 4);
    CHECK(waysOf(matched)[0] == "0: 380 200");
    CHECK(matched.passages[1].fromMetres == Approx(200).margin(1));
    CHECK(matched.passages[1].toMetres == Approx(100).margin(20)); // smoothed at the turn
    CHECK(matched.passages[2].toMetres == Approx(200).margin(1));
    CHECK(matched.passages[3].toMetres == Approx(350).margin(25));
    requireOrder(matched, network, fixes);
}

TEST_CASE("a way beside all streets is said and not forced onto them", "[core][patrol]") {
    const StreetNetwork network = crossing();
    // Out of a street's end, 200 m to the east and back in.
    const std::vector<Fix> fixes = walked({{300, 0}, {400, 0}, {600, 0}, {400, 0}, {300, 0}}, 1.2);
    const MatchedPart matched = MapMatcher(network).match(fixes);
    CHECK(waysOf(matched) == Texts{"0: 300 400", "0: 400 300"});
    REQUIRE(matched.unmatched.size() == 1);
    // A place up to 50 m beyond the end is still near it.
    CHECK(matched.unmatchedMetres() == Approx(300).margin(20));
    CHECK(unmatchedSeconds(matched) == Approx(300 / 1.2).margin(20));
    CHECK(matched.unmatched[0].fromMs == matched.passages[0].leaveMs);
    CHECK(matched.unmatched[0].toMs == matched.passages[1].enterMs);
    requireOrder(matched, network, fixes);

    const std::vector<Fix> away = walked({{1000, 1000}, {1000, 1300}}, 1.2);
    const MatchedPart none = MapMatcher(network).match(away);
    CHECK(none.passages.empty());
    CHECK(none.unmatchedMetres() == Approx(300).margin(8));
    CHECK(unmatchedSeconds(none) == Approx(250).margin(5));
}

TEST_CASE("nobody is carried from one street to another without a way", "[core][patrol]") {
    // Two streets side by side, joined far away.
    const StreetNetwork network(
        {drawn(1, {{0, 0}, {600, 0}}), drawn(2, {{0, 90}, {600, 90}}), drawn(3, {{600, 0}, {600, 90}})});
    const std::vector<Fix> fixes = walked({{50, 0}, {200, 0}, {200, 90}, {50, 90}}, 1.2);
    const MatchedPart matched = MapMatcher(network).match(fixes);
    CHECK(waysOf(matched) == Texts{"0: 50 200", "1: 200 50"});
    CHECK(matched.matchedMetres() == Approx(300).margin(15));
    CHECK(matched.unmatchedMetres() > 0);
    requireOrder(matched, network, fixes);
}

TEST_CASE("a place that errs between places on the streets breaks no way", "[core][patrol]") {
    const StreetNetwork network = crossing();
    std::vector<Fix> fixes = walked({{20, 0}, {190, 0}}, 5);
    const MatchedPart matched = MapMatcher(network).match(fixes);
    fixes[3].place = Here.toGeo({95, 70});
    const MatchedPart erring = MapMatcher(network).match(fixes);
    CHECK(waysOf(erring) == waysOf(matched));
    CHECK(erring.unmatched.empty());
    CHECK(erring.passages.size() == 1);
}

TEST_CASE("a stop is in the passage where it is and adds no way", "[core][patrol]") {
    const StreetNetwork network = crossing();
    std::vector<Fix> fixes = walked({{20, 0}, {100, 0}}, 1.2);
    const std::int64_t from = fixes.back().at + 5000;
    for (const std::int64_t at : {from, from + 600'000})
        fixes.push_back({at, Here.toGeo({104, 8}), 0});
    for (const Fix& fix : walked({{104, 0}, {190, 0}}, 1.2, from + 605'000))
        fixes.push_back(fix);
    const MatchedPart matched = MapMatcher(network).match(fixes);
    CHECK(waysOf(matched) == Texts{"0: 20 190"});
    requireOrder(matched, network, fixes);

    const std::vector<Fix> standing = {{0, Here.toGeo({104, 8}), 0}, {600'000, Here.toGeo({104, 8}), 0}};
    const MatchedPart stood = MapMatcher(network).match(standing);
    CHECK(waysOf(stood) == Texts{"0: 100 100"});
    CHECK(stood.matchedMetres() == 0);
    requireOrder(stood, network, standing);
    // Beside all streets the time is told as well.
    const std::vector<Fix> beside = {{0, Here.toGeo({104, 80}), 0}, {600'000, Here.toGeo({104, 80}), 0}};
    CHECK(unmatchedSeconds(MapMatcher(network).match(beside)) == 600);
}

TEST_CASE("the accuracy that a device tells is heeded", "[core][patrol]") {
    // Two streets 30 m apart that meet at both ends; the middle of the way errs towards the other one.
    const StreetNetwork network(
        {drawn(1, {{0, 0}, {0, 15}, {400, 15}, {400, 0}}), drawn(2, {{0, 0}, {0, -15}, {400, -15}, {400, 0}})});
    std::vector<Fix> fixes = walked({{20, 15}, {380, 15}}, 5);
    for (std::size_t i = 0; i < fixes.size(); ++i)
        if (i > 4 && i < 9) {
            fixes[i].place.latitude -= 18.0 / 110'852;
            fixes[i].accuracy = 40;
        } else {
            fixes[i].accuracy = 4;
        }
    for (const Passage& passage : MapMatcher(network).match(fixes).passages)
        CHECK(passage.street == 0);
}

TEST_CASE("no fix or one fix is no way", "[core][patrol]") {
    const StreetNetwork network = crossing();
    MapMatcher matcher(network);
    CHECK(matcher.match({}).passages.empty());
    CHECK(matcher.match({}).unmatched.empty());
    const Fix one{0, Here.toGeo({20, 0}), 0};
    CHECK(matcher.match({&one, 1}).passages.empty());
    CHECK(matcher.match({&one, 1}).unmatched.empty());
    const StreetNetwork nothing({});
    const std::vector<Fix> fixes = walked({{0, 0}, {120, 0}}, 1.2);
    CHECK(unmatchedSeconds(MapMatcher(nothing).match(fixes)) == Approx(static_cast<double>(fixes.back().at) / 1000));
}

TEST_CASE("known ways along real streets are found again", "[core][patrol]") {
    const std::vector<Street>& streets = huangpuStreets();
    const StreetNetwork network(streets);
    const auto isSame = [&](std::uint32_t a, std::uint32_t b) {
        return a == b || (!streets[a].name.empty() && streets[a].name == streets[b].name);
    };
    struct Going {
        double metresPerSecond, deviation;
    };
    for (const auto& [speed, deviation] : {Going{1.2, 10}, Going{5, 10}, Going{1.2, 5}, Going{5, 5}}) {
        double walkedMetres = 0, foundMetres = 0, matchedMetres = 0, rightMetres = 0, unmatchedMetres = 0;
        for (std::uint64_t seed = 100; seed < 112; ++seed) {
            Draws draws(seed);
            const std::vector<WalkedPiece> walk = randomWalk(streets, speed * 3000, draws);
            const std::vector<Fix> fixes = recorded(walk, speed, 5, deviation, draws);
            const MatchedPart matched = MapMatcher(network).match(fixes);
            requireOrder(matched, network, fixes);
            walkedMetres += walk.back().toMetres;
            matchedMetres += matched.matchedMetres();
            unmatchedMetres += matched.unmatchedMetres();
            // Of each metre that was matched: whether somebody was on that street then, or up to ten seconds before or
            // after.
            for (const Passage& passage : matched.passages) {
                const int count = std::max(1, static_cast<int>(passage.metres()));
                for (int i = 0; i < count; ++i) {
                    const double seconds =
                        std::lerp(static_cast<double>(passage.enterMs - WalkBegins),
                                  static_cast<double>(passage.leaveMs - WalkBegins), (i + 0.5) / count) /
                        1000;
                    for (int offset = -10; offset <= 10; ++offset)
                        if (isSame(passage.street, pieceAt(walk, (seconds + offset) * speed).street)) {
                            rightMetres += passage.metres() / count;
                            break;
                        }
                }
            }
            // Of each metre that was walked: whether that street was found then.
            for (double gone = 0.5; gone < walk.back().toMetres; gone += 1) {
                const std::int64_t at = WalkBegins + std::llround(gone / speed * 1000);
                if (std::any_of(matched.passages.begin(), matched.passages.end(), [&](const Passage& passage) {
                        return passage.enterMs - 10'000 <= at && passage.leaveMs + 10'000 >= at &&
                               isSame(passage.street, pieceAt(walk, gone).street);
                    }))
                    foundMetres += 1;
            }
        }
        CAPTURE(speed, deviation);
        CHECK(foundMetres / walkedMetres >= 0.98);
        CHECK(rightMetres / matchedMetres >= 0.97);
        CHECK(unmatchedMetres / walkedMetres < 0.01);
        CHECK(matchedMetres / walkedMetres ==
              Approx(1).margin(0.1)); // the line through the fixes is up to thrice as long
    }
}

TEST_CASE("several matchers ask one network at once", "[core][patrol]") {
    const std::vector<Street>& streets = huangpuStreets();
    const StreetNetwork network(streets);
    std::vector<std::vector<Fix>> parts;
    for (std::uint64_t seed = 0; seed < 12; ++seed) {
        Draws draws(seed);
        const std::vector<WalkedPiece> walk = randomWalk(streets, 2000, draws);
        parts.push_back(recorded(walk, 1.5, 5, 8, draws));
    }
    MapMatcher alone(network);
    std::vector<MatchedPart> expected;
    for (const std::vector<Fix>& part : parts)
        expected.push_back(alone.match(part));
    std::vector<MatchedPart> found(parts.size());
    {
        std::vector<std::jthread> threads;
        for (std::size_t first = 0; first < 3; ++first)
            threads.emplace_back([&, first] {
                MapMatcher matcher(network);
                for (std::size_t i = first; i < parts.size(); i += 3)
                    found[i] = matcher.match(parts[i]);
            });
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        CHECK(!found[i].passages.empty());
        CHECK(found[i].passages == expected[i].passages);
    }
}
