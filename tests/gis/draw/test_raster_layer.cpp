// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/raster_layer.h"

#include "image_files.h"

using namespace drawtest;

TEST_CASE("a rotated image lies where its geotransform says", "[gis][draw]") {
    const auto layer = RasterLayer::open(testFile("rotated.tif"), mapCrs());
    REQUIRE(layer);
    CHECK(hasNote((*layer)->notes(), "layer-crs-assumed"));
    // x = 100 + 17.32 column + 5 row, y = 200 + 10 column − 8.66 row; the value of (5, 7) is 75, of (9, 14) 149
    CHECK((*layer)->extent().minX == Approx(100).margin(20));
    CHECK((*layer)->extent().maxY == Approx(300).margin(20));
    const MapPoint pixel{100 + 17.32 * 5.5 + 5 * 7.5, 200 + 10 * 5.5 - 8.66 * 7.5};
    const QColor colour = colourAt(**layer, pixel, 0.05);
    CHECK(colour.alpha() == 255);
    CHECK(colour.red() == Approx(75).margin(6));
    CHECK(colourAt(**layer, {340, 280}, 0.05).alpha() == 0); // in the box, beside the image
}

TEST_CASE("a south up image is turned upright", "[gis][draw]") {
    const auto layer = RasterLayer::open(testFile("grey_upsidedown.tif"), mapCrs());
    REQUIRE(layer);
    CHECK((*layer)->extent() == Box{0, 0, 400, 300});
    // Ten units a pixel from the lower left: row 0 lies at the bottom.
    CHECK(colourAt(**layer, {5, 5}, 0.02).red() == Approx(107).margin(4));   // column 0 row 0
    CHECK(colourAt(**layer, {5, 295}, 0.02).red() == Approx(214).margin(4)); // column 0 row 29
}

TEST_CASE("a palette gives its own colours", "[gis][draw]") {
    const auto crs = Crs::parse("EPSG:3857");
    const auto layer = RasterLayer::open(testFile("test_color_table.tif"), *crs);
    REQUIRE(layer);
    MapView view = smallView().fittedTo((*layer)->extent(), 0);
    const auto picture = (*layer)->read(view);
    REQUIRE(picture);
    int coloured = 0;
    for (int y = 0; y < picture->image.height(); ++y)
        for (int x = 0; x < picture->image.width(); ++x) {
            const QColor colour = picture->image.pixelColor(x, y);
            coloured += std::abs(colour.red() - colour.blue()) > 20 ? 1 : 0;
        }
    CHECK(coloured > 4000); // grey levels of an index would have none
}

TEST_CASE("pixels that are not a number are transparent and floats are stretched", "[gis][draw]") {
    const auto layer = RasterLayer::open(testFile("float_nan.tif"), mapCrs());
    REQUIRE(layer);
    // South up: row 0 holds 1.41, 1.23, NaN; row 1 holds 0.32, −0.23, −1.88; 100 units a pixel.
    CHECK(colourAt(**layer, {50, 50}, 0.1).red() > 240);
    CHECK(colourAt(**layer, {250, 150}, 0.1).red() < 15);
    CHECK(colourAt(**layer, {250, 50}, 0.1).alpha() == 0);
    CHECK(colourAt(**layer, {50, 150}, 0.1).red() == Approx(171).margin(8)); // (0.32 + 1.88) / (1.41 + 1.88)
}

TEST_CASE("alpha of sixteen bits that keeps to 255 is opaque", "[gis][draw]") {
    const auto crs = Crs::parse("EPSG:32612");
    const auto layer = RasterLayer::open(testFile("RGBA.uint16.tif"), *crs);
    REQUIRE(layer);
    const Box box = (*layer)->extent();
    CHECK(colourAt(**layer, {(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2}, 0.1).alpha() == 255);
    CHECK(colourAt(**layer, {box.minX + 2, box.maxY - 2}, 0.01).alpha() == 0);
}

TEST_CASE("a view beside an image has no picture", "[gis][draw]") {
    const auto layer = RasterLayer::open(testFile("rotated.tif"), mapCrs());
    REQUIRE(layer);
    MapView view = smallView();
    view.centre = {1e6, 1e6};
    CHECK((*layer)->read(view)->image.isNull());
    view.centre = {200, 200};
    std::stop_source stop;
    stop.request_stop();
    CHECK((*layer)->read(view, stop.get_token()).error().code == core::ErrorCode::Cancelled);
}

TEST_CASE("broken images are errors", "[gis][draw]") {
    const auto cut = RasterLayer::open(testFile("truncated.tiff"), mapCrs());
    if (cut) { // its header is whole: reading it fails
        const auto picture = (*cut)->read(smallView().fittedTo((*cut)->extent()));
        REQUIRE(!picture);
        CHECK(picture.error().what.key == "raster-unreadable");
    }
    CHECK(!RasterLayer::open(testFile("not_there.tif"), mapCrs()));
    CHECK(!RasterLayer::open(testFile("mixed_types.geojson"), mapCrs()));
}
