// SPDX-License-Identifier: GPL-3.0-or-later
// Kinds of images: sixteen bits, tile sets, mosaics, huge and sparse ones, overviews.
#include "image_files.h"

#include "gis/source/overviews.h"

#include <cmath>
#include <fstream>

using namespace drawtest;

namespace {

/// Everything in a folder, hidden files too.
std::vector<std::string> namesIn(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

/// What is kept of the user is kept in a folder of the test.
struct OwnCache {
    std::filesystem::path folder;
    explicit OwnCache(const ImageFolder& images) : folder(images.path / "cache") { setenv("XDG_CACHE_HOME", folder.c_str(), 1); }
    ~OwnCache() { unsetenv("XDG_CACHE_HOME"); }
    OwnCache(const OwnCache&) = delete;
    OwnCache& operator=(const OwnCache&) = delete;
};

std::string mosaicXml(const std::string& inner) {
    return R"(<VRTDataset rasterXSize="512" rasterYSize="256"><SRS>EPSG:4549</SRS><GeoTransform>500000, 1, 0, 3100000, 0, -1</GeoTransform>
      <VRTRasterBand dataType="Byte" band="1">)" + inner + "</VRTRasterBand></VRTDataset>";
}

std::string sourceXml(const std::string& file, int left, const std::string& attributes = R"(relativeToVRT="1")") {
    return "<SimpleSource><SourceFilename " + attributes + ">" + file + "</SourceFilename><SourceBand>1</SourceBand>" +
           R"(<SrcRect xOff="0" yOff="0" xSize="256" ySize="256"/><DstRect xOff=")" + std::to_string(left) + R"(" yOff="0" xSize="256" ySize="256"/></SimpleSource>)";
}

} // namespace

