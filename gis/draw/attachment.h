// SPDX-License-Identifier: GPL-3.0-or-later
// Photos and papers made ready to be added to a case: copied beside the district, photos to a size that is enough to
// see everything and no larger.
#pragma once

#include "core/cases/case_store.h"

#include <filesystem>

namespace gridwarden::core {
class District;
}

namespace gridwarden::gis {

/// The longer side to which photos are copied where the district says nothing else, pixels.
inline constexpr int UsualCopyPixels = 2048;

struct AttachmentOptions {
    core::TimeZone zone;              ///< of camera clocks without an offset
    int copyPixels = UsualCopyPixels; ///< of the longer side of a copy; 0: originals are kept
    std::filesystem::path folder;     ///< of the district's files

    /// As the district wants it: its setting "photo_copy_pixels".
    [[nodiscard]] static AttachmentOptions of(const core::District& district);
};

/// Whether a file's name is that of a picture of a kind that can be shown.
[[nodiscard]] bool isPictureName(const std::filesystem::path& path);

/// A photo with thumbnail, time and place as preparePhoto, staged at the wanted size: one that is larger becomes an
/// upright JPEG of quality 88, without what the camera wrote into it; the time and place are in the answer. Every other
/// file is a paper, staged as it is. Errors: as preparePhoto and core::StagedFile; Cancelled.
[[nodiscard]] core::Result<core::PhotoDraft> prepareAttachment(const std::filesystem::path& path,
                                                               const AttachmentOptions& options,
                                                               const core::StagedFile::Progress& progress = {});

} // namespace gridwarden::gis
