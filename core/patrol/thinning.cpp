// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/patrol/thinning.h"

namespace gridwarden::core {

std::vector<Fix> thinned(std::span<const Fix> fixes, std::int64_t leastMs) {
    std::vector<Fix> kept;
    for (const Fix& fix : fixes)
        if (kept.empty() || fix.at - kept.back().at >= leastMs)
            kept.push_back(fix);
    return kept;
}

} // namespace gridwarden::core
