// SPDX-License-Identifier: GPL-3.0-or-later
// The places of incidents, so sorted that a frame costs what is visible and not what is stored.
//
// Above the places, which are sorted in Morton order (incident_places.h), lie levels that keep one incident for each non-empty
// cell (incident_levels.h); a frame takes the level whose cells are 1.5 to 3 device pixels wide and falls back to the next finer
// one that was kept.
#pragma once

#include "gis/draw/incident_levels.h"
#include "gis/draw/incident_places.h"
#include "gis/draw/symbol.h"

#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace gridwarden::gis {

/// The incidents that are shown, with their looks. Built again (without sorting, on two threads) when a filter or a lamp changes.
/// Immutable: shared between threads.
class IncidentIndex {
  public:
    /// `looks` by row; `shown` by row, 0 leaves a row out, an empty span shows all.
    /// \pre both are as long as the rows that `places` was built from, `shown` may be empty. None when stopped.
    [[nodiscard]] static std::shared_ptr<const IncidentIndex> build(std::shared_ptr<const IncidentPlaces> places,
                                                                    std::span<const IncidentLook> looks,
                                                                    std::span<const std::uint8_t> shown = {},
                                                                    std::stop_token stop = {});

    [[nodiscard]] std::size_t size() const { return m_codes.size(); }
    /// Takes time proportional to size().
    [[nodiscard]] Box extent() const;
    /// Mean number of incidents in a non-empty cell of about `cellSize` map units: how large symbols may be.
    [[nodiscard]] double crowding(double cellSize) const;

    struct Visible {
        MapPoint place;
        IncidentLook look;
    };
    /// Calls `use(Visible)` once for each non-empty cell that may touch `box`, with the place and look of its incident
    /// of the lowest rank (of equal ones the first in Morton order). Cells are at least `cellSize` map units wide, or those of the
    /// next finer level that was kept; a few may lie outside the box.
    template <class Use> void eachVisible(const Box& box, double cellSize, Use&& use) const;

    /// A place and how many incidents it stands for: a single one where it is, several at the centre of their cell.
    struct Heap {
        MapPoint place;
        std::uint32_t count;
    };
    /// Calls `use(Heap)` once for each non-empty cell that may touch `box`; cells as in eachVisible.
    template <class Use> void eachHeap(const Box& box, double cellSize, Use&& use) const;

    /// All incidents of one cell.
    struct Cluster {
        Box cell;
        MapPoint middle;            ///< about the mean of their places
        std::uint32_t first, last;  ///< positions in Morton order
        IncidentLook look;          ///< of the lowest rank
        [[nodiscard]] std::uint32_t count() const { return last - first; }
    };
    /// The non-empty cells that touch `box`, each whole, however much of it the box covers. Cells lie on one lattice for all
    /// boxes and are `cellSize` to twice `cellSize` map units wide. Counts are differences of the prefix sums of the levels.
    [[nodiscard]] std::vector<Cluster> clusters(const Box& box, double cellSize) const;
    /// What a cluster's incidents cover. Takes time proportional to their number.
    [[nodiscard]] Box extentOf(const Cluster& cluster) const;
    /// At most `limit` rows of a cluster.
    [[nodiscard]] std::vector<std::uint32_t> rowsOf(const Cluster& cluster, std::size_t limit) const;
    /// Most incidents for a square map unit in any cell that is `cellSize` to twice `cellSize` wide: of all that are shown,
    /// wherever one looks.
    [[nodiscard]] double greatestDensity(double cellSize) const;

    /// Rows of incidents within `tolerance` map units, the nearest first; of equal distance the lowest rank. At most `limit`.
    [[nodiscard]] std::vector<std::uint32_t> near(MapPoint point, double tolerance, std::size_t limit = 50) const;
    /// Rows of all incidents in a box.
    [[nodiscard]] std::vector<std::uint32_t> within(const Box& box) const;
    /// Where the shown incident of a row is; none when it is not shown. Takes time proportional to size().
    [[nodiscard]] std::optional<MapPoint> placeOf(std::uint32_t row) const;

  private:
    /// A level as it is read; the incidents themselves below the finest one.
    struct Cells {
        int depth;
        std::span<const std::uint64_t> codes;
        std::span<const IncidentLook> looks;
        std::span<const std::uint32_t> ends; // empty: each stands for itself
        [[nodiscard]] std::uint32_t end(std::size_t i) const { return ends.empty() ? static_cast<std::uint32_t>(i + 1) : ends[i]; }
        [[nodiscard]] std::uint32_t begin(std::size_t i) const { return i == 0 ? 0 : end(i - 1); }
    };
    using Lines = IncidentPlaces::Lines;
    /// Of the finest cells that are at least so large.
    [[nodiscard]] int depthFor(double cellSize) const;
    [[nodiscard]] std::optional<Lines> linesOf(const Box& box) const;
    /// The coarsest level that was kept with cells of this depth or finer ones.
    [[nodiscard]] Cells cellsOf(int depth) const;
    /// Where the incidents of one of the cells are taken to be.
    [[nodiscard]] MapPoint placeOf(const Cells& cells, std::size_t i) const;
    /// The cell of a depth that holds a code.
    [[nodiscard]] Box cellAt(std::uint64_t code, int depth) const;
    /// Runs [first, last) of positions in `codes` that may lie within the lines.
    [[nodiscard]] static std::vector<std::pair<std::size_t, std::size_t>> runs(std::span<const std::uint64_t> codes,
                                                                              const Lines& lines);

    std::shared_ptr<const IncidentPlaces> m_places;
    RawArray<std::uint64_t> m_ownCodes; // empty while all places are shown: then those of m_places serve
    RawArray<std::uint32_t> m_ownRows;
    std::span<const std::uint64_t> m_codes;
    std::span<const std::uint32_t> m_rows;
    RawArray<IncidentLook> m_looks;
    IncidentLevels m_levels;
};

template <class Use> void IncidentIndex::eachVisible(const Box& box, double cellSize, Use&& use) const {
    const std::optional<Lines> lines = linesOf(box);
    if (!lines)
        return;
    const Cells cells = cellsOf(depthFor(cellSize));
    for (const auto& [first, last] : runs(cells.codes, *lines))
        for (std::size_t i = first; i < last; ++i)
            use(Visible{m_places->place(cells.codes[i]), cells.looks[i]});
}

template <class Use> void IncidentIndex::eachHeap(const Box& box, double cellSize, Use&& use) const {
    const std::optional<Lines> lines = linesOf(box);
    if (!lines)
        return;
    const Cells cells = cellsOf(depthFor(cellSize));
    for (const auto& [first, last] : runs(cells.codes, *lines))
        for (std::size_t i = first; i < last; ++i)
            use(Heap{placeOf(cells, i), cells.end(i) - cells.begin(i)});
}

} // namespace gridwarden::gis
