// SPDX-License-Identifier: GPL-3.0-or-later
// Images in other systems lie where each of their pixels belongs.
#include "image_files.h"

#include "gis/crs/gcj02.h"
#include "gis/crs/local_system.h"

#include <cmath>
#include <fstream>
#include <limits>
#include <numbers>

using namespace drawtest;

namespace {

constexpr core::GeoPoint Corner{120.65, 28.01}; ///< upper left of the images in degrees
constexpr double Degree = 0.25 / 111'000;       ///< a quarter of a metre

/// Looks at places of the map and compares with the pixel that ought to be there: red and green say which it is.
void checkPlaces(const RasterLayer& layer, const std::function<MapPoint(MapPoint)>& toMap, double unitsPerPixel, double allowed) {
    for (const MapPoint pixel : {MapPoint{20.5, 30.5}, MapPoint{128, 128}, MapPoint{240.5, 20.25}, MapPoint{10.75, 245.5}, MapPoint{200, 233.25}}) {
        const QColor colour = colourAt(layer, toMap(pixel), unitsPerPixel);
        INFO(pixel.x << " " << pixel.y << " shows " << colour.red() << " " << colour.green());
        CHECK(colour.alpha() == 255);
        CHECK(std::abs(colour.red() + 0.5 - pixel.x) <= allowed);
        CHECK(std::abs(colour.green() + 0.5 - pixel.y) <= allowed);
    }
}

} // namespace

TEST_CASE("an image in an offset datum lies where the true places are, to a quarter of a metre", "[gis][draw]") {
    const bool isBaidu = GENERATE(false, true);
    const ImageFolder folder;
    makeImage(folder.path / "tile.tif", {.place = {Corner.longitude, Degree, 0, Corner.latitude, 0, -Degree}, .crs = "EPSG:4326"}, ownPlace);
    const auto layer = RasterLayer::open(folder.source("tile.tif", isBaidu ? "bd09" : "gcj02"), mapCrs());
    REQUIRE(layer);
    CHECK((*layer)->notes().empty());
    const auto toMap = [isBaidu](MapPoint pixel) {
        const core::GeoPoint shifted{Corner.longitude + pixel.x * Degree, Corner.latitude - pixel.y * Degree};
        const core::GeoPoint place = isBaidu ? fromBd09(shifted) : fromGcj02(shifted);
        return onMap(place.longitude, place.latitude);
    };
    checkPlaces(**layer, toMap, 0.02, 1.01); // pixels of 0.25 m, colours in whole ones
}

TEST_CASE("a map service's Mercator image is undone on its degrees", "[gis][draw]") {
    const ImageFolder folder;
    const auto mercator = Transform::between(Crs::cgcs2000(), Crs::parse("EPSG:3857").value()).value();
    const MapPoint corner = mercator.forward(toMapPoint(Corner)).value();
    makeImage(folder.path / "mercator.tif", {.place = {corner.x, 0.3, 0, corner.y, 0, -0.3}, .crs = "EPSG:3857"}, ownPlace);
    const auto layer = RasterLayer::open(folder.source("mercator.tif", "gcj02"), mapCrs());
    REQUIRE(layer);
    checkPlaces(**layer, [&](MapPoint pixel) {
        const core::GeoPoint place = fromGcj02(toGeoPoint(mercator.inverse(MapPoint{corner.x + 0.3 * pixel.x, corner.y - 0.3 * pixel.y}).value()));
        return onMap(place.longitude, place.latitude);
    }, 0.02, 1.01);
}

