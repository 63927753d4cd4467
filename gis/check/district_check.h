// SPDX-License-Identifier: GPL-3.0-or-later
// The whole check of a district and its repair: what core finds in the file, the cover of its areas, and the thumbnails of photos.
#pragma once

#include "core/check/check.h"
#include "core/check/repair.h"

namespace gridwarden::gis {

/// As core::checkFile; notes also what checkCover finds in the areas that are valid today. Errors: Cancelled.
[[nodiscard]] core::Result<core::CheckReport> checkDistrict(core::Store& store, const core::CheckProgress& progress = {});

struct RepairReport {
    std::filesystem::path backup; ///< made before anything was changed; empty when nothing had to be
    core::RepairSteps done;       ///< as core::repairFile, and "repaired-thumbnails" {count}
    core::CheckReport left;       ///< what a check finds afterwards
};

/// Checks; where something can be repaired, copies the file to `backup` (as it is, damage and all), repairs, and checks again.
/// Errors: ReadOnly; Io "backup-failed" {path}: then nothing was changed; Cancelled; Database.
[[nodiscard]] core::Result<RepairReport> repairDistrict(core::District& district, const core::Actor& actor, const std::filesystem::path& backup,
                                                        const core::CheckProgress& progress = {});

/// "district-before-repair-20261121-093100.gpkg" beside the district.
[[nodiscard]] std::filesystem::path repairBackupName(const core::District& district);

} // namespace gridwarden::gis
