// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/crs/gcj02.h"
#include "gis/draw/thumbnail.h"
#include "gis/source/photo.h"
#include "tests/app/cases/fixture.h"
#include "tests/app/cases/photo_file.h"

#include <QImage>
#include <fstream>

using namespace gridwarden;
using namespace gridwarden::test;

TEST_CASE("a photo tells where and when it was taken", "[gis][photo]") {
    const ScratchFolder folder;
    const auto info = gis::readPhoto(makePhoto(folder / "a.jpg", 6));
    REQUIRE(info);
    REQUIRE(info->place);
    CHECK(info->place->longitude == Approx(120.655).epsilon(0).margin(1e-9)); // degrees
    CHECK(info->place->latitude == Approx(28.01).epsilon(0).margin(1e-9));
    CHECK(info->isDatumKnown);
    CHECK(info->orientation == 6);
    const core::TimeZone zone;
    REQUIRE(info->moment(zone));
    CHECK(core::isoText(*info->moment(zone), zone) == "2026-11-20T09:31:05+08:00");
}

TEST_CASE("a photo in GCJ-02 is brought to CGCS2000 and an unknown datum is said", "[gis][photo]") {
    const ScratchFolder folder;
    const auto shifted = gis::readPhoto(makePhoto(folder / "g.jpg", 1, "GCJ-02"));
    REQUIRE(shifted);
    const core::GeoPoint expected = gis::fromGcj02({120.655, 28.01});
    CHECK(core::distanceMetres(*shifted->place, expected) < 0.01);
    CHECK(core::distanceMetres(*shifted->place, {120.655, 28.01}) > 100);
    const auto tokyo = gis::readPhoto(makePhoto(folder / "t.jpg", 1, "TOKYO"));
    REQUIRE(tokyo);
    CHECK_FALSE(tokyo->isDatumKnown);
    CHECK(tokyo->datum == "TOKYO");
}

TEST_CASE("a file that is no picture is refused and one without EXIF is empty", "[gis][photo]") {
    const ScratchFolder folder;
    std::ofstream(folder / "text.jpg") << "no picture at all";
    const auto prepared = gis::preparePhoto(folder / "text.jpg", {});
    REQUIRE_FALSE(prepared);
    CHECK(prepared.error().what.key == "photo-not-a-picture");
    const auto missing = gis::preparePhoto(folder / "missing.jpg", {});
    REQUIRE_FALSE(missing);
    CHECK(missing.error().what.key == "photo-unreadable");
    QImage plain(20, 10, QImage::Format_RGB32);
    plain.fill(Qt::green);
    REQUIRE(plain.save(QString::fromStdString((folder / "plain.png").string())));
    const auto info = gis::readPhoto(folder / "plain.png");
    REQUIRE(info);
    CHECK_FALSE(info->place);
    CHECK_FALSE(info->taken);
}

TEST_CASE("a thumbnail stands upright and is small", "[gis][photo]") {
    const ScratchFolder folder;
    const auto draft = gis::preparePhoto(makePhoto(folder / "turned.jpg", 6), {}); // turned by 90 degrees
    REQUIRE(draft);
    QImage thumbnail;
    REQUIRE(thumbnail.loadFromData(reinterpret_cast<const uchar*>(draft->thumbnail.data()), static_cast<int>(draft->thumbnail.size())));
    CHECK(thumbnail.size() == QSize(128, 256));
    CHECK(thumbnail.pixelColor(64, 4).blue() > 200); // the left edge is at the top now
    CHECK(thumbnail.pixelColor(64, 200).red() > 200);
    CHECK(draft->thumbnail.size() < 20'000);
}
