// SPDX-License-Identifier: GPL-3.0-or-later
// Expectations: tracks made without a fault, and then with faults that are counted as they are planted.
#include "core/patrol/thinning.h"
#include "core/patrol/track_cleaning.h"
#include "core/patrol/track_stops.h"
#include "tests/core/patrol/huangpu_streets.h"

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

const LocalPlane Here({121.47, 31.2});
constexpr std::int64_t Minute = 60'000, Day = 24 * 60 * Minute, WeekRound = 1024 * 7 * Day;

Fix fixAt(std::int64_t milliseconds, double east, double north) {
    return {WalkBegins + milliseconds, Here.toGeo({east, north}), 0};
}

/// Goes east at 1.2 m/s, one fix in five seconds.
std::vector<Fix> straightWalk(std::size_t count) {
    std::vector<Fix> fixes;
    for (std::size_t i = 0; i < count; ++i)
        fixes.push_back(fixAt(static_cast<std::int64_t>(i) * 5000, 6.0 * static_cast<double>(i), 0));
    return fixes;
}

/// Never slower than 1 m/s, never more than 300 m or two minutes from one fix to the next; wanders about.
std::vector<Fix> soundTrack(Draws& draws) {
    std::vector<Fix> fixes;
    double east = 0, north = 0, direction = 6 * draws.unit();
    std::int64_t at = 0;
    const double speed = 1 + 9 * draws.unit();
    for (std::size_t i = 0; i < 400; ++i) {
        fixes.push_back(fixAt(at, east, north));
        const auto step = static_cast<std::int64_t>(1000 + draws.below(draws.below(50) == 0 ? 25'000 : 9000));
        direction += 0.2 * draws.normal();
        east += speed * static_cast<double>(step) / 1000 * std::cos(direction);
        north += speed * static_cast<double>(step) / 1000 * std::sin(direction);
        at += step;
    }
    return fixes;
}

std::size_t fixesIn(const CleanedTrack& track) {
    std::size_t count = 0;
    for (const std::vector<Fix>& part : track.parts)
        count += part.size();
    return count;
}

} // namespace

TEST_CASE("a track without a fault stays as it is", "[core][patrol]") {
    Draws draws(1);
    for (int round = 0; round < 100; ++round) {
        const std::vector<Fix> fixes = soundTrack(draws);
        CleaningRules rules;
        rules.latest = fixes.back().at + static_cast<std::int64_t>(draws.below(18ULL * 365 * Day));
        const CleanedTrack track = cleanTrack(fixes, rules);
        CHECK(track.account == CleaningAccount{});
        CHECK(track.stops.empty());
        REQUIRE(track.parts.size() == 1);
        CHECK(track.parts[0] == fixes);
        CHECK(movingSeconds(track) == Approx(static_cast<double>(fixes.back().at - fixes.front().at) / 1000));
    }
    CHECK(cleanTrack({}).parts.empty());
    CHECK(cleanTrack(std::vector{fixAt(0, 0, 0)}).parts.size() == 1);
}

TEST_CASE("each planted fault is found and counted and nothing else is lost", "[core][patrol]") {
    Draws draws(2);
    for (int round = 0; round < 200; ++round) {
        const std::vector<Fix> sound = soundTrack(draws);
        std::vector<Fix> fixes;
        CleaningAccount planted;
        for (std::size_t i = 0; i < sound.size(); ++i) {
            fixes.push_back(sound[i]);
            if (i % 5 != 2 || i + 2 > sound.size() || draws.below(3) == 0)
                continue;
            const Fix& last = sound[i];
            const std::int64_t step = sound[i + 1].at - last.at;
            switch (draws.below(7)) {
            case 0: {
                constexpr double NotANumber = std::numeric_limits<double>::quiet_NaN();
                const GeoPoint nowhere[] = {{0, 0}, {181, 31}, {121, -90.5}, {NotANumber, 31}, {121, 1e300}};
                fixes.push_back({last.at + 1, nowhere[draws.below(5)], 0});
                ++planted.withoutPlace;
                break;
            }
            case 1:
                fixes.push_back(last);
                ++planted.repeated;
                break;
            case 2:
                fixes.push_back({last.at, {last.place.longitude, last.place.latitude + 1e-4}, 0});
                ++planted.sameTime;
                break;
            case 3: // one to three fixes some kilometres away
                for (std::size_t count = 1 + draws.below(3), k = 1; k <= count; ++k) {
                    const double away = 0.05 + 0.0001 * static_cast<double>(k);
                    fixes.push_back({last.at + step * static_cast<std::int64_t>(k) / 4,
                                     {last.place.longitude + away, last.place.latitude - away},
                                     0});
                    ++planted.jumps;
                }
                break;
            case 4: {
                const std::int64_t clocks[] = {0, 12'345, 315'964'800'000, last.at - WeekRound, last.at - 400 * Day};
                fixes.push_back({clocks[draws.below(5)], last.place, 0});
                ++planted.wrongTime;
                break;
            }
            case 5: // after its successor in the file
                fixes.back() = sound[i + 1];
                fixes.push_back(last);
                ++i;
                ++planted.outOfOrder;
                break;
            default:
                break;
            }
        }
        const CleanedTrack track = cleanTrack(fixes);
        CAPTURE(round);
        CHECK(track.account == planted);
        REQUIRE(track.parts.size() == 1);
        CHECK(track.parts[0] == sound);
    }
}

TEST_CASE("every fix is accounted for", "[core][patrol]") {
    Draws draws(3);
    std::size_t stops = 0;
    for (int round = 0; round < 300; ++round) { // nonsense of any kind
        std::vector<Fix> fixes;
        std::int64_t at = 0;
        double east = 0, north = 0;
        for (std::size_t i = 0; i < 300; ++i) {
            const std::size_t kind = draws.below(40);
            at += kind == 0   ? -20'000
                  : kind == 1 ? 200'000
                  : kind == 2 ? 0
                              : static_cast<std::int64_t>(draws.below(12'000));
            if ((i / 100) % 2 == 0 || kind == 3) { // else it stays
                east += (kind == 3 ? 5000 : 12) * draws.normal();
                north += (kind == 3 ? 5000 : 12) * draws.normal();
            }
            fixes.push_back(fixAt(at, east + 4 * draws.normal(), north + 4 * draws.normal()));
            if (kind == 4)
                fixes.back().place = {0, 0};
        }
        const CleanedTrack track = cleanTrack(fixes);
        const CleaningAccount& account = track.account;
        CHECK(account.withoutPlace + account.wrongTime + account.repeated + account.sameTime + account.jumps +
                  account.inStops + fixesIn(track) - 2 * track.stops.size() ==
              fixes.size());
        stops += track.stops.size();
        double seconds = 0, metres = 0;
        for (std::size_t p = 0; p < track.parts.size(); ++p) {
            const std::vector<Fix>& part = track.parts[p];
            REQUIRE(!part.empty());
            CHECK((p == 0 || track.parts[p - 1].back().at < part.front().at));
            for (std::size_t i = 1; i < part.size(); ++i) {
                CHECK(part[i - 1].at < part[i].at);
                metres += groundMetres(part[i - 1].place, part[i].place);
            }
            seconds += static_cast<double>(part.back().at - part.front().at) / 1000;
        }
        for (const TrackStop& stop : track.stops) {
            CHECK(stop.to - stop.from >= 180'000);
            seconds -= static_cast<double>(stop.to - stop.from) / 1000;
        }
        CHECK(metresOf(track) == Approx(metres).margin(1e-6));
        CHECK(movingSeconds(track) == Approx(seconds).margin(1e-6));
    }
    CHECK(stops > 100);
}

TEST_CASE("a track is parted where there is a gap", "[core][patrol]") {
    std::vector<Fix> fixes = straightWalk(100);
    const auto moveFrom = [&](std::size_t first, std::int64_t milliseconds, double east) {
        for (std::size_t i = first; i < fixes.size(); ++i)
            fixes[i] = fixAt(fixes[i].at - WalkBegins + milliseconds, 6.0 * static_cast<double>(i) + east, 0);
    };
    SECTION("in time") {
        moveFrom(40, 115'000, 0); // two minutes from one to the next
        CHECK(cleanTrack(fixes).parts.size() == 1);
        moveFrom(40, 1, 0);
        const CleanedTrack track = cleanTrack(fixes);
        REQUIRE(track.parts.size() == 2);
        CHECK(track.parts[0].size() == 40);
        CHECK(movingSeconds(track) == Approx(98 * 5));
        CHECK(metresOf(track) == Approx(98 * 6.0).epsilon(1e-6));
    }
    SECTION("in place, as fast as one can go") {
        moveFrom(40, 10'000, 290);
        CHECK(cleanTrack(fixes).parts.size() == 1);
        moveFrom(40, 0, 300);
        CHECK(cleanTrack(fixes).parts.size() == 2);
    }
    SECTION("where the device was carried off and does not come back") {
        moveFrom(40, 0, 5000);
        const CleanedTrack track = cleanTrack(fixes);
        CHECK(track.account == CleaningAccount{});
        REQUIRE(track.parts.size() == 2);
        CHECK(track.parts[1].size() == 60);
    }
    SECTION("where it comes back too late for an error") {
        for (std::size_t i = 40; i < 70; ++i)
            fixes[i] = fixAt(fixes[i].at - WalkBegins, 6.0 * static_cast<double>(i), 5000);
        const CleanedTrack track = cleanTrack(fixes);
        CHECK(track.account == CleaningAccount{});
        CHECK(track.parts.size() == 3);
    }
}

TEST_CASE("a week number that began anew is set right for a whole track only", "[core][patrol]") {
    const std::vector<Fix> sound = straightWalk(50);
    std::vector<Fix> fixes = sound;
    CleaningRules rules;
    rules.latest = sound.back().at + 3 * Day;
    const std::int64_t rounds = GENERATE(1, 2);
    for (Fix& fix : fixes)
        fix.at -= rounds * WeekRound;
    SECTION("all fixes") {
        const CleanedTrack track = cleanTrack(fixes, rules);
        CHECK(track.account.clockShiftMs == rounds * WeekRound);
        REQUIRE(track.parts.size() == 1);
        CHECK(track.parts[0] == sound);
        CHECK(cleanTrack(fixes).account.clockShiftMs == 0);
    }
    SECTION("some fixes") {
        std::copy(sound.begin() + 10, sound.end(), fixes.begin() + 10);
        const CleanedTrack track = cleanTrack(fixes, rules);
        CHECK(track.account.clockShiftMs == 0);
        CHECK(track.account.wrongTime == 10);
        REQUIRE(track.parts.size() == 1);
        CHECK(track.parts[0] == std::vector(sound.begin() + 10, sound.end()));
    }
    SECTION("times that have not come yet are wrong") {
        rules.latest = sound[29].at;
        const CleanedTrack track = cleanTrack(sound, rules);
        CHECK(track.account.wrongTime == 20);
        CHECK(fixesIn(track) == 30);
    }
}

TEST_CASE("somebody who stands adds no length however the place trembles", "[core][patrol]") {
    Draws draws(4);
    for (const double deviation : {0.0, 3.0, 6.0, 10.0})
        for (int round = 0; round < 20; ++round) {
            // 300 m to the east, ten minutes there, 300 m to the north.
            std::vector<Fix> fixes;
            for (int i = 0; i < 50; ++i)
                fixes.push_back(fixAt(i * 5000, 6.0 * i, 0));
            for (int i = 50; i < 170; ++i)
                fixes.push_back(fixAt(i * 5000, 300 + deviation * draws.normal(), deviation * draws.normal()));
            for (int i = 170; i < 221; ++i)
                fixes.push_back(fixAt(i * 5000, 300, 6.0 * (i - 170)));
            const CleanedTrack track = cleanTrack(fixes);
            CAPTURE(deviation, round);
            REQUIRE(track.stops.size() == 1);
            const TrackStop& stop = track.stops[0];
            CHECK(groundMetres(stop.place, Here.toGeo({300, 0})) < 5);
            // One is within 25 m for 21 s before and after; a fix at random may be just outside.
            CHECK(stop.from - WalkBegins == Approx(240'000).margin(30'000));
            CHECK(stop.to - WalkBegins == Approx(855'000).margin(30'000));
            CHECK(metresOf(track) == Approx(600).margin(10));
            CHECK(movingSeconds(track) == Approx(480).margin(60));
            CHECK(track.parts.size() == 1);
        }
}

TEST_CASE("who goes on slowly or rests briefly does not stand", "[core][patrol]") {
    std::vector<Fix> fixes;
    SECTION("half a metre a second") {
        for (int i = 0; i < 200; ++i)
            fixes.push_back(fixAt(i * 5000, 2.5 * i, 0));
    }
    SECTION("two minutes") {
        for (int i = 0; i < 124; ++i)
            fixes.push_back(fixAt(i * 5000, 6.0 * (i < 50 ? i : i < 74 ? 50 : i - 24), 0));
    }
    CHECK(cleanTrack(fixes).stops.empty());
}

TEST_CASE("few fixes tell of standing as well as many", "[core][patrol]") {
    const std::int64_t step = GENERATE(1000, 5000, 30'000, 100'000);
    std::vector<Fix> fixes;
    for (std::int64_t at = 0; at <= 1'200'000; at += step)
        fixes.push_back(fixAt(at,
                              at < 300'000   ? 0.001 * static_cast<double>(at) * 1.2 - 360
                              : at > 900'000 ? 0.0012 * static_cast<double>(at - 900'000)
                                             : 0,
                              0));
    const std::vector<FixStop> stops = findStops(fixes, 25, 180'000);
    REQUIRE(stops.size() == 1);
    CHECK(static_cast<double>(fixes[stops[0].last].at - fixes[stops[0].first].at) ==
          Approx(600'000 + 42'000).margin(43'000));
    CHECK(groundMetres(stops[0].place, Here.toGeo({0, 0})) < 2);
}

TEST_CASE("thinning keeps fixes that are far enough apart", "[core][patrol]") {
    const std::vector<Fix> fixes = {fixAt(0, 0, 0), fixAt(4999, 1, 0), fixAt(5000, 2, 0), fixAt(9000, 3, 0),
                                    fixAt(20'000, 4, 0)};
    CHECK(thinned(fixes) == std::vector<Fix>{fixes[0], fixes[2], fixes[4]});
    CHECK(thinned(fixes, 0) == fixes);
    CHECK(thinned({}).empty());
}
