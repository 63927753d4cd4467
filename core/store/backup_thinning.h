// SPDX-License-Identifier: GPL-3.0-or-later
// Which backups go when there are too many: a rule without files, so that it can be tried on years of days.
#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <vector>

namespace gridwarden::core {

/// How many backups are kept, and how much room they may take.
struct BackupLimits {
    static constexpr int DefaultCount = 10;
    static constexpr int DefaultSharePercent = 25;
    int count = DefaultCount;               ///< at least 1
    int sharePercent = DefaultSharePercent; ///< of the disk space that would be free without them
};

struct KeptBackup {
    Moment made;
    std::uintmax_t bytes = 0;
    bool isGood = true;
};

/// Indexes of the backups that go, in the order in which they go, until at most `count` are left and they take at most `bytes`.
/// The newest one and the newest good one never go. Bad ones go first, the oldest of them before others. Then goes the one that is missed
/// least: whose newer and older neighbour have the most similar ages (a ratio, age counted from `now` in days plus one; the older of
/// two equals), so that recent days stay dense and the past is covered in ever wider steps. The oldest goes only when nothing else can.
[[nodiscard]] std::vector<std::size_t> backupsToDrop(const std::vector<KeptBackup>& backups, Moment now, int count, std::uintmax_t bytes);

} // namespace gridwarden::core
