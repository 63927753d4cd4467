// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/photo_strip.h"
#include "gis/crs/gcj02.h"
#include "gis/draw/thumbnail.h"
#include "gis/source/photo.h"
#include "tests/app/cases/fixture.h"

#include <QImage>
#include <QSignalSpy>
#include <QToolButton>
#include <exiv2/exiv2.hpp>
#include <fstream>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

/// A red picture with a blue left edge, as a camera would store it.
std::filesystem::path makePhoto(const std::filesystem::path& path, int orientation = 1, const char* datum = "WGS-84") {
    QImage image(800, 400, QImage::Format_RGB32);
    image.fill(Qt::red);
    for (int y = 0; y < 400; ++y)
        for (int x = 0; x < 80; ++x)
            image.setPixelColor(x, y, Qt::blue);
    REQUIRE(image.save(QString::fromStdString(path.string()), "JPEG", 95));
    const auto file = Exiv2::ImageFactory::open(path.string());
    Exiv2::ExifData exif;
    exif["Exif.Image.Orientation"] = static_cast<uint16_t>(orientation);
    exif["Exif.Photo.DateTimeOriginal"] = "2026:11:20 09:31:05";
    exif["Exif.GPSInfo.GPSLongitudeRef"] = "E";
    exif["Exif.GPSInfo.GPSLatitudeRef"] = "N";
    exif["Exif.GPSInfo.GPSLongitude"] = "120/1 39/1 1800/100"; // 120.655 degrees
    exif["Exif.GPSInfo.GPSLatitude"] = "28/1 0/1 3600/100";    // 28.01 degrees
    exif["Exif.GPSInfo.GPSMapDatum"] = datum;
    file->setExifData(exif);
    file->writeMetadata();
    return path;
}

} // namespace

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

TEST_CASE("photos are added taken away and those that fail are told", "[app][photo]") {
    const ScratchFolder folder;
    app::PhotoStrip strip(/*isEditable=*/true);
    showAndActivate(strip);
    QSignalSpy refused(&strip, &app::PhotoStrip::refused);
    std::ofstream(folder / "text.jpg") << "no picture";
    strip.addFiles({QString::fromStdString(makePhoto(folder / "a.jpg").string()),
                    QString::fromStdString((folder / "text.jpg").string()),
                    QString::fromStdString(makePhoto(folder / "b.jpg").string())});
    CHECK(strip.count() == 2);
    CHECK(refused.count() == 1);
    auto& first = find<QToolButton>(strip, "photo");
    first.setFocus();
    QTest::keyClick(&first, Qt::Key_Delete);
    REQUIRE(QTest::qWaitFor([&] { return strip.count() == 1; }, 1000));
    CHECK(strip.drafts().front().file.filename() == "b.jpg");
}
