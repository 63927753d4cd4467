// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/clean_picture.h"

#include "gis/draw/thumbnail.h"

#include <QBuffer>
#include <QPainter>

namespace gridwarden::gis {

namespace {

constexpr int CopyQuality = 88; // of JPEG: what is lost cannot be seen at twice the size

} // namespace

QByteArray jpegOf(const QImage& picture) {
    QImage opaque(picture.size(), QImage::Format_RGB32); // a new one: the texts of the picture stay behind
    opaque.fill(Qt::white);
    QPainter(&opaque).drawImage(0, 0, picture);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    return opaque.save(&buffer, "JPEG", CopyQuality) ? bytes : QByteArray();
}

core::Result<QByteArray> cleanPicture(const std::filesystem::path& path, int longerSidePixels) {
    const auto picture = readPicture(path, longerSidePixels > 0 ? QSize(longerSidePixels, longerSidePixels) : QSize());
    if (!picture)
        return core::fail(picture);
    QByteArray bytes = jpegOf(*picture);
    if (bytes.isEmpty())
        return core::fail(core::ErrorCode::BadInput, {"photo-not-a-picture", {path.string()}}, path.string());
    return bytes;
}

} // namespace gridwarden::gis
