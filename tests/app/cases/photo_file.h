// SPDX-License-Identifier: GPL-3.0-or-later
// A photo as a camera stores it, with EXIF.
#pragma once

#include <QImage>
#include <catch2/catch.hpp>
#include <exiv2/exiv2.hpp>
#include <filesystem>

namespace gridwarden::test {

/// A red picture with a blue left edge, taken on 2026-11-20 at 09:31:05 at 120.655° E, 28.01° N.
inline std::filesystem::path makePhoto(const std::filesystem::path& path, int orientation = 1, const char* datum = "WGS-84") {
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

} // namespace gridwarden::test
