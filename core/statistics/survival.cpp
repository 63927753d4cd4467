// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/survival.h"

#include <algorithm>
#include <cmath>

namespace gridwarden::core {

namespace {

constexpr double NormalQuantile = 1.959963984540054; // of 0.975

/// The estimate, carried on from each distinct time to the next.
class Walk {
public:
    explicit Walk(std::span<Spell> spells) : m_spells(spells) {
        std::sort(spells.begin(), spells.end(), [](const Spell& a, const Spell& b) { return a.days < b.days; });
    }
    /// Goes to the next time. False at the end.
    bool next() {
        if (m_next == m_spells.size())
            return false;
        m_point.days = m_spells[m_next].days;
        m_point.atRisk = static_cast<std::uint32_t>(m_spells.size() - m_next);
        m_point.events = m_point.censored = 0;
        for (; m_next < m_spells.size() && m_spells[m_next].days == m_point.days; ++m_next)
            ++(m_spells[m_next].ended ? m_point.events : m_point.censored);
        const double n = m_point.atRisk, d = m_point.events;
        m_point.survival *= (n - d) / n;
        if (d > 0)
            m_point.greenwood += d / (n * (n - d));
        return true;
    }
    [[nodiscard]] const SurvivalPoint& point() const { return m_point; }

private:
    std::span<Spell> m_spells;
    std::size_t m_next = 0;
    SurvivalPoint m_point;
};

/// Where a falling curve passes one half.
class HalfTime {
public:
    void add(double days, std::optional<double> value) {
        if (!value || m_isFinal || *value >= 0.5 + Tolerance)
            return;
        if (!m_first) {
            m_first = days;
            m_value = *value;
            m_isFinal = *value <= 0.5 - Tolerance;
        } else if (*value < m_value) {
            m_first = (*m_first + days) / 2;
            m_isFinal = true;
        }
    }
    [[nodiscard]] std::optional<double> days() const { return m_first; }

private:
    static constexpr double Tolerance = 1.5e-8; // survfit's
    std::optional<double> m_first;
    double m_value = 0;
    bool m_isFinal = false;
};

} // namespace

std::optional<double> SurvivalPoint::standardError() const {
    return survival > 0 ? std::optional(survival * std::sqrt(greenwood)) : std::nullopt;
}

std::optional<double> SurvivalPoint::lower() const {
    return survival > 0 ? std::optional(survival * std::exp(-NormalQuantile * std::sqrt(greenwood))) : std::nullopt;
}

std::optional<double> SurvivalPoint::upper() const {
    return survival > 0 ? std::optional(std::min(1.0, survival * std::exp(NormalQuantile * std::sqrt(greenwood))))
                        : std::nullopt;
}

SurvivalCurve kaplanMeier(std::vector<Spell> spells) {
    SurvivalCurve curve;
    HalfTime median, lower, upper;
    for (Walk walk(spells); walk.next();) {
        const SurvivalPoint& point = walk.point();
        curve.points.push_back(point);
        curve.events += point.events;
        curve.censored += point.censored;
        median.add(point.days, point.survival);
        lower.add(point.days, point.lower());
        upper.add(point.days, point.upper());
    }
    curve.spells = curve.events + curve.censored;
    curve.median = median.days();
    curve.medianLower = lower.days();
    curve.medianUpper = upper.days();
    return curve;
}

std::optional<double> medianSurvival(std::span<Spell> spells) {
    HalfTime median;
    for (Walk walk(spells); walk.next();)
        median.add(walk.point().days, walk.point().survival);
    return median.days();
}

} // namespace gridwarden::core
