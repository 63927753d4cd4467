// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/space_time_scan.h"

#include "core/statistics/near_places.h"
#include "core/statistics/random_draws.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace gridwarden::core {

namespace {

using Count = std::int32_t; // signed: which the vector instructions of every machine compare

double logLikelihoodRatio(double c, double expected, double all) {
    const double rest = c < all ? (all - c) * std::log((all - c) / (all - expected)) : 0;
    return c * std::log(c / expected) + rest;
}

/// For a set of cells, or for one: how many of its cases are in the last 1, 2 … days. All rows are as long, filled up
/// with zeros to whole blocks, so that they are added and compared several numbers at a time.
class WindowCounts {
public:
    static constexpr std::size_t Block = 8;
    WindowCounts(std::size_t rows, std::size_t lengths)
        : m_stride((lengths + Block - 1) / Block * Block), m_counts(rows * m_stride) {}

    [[nodiscard]] std::size_t stride() const { return m_stride; }
    [[nodiscard]] Count* row(std::size_t row) { return m_counts.data() + row * m_stride; }
    [[nodiscard]] const Count* row(std::size_t row) const { return m_counts.data() + row * m_stride; }
    void clear() { std::fill(m_counts.begin(), m_counts.end(), 0); }
    void clearRow(std::size_t which) { std::fill_n(row(which), m_stride, 0); }
    static void add(Count* to, const Count* what, std::size_t stride) {
        for (std::size_t block = 0; block < stride; block += Block)
            for (std::size_t i = 0; i < Block; ++i)
                to[block + i] += what[block + i];
    }
    /// Whether any number is at least that of `least`.
    [[nodiscard]] static bool reachesAny(const Count* row, const Count* least, std::size_t stride) {
        Count reached = 0;
        for (std::size_t block = 0; block < stride; block += Block)
            for (std::size_t i = 0; i < Block; ++i)
                reached |= static_cast<Count>(row[block + i] >= least[block + i]);
        return reached != 0;
    }

private:
    std::size_t m_stride;
    std::vector<Count> m_counts;
};

/// The circles about all cells: each ring about a cell, one or more cells at the same distance, makes a circle with
/// those within it.
struct Ring {
    std::size_t end;     ///< of its cells
    std::uint32_t total; ///< position in Circles::totals of the number of cases in the circle on all days
    double radius;
};
struct Circles {
    std::vector<std::uint32_t> cells;                ///< about one cell after the other, from the centre outwards
    std::vector<Ring> rings;                         ///< likewise
    std::vector<std::size_t> cellStarts, ringStarts; ///< where those about a cell begin; at last the end
    std::vector<Count> totals;                       ///< that occur, ascending
};

Circles circlesOf(std::span<const PlanePoint> places, const std::vector<Count>& casesOfCell, double maxRadius,
                  Count mostCases) {
    Circles circles;
    const NearPlaces near(places, maxRadius);
    std::vector<std::pair<double, std::uint32_t>> byDistance;
    for (std::uint32_t centre = 0; centre < places.size(); ++centre) {
        byDistance.clear();
        near.visit(centre, [&](std::uint32_t cell, double squared) { byDistance.emplace_back(squared, cell); });
        std::sort(byDistance.begin(), byDistance.end());
        circles.ringStarts.push_back(circles.rings.size());
        circles.cellStarts.push_back(circles.cells.size());
        Count total = 0;
        for (std::size_t i = 0; i < byDistance.size();) {
            const double squared = byDistance[i].first;
            const std::size_t before = circles.cells.size();
            for (; i < byDistance.size() && byDistance[i].first == squared; ++i) {
                circles.cells.push_back(byDistance[i].second);
                total += casesOfCell[byDistance[i].second];
            }
            if (total > mostCases) {
                circles.cells.resize(before);
                break;
            }
            circles.rings.push_back({circles.cells.size(), static_cast<std::uint32_t>(total), std::sqrt(squared)});
        }
    }
    circles.ringStarts.push_back(circles.rings.size());
    circles.cellStarts.push_back(circles.cells.size());
    std::vector<std::uint32_t> position(static_cast<std::size_t>(mostCases) + 1);
    for (const Ring& ring : circles.rings)
        position[ring.total] = 1;
    for (std::size_t total = 0; total < position.size(); ++total)
        if (position[total] != 0) {
            position[total] = static_cast<std::uint32_t>(circles.totals.size());
            circles.totals.push_back(static_cast<Count>(total));
        }
    for (Ring& ring : circles.rings)
        ring.total = position[ring.total];
    return circles;
}

/// A cylinder that has been looked at.
struct Cylinder {
    std::uint32_t centre = 0;
    std::size_t ring = 0;
    std::size_t length = 0; ///< position: days − 1
    Count cases = 0;
    double ratio = 0; ///< its logarithm
};

class Scan {
public:
    Scan(std::span<const PlanePoint> cells, std::span<const CellDay> cases, std::uint32_t days,
         const ScanOptions& options)
        : m_options(options), m_cellCount(cells.size()), m_lengths(std::max(1U, std::min(options.maxDays, days / 2))),
          m_inWindow(m_lengths), m_ofCell(cells.size(), m_lengths), m_circle(1, m_lengths), m_hasAny(cells.size()) {
        std::vector<Count> casesOfCell(cells.size());
        for (const CellDay& some : cases) {
            assert(some.cell < cells.size() && some.day < days);
            casesOfCell[some.cell] += static_cast<Count>(some.cases);
            m_cells.insert(m_cells.end(), some.cases, some.cell);
            if (const std::size_t age = days - 1 - some.day; age < m_lengths)
                m_ages.insert(m_ages.end(), some.cases, static_cast<std::uint32_t>(age));
        }
        for (const std::uint32_t age : m_ages)
            ++m_inWindow[age];
        for (std::size_t length = 1; length < m_lengths; ++length)
            m_inWindow[length] += m_inWindow[length - 1];
        m_circles = circlesOf(cells, casesOfCell, options.maxRadiusMetres, static_cast<Count>(m_cells.size() / 2));
        for (const CellDay& some : cases)
            if (const std::size_t age = days - 1 - some.day; age < m_lengths)
                put(some.cell, age, static_cast<Count>(some.cases));
        sumUp();
    }

