// SPDX-License-Identifier: GPL-3.0-or-later
// Tables and layers with positions, written here; times and places are those in the text.
#include "gis/crs/gcj02.h"
#include "tests/gis/source/track_files.h"

#include <fmt/format.h>
#include <zlib.h>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

gis::TrackOptions withCrs(const char* crs) {
    gis::TrackOptions options;
    options.crs = crs;
    return options;
}

} // namespace

TEST_CASE("rows are divided into tracks by device and person in the order of the file", "[gis][tracks]") {
    WrittenFile file;
    const auto read = file.read("log.csv", "终端号,姓名,定位时间,经度,纬度,定位精度\n"
                                           "A1,张三,2026-03-02 08:00:00,120.60,28.00,12.5\n"
                                           "B2,李四,2026-03-02 08:00:01,120.61,28.01,8 m\n"
                                           "A1,张三,2026-03-02 08:00:10.250,120.62,28.02,\n"
                                           "A1,王五,2026-03-02 12:00:00,120.63,28.03,-1\n"
                                           "B2,李四,2026-03-02 08:00:00,120.64,28.04,x\n"
                                           ",,,,,\n");
    CHECK(tracksOf(read) == Lines{"张三/A1 2", "李四/B2 2", "王五/A1 1"});
    const auto& zhang = read.tracks[0].fixes;
    CHECK(timeOf(zhang[0]) == "2026-03-02T00:00:00Z"); // 8 o'clock in China
    CHECK(timeOf(zhang[1]) == "2026-03-02T00:00:10Z+250");
    CHECK(zhang[1].place == core::GeoPoint{120.62, 28.02});
    CHECK(zhang[0].accuracy == 12.5f);
    CHECK(zhang[1].accuracy == 0);
    CHECK(read.tracks[1].fixes[0].accuracy == 8);
    CHECK(timeOf(read.tracks[1].fixes[1]) == "2026-03-02T00:00:00Z"); // as it stands, not sorted
    CHECK(read.withoutFix == 1);
    CHECK(read.timeFormat == "%Y-%m-%d %H:%M:%S");
}

TEST_CASE("each bad row is refused with its field and what is wrong", "[gis][tracks]") {
    WrittenFile file;
    const auto read = file.read("log.csv", "device,time,lon,lat\n"
                                           "a,2026-03-02 08:00:00,120.6,28.0\n"
                                           "a,,120.6,28.0\n"
                                           "a,2026-13-02 08:00:00,120.6,28.0\n"
                                           "a,2026-03-02 08:00:03,120.6,\n"
                                           "a,2026-03-02 08:00:04,,\n"
                                           "a,2026-03-02 08:00:05,28.0,120.6\n"
                                           "a,2026-03-02 08:00:06,12O.6,28.0\n"
                                           "a,2026-03-02 08:00:07\n"
                                           "a,2026-03-02 08:00:08,0,0\n"
                                           "a,2026-03-02 08:00:09,E120.6,N28.0\n");
    CHECK(problemsOf(read) == Lines{"2 time fix-without-time !", "3 time time-unreadable !",
                                    "4 lat coordinate-incomplete !", "5 lon fix-without-place !",
                                    "6 lat coordinate-out-of-range !", "7 lon coordinate-unreadable !",
                                    "8  row-too-few-fields !"});
    CHECK(read.problems[5].value == "12O.6");
    CHECK(read.accepted == 2);
    CHECK(read.withoutFix == 1);
    CHECK(remarksOf(read) == Lines{"fixes-without-fix 1"});
}

TEST_CASE("exchanged columns are told and not put right by themselves", "[gis][tracks]") {
    WrittenFile file;
    const auto read = file.read("log.csv", "time,经度,纬度\n"
                                           "2026-03-02 08:00:00,28.0,120.6\n"
                                           "2026-03-02 08:00:01,28.0,120.6\n"
                                           "2026-03-02 08:00:02,28.0,120.6\n");
    CHECK(read.tracks.empty());
    CHECK(read.rejected == 3);
    CHECK(remarksOf(read) == Lines{"coordinates-look-swapped 经度 纬度"});
}

TEST_CASE("Unix times are known in seconds and milliseconds", "[gis][tracks]") {
    WrittenFile file;
    // 1772409600 is 2026-03-02 00:00:00 UTC, as `date -d @1772409600` says.
    const auto [text, expected] =
        GENERATE(table<const char*, const char*>({{"1772409600", "2026-03-02T00:00:00Z"},
                                                  {"1772409600.5", "2026-03-02T00:00:00Z+500"},
                                                  {"1772409600042", "2026-03-02T00:00:00Z+42"}}));
    const auto read = file.read("log.csv", fmt::format("timestamp,lng,lat\n{},120.6,28.0\n", text));
    CHECK(timeOf(read.tracks.at(0).fixes.at(0)) == expected);
    const auto json = file.read("log.json", fmt::format("[{{\"timestamp\":{},\"lng\":120.6,\"lat\":28.0}}]", text));
    CHECK(timeOf(json.tracks.at(0).fixes.at(0)) == expected);
}

