// SPDX-License-Identifier: GPL-3.0-or-later
// When what a case was about was cleared away.
#pragma once

#include <cstdint>
#include <utility>

namespace gridwarden::core {

/// The end of a closed case, UTC seconds, and whether it was a clearing: at the time it was handled, else closed. One closed by force
/// without a handling ended without a clearing; one whose time is not known did at its report. 0 means no time.
[[nodiscard]] inline std::pair<std::int64_t, bool> endOfClosed(std::int64_t reported, std::int64_t handled, std::int64_t closed, bool wasForced) {
    if (handled != 0)
        return {handled, true};
    return closed != 0 ? std::pair(closed, !wasForced) : std::pair(reported, false);
}

} // namespace gridwarden::core
