// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/shrinkage.h"

#include <algorithm>

namespace gridwarden::core {

std::vector<std::optional<double>> shrunkRates(std::span<const CountedRate> rates) {
    std::vector<std::optional<double>> estimates(rates.size());
    double numerators = 0, denominators = 0, known = 0;
    bool areParts = true;
    for (const CountedRate& rate : rates) {
        if (!(rate.denominator > 0))
            continue;
        numerators += rate.numerator;
        denominators += rate.denominator;
        ++known;
        areParts = areParts && rate.numerator <= rate.denominator;
    }
    if (known == 0)
        return estimates;
    const double mean = numerators / denominators;
    double squares = 0;
    for (const CountedRate& rate : rates)
        if (rate.denominator > 0) {
            const double away = rate.numerator / rate.denominator - mean;
            squares += rate.denominator * away * away;
        }
    const double unit = areParts ? mean * (1 - mean) : mean;
    const double between = std::max(0.0, squares / denominators - unit * known / denominators);
    for (std::size_t i = 0; i < rates.size(); ++i) {
        if (!(rates[i].denominator > 0))
            continue;
        const double own = unit / rates[i].denominator;
        const double trust = between > 0 ? between / (between + own) : 0;
        estimates[i] = mean + trust * (rates[i].numerator / rates[i].denominator - mean);
    }
    return estimates;
}

} // namespace gridwarden::core
