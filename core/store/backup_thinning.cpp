// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup_thinning.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>

namespace gridwarden::core {

namespace {

double ageOf(const KeptBackup& backup, Moment now) {
    constexpr double SecondsOfDay = 86400;
    // A clock that was set back leaves backups in the future; they count as of now.
    return 1 + static_cast<double>(std::max<std::int64_t>(0, (now - backup.made).count())) / SecondsOfDay;
}

} // namespace

std::vector<std::size_t> backupsToDrop(const std::vector<KeptBackup>& backups, Moment now, int count, std::uintmax_t bytes) {
    std::vector<std::size_t> left(backups.size()); // newest first
    std::iota(left.begin(), left.end(), std::size_t{0});
    std::stable_sort(left.begin(), left.end(), [&](std::size_t a, std::size_t b) { return backups[a].made > backups[b].made; });
    const auto firstGood = std::find_if(left.begin(), left.end(), [&](std::size_t i) { return backups[i].isGood; });
    const std::optional<std::size_t> lastGood = firstGood == left.end() ? std::nullopt : std::optional(*firstGood);

    const auto room = [&] {
        return std::accumulate(left.begin(), left.end(), std::uintmax_t{0}, [&](std::uintmax_t sum, std::size_t i) { return sum + backups[i].bytes; });
    };
    const auto missedLeast = [&]() -> std::optional<std::size_t> { // position in left
        for (std::size_t position = left.size(); position-- > 1;)
            if (!backups[left[position]].isGood)
                return position;
        std::optional<std::size_t> best;
        double smallest = std::numeric_limits<double>::infinity();
        for (std::size_t position = 1; position + 1 < left.size(); ++position) {
            if (left[position] == lastGood)
                continue;
            const double ratio = ageOf(backups[left[position + 1]], now) / ageOf(backups[left[position - 1]], now);
            if (ratio <= smallest) {
                smallest = ratio;
                best = position;
            }
        }
        if (!best && left.size() > 1 && left.back() != lastGood)
            best = left.size() - 1;
        return best;
    };
    std::vector<std::size_t> dropped;
    while (static_cast<int>(left.size()) > std::max(1, count) || room() > bytes) {
        const auto position = missedLeast();
        if (!position)
            break;
        dropped.push_back(left[*position]);
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(*position));
    }
    return dropped;
}

} // namespace gridwarden::core
