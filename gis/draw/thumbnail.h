// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures made ready for people: turned upright, made small, and photos prepared for a case.
#pragma once

#include "core/cases/case_store.h"

#include <QImage>
#include <QSize>
#include <filesystem>
#include <string>

namespace gridwarden::gis {

/// The longer side of a thumbnail, pixels.
inline constexpr int ThumbnailSide = 256;

/// A picture turned upright and scaled down to fit into `bounds` (never up); an empty size keeps it whole.
/// Errors: Io "photo-unreadable" {file}; BadInput "photo-not-a-picture" {file}.
[[nodiscard]] core::Result<QImage> readPicture(const std::filesystem::path& path, QSize bounds = {});

/// JPEG bytes of a picture, at most ThumbnailSide pixels wide and high; what is transparent becomes white.
[[nodiscard]] std::string thumbnailOf(const QImage& picture);

/// A photo with its thumbnail, time and place (CGCS2000), to be added to a case. A camera clock without an offset is
/// read in `zone`. Errors: as readPicture.
[[nodiscard]] core::Result<core::PhotoDraft> preparePhoto(const std::filesystem::path& path, const core::TimeZone& zone);

} // namespace gridwarden::gis
