// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/incident_index.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <tuple>
#include <utility>

namespace gridwarden::gis {

namespace {

constexpr double LastLine = 4294967295.0; // 2^32 − 1
constexpr int Depths = 32;

std::uint64_t spread(std::uint32_t value) {
    std::uint64_t bits = value;
    bits = (bits | (bits << 16)) & 0x0000ffff0000ffffULL;
    bits = (bits | (bits << 8)) & 0x00ff00ff00ff00ffULL;
    bits = (bits | (bits << 4)) & 0x0f0f0f0f0f0f0f0fULL;
    bits = (bits | (bits << 2)) & 0x3333333333333333ULL;
    return (bits | (bits << 1)) & 0x5555555555555555ULL;
}

std::uint32_t gathered(std::uint64_t bits) {
    bits &= 0x5555555555555555ULL;
    bits = (bits | (bits >> 1)) & 0x3333333333333333ULL;
    bits = (bits | (bits >> 2)) & 0x0f0f0f0f0f0f0f0fULL;
    bits = (bits | (bits >> 4)) & 0x00ff00ff00ff00ffULL;
    bits = (bits | (bits >> 8)) & 0x0000ffff0000ffffULL;
    return static_cast<std::uint32_t>(bits | (bits >> 16));
}

struct CodedRow {
    std::uint64_t code;
    std::uint32_t row;
};

/// Radix sort by code, 11 bits at a time; stable, so rows of one place stay in order.
bool sortByCode(std::vector<CodedRow>& rows, const std::stop_token& stop) {
    constexpr int Bits = 11;
    constexpr std::size_t Buckets = std::size_t{1} << Bits;
    std::vector<CodedRow> other(rows.size());
    for (int shift = 0; shift < 64; shift += Bits) {
        if (stop.stop_requested())
            return false;
        std::array<std::size_t, Buckets> starts{};
        for (const CodedRow& row : rows)
            ++starts[(row.code >> shift) & (Buckets - 1)];
        std::size_t sum = 0;
        for (std::size_t& start : starts)
            start = std::exchange(sum, sum + start);
        for (const CodedRow& row : rows)
            other[starts[(row.code >> shift) & (Buckets - 1)]++] = row;
        rows.swap(other);
    }
    return true;
}

/// What the codes of one cell have in common.
std::uint64_t prefix(std::uint64_t code, int depth) {
    return depth == 0 ? 0 : code >> (2 * (Depths - depth));
}

bool isFinite(MapPoint point) {
    return std::isfinite(point.x) && std::isfinite(point.y);
}

} // namespace

std::shared_ptr<const IncidentPlaces> IncidentPlaces::build(std::span<const MapPoint> places, std::stop_token stop) {
    auto built = std::make_shared<IncidentPlaces>();
    std::size_t count = 0;
    for (const MapPoint place : places)
        if (isFinite(place)) {
            built->m_extent.include(place.x, place.y);
            ++count;
        }
    if (count == 0)
        return built;
    built->m_origin = {built->m_extent.minX, built->m_extent.minY};
    built->m_step = std::max({built->m_extent.width(), built->m_extent.height(), 1e-6}) / LastLine;

    std::vector<CodedRow> rows;
    rows.reserve(count);
    const auto line = [step = built->m_step](double value, double origin) {
        return static_cast<std::uint32_t>(std::clamp(std::round((value - origin) / step), 0.0, LastLine));
    };
    for (std::size_t row = 0; row < places.size(); ++row)
        if (isFinite(places[row]))
            rows.push_back(
                {spread(line(places[row].x, built->m_origin.x)) | (spread(line(places[row].y, built->m_origin.y)) << 1),
                 static_cast<std::uint32_t>(row)});
    if (!sortByCode(rows, stop))
        return nullptr;
    built->m_codes.reserve(count);
    built->m_rows.reserve(count);
    for (const CodedRow& row : rows) {
        built->m_codes.push_back(row.code);
        built->m_rows.push_back(row.row);
    }
    return built;
}

MapPoint IncidentPlaces::place(std::uint64_t code) const {
    return {m_origin.x + gathered(code) * m_step, m_origin.y + gathered(code >> 1) * m_step};
}

std::shared_ptr<const IncidentIndex> IncidentIndex::build(std::shared_ptr<const IncidentPlaces> places,
                                                          std::span<const IncidentLook> looks,
                                                          std::span<const std::uint8_t> shown, std::stop_token stop) {
    auto index = std::make_shared<IncidentIndex>();
    const std::size_t count = places->size();
    index->m_codes.reserve(count);
    index->m_rows.reserve(count);
    index->m_looks.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t row = places->m_rows[i];
        if (!shown.empty() && shown[row] == 0)
            continue;
        index->m_codes.push_back(places->m_codes[i]);
        index->m_rows.push_back(row);
        index->m_looks.push_back(looks[row]);
    }
    index->m_places = std::move(places);
    index->buildLevels(stop);
    if (stop.stop_requested())
        return nullptr;
    return index;
}