    /// The best clusters that share no cell, the best first.
    [[nodiscard]] std::vector<Cylinder> clusters() {
        std::vector<Cylinder> best; // of each centre
        for (std::uint32_t centre = 0; centre < m_cellCount; ++centre) {
            Cylinder found;
            eachCircle(centre, [&](std::size_t ring, const Count* counts) {
                consider(centre, ring, counts, found);
                return true;
            });
            if (found.ratio > 0)
                best.push_back(found);
        }
        std::stable_sort(best.begin(), best.end(),
                         [](const Cylinder& a, const Cylinder& b) { return a.ratio > b.ratio; });
        std::vector<bool> isTaken(m_cellCount);
        std::vector<Cylinder> chosen;
        for (const Cylinder& cylinder : best) {
            const auto cells = cellsOf(cylinder);
            if (chosen.size() == m_options.mostClusters ||
                std::any_of(cells.begin(), cells.end(), [&](std::uint32_t cell) { return isTaken[cell]; }))
                continue;
            chosen.push_back(cylinder);
            for (const std::uint32_t cell : cells)
                isTaken[cell] = true;
        }
        return chosen;
    }

    /// Fewer cases than these make no cylinder as good as `ratio`.
    void setLeast(double ratio) {
        const std::size_t stride = m_circle.stride();
        m_least.assign(m_circles.totals.size() * stride, std::numeric_limits<Count>::max());
        for (std::size_t total = 0; total < m_circles.totals.size(); ++total)
            for (std::size_t length = 0; length < m_lengths; ++length)
                m_least[total * stride + length] = leastFor(ratio, m_circles.totals[total], m_inWindow[length]);
    }

    /// Shuffles the times among the cases and gives the best ratio, or one of at least `enough`; 0 when none is as good
    /// as setLeast says.
    [[nodiscard]] double permute(RandomDraws& draws, double enough) {
        m_ofCell.clear();
        std::fill(m_hasAny.begin(), m_hasAny.end(), std::uint8_t{0});
        const auto size = static_cast<std::uint32_t>(m_cells.size());
        for (std::uint32_t i = 0; i < m_ages.size();
             ++i) { // which case gets which of the last days; the earlier ones do not matter
            std::swap(m_cells[i], m_cells[i + draws.below(size - i)]);
            put(m_cells[i], m_ages[i], 1);
        }
        sumUp();
        Cylinder best;
        const std::size_t stride = m_circle.stride();
        for (std::uint32_t centre = 0; centre < m_cellCount && best.ratio < enough; ++centre)
            eachCircle(centre, [&](std::size_t ring, const Count* counts) {
                if (WindowCounts::reachesAny(counts, &m_least[m_circles.rings[ring].total * stride], stride))
                    consider(centre, ring, counts, best);
                return best.ratio < enough;
            });
        return best.ratio;
    }

    [[nodiscard]] ScanCluster describe(const Cylinder& cylinder) const {
        ScanCluster cluster;
        cluster.centre = cylinder.centre;
        cluster.radiusMetres = m_circles.rings[cylinder.ring].radius;
        const auto cells = cellsOf(cylinder);
        cluster.cells.assign(cells.begin(), cells.end());
        cluster.days = static_cast<std::uint32_t>(cylinder.length) + 1;
        cluster.cases = static_cast<std::uint32_t>(cylinder.cases);
        cluster.expected =
            expected(m_circles.totals[m_circles.rings[cylinder.ring].total], m_inWindow[cylinder.length]);
        cluster.logLikelihoodRatio = cylinder.ratio;
        return cluster;
    }

private:
    [[nodiscard]] double all() const { return static_cast<double>(m_cells.size()); }
    [[nodiscard]] double expected(Count inCells, Count inDays) const {
        return static_cast<double>(inCells) * inDays / all();
    }

