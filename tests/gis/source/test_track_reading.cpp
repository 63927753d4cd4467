// SPDX-License-Identifier: GPL-3.0-or-later
// Files of loggers and phones; where the expectations come from stands in tests/data/tracks/README.md.
#include "tests/gis/source/track_files.h"

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

gis::TrackOptions inUtc() {
    gis::TrackOptions options;
    options.timeZone = core::TimeZone::find("UTC").value();
    return options;
}

std::string firstOf(const gis::ReadTracks& tracks) {
    return timeOf(tracks.tracks.front().fixes.front());
}
std::string lastOf(const gis::ReadTracks& tracks) {
    return timeOf(tracks.tracks.back().fixes.back());
}
auto withinCentimetres(double metres) {
    return Approx(metres).epsilon(0).margin(0.05);
}

} // namespace

TEST_CASE("a walk has all its points and times from GPX", "[gis][tracks]") {
    const auto read = readData("around-visnjan-with-car.gpx");
    CHECK(read.format == gis::TrackFormat::Gpx);
    CHECK(tracksOf(read) == Lines{"2020-12-18 07:24:29/ 104"});
    CHECK(firstOf(read) == "2020-12-18T06:15:50Z");
    CHECK(lastOf(read) == "2020-12-18T06:24:24Z");
    CHECK(read.tracks[0].fixes[0].place == core::GeoPoint{13.7142099626, 45.2735188510});
    CHECK(metresOf(read) == withinCentimetres(2733.24));
    CHECK(problemsOf(read).empty());
    CHECK(remarksOf(read).empty());
}

TEST_CASE("each segment of a GPX file is a track", "[gis][tracks]") {
    const auto read = readData("garmin-edge-800-output.gpx");
    CHECK(tracksOf(read) == Lines{"/ 47", "/ 438", "/ 13", "/ 196", "/ 4", "/ 32", "/ 3", "/ 553"});
    CHECK(firstOf(read) == "2012-04-12T12:53:58Z");
    CHECK(lastOf(read) == "2012-04-12T13:54:19Z");
    CHECK(metresOf(read) == withinCentimetres(25121.77));
    CHECK(remarksOf(read) == Lines{"gpx-waypoints-left-out 1"});
    CHECK(tracksOf(readData("track-with-empty-segment.gpx")) == Lines{"2013-07-06T14:59:00Z/ 9"});
}

TEST_CASE("points of GPX without times are refused one by one beside those that have some", "[gis][tracks]") {
    const auto read = readData("korita-zbevnica.gpx");
    CHECK(tracksOf(read) == Lines{"ACTIVE LOG/ 176", "ACTIVE LOG #2/ 337"});
    CHECK(read.rejected == 358);
    CHECK(problemsOf(read).front() == "1 time fix-without-time !");
    CHECK(firstOf(read) == "2010-10-03T09:36:30Z");
    CHECK(lastOf(read) == "2010-10-03T13:19:31Z");
    CHECK(metresOf(read) == withinCentimetres(6261.54));
    CHECK(remarksOf(read) == Lines{"gpx-waypoints-left-out 2"});

    const auto partly = readData("cerknicko-partly-without-times.gpx");
    CHECK(tracksOf(partly) == Lines{"ACTIVE LOG #8/ 5"});
    CHECK(partly.rejected == 291);
}

TEST_CASE("files without times or without tracks are refused as a whole", "[gis][tracks]") {
    const auto [name, key] = GENERATE(table<const char*, const char*>({
        {"andorra_for_map_matching.gpx", "tracks-without-times"},
        {"unicode.gpx", "tracks-missing"},
        {"munich_taxi_x0001-001.geojson", "tracks-without-times"},
        {"README.md", "format-unknown"},
        {"none.gpx", "file-unreadable"},
    }));
    const auto read = gis::readTracks(std::filesystem::path(GRIDWARDEN_TEST_DATA "/tracks") / name);
    INFO(name);
    REQUIRE_FALSE(read);
    CHECK(read.error().what.key == key);
    CHECK(read.error().what.arguments.at(0).find(name) != std::string::npos);
}

