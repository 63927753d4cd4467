// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the spells of some groups last equally long.
#pragma once

#include "core/statistics/survival.h"

namespace gridwarden::core {

struct LogRank {
    struct Group {
        std::uint32_t spells = 0;
        std::uint32_t observed = 0; ///< spells that ended
        double expected = 0;        ///< that would have, if all groups were alike
    };
    std::vector<Group> groups;
    double chiSquared = 0;
    int degreesOfFreedom = 0; ///< 0: there is nothing to compare
    double p = 1;
};

/// The log-rank test: Mantel & Haenszel's over the times at which spells end, with the hypergeometric variance where
/// several end at once (Peto & Peto, J. R. Stat. Soc. A 135 (1972) 185). As survdiff of R's package survival gives it
/// (rho = 0): groups in which no end was to be expected do not take part. Takes time as the number of spells times that
/// of groups.
[[nodiscard]] LogRank logRank(std::span<const std::vector<Spell>> groups);

} // namespace gridwarden::core
