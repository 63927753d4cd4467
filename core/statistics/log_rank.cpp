// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/log_rank.h"

#include "core/statistics/tails.h"

#include <algorithm>

namespace gridwarden::core {

namespace {

struct GroupSpell {
    double days;
    std::uint32_t group;
    bool ended;
};

/// At the time t let n spells be at risk and d end, n_j of them in group j. Then
///   E_j = Σ_t d n_j ÷ n,   V_jl = Σ_t c (δ_jl n_j ÷ n − n_j n_l ÷ n²)   with c = d (n − d) ÷ (n − 1).
/// A spell is at risk at all times up to its own. So these sums over times are sums over spells (E and the first part
/// of V) and over pairs of spells (the second part, up to the shorter one's time) of what has come together up to a
/// time.
class Sums {
public:
    Sums(std::vector<GroupSpell> spells, std::size_t groups)
        : m_spells(std::move(spells)), m_groups(groups), m_paired(groups * groups) {
        std::sort(m_spells.begin(), m_spells.end(),
                  [](const GroupSpell& a, const GroupSpell& b) { return a.days < b.days; });
        expected.resize(groups);
        m_single.resize(groups);
        addTimes();
        addPairs();
    }
    [[nodiscard]] double variance(std::size_t j, std::size_t l) const {
        return (j == l ? m_single[j] : 0) - m_paired[j * m_groups + l];
    }

    std::vector<double> expected;

private:
    /// Σ d ÷ n, Σ c ÷ n and Σ c ÷ n² up to a time, at the place of each spell.
    void addTimes() {
        double hazard = 0, variance = 0, squared = 0;
        m_squared.resize(m_spells.size());
        for (std::size_t begin = 0, end = 0; begin < m_spells.size(); begin = end) {
            double d = 0;
            for (; end < m_spells.size() && m_spells[end].days == m_spells[begin].days; ++end)
                d += m_spells[end].ended ? 1 : 0;
            const auto n = static_cast<double>(m_spells.size() - begin);
            const double c = n > 1 ? d * (n - d) / (n - 1) : 0;
            hazard += d / n;
            variance += c / n;
            squared += c / (n * n);
            for (std::size_t i = begin; i < end; ++i) {
                expected[m_spells[i].group] += hazard;
                m_single[m_spells[i].group] += variance;
                m_squared[i] = squared;
            }
        }
    }
    /// From the longest spell on: each meets those that are there already, and itself.
    void addPairs() {
        std::vector<double> met(m_groups);
        for (std::size_t i = m_spells.size(); i-- > 0;) {
            const std::uint32_t group = m_spells[i].group;
            double* row = &m_paired[group * m_groups];
            for (std::size_t l = 0; l < m_groups; ++l)
                row[l] += m_squared[i] * met[l];
            row[group] += m_squared[i] / 2; // with itself
            met[group] += 1;
        }
        // Each pair has been counted one way round.
        for (std::size_t j = 0; j < m_groups; ++j)
            for (std::size_t l = 0; l <= j; ++l)
                m_paired[j * m_groups + l] = m_paired[l * m_groups + j] =
                    m_paired[j * m_groups + l] + m_paired[l * m_groups + j];
    }
    std::vector<GroupSpell> m_spells;
    std::size_t m_groups;
    std::vector<double> m_single, m_paired, m_squared;
};

/// Solves V x = b by symmetric elimination and sums up b·x. What has no variance beside the others is passed over, and
/// not counted in `rank`.
struct Quadratic {
    double value = 0;
    int rank = 0;
};
Quadratic quadratic(std::vector<double> v, std::vector<double> b) {
    constexpr double Vanishing = 1e-9; // of what there was of a variance
    const std::size_t size = b.size();
    std::vector<double> whole(size);
    for (std::size_t j = 0; j < size; ++j)
        whole[j] = v[j * size + j];
    std::vector<bool> isDone(size);
    Quadratic result;
    for (std::size_t step = 0; step < size; ++step) {
        std::size_t pivot = size;
        for (std::size_t j = 0; j < size; ++j)
            if (!isDone[j] && v[j * size + j] > Vanishing * whole[j] &&
                (pivot == size || v[j * size + j] > v[pivot * size + pivot]))
                pivot = j;
        if (pivot == size)
            break;
        isDone[pivot] = true;
        const double variance = v[pivot * size + pivot];
        result.value += b[pivot] * b[pivot] / variance;
        ++result.rank;
        for (std::size_t j = 0; j < size; ++j) {
            const double share = v[j * size + pivot] / variance;
            if (isDone[j] || share == 0)
                continue;
            b[j] -= share * b[pivot];
            for (std::size_t l = 0; l < size; ++l)
                if (!isDone[l])
                    v[j * size + l] -= share * v[pivot * size + l];
        }
    }
    return result;
}

} // namespace

LogRank logRank(std::span<const std::vector<Spell>> groups) {
    LogRank result;
    std::vector<GroupSpell> all;
    for (const std::vector<Spell>& spells : groups) {
        LogRank::Group& group = result.groups.emplace_back();
        for (const Spell& spell : spells) {
            all.push_back({spell.days, static_cast<std::uint32_t>(result.groups.size() - 1), spell.ended});
            group.observed += spell.ended ? 1 : 0;
        }
        group.spells = static_cast<std::uint32_t>(spells.size());
    }
    const Sums sums(std::move(all), groups.size());
    std::vector<std::size_t> compared;
    for (std::size_t j = 0; j < groups.size(); ++j) {
        result.groups[j].expected = sums.expected[j];
        if (sums.expected[j] > 0)
            compared.push_back(j);
    }
    if (compared.size() < 2)
        return result;
    // What one group has more, the others have less: the largest one is left out, whose variance would be a small
    // difference.
    compared.erase(std::max_element(compared.begin(), compared.end(), [&](std::size_t a, std::size_t b) {
        return result.groups[a].spells < result.groups[b].spells;
    }));
    std::vector<double> variances, excess;
    for (const std::size_t j : compared) {
        excess.push_back(result.groups[j].observed - result.groups[j].expected);
        for (const std::size_t l : compared)
            variances.push_back(sums.variance(j, l));
    }
    const Quadratic test = quadratic(std::move(variances), std::move(excess));
    result.chiSquared = test.value;
    result.degreesOfFreedom = test.rank;
    if (test.rank > 0)
        result.p = chiSquaredTail(test.value, test.rank);
    return result;
}

} // namespace gridwarden::core