TEST_CASE("the log of an aeroplane has its names of columns below two remarks and its time in three columns",
          "[gis][tracks]") {
    const auto read = readData("garmin_g1000.csv");
    CHECK(tracksOf(read) == Lines{"/ 442"});
    CHECK(read.read == 442);
    CHECK(firstOf(read) == "2014-03-29T22:50:22Z");
    CHECK(lastOf(read) == "2014-03-29T22:57:57Z");
    CHECK(metresOf(read) == withinCentimetres(5756.05));
    CHECK(read.mapping.at(gis::TrackTarget::Time).fields == Lines{"Lcl Date", "Lcl Time", "UTCOfst"});
}

TEST_CASE("a logger's rows without fix are left out and letters of hemispheres are read", "[gis][tracks]") {
    const auto read = readData("mtk_logger.csv", inUtc());
    CHECK(tracksOf(read) == Lines{"/ 803"});
    CHECK(read.withoutFix == 14);
    CHECK(remarksOf(read) == Lines{"fixes-without-fix 14"});
    CHECK(firstOf(read) == "2008-01-27T14:14:35Z");
    CHECK(lastOf(read) == "2008-01-27T15:21:20Z");
    CHECK(metresOf(read) == withinCentimetres(7299.85));
    // The same clock in the zone that is usual here.
    CHECK(firstOf(readData("mtk_logger.csv")) == "2008-01-27T06:14:35Z");
}

TEST_CASE("a taxi's positions are read from WKT and times with an offset", "[gis][tracks]") {
    const auto read = readData("munich_taxi_x0001-001.json");
    CHECK(tracksOf(read) == Lines{"/\\x0001 1194"});
    CHECK(firstOf(read) == "2014-09-10T04:54:07Z");
    CHECK(lastOf(read) == "2014-09-10T05:14:02Z");
    CHECK(metresOf(read) == withinCentimetres(13647.08));
}

TEST_CASE("a walk past midnight in NMEA lies where it does in GPX", "[gis][tracks]") {
    const auto read = readData("visnjan_over_midnight.nmea");
    CHECK(read.format == gis::TrackFormat::Nmea);
    CHECK(tracksOf(read) == Lines{"/ 104"});
    CHECK(firstOf(read) == "2020-12-18T23:55:50Z");
    CHECK(lastOf(read) == "2020-12-19T00:04:24Z");
    const auto gpx = readData("around-visnjan-with-car.gpx");
    const std::int64_t later = (17 * 60 + 40) * 60 * 1000;
    for (std::size_t i = 0; i < 104; ++i) {
        const core::Fix& fix = read.tracks[0].fixes[i];
        CHECK(fix.at == gpx.tracks[0].fixes[i].at + later);
        CHECK(core::distanceMetres(fix.place, gpx.tracks[0].fixes[i].place) < 1.2); // thousandths of a minute
        CHECK(fix.accuracy == 8);                                                   // 1.6 times 5 m
    }
}

TEST_CASE("a layer of points is found beside one of lines and its only time whatever it is called", "[gis][tracks]") {
    const auto read = readData("visnjan.gpkg");
    CHECK(tracksOf(read) == Lines{"/ 104"});
    CHECK(firstOf(read) == "2020-12-18T06:15:50Z");
    CHECK(metresOf(read) == withinCentimetres(2733.24));
    CHECK(read.crs == "EPSG:4326");
    gis::TrackOptions lines;
    lines.layer = "lines";
    const auto refused = gis::readTracks(GRIDWARDEN_TEST_DATA "/tracks/visnjan.gpkg", lines);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().what.key == "tracks-without-times");
}

TEST_CASE("a workbook with a title is read from the row with the names on", "[gis][tracks]") {
    const auto read = readData("visnjan_with_title.xlsx", inUtc());
    CHECK(tracksOf(read) == Lines{"/测A·00001 104"});
    CHECK(firstOf(read) == "2020-12-18T06:15:50Z");
    CHECK(lastOf(read) == "2020-12-18T06:24:24Z");
    CHECK(metresOf(read) == withinCentimetres(2733.24));
}