TEST_CASE("a column of UTC is not read in the local zone", "[gis][tracks]") {
    WrittenFile file;
    const auto read = file.read("log.csv", "UTC Date,UTC Time,lon,lat\n2026/03/02,08:00:00,120.6,28.0\n");
    CHECK(timeOf(read.tracks.at(0).fixes.at(0)) == "2026-03-02T08:00:00Z");
}

TEST_CASE("an order of day and month that nothing decides is asked for", "[gis][tracks]") {
    WrittenFile file;
    const char* text = "time,lon,lat\n03/02/2026 08:00:00,120.6,28.0\n";
    const auto open = file.tryRead("log.csv", text);
    REQUIRE_FALSE(open);
    CHECK(open.error().what.key == "time-format-ambiguous");
    gis::TrackOptions options;
    options.timeFormat = "%d/%m/%Y %H:%M:%S";
    CHECK(timeOf(file.read("log.csv", text, options).tracks.at(0).fixes.at(0)) == "2026-02-03T00:00:00Z");
}

TEST_CASE("what a file lacks is said as a whole", "[gis][tracks]") {
    WrittenFile file;
    const auto [text, key] = GENERATE(table<const char*, const char*>({
        {"lon,lat\n120,28\n", "tracks-without-times"},
        {"time,speed\n2026-03-02 08:00:00,3\n", "tracks-without-places"},
        {"time,lon,lat\n,120,28\n", "tracks-without-times"},
        {"time,lon,lat\n", "tracks-missing"},
        {"time,lon,lat\nsoon,120,28\n", "time-format-not-found"},
        {"", "table-empty"},
    }));
    const auto read = file.tryRead("log.csv", text);
    INFO(text);
    REQUIRE_FALSE(read);
    CHECK(read.error().what.key == key);
}

TEST_CASE("columns can be told and what was told wrong is an error", "[gis][tracks]") {
    WrittenFile file;
    const char* text = "wann,a,b\n2026-03-02 08:00:00,120.6,28.0\n";
    const auto told = [&](const Lines& texts) {
        gis::TrackOptions options;
        options.mapping = gis::trackMappingFromTexts(texts).value();
        return file.tryRead("log.csv", text, options);
    };
    const auto read = told({"time=wann", "longitude=a", "latitude=b", "device==K12"});
    REQUIRE(read);
    CHECK(tracksOf(*read) == Lines{"/K12 1"});
    CHECK(told({"time=when", "longitude=a", "latitude=b"}).error().what == core::Message{"field-unknown", {"when"}});
    CHECK(told({"time=wann", "longitude=a"}).error().what == core::Message{"mapping-needs", {"latitude"}});
    CHECK(told({"longitude=a", "latitude=b"}).error().what == core::Message{"mapping-needs", {"time"}});
    CHECK(told({"time=wann"}).error().what.key == "crs-missing");
}

TEST_CASE("columns in GCJ-02 and BD-09 and in a plane come to the same place", "[gis][tracks]") {
    WrittenFile file;
    const core::GeoPoint truth{120.5, 31.0};
    const auto read = [&](const char* crs, double x, double y) {
        const auto tracks =
            file.read("log.csv", fmt::format("time,x,y\n2026-03-02 08:00:00,{:.9f},{:.9f}\n", x, y), withCrs(crs));
        return core::distanceMetres(tracks.tracks.at(0).fixes.at(0).place, truth);
    };
    const core::GeoPoint gcj = gis::toGcj02(truth), bd = gis::toBd09(truth);
    CHECK(read("gcj02", gcj.longitude, gcj.latitude) < 0.001);
    CHECK(read("bd09", bd.longitude, bd.latitude) < 0.001);
    CHECK(read("EPSG:4549", 547752.418, 3431081.638) < 0.001); // by PROJ's cs2cs
}

TEST_CASE("a name in GBK is read and a row that is none refused", "[gis][tracks]") {
    WrittenFile file;
    std::string text = "\xc9\xe8\xb1\xb8\xba\xc5,time,lon,lat\n"; // 设备号
    for (int i = 10; i < 40; ++i)                                 // 巡查一队
        text += fmt::format("\xd1\xb2\xb2\xe9\xd2\xbb\xb6\xd3,2026-03-02 08:00:{},120.6,28.0\n", i);
    CHECK(tracksOf(file.read("log.csv", text)) == Lines{"/巡查一队 30"});
    gis::TrackOptions options;
    options.encoding = "GBK";
    const auto read = file.read("log.csv", text + "\xff\xff,2026-03-02 08:01:00,120.6,28.0\n", options);
    CHECK(tracksOf(read) == Lines{"/巡查一队 30"});
    CHECK(problemsOf(read) == Lines{"31  row-encoding !"});
    options.encoding = "UTF-8"; // told wrong: the name of the column is lost, and each row with a name is refused
    CHECK(file.read("log.csv", text, options).rejected == 30);
}

