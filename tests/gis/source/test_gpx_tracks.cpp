// SPDX-License-Identifier: GPL-3.0-or-later
// GPX as it should not be, and what programs put beside the standard.
#include "gis/crs/gcj02.h"
#include "gis/source/xml_reader.h"
#include "tests/gis/source/track_files.h"

#include <zlib.h>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

std::string gpx(const std::string& body, const std::string& encoding = "UTF-8") {
    return "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>\n<gpx version=\"1.1\">\n" + body + "</gpx>\n";
}
std::string point(const std::string& attributes, const std::string& content) {
    return "<trkpt " + attributes + ">" + content + "</trkpt>\n";
}
std::string minute(int m) {
    return "<time>2026-03-02T08:" + std::string(m < 10 ? "0" : "") + std::to_string(m) + ":00Z</time>";
}
const std::string Here = "lat=\"28.5\" lon='120.25'";

/// A track of 300 points a second apart.
std::string longTrack() {
    std::string points;
    for (int i = 0; i < 300; ++i)
        points += point("lat=\"28." + std::to_string(100000 + i) + "\" lon=\"120.5\"",
                        "<time>2026-03-02T08:0" + std::to_string(i / 60) + ":" + (i % 60 < 10 ? "0" : "") +
                            std::to_string(i % 60) + "Z</time>");
    return gpx("<trk><name>五马街</name><trkseg>\n" + points + "</trkseg></trk>\n");
}

} // namespace

TEST_CASE("fractions and zones of times in GPX and its accuracies are read", "[gis][tracks][gpx]") {
    WrittenFile file;
    const auto read = file.read(
        "walk.gpx",
        gpx("<trk><trkseg>" + point(Here, "<time>2026-03-02T08:00:00.5Z</time><hdop>1.5</hdop>") +
            point(Here,
                  "<time>2026-03-02T16:00:01.25+08:00</time><extensions><x:accuracy>7.5</x:accuracy></extensions>") +
            point(Here, "<extensions><time>2020-01-01T00:00:00Z</time></extensions><time>2026-03-02T08:00:02</time>") +
            "</trkseg><name>behind</name></trk>"));
    REQUIRE(tracksOf(read) == Lines{"behind/ 3"});
    const auto& fixes = read.tracks[0].fixes;
    CHECK(timeOf(fixes[0]) == "2026-03-02T08:00:00Z+500");
    CHECK(timeOf(fixes[1]) == "2026-03-02T08:00:01Z+250");
    CHECK(timeOf(fixes[2]) == "2026-03-02T08:00:02Z");
    CHECK(fixes[0].accuracy == 7.5f);
    CHECK(fixes[1].accuracy == 7.5f);
    CHECK(fixes[2].accuracy == 0);
    CHECK(fixes[0].place == core::GeoPoint{120.25, 28.5});
}

TEST_CASE("each bad point of GPX is refused by what is wrong with it", "[gis][tracks][gpx]") {
    WrittenFile file;
    const auto read =
        file.read("walk.gpx", gpx("<wpt lat=\"1\" lon=\"1\"/><rte><rtept lat=\"1\" lon=\"1\"/></rte><trk><trkseg>" +
                                  point(Here, minute(0)) + point(Here, "") + point(Here, "<time>yesterday</time>") +
                                  point("lat=\"128.5\" lon=\"120.25\"", minute(3)) + point("lat=\"28.5\"", minute(4)) +
                                  point("lat=\"x\" lon=\"120\"", minute(5)) + point("", minute(6)) +
                                  point("lat=\"0\" lon=\"0.0\"", minute(7)) + "</trkseg></trk>"));
    CHECK(tracksOf(read) == Lines{"/ 1"});
    CHECK(problemsOf(read) == Lines{"2 time fix-without-time !", "3 time time-unreadable !",
                                    "4 lat coordinate-out-of-range !", "5 lon coordinate-incomplete !",
                                    "6 lat coordinate-unreadable !", "7 lon fix-without-place !"});
    CHECK(remarksOf(read) == Lines{"gpx-waypoints-left-out 1", "gpx-routes-left-out 1", "fixes-without-fix 1"});
}

TEST_CASE("a cut GPX file gives the points before the cut and says where it broke off", "[gis][tracks][gpx]") {
    WrittenFile file;
    const std::string whole = longTrack();
    const std::size_t at = whole.find("<trkpt", whole.size() / 2) + 10; // within a tag
    const auto read = file.read("walk.gpx", whole.substr(0, at));
    const std::string before = whole.substr(0, at);
    std::size_t points = 0;
    for (std::size_t found = before.find("</trkpt>"); found != std::string::npos;
         found = before.find("</trkpt>", found + 1))
        ++points;
    CHECK(read.accepted == points);
    CHECK(problemsOf(read) == Lines{std::to_string(points) + "  xml-unreadable"});
    CHECK(read.problems[0].reason.arguments ==
          Lines{std::to_string(1 + std::count(before.begin(), before.end(), '\n'))});

    const auto none = file.tryRead("empty.gpx", whole.substr(0, whole.find("<trkseg>")));
    REQUIRE_FALSE(none);
    CHECK(none.error().what.key == "xml-unreadable");
}