TEST_CASE("an image in a local plane is turned and shifted into the map", "[gis][draw]") {
    const ImageFolder folder;
    makeImage(folder.path / "local.tif", {.place = {1000, 0.5, 0, 2000, 0, -0.5}, .crs = {}}, ownPlace);
    LocalSystem system;
    system.base = "EPSG:4549";
    system.similarity = Similarity::from(560'000, 3'100'000, 30 * 3600, 1.5);
    const auto layer = RasterLayer::open(folder.source("local.tif", textOf(system)), mapCrs());
    REQUIRE(layer);
    const double c = 1.5 * std::cos(std::numbers::pi / 6);
    const double s = 1.5 * std::sin(std::numbers::pi / 6);
    checkPlaces(**layer, [&](MapPoint pixel) {
        const MapPoint local{1000 + 0.5 * pixel.x, 2000 - 0.5 * pixel.y};
        return MapPoint{560'000 + c * local.x - s * local.y, 3'100'000 + s * local.x + c * local.y};
    }, 0.05, 1.01);
}

TEST_CASE("an image by control points lies between them", "[gis][draw]") {
    const ImageFolder folder;
    makeImage(folder.path / "plain.tif", {}, ownPlace);
    {
        GDALDataset* const plain = GDALDataset::Open((folder.path / "plain.tif").c_str());
        GDALDataset* const placed = GetGDALDriverManager()->GetDriverByName("GTiff")->CreateCopy((folder.path / "gcp.tif").c_str(), plain, 0, nullptr, nullptr, nullptr);
        std::vector<GDAL_GCP> points(4);
        const auto toMap = [](double column, double row) { return MapPoint{500'000 + 2 * column + row, 3'100'000 + column - 2 * row}; };
        for (std::size_t i = 0; i < 4; ++i) {
            GDALInitGCPs(1, &points[i]);
            points[i].dfGCPPixel = i % 2 == 0 ? 0 : 256;
            points[i].dfGCPLine = i < 2 ? 0 : 256;
            const MapPoint at = toMap(points[i].dfGCPPixel, points[i].dfGCPLine);
            points[i].dfGCPX = at.x;
            points[i].dfGCPY = at.y;
        }
        OGRSpatialReference reference;
        reference.SetFromUserInput("EPSG:4549");
        REQUIRE(placed->SetGCPs(4, points.data(), &reference) == CE_None);
        GDALDeinitGCPs(4, points.data());
        GDALClose(placed);
        GDALClose(plain);
    }
    const auto layer = RasterLayer::open(folder.source("gcp.tif"), mapCrs());
    REQUIRE(layer);
    checkPlaces(**layer, [](MapPoint p) { return MapPoint{500'000 + 2 * p.x + p.y, 3'100'000 + p.x - 2 * p.y}; }, 0.1, 1.01);
}

TEST_CASE("a picture lies where its world file says", "[gis][draw]") {
    const auto [driver, file, world] = GENERATE(table<const char*, const char*, const char*>({{"PNG", "scan.png", "scan.pgw"}, {"JPEG", "scan.jpg", "scan.jgw"}}));
    const ImageFolder folder;
    makeImage(folder.path / "plain.tif", {}, [](int column, int row, int) { return column < 128 && row < 128 ? 250 : 5; });
    {
        GDALDataset* const plain = GDALDataset::Open((folder.path / "plain.tif").c_str());
        GDALClose(GetGDALDriverManager()->GetDriverByName(driver)->CreateCopy((folder.path / file).c_str(), plain, 0, nullptr, nullptr, nullptr));
        GDALClose(plain);
        std::filesystem::remove(folder.path / (std::string(file) + ".aux.xml"));
    }
    std::ofstream(folder.path / world) << "2\n0\n0\n-2\n500001\n3099999\n"; // the middle of the first pixel
    const auto layer = RasterLayer::open(folder.source(file), mapCrs());
    REQUIRE(layer);
    CHECK((*layer)->extent() == Box{500'000, 3'099'488, 500'512, 3'100'000});
    CHECK(hasNote((*layer)->notes(), "layer-crs-assumed"));
    CHECK(colourAt(**layer, {500'100, 3'099'900}, 0.5).red() > 230);
    CHECK(colourAt(**layer, {500'400, 3'099'900}, 0.5).red() < 25);
    CHECK(colourAt(**layer, {500'100, 3'099'600}, 0.5).red() < 25);
}

TEST_CASE("a map of the whole world keeps to what a plane can express", "[gis][draw]") {
    const ImageFolder folder;
    makeImage(folder.path / "world.tif", {.columns = 360, .rows = 180, .place = {-180, 1, 0, 90, 0, -1}, .crs = "EPSG:4326"},
              [](int column, int, int) { return column % 256; });
    const auto layer = RasterLayer::open(folder.source("world.tif"), mapCrs());
    REQUIRE(layer);
    const auto column = [](double red) { return red + 256; }; // east of 76° E
    CHECK(column(colourAt(**layer, onMap(120.5, 30), 100).red()) == Approx(300).margin(1));
    CHECK((*layer)->extent().contains(onMap(120, 30).x, onMap(120, 30).y));
    MapView view = smallView().fittedTo((*layer)->extent(), 0);
    CHECK((*layer)->read(view));
}

TEST_CASE("an image from 0 to 360 degrees is found on both sides of Greenwich", "[gis][draw]") {
    const ImageFolder folder;
    makeImage(folder.path / "grid.tif", {.columns = 360, .rows = 180, .place = {0, 1, 0, 90, 0, -1}, .crs = "EPSG:4326"},
              [](int column, int, int) { return column < 180 ? column : column - 180; });
    const auto layer = RasterLayer::open(folder.source("grid.tif"), Crs::parse("EPSG:32618").value());
    REQUIRE(layer);
    const auto newYork = Transform::between(Crs::cgcs2000(), Crs::parse("EPSG:32618").value())->forward(MapPoint{-73.5, 40.5});
    CHECK(colourAt(**layer, *newYork, 10).red() == Approx(360 - 74 - 180).margin(1));
}

TEST_CASE("an image whose place is absurd is drawn at the origin and says so", "[gis][draw]") {
    constexpr double Nan = std::numeric_limits<double>::quiet_NaN();
    const auto place = GENERATE_COPY(values<std::array<double, 6>>({
        {500'000, 0, 0, 3'100'000, 0, 0}, // pixels without size
        {500'000, Nan, 0, 3'100'000, 0, -1},
        {Nan, 1, 0, Nan, 0, -1},
        {500'000, std::numeric_limits<double>::infinity(), 0, 3'100'000, 0, -1},
        {500'000, 1, 2, 3'100'000, 2, 4}, // rows along columns
        {500'000, 1e300, 0, 3'100'000, 0, -1e300},
        {1e300, 1, 0, 1e300, 0, -1},
        {500'000, 1e-300, 0, 3'100'000, 0, -1e-300}, // smaller than the digits of its corner
        {500'000, 1e-310, 0, 3'100'000, 0, -1e-310},
    }));
    CAPTURE(place[0], place[1], place[2], place[3], place[4], place[5]);
    const ImageFolder folder;
    makeImage(folder.path / "a.tif", {.place = place, .crs = "EPSG:4549", .options = {"PROFILE=BASELINE"}},
              ownPlace); // the place goes beside it
    const auto layer = RasterLayer::open(folder.source("a.tif"), mapCrs());
    REQUIRE(layer);
    CHECK(hasNote((*layer)->notes(), "raster-place-absurd"));
    CHECK((*layer)->extent() == Box{0, -256, 256, 0});
    CHECK(isNear(colourAt(**layer, {100.5, -50.5}, 0.02).rgb(), QColor(100, 50, 77)));
}

TEST_CASE("an image beyond what the plane of the map can show is an error that says so", "[gis][draw]") {
    const ImageFolder folder;
    makeImage(folder.path / "a.tif", {.place = {500'000, 1, 0, 3'100'000, 0, -1}, .crs = "EPSG:4326"},
              ownPlace); // metres taken for degrees
    const auto layer = RasterLayer::open(folder.source("a.tif"), mapCrs());
    REQUIRE(!layer);
    CHECK(layer.error().what.key == "raster-off-map");
}
