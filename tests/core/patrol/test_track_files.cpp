// SPDX-License-Identifier: GPL-3.0-or-later
// Recorded tracks (tests/data/patrol/tracks). Expectations: lengths are sums over pairs of fixes of PROJ's geod
// (+ellps=GRS80 -I, 9.1), without the pairs across gaps; parts are the tracks that gpsbabel 1.8 makes
// (-x track,pack,split=2m); of stops, which fixes its filter radius,distance=0.025K finds about their places.
#include "core/patrol/track_cleaning.h"

#include "core/base/local_plane.h"
#include "tests/core/patrol/huangpu_streets.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>

using namespace gridwarden::core;

namespace {

std::vector<Fix> readTrack(const std::string& name) {
    std::ifstream file(GRIDWARDEN_TEST_DATA "/patrol/tracks/" + name + ".csv");
    std::string head;
    std::getline(file, head);
    REQUIRE(head == "milliseconds,longitude,latitude");
    std::vector<Fix> fixes;
    Fix fix;
    for (char comma = 0; file >> fix.at >> comma >> fix.place.longitude >> comma >> fix.place.latitude;)
        fixes.push_back(fix);
    return fixes;
}

struct Recorded {
    std::string name;
    std::size_t fixes, parts;
    double metres;
};

const Recorded Tracks[] = {{"bicycle_ride", 1286, 1, 25183.963},
                           {"orienteering_run", 1866, 1, 4008.125},
                           {"mountain_walk", 337, 5, 3937.960},
                           {"town_logger", 1209, 3, 14812.200}};

} // namespace

TEST_CASE("the length of a recorded track is that on the ellipsoid", "[core][patrol]") {
    for (const Recorded& recorded : Tracks) {
        CAPTURE(recorded.name);
        const std::vector<Fix> fixes = readTrack(recorded.name);
        REQUIRE(fixes.size() == recorded.fixes);
        CleaningRules rules;
        rules.stopSeconds = 1e6;
        const CleanedTrack track = cleanTrack(fixes, rules);
        CHECK(track.account == CleaningAccount{});
        CHECK(track.parts.size() == recorded.parts);
        CHECK(gridwarden::test::metresOf(track) == Approx(recorded.metres).epsilon(0).margin(0.005));
    }
}

TEST_CASE("stops of a recorded track are where its fixes stay", "[core][patrol]") {
    const std::vector<Fix> fixes = readTrack("town_logger");
    const std::vector<TrackStop> stops = cleanTrack(fixes).stops;
    CHECK(stops.size() == 7);
    struct Stay {
        GeoPoint place;
        std::int64_t from, to; ///< all fixes between are within 25 m, the next one outside is beyond
    };
    for (const Stay& stay : {Stay{{3.983903, 44.051167}, 1403168771000, 1403169236000},
                             Stay{{3.983958, 44.050857}, 1403169241000, 1403169621000},
                             Stay{{3.983927, 44.051008}, 1403169626000, 1403170471000},
                             Stay{{3.979820, 44.072242}, 1403170843000, 1403171048000},
                             Stay{{3.883201, 44.102196}, 1403174161000, 1403174606000}}) {
        CAPTURE(stay.from);
        const auto stop =
            std::find_if(stops.begin(), stops.end(), [&](const TrackStop& other) { return other.from == stay.from; });
        REQUIRE(stop != stops.end());
        CHECK(stop->to == stay.to);
        CHECK(groundMetres(stop->place, stay.place) < 0.2);
    }
}

TEST_CASE("no stay of a recorded track is missed and none is invented", "[core][patrol]") {
    std::size_t stays = 0;
    for (const Recorded& recorded : Tracks) {
        CAPTURE(recorded.name);
        const std::vector<Fix> fixes = readTrack(recorded.name);
        const CleanedTrack track = cleanTrack(fixes);
        for (const TrackStop& stop : track.stops) {
            CHECK(stop.to - stop.from >= 180'000);
            double within = 0, all = 0;
            for (const Fix& fix : fixes)
                if (fix.at >= stop.from && fix.at <= stop.to) {
                    all += 1;
                    within += groundMetres(fix.place, stop.place) <= 25 ? 1 : 0;
                }
            CHECK(within / all >= 0.75); // the place moves a little while a stop goes on
        }
        // Any three minutes whose fixes all lie within 20 m of their mean are part of a stop.
        for (std::size_t begin = 0; begin < fixes.size(); ++begin) {
            std::size_t end = begin;
            double longitude = 0, latitude = 0;
            bool hasGap = false;
            for (; end < fixes.size(); ++end) {
                longitude += fixes[end].place.longitude;
                latitude += fixes[end].place.latitude;
                hasGap = hasGap || (end > begin && fixes[end].at - fixes[end - 1].at > 120'000);
                if (fixes[end].at - fixes[begin].at >= 180'000)
                    break;
            }
            if (end == fixes.size() || hasGap)
                continue;
            const auto count = static_cast<double>(end - begin + 1);
            const GeoPoint mean{longitude / count, latitude / count};
            if (!std::all_of(fixes.begin() + static_cast<std::ptrdiff_t>(begin),
                             fixes.begin() + static_cast<std::ptrdiff_t>(end) + 1,
                             [&](const Fix& fix) { return groundMetres(fix.place, mean) <= 20; }))
                continue;
            ++stays;
            CHECK(std::any_of(track.stops.begin(), track.stops.end(), [&](const TrackStop& stop) {
                return stop.from <= fixes[end].at && stop.to >= fixes[begin].at;
            }));
        }
    }
    CHECK(stays > 300);
}
