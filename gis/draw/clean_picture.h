// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures written anew from their pixels: what a camera or a program wrote beside them (EXIF, XMP, GPS, thumbnails) does not come along.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QImage>
#include <filesystem>

namespace gridwarden::gis {

/// JPEG of quality 88, what is transparent in white; empty when it cannot be written.
[[nodiscard]] QByteArray jpegOf(const QImage& picture);

/// A picture as such a JPEG, upright and with a longer side of at most so many pixels; 0: its own size. Errors: as readPicture.
[[nodiscard]] core::Result<QByteArray> cleanPicture(const std::filesystem::path& path, int longerSidePixels);

} // namespace gridwarden::gis