TEST_CASE("a cut GPX file gives the names that stand before the cut and what was left out", "[gis][tracks][gpx]") {
    WrittenFile file;
    const std::string whole =
        gpx("<wpt lat=\"1\" lon=\"1\"/><rte><rtept lat=\"1\" lon=\"1\"/></rte><trk><name> 五马街\n</name><trkseg>" +
            point(Here, minute(0)) + "</trkseg><trkseg>" + point(Here, minute(1)) + "</trkseg></trk><trk><trkseg>" +
            point(Here, minute(2)) + "</trkseg></trk>");
    const auto named = file.read("named.gpx", whole.substr(0, whole.find("</trkseg></trk>")));
    CHECK(tracksOf(named) == Lines{"五马街/ 1", "五马街/ 1"});
    CHECK(remarksOf(named) == Lines{"gpx-waypoints-left-out 1", "gpx-routes-left-out 1"});
    CHECK(problemsOf(named) == Lines{"2  xml-unreadable"});
    const auto nameless = file.read("nameless.gpx", whole.substr(0, whole.rfind("</trkseg>")));
    CHECK(tracksOf(nameless) == Lines{"五马街/ 1", "五马街/ 1", "/ 1"}); // the name is that of another
}

TEST_CASE("a cut packed GPX file gives the points before the cut", "[gis][tracks][gpx]") {
    WrittenFile file;
    const auto path = file.folder / "whole.gpx.gz";
    const std::string text = longTrack();
    gzFile packed = gzopen(path.c_str(), "wb");
    REQUIRE(packed != nullptr);
    gzwrite(packed, text.data(), static_cast<unsigned>(text.size()));
    gzclose(packed);
    CHECK(gis::readTracks(path)->accepted == 300);
    const std::string bytes = textOf(path);
    const auto read = file.read("cut.gpx.gz", bytes.substr(0, bytes.size() / 2));
    CHECK(read.accepted > 0);
    CHECK(read.accepted < 300);
    CHECK(read.problems.back().reason.key == "xml-unreadable");
}

TEST_CASE("GPX in other encodings is read also where it says to be UTF-8", "[gis][tracks][gpx]") {
    WrittenFile file;
    const std::string name =
        "\xce\xe5\xc2\xed\xbd\xd6\xb5\xc0\xd1\xb2\xb2\xe9\xb9\xec\xbc\xa3"; // 五马街道巡查轨迹 in GBK
    const std::string body = "<trk><name>" + name + "</name><trkseg>" + point(Here, minute(0)) + "</trkseg></trk>";
    for (const char* encoding : {"GBK", "UTF-8"}) {
        const auto read = file.read("walk.gpx", gpx(body, encoding));
        CHECK(tracksOf(read) == Lines{"五马街道巡查轨迹/ 1"});
        CHECK(read.encoding == "GB18030");
    }
    std::string wide = "\xff\xfe";
    for (const char c : gpx("<trk><name>plain</name><trkseg>" + point(Here, minute(0)) + "</trkseg></trk>", "UTF-16")) {
        wide += c;
        wide += '\0';
    }
    CHECK(tracksOf(file.read("wide.gpx", wide)) == Lines{"plain/ 1"});
}

TEST_CASE("GPX of an app that writes the service's coordinates is put right", "[gis][tracks][gpx]") {
    WrittenFile file;
    gis::TrackOptions options;
    options.crs = "gcj02";
    const core::GeoPoint truth{120.7, 28.0};
    const core::GeoPoint shown = gis::toGcj02(truth);
    CHECK(core::distanceMetres(truth, shown) > 300);
    char attributes[80];
    std::snprintf(attributes, sizeof attributes, "lat=\"%.9f\" lon=\"%.9f\"", shown.latitude, shown.longitude);
    const auto read =
        file.read("walk.xml", gpx("<trk><trkseg>" + point(attributes, minute(0)) + "</trkseg></trk>"), options);
    CHECK(core::distanceMetres(read.tracks.at(0).fixes.at(0).place, truth) < 0.001);
    CHECK(read.crs == "gcj02");
}

TEST_CASE("a document read in blocks gives the same events as one in memory", "[gis][tracks][xml]") {
    std::string document = "\xef\xbb\xbf<a>\n";
    for (int i = 0; i < 200'000; ++i) // 7 MB, more than a block
        document += "<p n=\"" + std::to_string(i) + "\" m='>'>text &amp; more</p>\n";
    document += "</a";
    gis::XmlReader whole(document);
    std::size_t at = 0;
    gis::XmlReader blocks([&](std::span<char> buffer) {
        const std::size_t count = std::min(buffer.size(), document.size() - at);
        std::copy_n(document.begin() + static_cast<std::ptrdiff_t>(at), count, buffer.begin());
        at += count;
        return count;
    });
    using Event = gis::XmlReader::Event;
    std::size_t differences = 0, starts = 0;
    while (true) {
        const auto one = whole.next(), other = blocks.next();
        REQUIRE(one.has_value() == other.has_value());
        if (!one) { // the last tag has no end
            CHECK(one.error().what == other.error().what);
            CHECK(one.error().what.arguments == Lines{"200002"});
            break;
        }
        differences += *one != *other || whole.name() != blocks.name();
        if (*one == Event::Text)
            differences += whole.text() != blocks.text();
        if (*one == Event::Start && ++starts > 1)
            differences += blocks.attribute("n") != std::to_string(starts - 2) || blocks.attribute("m") != ">" ||
                           !blocks.attribute("p").empty();
    }
    CHECK(differences == 0);
    CHECK(starts == 200'001);
}