    /// One or more cases so many days before the last one.
    void put(std::uint32_t cell, std::size_t age, Count cases) {
        m_ofCell.row(cell)[age] += cases;
        m_hasAny[cell] = 1;
    }
    /// Makes the cases of a day those of the days since it.
    void sumUp() {
        for (std::size_t cell = 0; cell < m_cellCount; ++cell)
            if (Count* counts = m_ofCell.row(cell); m_hasAny[cell] != 0)
                for (std::size_t length = 1; length < m_lengths; ++length)
                    counts[length] += counts[length - 1];
    }

    /// Calls use(ring, counts of its circle) for the circles about a cell that have more cases in the last days than
    /// the one before; a larger one with the same cases is never better. Until use says no.
    template <class Use> void eachCircle(std::uint32_t centre, Use use) {
        m_circle.clearRow(0);
        std::size_t cell = m_circles.cellStarts[centre];
        for (std::size_t ring = m_circles.ringStarts[centre]; ring < m_circles.ringStarts[centre + 1]; ++ring) {
            bool isMore = false;
            for (; cell < m_circles.rings[ring].end; ++cell)
                if (const std::uint32_t which = m_circles.cells[cell]; m_hasAny[which] != 0) {
                    WindowCounts::add(m_circle.row(0), m_ofCell.row(which), m_circle.stride());
                    isMore = true;
                }
            if (isMore && !use(ring, m_circle.row(0)))
                return;
        }
    }

    /// Keeps the best of the cylinders over a circle. More days with the same cases are never better.
    void consider(std::uint32_t centre, std::size_t ring, const Count* counts, Cylinder& best) const {
        const Count inCells = m_circles.totals[m_circles.rings[ring].total];
        Count before = static_cast<Count>(m_options.leastCases) - 1;
        for (std::size_t length = 0; length < m_lengths; ++length) {
            if (counts[length] <= before)
                continue;
            before = counts[length];
            const double most = expected(inCells, m_inWindow[length]);
            if (before <= most)
                continue;
            if (const double ratio = logLikelihoodRatio(before, most, all()); ratio > best.ratio)
                best = {centre, ring, length, before, ratio};
        }
    }

    /// The ratio grows with the number of cases above the expected one.
    [[nodiscard]] Count leastFor(double ratio, Count inCells, Count inDays) const {
        const double expectedCases = expected(inCells, inDays);
        Count tooFew = std::max(static_cast<Count>(m_options.leastCases) - 1, static_cast<Count>(expectedCases));
        Count enough = std::min(inCells, inDays);
        const auto isEnough = [&](Count cases) { return logLikelihoodRatio(cases, expectedCases, all()) >= ratio; };
        if (enough <= tooFew || !isEnough(enough))
            return std::numeric_limits<Count>::max();
        while (enough - tooFew > 1)
            if (const Count middle = tooFew + (enough - tooFew) / 2; isEnough(middle))
                enough = middle;
            else
                tooFew = middle;
        return enough;
    }

    [[nodiscard]] std::span<const std::uint32_t> cellsOf(const Cylinder& cylinder) const {
        const std::size_t begin = m_circles.cellStarts[cylinder.centre];
        return std::span(m_circles.cells).subspan(begin, m_circles.rings[cylinder.ring].end - begin);
    }

    const ScanOptions& m_options;
    std::size_t m_cellCount;
    std::size_t m_lengths;
    std::vector<Count> m_inWindow;      ///< cases of all cells in the last 1, 2 … days
    std::vector<std::uint32_t> m_cells; ///< of each case
    std::vector<std::uint32_t> m_ages;  ///< days before the last one, of the cases in the longest window
    WindowCounts m_ofCell, m_circle;
    std::vector<std::uint8_t> m_hasAny; ///< whether a cell has cases in the longest window
    Circles m_circles;
    std::vector<Count> m_least; ///< by position in Circles::totals, in rows as those of WindowCounts
};

} // namespace

Result<std::vector<ScanCluster>> spaceTimeScan(std::span<const PlanePoint> cells, std::span<const CellDay> cases,
                                               std::uint32_t days, const ScanOptions& options,
                                               const std::function<bool()>& goOn) {
    std::vector<ScanCluster> clusters;
    if (!goOn())
        return fail(ErrorCode::Cancelled, {"cancelled", {}});
    if (cells.empty() || cases.empty())
        return clusters;
    Scan scan(cells, cases, days, options);
    const std::vector<Cylinder> found = scan.clusters();
    if (found.empty())
        return clusters;
    scan.setLeast(found.back().ratio);
    RandomDraws draws(options.seed);
    std::vector<std::uint32_t> asGood(found.size(), 1); // the data themselves
    for (std::uint32_t i = 0; i < options.permutations; ++i) {
        if (!goOn())
            return fail(ErrorCode::Cancelled, {"cancelled", {}});
        const double ratio = scan.permute(draws, found.front().ratio);
        for (std::size_t cluster = 0; cluster < found.size(); ++cluster)
            asGood[cluster] += ratio >= found[cluster].ratio ? 1 : 0;
    }
    for (std::size_t cluster = 0; cluster < found.size(); ++cluster) {
        clusters.push_back(scan.describe(found[cluster]));
        clusters.back().p = asGood[cluster] / (options.permutations + 1.0);
    }
    return clusters;
}

} // namespace gridwarden::core