void IncidentIndex::buildLevels(const std::stop_token& stop) {
    if (m_codes.empty())
        return;
    // Neighbours in code order share a cell down to the depth of their common prefix: this gives the number of cells of
    // every depth in one pass.
    std::array<std::size_t, Depths + 1> sharedDownTo{};
    for (std::size_t i = 1; i < m_codes.size(); ++i)
        ++sharedDownTo[static_cast<std::size_t>(std::countl_zero(m_codes[i - 1] ^ m_codes[i])) / 2];
    m_cellCounts[0] = 1;
    for (std::size_t depth = 1; depth <= Depths; ++depth)
        m_cellCounts[depth] = m_cellCounts[depth - 1] + sharedDownTo[depth - 1];

    constexpr std::size_t FewCells = 256; // coarser levels would save nothing worth having
    std::span<const std::uint64_t> codes = m_codes;
    std::span<const IncidentLook> looks = m_looks;
    std::span<const std::uint32_t> ends;
    for (int depth = Depths; depth > 0 && codes.size() > FewCells && !stop.stop_requested(); --depth) {
        const std::size_t cells = m_cellCounts[static_cast<std::size_t>(depth)];
        if (cells > codes.size() - codes.size() / 4)
            continue;
        Level level;
        level.depth = depth;
        level.codes.reserve(cells);
        level.looks.reserve(cells);
        level.ends.reserve(cells);
        for (std::size_t i = 0; i < codes.size(); ++i) {
            const std::uint32_t end = ends.empty() ? static_cast<std::uint32_t>(i + 1) : ends[i];
            if (level.codes.empty() || prefix(level.codes.back(), depth) != prefix(codes[i], depth)) {
                level.codes.push_back(codes[i]);
                level.looks.push_back(looks[i]);
                level.ends.push_back(end);
                continue;
            }
            level.ends.back() = end;
            if (urgency(looks[i].lamp) > urgency(level.looks.back().lamp)) {
                level.codes.back() = codes[i];
                level.looks.back() = looks[i];
            }
        }
        m_levels.push_back(std::move(level));
        codes = m_levels.back().codes;
        looks = m_levels.back().looks;
        ends = m_levels.back().ends;
    }
    std::reverse(m_levels.begin(), m_levels.end());
}

Box IncidentIndex::extent() const {
    Box box;
    for (const std::uint64_t code : m_codes) {
        const MapPoint place = m_places->place(code);
        box.include(place.x, place.y);
    }
    return box;
}

int IncidentIndex::depthFor(double cellSize) const {
    if (!m_places || !(cellSize > m_places->m_step))
        return Depths;
    return std::max(0, Depths - static_cast<int>(std::ceil(std::log2(cellSize / m_places->m_step))));
}

double IncidentIndex::crowding(double cellSize) const {
    const std::size_t cells = m_codes.empty() ? 0 : m_cellCounts[static_cast<std::size_t>(depthFor(cellSize))];
    return cells == 0 ? 0 : static_cast<double>(m_codes.size()) / static_cast<double>(cells);
}

std::optional<IncidentIndex::Lattice> IncidentIndex::latticeOf(const Box& box) const {
    if (m_codes.empty() || box.isEmpty() || !m_places->m_extent.intersects(box))
        return std::nullopt;
    const double step = m_places->m_step;
    const auto line = [step](double value, double origin) {
        return std::clamp((value - origin) / step, 0.0, LastLine);
    };
    const MapPoint origin = m_places->m_origin;
    return Lattice{static_cast<std::uint32_t>(std::floor(line(box.minX, origin.x))),
                   static_cast<std::uint32_t>(std::floor(line(box.minY, origin.y))),
                   static_cast<std::uint32_t>(std::ceil(line(box.maxX, origin.x))),
                   static_cast<std::uint32_t>(std::ceil(line(box.maxY, origin.y)))};
}

