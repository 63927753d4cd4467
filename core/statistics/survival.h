// SPDX-License-Identifier: GPL-3.0-or-later
// How long spells last when some have not ended yet: the Kaplan–Meier estimate.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace gridwarden::core {

/// A time that something lasted, in days. One that has not ended (censored) lasted at least that long.
struct Spell {
    double days = 0; ///< finite, not negative
    bool ended = true;
};

/// What is known at one of the distinct times at which spells ended or were last seen.
struct SurvivalPoint {
    double days = 0;
    std::uint32_t atRisk = 0; ///< spells that lasted this long, those that end now included
    std::uint32_t events = 0;
    std::uint32_t censored = 0;
    double survival = 1; ///< estimated share of the spells that last longer
    double greenwood =
        0; ///< Σ d ÷ (n (n − d)) so far: the variance of the logarithm of `survival`; infinite once that is 0

    /// Greenwood's, of `survival`. None once that is 0.
    [[nodiscard]] std::optional<double> standardError() const;
    /// The pointwise 95 % interval of `survival`, symmetric in its logarithm and cut at 1. None once that is 0.
    [[nodiscard]] std::optional<double> lower() const;
    [[nodiscard]] std::optional<double> upper() const;
};

struct SurvivalCurve {
    std::vector<SurvivalPoint> points; ///< by time
    std::uint32_t spells = 0;
    std::uint32_t events = 0;
    std::uint32_t censored = 0;
    /// The first time at which the curve is at one half or below; where it stays at one half for a while, the middle of
    /// that while. None: not reached. The interval is where the curves of `lower` and `upper` do the same, each perhaps
    /// not reached.
    std::optional<double> median, medianLower, medianUpper;
};

/// Kaplan & Meier, J. Am. Stat. Assoc. 53 (1958) 457; the interval of the median is Brookmeyer & Crowley's, Biometrics
/// 38 (1982) 29. As survfit of R's package survival gives it by default.
[[nodiscard]] SurvivalCurve kaplanMeier(std::vector<Spell> spells);

/// The median of kaplanMeier alone, for many small groups. Sorts the spells.
[[nodiscard]] std::optional<double> medianSurvival(std::span<Spell> spells);

} // namespace gridwarden::core
