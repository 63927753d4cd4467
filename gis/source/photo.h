// SPDX-License-Identifier: GPL-3.0-or-later
// What a photo says about itself (EXIF): where and when it was taken, and which way up it is.
#pragma once

#include "core/base/geometry.h"
#include "core/base/time.h"

#include <filesystem>
#include <optional>
#include <string>

namespace gridwarden::gis {

struct PhotoInfo {
    std::optional<core::GeoPoint> place;   ///< CGCS2000; none without a satellite fix
    std::string datum;                     ///< the datum as the camera wrote it, for instance "WGS-84"; often empty
    bool isDatumKnown = true;              ///< false: `datum` is one we cannot convert, the place may be off by hundreds of metres
    std::optional<core::LocalTime> taken;  ///< the clock of the camera
    std::optional<core::seconds> offset;   ///< how far east of Greenwich that clock is, where the photo says so
    int orientation = 1;                   ///< EXIF 1 to 8: how the stored picture has to be turned; 1 is upright

    /// \param zone of a clock without an offset
    [[nodiscard]] std::optional<core::Moment> moment(const core::TimeZone& zone) const;
};

/// Reads the EXIF of a photo. A picture without any, or of a kind that carries none, gives an empty answer.
/// A place in GCJ-02 or BD-09 (when the datum says so) is brought to CGCS2000; WGS 84 counts as equal to it.
/// Errors: Io "photo-unreadable" {file} when the file cannot be read at all.
[[nodiscard]] core::Result<PhotoInfo> readPhoto(const std::filesystem::path& path);

} // namespace gridwarden::gis