IncidentIndex::Cells IncidentIndex::cellsOf(int depth) const {
    for (const Level& level : m_levels)
        if (level.depth >= depth)
            return {level.depth, level.codes, level.looks, level.ends};
    return {Depths, m_codes, m_looks, {}};
}

Box IncidentIndex::cellAt(std::uint64_t code, int depth) const {
    const double lines = std::ldexp(1.0, Depths - depth);
    const double step = m_places->m_step;
    const double x = m_places->m_origin.x + std::floor(gathered(code) / lines) * lines * step;
    const double y = m_places->m_origin.y + std::floor(gathered(code >> 1) / lines) * lines * step;
    return {x, y, x + lines * step, y + lines * step};
}

MapPoint IncidentIndex::placeOf(const Cells& cells, std::size_t i) const {
    if (cells.end(i) - cells.begin(i) == 1)
        return m_places->place(cells.codes[i]);
    const Box cell = cellAt(cells.codes[i], cells.depth);
    return {(cell.minX + cell.maxX) / 2, (cell.minY + cell.maxY) / 2};
}

std::vector<IncidentIndex::Cluster> IncidentIndex::clusters(const Box& box, double cellSize) const {
    std::optional<Lattice> lattice = latticeOf(box);
    if (!lattice)
        return {};
    const int depth = depthFor(cellSize);
    const auto inner = static_cast<std::uint32_t>((std::uint64_t{1} << (Depths - depth)) - 1);
    *lattice = {lattice->minX & ~inner, lattice->minY & ~inner, lattice->maxX | inner, lattice->maxY | inner};
    constexpr int MiddleDepth = 3; // the mean is taken over an eighth of a cell's width
    const Cells cells = cellsOf(std::min(depth + MiddleDepth, Depths));
    std::vector<Cluster> found;
    std::uint64_t last = 0;
    for (const auto& [begin, end] : runs(cells.codes, *lattice))
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint64_t cell = prefix(cells.codes[i], depth);
            if (found.empty() || cell != last) {
                found.push_back({cellAt(cells.codes[i], depth), {0, 0}, cells.begin(i), cells.begin(i), cells.looks[i]});
                last = cell;
            }
            Cluster& cluster = found.back();
            const double share = cells.end(i) - cells.begin(i);
            const double all = share + cluster.count();
            const MapPoint place = placeOf(cells, i);
            cluster.middle.x += (place.x - cluster.middle.x) * share / all;
            cluster.middle.y += (place.y - cluster.middle.y) * share / all;
            cluster.last = cells.end(i);
            if (urgency(cells.looks[i].lamp) > urgency(cluster.look.lamp))
                cluster.look = cells.looks[i];
        }
    return found;
}

Box IncidentIndex::extentOf(const Cluster& cluster) const {
    Box box;
    for (std::size_t i = cluster.first; i < cluster.last; ++i) {
        const MapPoint place = m_places->place(m_codes[i]);
        box.include(place.x, place.y);
    }
    return box;
}

std::vector<std::uint32_t> IncidentIndex::rowsOf(const Cluster& cluster, std::size_t limit) const {
    const auto begin = m_rows.begin() + static_cast<std::ptrdiff_t>(cluster.first);
    return {begin, begin + static_cast<std::ptrdiff_t>(std::min<std::size_t>(cluster.count(), limit))};
}

double IncidentIndex::greatestDensity(double cellSize) const {
    if (m_codes.empty())
        return 0;
    const int depth = depthFor(cellSize);
    const Cells cells = cellsOf(depth);
    std::uint32_t most = 0;
    std::uint32_t start = 0;
    for (std::size_t i = 0; i < cells.codes.size(); ++i)
        if (i + 1 == cells.codes.size() || prefix(cells.codes[i], depth) != prefix(cells.codes[i + 1], depth)) {
            most = std::max(most, cells.end(i) - start);
            start = cells.end(i);
        }
    const Box cell = cellAt(0, depth);
    return most / (cell.width() * cell.height());
}

