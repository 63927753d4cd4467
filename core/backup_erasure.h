// SPDX-License-Identifier: GPL-3.0-or-later
// What was protected or erased in a district is protected and erased in its backups too. Found by comparing, not by
// remembering: it can be repeated at any time and finishes what was interrupted.
#pragma once

#include "core/personal_data.h"

#include <filesystem>
#include <functional>

namespace gridwarden::core {

struct BackupErasure {
    int rewritten = 0;
    std::vector<std::filesystem::path> removed; ///< damaged, so that they could not be rewritten
    std::vector<Error> problems;                ///< still hold it
};

/// Asked all the time; false ends the work with Cancelled "cancelled". What is left can be finished later.
using GoesOn = std::function<bool()>;

/// Brings each backup in line with the district.
[[nodiscard]] Result<BackupErasure> eraseFromBackups(Store& store, const Actor& actor, const std::vector<std::filesystem::path>& backups,
                                                     const GoesOn& goesOn = {});

/// Ends an erasure: nothing stays in unused bytes of the file, nor in the backups on the district's shelf.
[[nodiscard]] Result<BackupErasure> finishErasure(Store& store, const Actor& actor, const TimeZone& zone, const GoesOn& goesOn = {});

} // namespace gridwarden::core