TEST_CASE("points of GeoJSON are a track by their times and numbers of rows do not divide them", "[gis][tracks]") {
    WrittenFile file;
    std::string features;
    for (int i = 0; i < 5; ++i)
        features += fmt::format(R"({}{{"type":"Feature","properties":{{"id":{},"time":"2026-03-02T08:00:0{}Z"}},)"
                                R"("geometry":{{"type":"Point","coordinates":[120.6,28.0{}]}}}})",
                                i == 0 ? "" : ",", i, i, i);
    const auto read = file.read("walk.geojson", R"({"type":"FeatureCollection","features":[)" + features + "]}");
    REQUIRE(tracksOf(read) == Lines{"/ 5"});
    CHECK(timeOf(read.tracks[0].fixes[4]) == "2026-03-02T08:00:04Z");
    CHECK(read.tracks[0].fixes[4].place == core::GeoPoint{120.6, 28.04});
}

TEST_CASE("lines of GeoJSON have their times beside them", "[gis][tracks]") {
    WrittenFile file;
    const auto line = [](const char* properties, const char* geometry) {
        return fmt::format(R"({{"type":"Feature","properties":{},"geometry":{}}})", properties, geometry);
    };
    const auto read = file.read(
        "walk.geojson", R"({"type":"FeatureCollection","features":[)" +
                            line(R"({"name":"one","coordTimes":["2026-03-02T08:00:00Z","2026-03-02T08:00:05.5Z"]})",
                                 R"({"type":"LineString","coordinates":[[120.6,28.0],[120.7,28.1]]})") +
                            "," +
                            line(R"({"name":"two","coordTimes":["2026-03-02T08:00:00Z"]})",
                                 R"({"type":"LineString","coordinates":[[120.6,28.0],[120.7,28.1]]})") +
                            "]}");
    CHECK(tracksOf(read) == Lines{"one/ 2"});
    CHECK(timeOf(read.tracks[0].fixes[1]) == "2026-03-02T08:00:05Z+500");
    CHECK(read.tracks[0].fixes[1].place == core::GeoPoint{120.7, 28.1});
    CHECK(problemsOf(read) == Lines{"2 coordTimes line-times-other-count !"});
    CHECK(read.problems[0].reason.arguments == Lines{"1", "2"});

    const auto several = file.read(
        "walks.geojson",
        R"({"type":"FeatureCollection","features":[)" +
            line(
                R"({"name":"both","coordinateProperties":{"times":[[1772409600,1772409601],[1772409660,1772409661,1772409662]]}})",
                R"({"type":"MultiLineString","coordinates":[[[120.6,28.0],[120.7,28.1]],[[120.6,28.0],[120.6,28.0],[120.8,28.2]]]})") +
            "]}");
    CHECK(tracksOf(several) == Lines{"both/ 2", "both/ 3"});
    CHECK(timeOf(several.tracks.at(1).fixes.at(2)) == "2026-03-02T00:01:02Z");
}

TEST_CASE("a cut packed table gives the rows before the cut", "[gis][tracks]") {
    WrittenFile file;
    const auto path = file.folder / "whole.csv.gz";
    gzFile packed = gzopen(path.c_str(), "wb");
    REQUIRE(packed != nullptr);
    gzputs(packed, "time,lon,lat\n");
    for (int i = 0; i < 5000; ++i) {
        const std::string row =
            fmt::format("2026-03-02 08:00:00.{:04},120.{},28.{}\n", i, i * 7919 % 9973, i * 6101 % 9967);
        gzputs(packed, row.c_str());
    }
    gzclose(packed);
    CHECK(gis::readTracks(path)->accepted == 5000);
    const std::string bytes = textOf(path);
    const auto read = file.read("cut.csv.gz", bytes.substr(0, bytes.size() / 2));
    CHECK(read.accepted > 1000);
    CHECK(read.accepted < 5000);
    CHECK(read.problems.back().reason.key == "source-unreadable-after-row");
    CHECK_FALSE(read.problems.back().isRefused);
}

TEST_CASE("reading can be stopped", "[gis][tracks]") {
    test::ScratchFolder folder;
    const auto [name, line] = GENERATE(table<const char*, const char*>({
        {"log.csv", "2026-03-02 08:00:00,120.6,28.0\n"},
        {"log.nmea", "$GPRMC,123519,A,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W*6A\n"},
        {"log.gpx", "<trkpt lat='28' lon='120'><time>2026-03-02T08:00:00Z</time></trkpt>\n"},
    }));
    std::ofstream out(folder / name);
    out << (std::string_view(name) == "log.csv"   ? "time,lon,lat\n"
            : std::string_view(name) == "log.gpx" ? "<gpx><trk><trkseg>\n"
                                                  : "");
    for (int i = 0; i < 50'000; ++i)
        out << line;
    out << (std::string_view(name) == "log.gpx" ? "</trkseg></trk></gpx>" : "");
    out.close();
    int asked = 0;
    const auto read = gis::readTracks(folder / name, {}, [&](double share) {
        CHECK(share >= 0);
        CHECK(share <= 1);
        return ++asked < 2;
    });
    REQUIRE_FALSE(read);
    CHECK(read.error().code == core::ErrorCode::Cancelled);
    CHECK(asked == 2);
}
