// SPDX-License-Identifier: GPL-3.0-or-later
// What a dropped file is for.
#pragma once

#include "core/base/geometry.h"

#include <QString>
#include <optional>

namespace gridwarden::app {

enum class FileKind { District, Archive, Photo, Data };

/// By content for GeoPackages (a district carries its own tables) and zip files (an archive of a district begins with its list), by the ending of the name otherwise.
[[nodiscard]] FileKind kindOfFile(const QString& path);
/// Where a photo was taken, in CGCS2000, when it says so.
[[nodiscard]] std::optional<core::GeoPoint> placeOfPhoto(const QString& path);

} // namespace gridwarden::app
