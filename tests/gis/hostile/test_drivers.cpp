// SPDX-License-Identifier: GPL-3.0-or-later
// Which formats the reader knows, and that no file makes it look elsewhere.
#include "gis/reader/open.h"
#include "gis/source/layer_info.h"
#include "gis/source/source_formats.h"
#include "gis/source/table.h"
#include "tests/support/scratch_folder.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <gdal_priv.h>
#include <set>

using namespace gridwarden;
namespace fs = std::filesystem;

namespace {

void writeText(const fs::path& path, std::string_view text) {
    std::ofstream(path, std::ios::binary) << text;
}

} // namespace

TEST_CASE("the reader registers the formats of the list and nothing else that opens", "[gis][reader]") {
    gis::registerDrivers();
    std::set<std::string> listed;
    for (const gis::SourceDriver& driver : gis::sourceDrivers())
        if (driver.name != "VRT") // is opened by gis/reader/virtual_raster alone
            listed.emplace(driver.name);
    std::set<std::string> opening;
    GDALDriverManager& manager = *GetGDALDriverManager();
    for (int i = 0; i < manager.GetDriverCount(); ++i) {
        const GDALDriver& driver = *manager.GetDriver(i);
        if (driver.pfnOpen != nullptr || driver.pfnOpenWithDriverArg != nullptr)
            opening.insert(const_cast<GDALDriver&>(driver).GetDescription());
    }
    CHECK(opening == listed);
}

TEST_CASE("files that name other sources are refused, whatever they are called", "[gis][reader]") {
    const test::ScratchFolder folder;
    const std::string secret = (folder / "secret.csv").string();
    writeText(secret, "a,b\n1,2\n");
    const std::string vrt = "<OGRVRTDataSource><OGRVRTLayer name=\"secret\"><SrcDataSource>" + secret +
                            "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
    const std::string image = "<VRTDataset rasterXSize=\"1\" rasterYSize=\"1\"><VRTRasterBand dataType=\"Byte\" band=\"1\"><SimpleSource>"
                              "<SourceFilename>/vsicurl/http://127.0.0.1:9/a.tif</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>";
    const std::string wms = "<GDAL_WMS><Service name=\"TMS\"><ServerUrl>http://127.0.0.1:9/${z}</ServerUrl></Service></GDAL_WMS>";
    for (const char* name : {"a.vrt", "a.xml", "a.json", "a.gml", "a.kml", "a.tif", "a.gpx", "a.osm"})
        for (const std::string& text : {vrt, image, wms}) {
            writeText(folder / name, text);
            CAPTURE(name, text);
            CHECK(!gis::describe(folder / name));
            CHECK(!gis::Table::open(folder / name));
        }
    for (const char* name : {"/vsicurl/http://127.0.0.1:9/a.shp", "/vsizip//vsicurl/http://127.0.0.1:9/a.zip", "/vsis3/a/b.shp",
                             "/vsizip/vsicurl/http://127.0.0.1:9/a.zip", "WFS:http://127.0.0.1:9/", "PG:dbname=x", "/vsisubfile/0_9,/etc/passwd"})
        CHECK(!gis::describe(name));
}

TEST_CASE("the reader sees the folder of its source and no other", "[gis][reader]") {
    const test::ScratchFolder mine;
    const test::ScratchFolder theirs;
    const std::string points = R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}]})";
    writeText(theirs / "secret.geojson", points);
    // A GPX that pulls in a text by an external entity gives that text away nowhere.
    writeText(mine / "a.gpx", "<?xml version=\"1.0\"?><!DOCTYPE g [<!ENTITY x SYSTEM \"file://" + (theirs / "secret.geojson").string() +
                                  "\">]><gpx version=\"1.1\"><wpt lat=\"28\" lon=\"120\"><name>&x;</name></wpt></gpx>");
    auto table = gis::Table::open(mine / "a.gpx");
    if (table)
        while (true) {
            const auto row = table->next();
            if (!row || !*row)
                break;
            for (const std::string& value : (*row)->values)
                CHECK(value.find("FeatureCollection") == std::string::npos);
        }
    // What is linked from elsewhere is what the user chose, and opens.
    fs::create_symlink(theirs / "secret.geojson", mine / "link.geojson");
    CHECK(gis::describe(mine / "link.geojson"));
}
