// SPDX-License-Identifier: GPL-3.0-or-later
// Many tests at once: how many of those that seem significant are so by chance.
#pragma once

#include <span>
#include <vector>

namespace gridwarden::core {

/// For each p value the least false-discovery rate at which its test would be called significant: those with an
/// adjusted value of at most r hold a share of at most r that are so by chance, on average (Benjamini & Hochberg, J. R.
/// Stat. Soc. B 57 (1995) 289; holds for tests that are independent or positively dependent, as those of neighbours
/// are). \pre each in 0 … 1
[[nodiscard]] std::vector<double> falseDiscoveryAdjusted(std::span<const double> p);

} // namespace gridwarden::core
