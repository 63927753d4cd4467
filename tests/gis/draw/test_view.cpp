// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/view.h"

#include <catch2/catch.hpp>

using namespace gridwarden::gis;

namespace {

Approx near(double value) {
    return Approx(value).epsilon(0).margin(1e-6);
}

MapView someView() {
    MapView view;
    view.centre = {547752.418, 3431081.638};
    view.unitsPerPixel = 2.5;
    view.size = {800, 600};
    return view;
}

} // namespace

TEST_CASE("screen y grows downwards and map y northwards", "[gis][draw]") {
    const MapView view = someView();
    CHECK(view.toScreen(view.centre) == QPointF(400, 300));
    const QPointF northEast = view.toScreen({view.centre.x + 250, view.centre.y + 250});
    CHECK(northEast.x() == near(500));
    CHECK(northEast.y() == near(200));
    const MapPoint back = view.toMap(northEast);
    CHECK(back.x == near(view.centre.x + 250));
    CHECK(back.y == near(view.centre.y + 250));
    const Box box = view.visibleBox();
    CHECK(box.width() == near(2000));
    CHECK(box.height() == near(1500));
}

TEST_CASE("zooming keeps what is under the pointer", "[gis][draw]") {
    const MapView view = someView();
    const QPointF pointer(123, 456);
    const MapPoint before = view.toMap(pointer);
    const MapView nearer = view.zoomedAbout(pointer, 4);
    CHECK(nearer.unitsPerPixel == near(0.625));
    CHECK(nearer.toMap(pointer).x == near(before.x));
    CHECK(nearer.toMap(pointer).y == near(before.y));
    CHECK(view.zoomedAbout(pointer, 1e12).metresPerPixel() == Approx(MapView::Nearest));
    CHECK(view.zoomedAbout(pointer, 1e-12).metresPerPixel() == Approx(MapView::Farthest));
    CHECK(view.zoomedAbout(pointer, 0) == view);
    CHECK(view.zoomedAbout(pointer, std::numeric_limits<double>::quiet_NaN()) == view);
}

TEST_CASE("panning moves the content with the pointer", "[gis][draw]") {
    const MapView view = someView();
    const MapPoint grabbed = view.toMap({100, 100});
    const QPointF now = view.panned({30, -20}).toScreen(grabbed);
    CHECK(now.x() == near(130));
    CHECK(now.y() == near(80));
}

TEST_CASE("fitting shows the whole box and no empty one", "[gis][draw]") {
    const MapView view = someView();
    const MapView fitted = view.fittedTo({0, 0, 7520, 100}, 24);
    CHECK(fitted.unitsPerPixel == near(10));
    CHECK(fitted.centre == MapPoint{3760, 50});
    CHECK(view.fittedTo({}) == view);
    const MapView onPoint = view.fittedTo({5, 5, 5, 5});
    CHECK(onPoint.unitsPerPixel == view.unitsPerPixel);
    CHECK(onPoint.centre == MapPoint{5, 5});
}

TEST_CASE("the scale denominator counts in metres of the ground", "[gis][draw]") {
    MapView view = someView();
    view.unitsPerPixel = 0.0254 / 96 * 5000;
    CHECK(view.scaleDenominator() == near(5000));
    view.metresPerUnit = 0.3048;
    CHECK(view.scaleDenominator() == near(1524));
    CHECK(view.withScale(2500).scaleDenominator() == near(2500));
    CHECK(view.withScale(2500, 300).scaleDenominator(300) == near(2500));
}

TEST_CASE("an enlarged view shares the pixel lattice of the smaller one", "[gis][draw]") {
    MapView view = someView();
    view.size = {801, 333};
    const MapView larger = view.enlarged(1.5);
    CHECK(larger.size.width() >= 1201);
    const QPointF corner = larger.toScreen(view.toMap({0, 0}));
    CHECK(corner.x() == near(std::round(corner.x())));
    CHECK(corner.y() == near(std::round(corner.y())));
}