std::vector<std::pair<std::size_t, std::size_t>> IncidentIndex::runs(std::span<const std::uint64_t> codes,
                                                                     const Lattice& lattice) {
    constexpr std::size_t Small = 64; // cheaper to look at all than to divide further
    struct Node {
        std::uint64_t base; // smallest code in the cell
        int depth;
        std::size_t first, last;
    };
    std::vector<std::pair<std::size_t, std::size_t>> found;
    std::vector<Node> stack{{0, 0, 0, codes.size()}};
    while (!stack.empty()) {
        const Node node = stack.back();
        stack.pop_back();
        if (node.first == node.last)
            continue;
        const std::uint32_t minX = gathered(node.base);
        const std::uint32_t minY = gathered(node.base >> 1);
        const auto reach = static_cast<std::uint32_t>((std::uint64_t{1} << (Depths - node.depth)) - 1);
        const std::uint32_t maxX = minX + reach;
        const std::uint32_t maxY = minY + reach;
        if (minX > lattice.maxX || maxX < lattice.minX || minY > lattice.maxY || maxY < lattice.minY)
            continue;
        const bool isInside =
            minX >= lattice.minX && maxX <= lattice.maxX && minY >= lattice.minY && maxY <= lattice.maxY;
        if (isInside || node.depth == Depths || node.last - node.first <= Small) {
            if (!found.empty() && found.back().second == node.first)
                found.back().second = node.last;
            else
                found.emplace_back(node.first, node.last);
            continue;
        }
        const std::uint64_t quarter = std::uint64_t{1} << (2 * (Depths - node.depth - 1));
        std::array<std::size_t, 5> ends{node.first, 0, 0, 0, node.last};
        for (std::size_t child = 1; child < 4; ++child)
            ends[child] = static_cast<std::size_t>(
                std::lower_bound(codes.begin() + static_cast<std::ptrdiff_t>(ends[child - 1]),
                                 codes.begin() + static_cast<std::ptrdiff_t>(node.last), node.base + child * quarter) -
                codes.begin());
        for (std::size_t child = 4; child-- > 0;) // the first child on top, so that runs come in order
            stack.push_back({node.base + child * quarter, node.depth + 1, ends[child], ends[child + 1]});
    }
    return found;
}

std::vector<std::uint32_t> IncidentIndex::near(MapPoint point, double tolerance, std::size_t limit) const {
    const std::optional<Lattice> lattice =
        latticeOf({point.x - tolerance, point.y - tolerance, point.x + tolerance, point.y + tolerance});
    if (!lattice)
        return {};
    struct Hit {
        double distance;
        int urgency;
        std::uint32_t row;
    };
    std::vector<Hit> hits;
    for (const auto& [first, last] : runs(m_codes, *lattice))
        for (std::size_t i = first; i < last; ++i) {
            const MapPoint place = m_places->place(m_codes[i]);
            const double distance = std::hypot(place.x - point.x, place.y - point.y);
            if (distance <= tolerance)
                hits.push_back({distance, urgency(m_looks[i].lamp), m_rows[i]});
        }
    std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        return std::tuple(a.distance, -a.urgency, a.row) < std::tuple(b.distance, -b.urgency, b.row);
    });
    hits.resize(std::min(hits.size(), limit));
    std::vector<std::uint32_t> rows;
    for (const Hit& hit : hits)
        rows.push_back(hit.row);
    return rows;
}

std::vector<std::uint32_t> IncidentIndex::within(const Box& box) const {
    const std::optional<Lattice> lattice = latticeOf(box);
    if (!lattice)
        return {};
    std::vector<std::uint32_t> rows;
    for (const auto& [first, last] : runs(m_codes, *lattice))
        for (std::size_t i = first; i < last; ++i) {
            const MapPoint place = m_places->place(m_codes[i]);
            if (box.contains(place.x, place.y))
                rows.push_back(m_rows[i]);
        }
    return rows;
}

std::optional<MapPoint> IncidentIndex::placeOf(std::uint32_t row) const {
    const auto found = std::find(m_rows.begin(), m_rows.end(), row);
    if (found == m_rows.end())
        return std::nullopt;
    return m_places->place(m_codes[static_cast<std::size_t>(found - m_rows.begin())]);
}

} // namespace gridwarden::gis
