// SPDX-License-Identifier: GPL-3.0-or-later
// Rates of many subjects drawn towards the mean of all, the more the fewer cases are behind them.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace gridwarden::core {

struct CountedRate {
    double numerator = 0, denominator = 0;
};

/// The global empirical Bayes estimate by moments (R. J. Marshall, Mapping disease and mortality rates using empirical Bayes estimators, Journal of the Royal
/// Statistical Society C 40, 1991, 283–294). With n the denominators of the k subjects that have one and r their rates: m = Σ numerators ÷ Σ n;
/// s² = Σ n (r − m)² ÷ Σ n; v = m (1 − m), or m where a numerator is above its denominator; A = s² − v k ÷ Σ n, not below 0. The estimate is
/// m + (r − m) · A ÷ (A + v ÷ n). Where the rates differ no more than chance makes them (A = 0) it is m for all. None where n is 0.
[[nodiscard]] std::vector<std::optional<double>> shrunkRates(std::span<const CountedRate> rates);

} // namespace gridwarden::core
