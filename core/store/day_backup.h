// SPDX-License-Identifier: GPL-3.0-or-later
// The backup of the day: the district as it was before the first change of a local day.
#pragma once

#include "core/store/backup_shelf.h"

namespace gridwarden::core {

/// Whether a change now would be the first of its local day: the last one was made on another day. A clock that was set back, or a
/// district that came from another zone, makes another day as well.
[[nodiscard]] bool beginsDay(std::optional<Moment> lastChange, Moment now, const TimeZone& zone);

/// Whether the district as it stands has to be copied before it is changed: the change would begin a day, and what stands is not
/// on the shelf already in a backup that can be read. Errors: Database; Io.
[[nodiscard]] Result<bool> isDayBackupDue(Connection& district, const BackupShelf& shelf, Moment now, const TimeZone& zone);

} // namespace gridwarden::core
