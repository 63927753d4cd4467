// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/cell_index.h"

#include <cmath>
#include <numeric>

namespace gridwarden::core {

namespace {

constexpr double Hair = 1e-9; // degrees: a tenth of a millimetre, far beyond what rounding moves an edge
constexpr std::size_t CellsPerShape = 64;
constexpr std::size_t FewestCells = 4096, MostCells = std::size_t{1} << 20;
constexpr std::size_t EntriesPerCell = 8; // beyond it the shapes lie over each other, and finer cells tell little
constexpr std::size_t EdgesPerBand = 4;
constexpr double ShareOfStrays = 0.05; // shapes that may lie far off and are not to make the cells of the others coarse

/// Calls use(edge) for each edge of the polygons, also the one that closes a ring; level ones, too.
template <class Edge, class Use> void eachEdge(const Shape& shape, Use use) {
    for (const Polygon& polygon : shape.polygons)
        for (const Line& ring : polygon)
            for (std::size_t i = 0, j = ring.empty() ? 0 : ring.size() - 1; i < ring.size(); j = i++) {
                const GeoPoint &from = ring[j], &to = ring[i];
                if (std::isfinite(from.longitude + from.latitude + to.longitude + to.latitude))
                    use(from.latitude <= to.latitude ? Edge{from, to} : Edge{to, from});
            }
}

} // namespace

CellIndex::CellIndex(std::span<const Shape* const> shapes) {
    std::vector<Box> boxes;
    boxes.reserve(shapes.size());
    for (const Shape* shape : shapes) {
        Box box;
        eachEdge<Edge>(*shape, [&](const Edge& edge) {
            box.include(edge.lower.longitude, edge.lower.latitude);
            box.include(edge.upper.longitude, edge.upper.latitude);
        });
        boxes.push_back(box);
    }
    m_bands.reserve(shapes.size());
    for (const Shape* shape : shapes)
        layBands(*shape);
    m_bandStarts.push_back(static_cast<std::uint32_t>(m_edges.size()));
    m_tree = PackedRTree(boxes);
    choosePlace(boxes);
    if (m_side > 0)
        layCells(shapes, boxes);
}

void CellIndex::layBands(const Shape& shape) {
    std::vector<Edge> edges;
    Bands bands;
    double climb = 0;
    eachEdge<Edge>(shape, [&](const Edge& edge) {
        if (edge.lower.latitude == edge.upper.latitude) // is never crossed
            return;
        bands.south = edges.empty() ? edge.lower.latitude : std::min(bands.south, edge.lower.latitude);
        bands.north = edges.empty() ? edge.upper.latitude : std::max(bands.north, edge.upper.latitude);
        climb += edge.upper.latitude - edge.lower.latitude;
        edges.push_back(edge);
    });
    const double height = bands.north - bands.south;
    // Edges that run from the south to the north stand in every band: then there are fewer bands.
    const double share = climb > 0 ? std::min(1.0 / EdgesPerBand, 2 * height / climb) : 0;
    bands.count = std::max(1U, static_cast<std::uint32_t>(static_cast<double>(edges.size()) * share));
    bands.perDegree = height > 0 ? bands.count / height : 0;
    bands.first = static_cast<std::uint32_t>(m_bandStarts.size());

    std::vector<std::uint32_t> counts(bands.count + 1, 0);
    for (const Edge& edge : edges)
        for (std::uint32_t band = bands.at(edge.lower.latitude); band <= bands.at(edge.upper.latitude); ++band)
            ++counts[band];
    auto next = static_cast<std::uint32_t>(m_edges.size());
    for (std::uint32_t& count : counts) {
        const std::uint32_t start = next;
        next += count;
        count = start;
    }
    m_bandStarts.insert(m_bandStarts.end(), counts.begin(), counts.end() - 1);
    m_edges.resize(next);
    for (const Edge& edge : edges)
        for (std::uint32_t band = bands.at(edge.lower.latitude); band <= bands.at(edge.upper.latitude); ++band)
            m_edges[counts[band]++] = edge;
    m_bands.push_back(bands);
}

/// Where most shapes are, with as much room around as they take up, and how fine to divide it.
void CellIndex::choosePlace(std::span<const Box> boxes) {
    std::vector<double> west, south, east, north;
    for (const Box& box : boxes) {
        if (box.isEmpty())
            continue;
        west.push_back(box.minX);
        south.push_back(box.minY);
        east.push_back(box.maxX);
        north.push_back(box.maxY);
    }
    if (west.empty())
        return;
    const auto at = [](std::vector<double>& values, double share) {
        const auto place = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
        std::nth_element(values.begin(), place, values.end());
        return *place;
    };
    const Box most{at(west, ShareOfStrays), at(south, ShareOfStrays), at(east, 1 - ShareOfStrays), at(north, 1 - ShareOfStrays)};
    const Box all = m_tree.bounds();
    m_place = {std::max(all.minX, most.minX - most.width()), std::max(all.minY, most.minY - most.height()),
               std::min(all.maxX, most.maxX + most.width()), std::min(all.maxY, most.maxY + most.height())};
    if (!(m_place.width() > 0 && m_place.height() > 0))
        return;
    const std::size_t wanted = std::clamp(west.size() * CellsPerShape, FewestCells, MostCells);
    for (m_side = static_cast<int>(std::sqrt(static_cast<double>(wanted))); m_side > 1; m_side /= 2) {
        m_columnsPerDegree = m_side / m_place.width();
        m_rowsPerDegree = m_side / m_place.height();
        std::size_t entries = 0;
        for (const Box& box : boxes)
            entries += cellsOf(box).count();
        if (entries <= EntriesPerCell * static_cast<std::size_t>(m_side) * static_cast<std::size_t>(m_side))
            return;
    }
    m_columnsPerDegree = 1 / m_place.width();
    m_rowsPerDegree = 1 / m_place.height();
}

/// None for a box beyond the place.
CellIndex::Cells CellIndex::cellsOf(const Box& box) const {
    const Box wide{box.minX - Hair, box.minY - Hair, box.maxX + Hair, box.maxY + Hair};
    if (box.isEmpty() || !wide.intersects(m_place))
        return {0, -1, 0, -1};
    return {column(std::max(wide.minX, m_place.minX)), column(std::min(wide.maxX, m_place.maxX)),
            row(std::max(wide.minY, m_place.minY)), row(std::min(wide.maxY, m_place.maxY))};
}

/// Marks those of the cells that the edge runs through or comes to within a hair.
void CellIndex::touch(const Edge& edge, const Cells& cells, std::vector<std::uint8_t>& touched) const {
    const GeoPoint &lower = edge.lower, &upper = edge.upper;
    const auto [west, east] = std::minmax(lower.longitude, upper.longitude);
    const Cells around = cellsOf({west, lower.latitude, east, upper.latitude});
    const double climb = upper.latitude - lower.latitude;
    const auto longitudeAt = [&](double latitude) {
        return lower.longitude + std::clamp((latitude - lower.latitude) / climb, 0.0, 1.0) * (upper.longitude - lower.longitude);
    };
    for (int r = around.fromRow; r <= around.toRow; ++r) {
        Cells here = around;
        if (climb > Hair && around.toRow > around.fromRow) { // only as far as the edge goes in this row
            const double start = longitudeAt(m_place.minY + r / m_rowsPerDegree - Hair);
            const double end = longitudeAt(m_place.minY + (r + 1) / m_rowsPerDegree + Hair);
            here = cellsOf({std::min(start, end), lower.latitude, std::max(start, end), upper.latitude});
        }
        for (int c = std::max(here.fromColumn, around.fromColumn); c <= std::min(here.toColumn, around.toColumn); ++c)
            touched[cells.position(c, r)] = 1;
    }
}

void CellIndex::layCells(std::span<const Shape* const> shapes, std::span<const Box> boxes) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found; // cell, entry; by shape
    std::vector<std::uint8_t> touched;
    for (std::uint32_t shape = 0; shape < shapes.size(); ++shape) {
        const Cells cells = cellsOf(boxes[shape]);
        touched.assign(cells.count(), 0);
        eachEdge<Edge>(*shapes[shape], [&](const Edge& edge) { touch(edge, cells, touched); });
        for (int r = cells.fromRow; r <= cells.toRow; ++r) {
            std::optional<bool> isCovered; // the same for untouched cells beside each other
            for (int c = cells.fromColumn; c <= cells.toColumn; ++c) {
                const auto cell = static_cast<std::uint32_t>(r * m_side + c);
                if (touched[cells.position(c, r)] != 0) {
                    found.emplace_back(cell, 2 * shape);
                    isCovered.reset();
                    continue;
                }
                if (!isCovered)
                    isCovered = isIn(shape, {m_place.minX + (c + 0.5) / m_columnsPerDegree, m_place.minY + (r + 0.5) / m_rowsPerDegree});
                if (*isCovered)
                    found.emplace_back(cell, 2 * shape + 1);
            }
        }
    }
    m_cellStarts.assign(static_cast<std::size_t>(m_side) * static_cast<std::size_t>(m_side) + 1, 0);
    for (const auto& [cell, entry] : found)
        ++m_cellStarts[cell + 1];
    std::partial_sum(m_cellStarts.begin(), m_cellStarts.end(), m_cellStarts.begin());
    std::vector<std::uint32_t> next(m_cellStarts.begin(), m_cellStarts.end() - 1);
    m_entries.resize(found.size());
    for (const auto& [cell, entry] : found)
        m_entries[next[cell]++] = entry;
}

} // namespace gridwarden::core
