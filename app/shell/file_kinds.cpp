// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/file_kinds.h"

#include "core/archive/district_archive.h"
#include "core/district.h"
#include "gis/source/photo.h"

#include <QFileInfo>
#include <QStringList>

namespace gridwarden::app {

FileKind kindOfFile(const QString& path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    static const QStringList photos{QStringLiteral("jpg"), QStringLiteral("jpeg"), QStringLiteral("png"), QStringLiteral("heic"), QStringLiteral("webp")};
    if (photos.contains(ending)) {
        // A picture beside a world file is a map and not a photo.
        const QFileInfo file(path);
        const QString stem = file.absolutePath() + u'/' + file.completeBaseName();
        const bool isMap = QFileInfo::exists(stem + u".jgw") || QFileInfo::exists(stem + u".pgw") || QFileInfo::exists(stem + u".wld");
        return isMap ? FileKind::Data : FileKind::Photo;
    }
    if (ending == QStringLiteral("zip"))
        return core::isDistrictArchive(std::filesystem::path(path.toStdU16String())) ? FileKind::Archive : FileKind::Data;
    if (ending != QStringLiteral("gpkg"))
        return FileKind::Data;
    auto connection = core::Connection::open(std::filesystem::path(path.toStdU16String()), core::Connection::Access::ReadOnly);
    if (!connection)
        return FileKind::Data;
    const auto tables = connection->integer("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('schema_version', 'journal', 'setting')");
    return tables.value_or(0) == 3 ? FileKind::District : FileKind::Data;
}

std::optional<core::GeoPoint> placeOfPhoto(const QString& path) {
    const auto photo = gis::readPhoto(std::filesystem::path(path.toStdU16String()));
    return photo ? photo->place : std::nullopt;
}

} // namespace gridwarden::app