TEST_CASE("sixteen bits are stretched from two to ninety-eight per cent, small or large", "[gis][draw]") {
    const bool isLarge = GENERATE(false, true);
    const ImageFolder folder;
    const int side = isLarge ? 4200 : 300;
    // Values from 1000 to 3000 from left to right, and a few wild ones.
    makeImage(folder.path / "elevation.tif",
              {.columns = side, .rows = side, .bands = 1, .type = GDT_UInt16, .place = {500'000, 1, 0, 3'100'000, 0, -1}, .crs = "EPSG:4549",
               .options = {"TILED=YES", "COMPRESS=LZW"}},
              [side](int column, int row, int) { return (column + row) % 997 == 0 ? 60'000 : 1000 + 2000.0 * column / side; });
    const auto layer = RasterLayer::open(folder.source("elevation.tif"), mapCrs());
    REQUIRE(layer);
    CHECK(hasNote((*layer)->notes(), "raster-no-overviews") == isLarge);
    const auto shade = [&](double share) { return colourAt(**layer, {500'000 + side * share + 0.5, 3'100'000 - side / 2.0 - 3.5}, 0.05).red(); };
    for (const double share : {0.1, 0.3, 0.5, 0.7, 0.9})
        CHECK(shade(share) == Approx(255 * (share - 0.02) / 0.96).margin(isLarge ? 16 : 6));
}

TEST_CASE("tile sets are drawn from their tiles", "[gis][draw]") {
    const ImageFolder folder;
    const double side = 2 * 20037508.342789244;
    makeImage(folder.path / "plain.tif", {.columns = 512, .rows = 512, .bands = 3, .place = {-side / 2, side / 512, 0, side / 2, 0, -side / 512}, .crs = "EPSG:3857"},
              [](int column, int, int band) { return band == 1 ? (column < 256 ? 200 : 20) : 90; });
    {
        GDALDataset* const plain = GDALDataset::Open((folder.path / "plain.tif").c_str());
        CPLStringList options;
        options.AddString("TILE_FORMAT=PNG");
        GDALClose(GetGDALDriverManager()->GetDriverByName("MBTiles")->CreateCopy((folder.path / "tiles.mbtiles").c_str(), plain, 0, options, nullptr, nullptr));
        GDALClose(plain);
    }
    const auto layer = RasterLayer::open(folder.source("tiles.mbtiles"), Crs::parse("EPSG:3857").value());
    REQUIRE(layer);
    CHECK(colourAt(**layer, {-5e6, 1e6}, 1000).red() == Approx(200).margin(3));
    CHECK(colourAt(**layer, {5e6, 1e6}, 1000).red() == Approx(20).margin(3));
    const auto warped = RasterLayer::open(folder.source("tiles.mbtiles"), mapCrs());
    REQUIRE(warped);
    CHECK(colourAt(**warped, onMap(120, 30), 1000).red() == Approx(20).margin(3));
}

TEST_CASE("a mosaic of files beside it is opened", "[gis][draw]") {
    const ImageFolder folder;
    makeImage(folder.path / "west.tif", {.bands = 1}, [](int, int, int) { return 40; });
    makeImage(folder.path / "east.tif", {.bands = 1}, [](int, int, int) { return 210; });
    std::ofstream(folder.path / "both.vrt") << mosaicXml(sourceXml("west.tif", 0) + sourceXml("east.tif", 256));
    const auto layer = RasterLayer::open(folder.source("both.vrt"), mapCrs());
    REQUIRE(layer);
    CHECK((*layer)->extent() == Box{500'000, 3'099'744, 500'512, 3'100'000});
    CHECK(colourAt(**layer, {500'100, 3'099'900}, 0.5).red() == 40);
    CHECK(colourAt(**layer, {500'400, 3'099'900}, 0.5).red() == 210);
}

TEST_CASE("a virtual raster that names anything else is refused with what it names", "[gis][draw]") {
    const ImageFolder folder;
    makeImage(folder.path / "west.tif", {.bands = 1}, [](int, int, int) { return 40; });
    std::ofstream(folder.path / "inner.vrt") << mosaicXml(sourceXml("west.tif", 0));
    std::filesystem::create_directory(folder.path / "below");
    std::filesystem::copy_file(folder.path / "west.tif", folder.path / "below" / "west.tif");
    std::filesystem::create_symlink("/etc/hostname", folder.path / "link.tif");
    const auto [xml, named] = GENERATE_REF(table<std::string, std::string>({
        {mosaicXml(sourceXml("/etc/hostname", 0, R"(relativeToVRT="0")")), "/etc/hostname"},
        {mosaicXml(sourceXml("../west.tif", 0)), "../west.tif"},
        {mosaicXml(sourceXml("below/west.tif", 0)), "below/west.tif"},
        {mosaicXml(sourceXml("inner.vrt", 0)), "inner.vrt"},
        {mosaicXml(sourceXml("link.tif", 0)), "link.tif"},
        {mosaicXml(sourceXml("missing.tif", 0)), "missing.tif"},
        {mosaicXml(sourceXml("/vsicurl/http://example.org/a.tif", 0)), "/vsicurl/http://example.org/a.tif"},
        {mosaicXml(sourceXml("GTIFF_RAW:west.tif", 0)), "GTIFF_RAW:west.tif"},
        {mosaicXml(sourceXml("west.tif", 0) + "<OpenOptions/>"), "OpenOptions"},
        {R"(<VRTDataset rasterXSize="9" rasterYSize="9" subClass="VRTWarpedDataset"><GDALWarpOptions/></VRTDataset>)", "VRTWarpedDataset"},
        {R"(<VRTDataset rasterXSize="9" rasterYSize="9"><VRTRasterBand dataType="Byte" band="1" subClass="VRTDerivedRasterBand">
            <PixelFunctionLanguage>Python</PixelFunctionLanguage></VRTRasterBand></VRTDataset>)", "VRTDerivedRasterBand"},
        {R"(<VRTDataset rasterXSize="9" rasterYSize="9"><VRTRasterBand dataType="Byte" band="1" subClass="VRTRawRasterBand">
            <SourceFilename relativetoVRT="1">west.tif</SourceFilename></VRTRasterBand></VRTDataset>)", "VRTRawRasterBand"},
    }));
    std::ofstream(folder.path / "asked.vrt") << xml;
    const auto layer = RasterLayer::open(folder.source("asked.vrt"), mapCrs());
    REQUIRE_FALSE(layer);
    CHECK(layer.error().what.key == "vrt-refused");
    CHECK(layer.error().what.arguments.back() == named);
}

TEST_CASE("a huge sparse image is drawn without reading what is not there", "[gis][draw]") {
    const ImageFolder folder;
    const ImageMaking making{.columns = 200'000, .rows = 200'000, .bands = 1, .place = {0, 1, 0, 200'000, 0, -1}, .crs = "EPSG:4549",
                             .options = {"TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512", "SPARSE_OK=TRUE", "BIGTIFF=YES"}};
    makeImage(folder.path / "sparse.tif", making, {});
    {
        GDALDataset* const image = GDALDataset::Open((folder.path / "sparse.tif").c_str(), GDAL_OF_UPDATE | GDAL_OF_RASTER);
        std::vector<std::uint8_t> block(512 * 512, 180);
        REQUIRE(image->GetRasterBand(1)->RasterIO(GF_Write, 512 * 100, 512 * 100, 512, 512, block.data(), 512, 512, GDT_Byte, 0, 0) == CE_None);
        GDALClose(image);
    }
    const auto layer = RasterLayer::open(folder.source("sparse.tif"), mapCrs());
    REQUIRE(layer);
    MapView whole = MapView{}.fittedTo((*layer)->extent(), 0);
    whole.size = {1920, 1080};
    whole = whole.fittedTo((*layer)->extent(), 0);
    const auto picture = (*layer)->read(whole);
    REQUIRE(picture);
    CHECK(colourAt(**layer, {512 * 100 + 256, 200'000 - 512 * 100 - 256}, 0.5).red() == 180);
    CHECK(colourAt(**layer, {100, 100}, 0.5) == QColor(0, 0, 0));
}

TEST_CASE("overviews are made beside an image and take its note away", "[gis][draw]") {
    const ImageFolder folder;
    makeImage(folder.path / "long.tif", {.columns = 5000, .rows = 64, .place = {500'000, 1, 0, 3'100'000, 0, -1}, .crs = "EPSG:4549"},
              [](int column, int, int) { return column % 2 == 0 ? 0 : 200; });
    CHECK(hasNote(RasterLayer::open(folder.source("long.tif"), mapCrs()).value()->notes(), "raster-no-overviews"));
    double last = 0;
    const auto made = buildOverviews(folder.path / "long.tif", {}, [&last](double share) { last = share; });
    REQUIRE(made);
    CHECK(*made == folder.path / "long.tif.ovr");
    CHECK(namesIn(folder.path) == std::vector<std::string>{"long.tif", "long.tif.ovr"});
    const auto layer = RasterLayer::open(folder.source("long.tif"), mapCrs());
    REQUIRE(layer);
    CHECK_FALSE(hasNote((*layer)->notes(), "raster-no-overviews"));
    // From afar the stripes are a mean and not one of two colours.
    const QColor colour = colourAt(**layer, {502'500, 3'099'968}, 16);
    CHECK(colour.red() == Approx(100).margin(4));
}

TEST_CASE("overviews in the cache belong to the image as it was", "[gis][draw]") {
    const ImageFolder folder;
    const OwnCache cache(folder);
    const std::filesystem::path image = folder.path / "long.tif";
    const ImageMaking making{.columns = 5000, .rows = 64, .place = {0, 2, 0, 0, 0, -2}, .crs = {}};
    makeImage(image, making, [](int column, int, int) { return column % 2 == 0 ? 0 : 200; });
    std::ofstream(folder.path / "long.prj") << "EPSG:4549";
    std::filesystem::remove(folder.path / "long.tif.aux.xml");
    CHECK(cachedOverviews(image).empty());
    const auto made = buildOverviews(image, {}, {}, OverviewsPlace::Cache);
    REQUIRE(made);
    CHECK(made->parent_path() == cache.folder / "gridwarden" / "overviews");
    CHECK(cachedOverviews(image) == *made);
    CHECK_FALSE(std::filesystem::exists(folder.path / "long.tif.ovr"));
    const auto layer = RasterLayer::open(folder.source("long.tif"), mapCrs());
    REQUIRE(layer);
    CHECK_FALSE(hasNote((*layer)->notes(), "raster-no-overviews"));
    CHECK(colourAt(**layer, {5000, -64}, 32).red() == Approx(100).margin(4));

    makeImage(image, making, [](int, int, int) { return 30; }); // another image under the name
    std::filesystem::last_write_time(image, std::filesystem::last_write_time(image) + std::chrono::seconds(5));
    CHECK(cachedOverviews(image).empty());
    REQUIRE(buildOverviews(image, {}, {}, OverviewsPlace::Cache));
    CHECK(namesIn(cache.folder / "gridwarden" / "overviews").size() == 1); // the old ones are gone
}

TEST_CASE("a mosaic has overviews of its own", "[gis][draw]") {
    const ImageFolder folder;
    makeImage(folder.path / "long.tif", {.columns = 5000, .rows = 64, .bands = 1}, [](int column, int, int) { return column % 2 == 0 ? 0 : 200; });
    std::ofstream(folder.path / "long.vrt") << R"(<VRTDataset rasterXSize="5000" rasterYSize="64"><SRS>EPSG:4549</SRS><GeoTransform>500000, 1, 0, 3100000, 0, -1</GeoTransform>
        <VRTRasterBand dataType="Byte" band="1"><SimpleSource><SourceFilename relativeToVRT="1">long.tif</SourceFilename><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>)";
    CHECK(hasNote(RasterLayer::open(folder.source("long.vrt"), mapCrs()).value()->notes(), "raster-no-overviews"));
    REQUIRE(buildOverviews(folder.path / "long.vrt"));
    const auto layer = RasterLayer::open(folder.source("long.vrt"), mapCrs());
    REQUIRE(layer);
    CHECK_FALSE(hasNote((*layer)->notes(), "raster-no-overviews"));
    CHECK(colourAt(**layer, {502'500, 3'099'968}, 16).red() == Approx(100).margin(4));
}

TEST_CASE("overviews that were given up leave nothing", "[gis][draw]") {
    const ImageFolder folder;
    makeImage(folder.path / "long.tif", {.columns = 5000, .rows = 64}, [](int column, int, int) { return column % 200; });
    const auto made = buildOverviews(folder.path / "long.tif", [] { return false; });
    REQUIRE_FALSE(made);
    CHECK(made.error().code == core::ErrorCode::Cancelled);
    CHECK(namesIn(folder.path) == std::vector<std::string>{"long.tif"});
    CHECK_FALSE(buildOverviews(testFile("mixed_types.geojson").path));
}
