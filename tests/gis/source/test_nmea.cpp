// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences of NMEA 0183. Those with checksums were written by receivers or by gpsbabel; others get theirs here by the
// rule of the standard.
#include "gis/source/nmea_sentence.h"
#include "tests/gis/source/track_files.h"

#include <numeric>

using namespace gridwarden;
using namespace gridwarden::test;
using gis::parseNmea;
using Fault = gis::NmeaSentence::Fault;

namespace {

/// "$body*hh" and a line end.
std::string sentence(const std::string& body) {
    const int sum = std::accumulate(body.begin(), body.end(), 0, [](int all, char c) { return all ^ c; });
    char text[3];
    std::snprintf(text, sizeof text, "%02X", static_cast<unsigned>(sum));
    return "$" + body + "*" + text + "\r\n";
}

} // namespace

TEST_CASE("the textbook sentence is read to its parts", "[gis][tracks][nmea]") {
    // The example that most descriptions of the format carry: 48°07.038' N, 11°31.000' E on 23 March 1994.
    const auto rmc = parseNmea("$GPRMC,123519,A,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W*6A");
    REQUIRE(rmc);
    CHECK(rmc->fault == Fault::None);
    REQUIRE(rmc->place);
    CHECK(rmc->place->x == Approx(11 + 31.0 / 60).epsilon(0).margin(1e-9));
    CHECK(rmc->place->y == Approx(48 + 7.038 / 60).epsilon(0).margin(1e-9));
    CHECK(rmc->timeOfDay == std::chrono::hours(12) + std::chrono::minutes(35) + std::chrono::seconds(19));
    CHECK(rmc->day == std::chrono::sys_days(std::chrono::year(1994) / 3 / 23));
    const auto gga = parseNmea("$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47");
    REQUIRE(gga);
    CHECK(gga->fault == Fault::None);
    CHECK(gga->hdop == 0.9f);
    CHECK_FALSE(gga->day);
}

TEST_CASE("a sentence is refused by its checksum alone or by what it says", "[gis][tracks][nmea]") {
    CHECK(parseNmea("$GPRMC,123519,A,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W*6B")->fault ==
          Fault::ChecksumWrong);
    CHECK(parseNmea("$GPRMC,123519,A,4807.038,N,01131.0")->fault == Fault::ChecksumMissing);
    CHECK(parseNmea("$GPRMC,123519,A,4807.038,N,01131.0*6")->fault == Fault::ChecksumMissing);
    CHECK_FALSE(parseNmea("nothing of that kind"));
    for (const char* body : {"GPRMC,123519,A,4860.000,N,01131.000,E,,,230394,,", // 60 minutes
                             "GPRMC,123519,A,9100.000,N,01131.000,E,,,230394,,", // beyond the pole
                             "GPRMC,123519,A,4807.038,E,01131.000,N,,,230394,,", // axes exchanged
                             "GPRMC,243519,A,4807.038,N,01131.000,E,,,230394,,", // 24 o'clock
                             "GPRMC,123519,A,4807.038,N,01131.000,E,,,300294,,", // 30 February
                             "GNGGA,123519,4807.038,N,,E,1,08,0.9,,M,,M,,"})
        CHECK(parseNmea(sentence(body))->fault == Fault::Unreadable);
    CHECK_FALSE(parseNmea(sentence("PMTK001,604,3"))->isPosition);
    CHECK_FALSE(parseNmea(sentence("BDGSV,1,1,00"))->isPosition);
}

TEST_CASE("south and west are negative and any talker is heard", "[gis][tracks][nmea]") {
    const auto read = parseNmea("12:00:01 > " + sentence("BDRMC,000000.250,A,3330.0000,S,07030.0000,W,0,0,010226,,,A"));
    REQUIRE(read);
    REQUIRE(read->place);
    CHECK(*read->place == gis::MapPoint{-70.5, -33.5});
    CHECK(read->timeOfDay == std::chrono::milliseconds(250));
    CHECK(read->day == std::chrono::sys_days(std::chrono::year(2026) / 2 / 1));
}

TEST_CASE("fixes before the first day are dated back from it across midnight", "[gis][tracks][nmea]") {
    WrittenFile file;
    const auto read = file.read("walk.log", sentence("GPGGA,235959.000,2800.000,N,12040.000,E,1,08,1.0,,M,,M,,") +
                                                sentence("GPGGA,000001.000,2800.001,N,12040.000,E,1,08,2.0,,M,,M,,") +
                                                sentence("GPGGA,000003.000,2800.002,N,12040.000,E,1,08,1.0,,M,,M,,") +
                                                sentence("GPRMC,000003.000,A,2800.002,N,12040.000,E,,,050326,,") +
                                                sentence("GPGGA,000005.000,2800.003,N,12040.000,E,1,08,,,M,,M,,"));
    REQUIRE(tracksOf(read) == Lines{"/ 4"});
    const auto& fixes = read.tracks[0].fixes;
    CHECK(timeOf(fixes[0]) == "2026-03-04T23:59:59Z");
    CHECK(timeOf(fixes[1]) == "2026-03-05T00:00:01Z");
    CHECK(timeOf(fixes[2]) == "2026-03-05T00:00:03Z");
    CHECK(timeOf(fixes[3]) == "2026-03-05T00:00:05Z");
    CHECK(fixes[1].accuracy == 10);
    CHECK(fixes[3].accuracy == 0);
}

TEST_CASE("bad sentences are counted with their lines and moments without fix left out", "[gis][tracks][nmea]") {
    WrittenFile file;
    std::string wrong = sentence("GPRMC,100001,A,2800.001,N,12040.000,E,,,050326,,");
    wrong[20] = '7';
    const std::string log = sentence("GPRMC,095959,V,,,,,,,050326,,") + sentence("GPGGA,095959,,,,,0,00,,,M,,M,,") +
                            sentence("GPRMC,100000,A,2800.000,N,12040.000,E,,,050326,,") + wrong +
                            sentence("GPRMC,100002,A,2860.000,N,12040.000,E,,,050326,,") +
                            sentence("GPRMC,100003,A,2800.003,N,12040.000,E,,,050326,,") + "$GPRMC,100004,A,28";
    const auto read = file.read("walk.nmea", log);
    CHECK(tracksOf(read) == Lines{"/ 2"});
    CHECK(problemsOf(read) ==
          Lines{"4  nmea-checksum-wrong !", "5  nmea-sentence-unreadable !", "7  nmea-checksum-missing !"});
    CHECK(read.withoutFix == 1);
    CHECK(read.read == 6);
}

TEST_CASE("a log without days is refused", "[gis][tracks][nmea]") {
    WrittenFile file;
    const auto read = file.tryRead("walk.nmea", sentence("GPGGA,100000,2800.000,N,12040.000,E,1,08,1.0,,M,,M,,"));
    REQUIRE_FALSE(read);
    CHECK(read.error().what.key == "tracks-without-days");
}
