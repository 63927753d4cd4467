// SPDX-License-Identifier: GPL-3.0-or-later
// Files made to do harm: each ends with a message or a part, in bounded time and memory.
#include "tests/gis/hostile/source_trial.h"
#include "tests/support/scratch_folder.h"

#include <catch2/catch.hpp>
#include <functional>
#include <fstream>
#include <map>
#include <sys/resource.h>

using namespace gridwarden;
namespace fs = std::filesystem;

namespace {

const fs::path Data = GRIDWARDEN_TEST_DATA;

std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    result.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i)
        result += text;
    return result;
}

std::string little(std::uint64_t value, int bytes) {
    std::string text;
    for (; bytes-- > 0; value >>= 8)
        text += static_cast<char>(value & 0xff);
    return text;
}

std::string big(std::uint32_t value) {
    std::string text = little(value, 4);
    return {text.rbegin(), text.rend()};
}

/// A .shp or .shx with one record of a polygon whose header claims `points` vertices.
std::string shapefile(std::uint32_t points, bool isIndex) {
    std::string record = little(5, 4) + std::string(32, '\0') + little(1, 4) + little(points, 4) + little(0, 4) + std::string(64, '\0');
    std::string content = isIndex ? big(50) + big(0x7ffffff0) : big(1) + big(0x7ffffff0) + record;
    std::string header = big(9994) + std::string(20, '\0') + big(static_cast<std::uint32_t>((100 + content.size()) / 2)) + little(1000, 4) + little(5, 4);
    return header + std::string(100 - header.size(), '\0') + content;
}

/// A TIFF of one band that says it is `side` pixels wide and high, in strips of `rows`, and holds none of them.
std::string sparseTiff(std::uint32_t side, std::uint32_t rows) {
    const auto entry = [](std::uint16_t tag, std::uint16_t type, std::uint32_t value) {
        return little(tag, 2) + little(type, 2) + little(1, 4) + little(value, 4);
    };
    return "II" + little(42, 2) + little(8, 4) + little(8, 2) + entry(256, 4, side) + entry(257, 4, side) + entry(258, 3, 32) +
           entry(259, 3, 1) + entry(262, 3, 1) + entry(273, 4, 0) + entry(278, 4, rows) + entry(279, 4, 0) + little(0, 4);
}

/// Name and bytes of each file made here.
std::map<std::string, std::string> madeFiles() {
    std::string laughs = "<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY a \"" + repeated("ha", 50) + "\">";
    for (char name = 'b'; name <= 'l'; ++name)
        laughs += std::string("<!ENTITY ") + name + " \"" + repeated(std::string("&") + static_cast<char>(name - 1) + ";", 10) + "\">";
    std::string dbf = std::string("\x03\x7e\x01\x01", 4) + little(0x7fffffff, 4) + little(65, 2) + little(11, 2) + std::string(20, '\0');
    dbf += std::string("code\0\0\0\0\0\0\0C", 12) + std::string(4, '\0') + '\x0a' + std::string(15, '\0') + "\r 0123456789";
    return {
        {"deep.geojson", repeated(R"({"type":"GeometryCollection","geometries":[)", 20'000)},
        {"deep_array.geojson", R"({"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":)" + repeated("[", 100'000)},
        {"deep_rows.json", repeated("[", 500'000)},
        {"deep.kml", "<kml>" + repeated("<Folder>", 50'000)},
        {"laughs.kml", laughs + "]><kml><Document><name>&l;</name></Document></kml>"},
        {"laughs.gpx", laughs + "]><gpx version=\"1.1\"><wpt lat=\"1\" lon=\"1\"><name>&l;</name></wpt></gpx>"},
        {"claims.dbf", dbf},
        {"claims.shp", shapefile(2'000'000'000, false)},
        {"claims.shx", shapefile(2'000'000'000, true)},
        {"sparse_blocks.tif", sparseTiff(66'000, 4096)},
        {"sparse_rows.tif", sparseTiff(60'000, 1)},
        {"sparse_one_block.tif", sparseTiff(1'000'000, 1'000'000)},
        {"columns.csv", repeated("a,", 200'000) + "\n1\n"},
        {"keys.json", [] {
             std::string text = "[{";
             for (int i = 0; i < 30'000; ++i)
                 text += (i ? ",\"" : "\"") + std::to_string(i) + "\":1";
             return text + "}]";
         }()},
        {"flat.fgb", std::string("fgb\x03" "fgb\x00", 8) + little(0x7fffffff, 4) + std::string(64, '\x7f')},
        {"bare.gpkg", "SQLite format 3" + std::string(1, '\0') + std::string(4096, '\x7f')},
    };
}

void checkAll(const fs::path& path) {
    for (const test::TrialStep& step : test::tryEverything(path)) {
        CAPTURE(path.string(), step.name, step.outcome);
        CHECK(step.outcome != "error without a message");
    }
}

} // namespace

TEST_CASE("files made to do harm end with a message or a part", "[gis][reader]") {
    const test::ScratchFolder folder;
    const auto files = madeFiles();
    for (const auto& [name, bytes] : files)
        std::ofstream(folder / name, std::ios::binary) << bytes;
    for (const auto& [name, bytes] : files)
        if (!name.ends_with(".shx"))
            checkAll(folder / name);
    // Neither the program nor any reader took a gigabyte.
    rusage self{};
    rusage readers{};
    getrusage(RUSAGE_SELF, &self);
    getrusage(RUSAGE_CHILDREN, &readers);
    CHECK(self.ru_maxrss < 1 << 20);
    CHECK(readers.ru_maxrss < 1 << 20);
}

TEST_CASE("an image in blocks too large for GDAL is refused with its size", "[gis][reader]") {
    const test::ScratchFolder folder;
    std::ofstream(folder / "a.tif", std::ios::binary) << sparseTiff(66'000, 4096);
    bool isSaid = false;
    for (const test::TrialStep& step : test::tryEverything(folder / "a.tif"))
        isSaid = isSaid || step.outcome == "error: raster-blocks-too-large";
    CHECK(isSaid);
}

TEST_CASE("the odd files of the drawing tests end with a message or a part", "[gis][reader]") {
    for (const auto& entry : fs::directory_iterator(Data / "draw"))
        if (entry.path().extension() == ".tiff" || entry.path().extension() == ".geojson" || entry.path().extension() == ".dxf")
            checkAll(entry.path());
}
