// SPDX-License-Identifier: GPL-3.0-or-later
// What is left of a picture that is written anew; looked at with Exiv2 and byte by byte.
#include "gis/draw/clean_picture.h"
#include "tests/app/cases/photo_file.h"
#include "tests/support/scratch_folder.h"

using namespace gridwarden;
using namespace gridwarden::test;

TEST_CASE("a photo written anew is upright and says nothing of camera, time and place", "[gis][attachment]") {
    const ScratchFolder folder;
    const auto file = makePhoto(folder / "IMG_0001.jpg", 6); // to be turned right
    const auto image = Exiv2::ImageFactory::open(file.string());
    image->readMetadata();
    Exiv2::XmpData xmp;
    xmp["Xmp.dc.creator"] = "Ouyang";
    image->setXmpData(xmp);
    image->setComment("seen by Ouyang");
    image->writeMetadata();
    const auto bytes = gis::cleanPicture(file, 0);
    REQUIRE(bytes);
    const QImage picture = QImage::fromData(*bytes);
    CHECK(picture.size() == QSize(400, 800));
    CHECK(picture.textKeys().isEmpty());
    for (const char* trace : {"Exif", "2026:11:20", "WGS-84", "adobe", "Ouyang"})
        CHECK_FALSE(bytes->contains(trace));
    const auto again = Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte*>(bytes->constData()), static_cast<std::size_t>(bytes->size()));
    again->readMetadata();
    CHECK(again->exifData().empty());
    CHECK(again->xmpData().empty());
    CHECK(QImage::fromData(*gis::cleanPicture(file, 200)).size() == QSize(100, 200));
}

TEST_CASE("texts inside a picture stay behind, and what is no picture is refused", "[gis][attachment]") {
    const ScratchFolder folder;
    QImage picture(20, 10, QImage::Format_ARGB32);
    picture.fill(Qt::transparent);
    picture.setText(QStringLiteral("Author"), QStringLiteral("Ouyang"));
    const QString path = QString::fromStdString((folder / "a.png").string());
    REQUIRE(picture.save(path));
    const auto bytes = gis::cleanPicture(folder / "a.png", 100);
    REQUIRE(bytes);
    CHECK_FALSE(bytes->contains("Ouyang"));
    CHECK(QImage::fromData(*bytes).pixelColor(5, 5) == QColor(Qt::white));
    CHECK_FALSE(gis::cleanPicture(folder / "missing.jpg", 100));
}
