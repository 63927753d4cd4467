// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/day_backup.h"

namespace gridwarden::core {

bool beginsDay(std::optional<Moment> lastChange, Moment now, const TimeZone& zone) { return lastChange && zone.day(*lastChange) != zone.day(now); }

Result<bool> isDayBackupDue(Connection& district, const BackupShelf& shelf, Moment now, const TimeZone& zone) {
    const auto head = journalHead(district);
    if (!head)
        return fail(head);
    if (!beginsDay(head->at, now, zone))
        return false;
    const auto files = shelf.files();
    if (!files)
        return fail(files);
    // Whatever the reason of the newest one: it serves when it holds just this state.
    for (const BackupFile& file : *files) {
        if (file.reason == BackupReason::Damaged)
            continue;
        const BackupEntry newest = BackupShelf::examine(file, BackupShelf::Depth::Quick);
        return !newest.isGood() || newest.summary->head != head->hash;
    }
    return true;
}

} // namespace gridwarden::core
