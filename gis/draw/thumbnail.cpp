// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/thumbnail.h"

#include "gis/source/photo.h"

#include <QBuffer>
#include <QFile>
#include <QImageReader>
#include <QPainter>

namespace gridwarden::gis {

core::Result<QImage> readPicture(const std::filesystem::path& path, QSize bounds) {
    const std::string name = path.filename().string();
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly))
        return core::fail(core::ErrorCode::Io, {"photo-unreadable", {name}}, path.string(), file.errorString().toStdString());
    QImageReader reader(&file);
    reader.setAutoTransform(true);
    reader.setDecideFormatFromContent(true);
    if (const QSize stored = reader.size(); bounds.isValid() && stored.isValid()) {
        const bool isTurned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
        const QSize room = isTurned ? bounds.transposed() : bounds;
        if (stored.width() > room.width() || stored.height() > room.height())
            reader.setScaledSize(stored.scaled(room, Qt::KeepAspectRatio).expandedTo({1, 1}));
    }
    QImage picture = reader.read();
    if (picture.isNull())
        return core::fail(core::ErrorCode::BadInput, {"photo-not-a-picture", {name}}, path.string(),
                          reader.errorString().toStdString());
    if (bounds.isValid() && (picture.width() > bounds.width() || picture.height() > bounds.height()))
        picture = picture.scaled(bounds, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return picture;
}

std::string thumbnailOf(const QImage& picture) {
    if (picture.isNull())
        return {};
    QImage small = picture;
    if (small.width() > ThumbnailSide || small.height() > ThumbnailSide)
        small = small.scaled(ThumbnailSide, ThumbnailSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    QImage opaque(small.size(), QImage::Format_RGB32);
    opaque.fill(Qt::white);
    QPainter painter(&opaque);
    small.setDevicePixelRatio(1);
    painter.drawImage(0, 0, small);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    opaque.save(&buffer, "JPEG", 80);
    return bytes.toStdString();
}

core::Result<core::PhotoDraft> preparePhoto(const std::filesystem::path& path, const core::TimeZone& zone) {
    // Twice the wanted size first, so that the last step can be a smooth one.
    const auto picture = readPicture(path, {2 * ThumbnailSide, 2 * ThumbnailSide});
    if (!picture)
        return core::fail(picture);
    const auto info = readPhoto(path);
    if (!info)
        return core::fail(info);
    return core::PhotoDraft{.file = path,
                            .kind = {},
                            .taken = info->moment(zone),
                            .place = info->place,
                            .thumbnail = thumbnailOf(*picture)};
}

} // namespace gridwarden::gis
