// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/incident_index.h"

#include "gis/draw/two_threads.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

namespace gridwarden::gis {

namespace {

using morton::Depths;

constexpr IncidentLook Hidden{255, 255};

} // namespace

std::shared_ptr<const IncidentIndex> IncidentIndex::build(std::shared_ptr<const IncidentPlaces> places,
                                                          std::span<const IncidentLook> looks,
                                                          std::span<const std::uint8_t> shown, std::stop_token stop) {
    auto index = std::make_shared<IncidentIndex>();
    const std::span<const std::uint64_t> codes = places->codes();
    const std::span<const std::uint32_t> rows = places->rows();
    const std::array<std::size_t, 3> parts{0, codes.size() / 2, codes.size()};
    const auto inBothParts = [&parts](const auto& work) {
        inHalves([&](int half) { work(static_cast<std::size_t>(half), parts[static_cast<std::size_t>(half)], parts[static_cast<std::size_t>(half) + 1]); });
    };
    // Rows are looked up once, since in Morton order they lie anywhere; what follows goes along.
    RawArray<IncidentLook> sorted(codes.size());
    std::array<std::size_t, 2> counts{};
    inBothParts([&](std::size_t half, std::size_t first, std::size_t last) {
        std::size_t count = 0;
        for (std::size_t i = first; i < last; ++i) {
            const bool isShown = shown.empty() || shown[rows[i]] != 0;
            sorted[i] = isShown ? looks[rows[i]] : Hidden;
            count += isShown ? 1 : 0;
        }
        counts[half] = count;
    });
    if (counts[0] + counts[1] == codes.size()) {
        index->m_codes = codes;
        index->m_rows = rows;
        index->m_looks = std::move(sorted);
    } else {
        index->m_ownCodes = RawArray<std::uint64_t>(counts[0] + counts[1]);
        index->m_ownRows = RawArray<std::uint32_t>(counts[0] + counts[1]);
        index->m_looks = RawArray<IncidentLook>(counts[0] + counts[1]);
        inBothParts([&](std::size_t half, std::size_t first, std::size_t) {
            std::size_t to = half == 0 ? 0 : counts[0];
            const std::size_t end = to + counts[half];
            for (std::size_t i = first; to < end; ++i) { // without branches: what is hidden is written over
                index->m_ownCodes[to] = codes[i];
                index->m_ownRows[to] = rows[i];
                index->m_looks[to] = sorted[i];
                to += sorted[i] == Hidden ? 0 : 1;
            }
        });
        index->m_codes = index->m_ownCodes;
        index->m_rows = index->m_ownRows;
    }
    index->m_places = std::move(places);
    index->m_levels = buildLevels(index->m_codes, index->m_looks, stop);
    if (stop.stop_requested())
        return nullptr;
    return index;
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
    if (!m_places || !(cellSize > m_places->step()))
        return Depths;
    return std::max(0, Depths - static_cast<int>(std::ceil(std::log2(cellSize / m_places->step()))));
}

double IncidentIndex::crowding(double cellSize) const {
    const std::size_t cells = m_codes.empty() ? 0 : m_levels.cellCounts[static_cast<std::size_t>(depthFor(cellSize))];
    return cells == 0 ? 0 : static_cast<double>(m_codes.size()) / static_cast<double>(cells);
}

std::optional<IncidentIndex::Lines> IncidentIndex::linesOf(const Box& box) const {
    return m_codes.empty() ? std::nullopt : m_places->linesOf(box);
}

IncidentIndex::Cells IncidentIndex::cellsOf(int depth) const {
    for (const IncidentLevel& level : m_levels.kept)
        if (level.depth >= depth)
            return {level.depth, level.codes, level.looks, level.ends};
    return {Depths, m_codes, m_looks, {}};
}

Box IncidentIndex::cellAt(std::uint64_t code, int depth) const {
    const double width = std::ldexp(1.0, Depths - depth); // lines
    const double step = m_places->step();
    const double x = m_places->origin().x + std::floor(morton::xOf(code) / width) * width * step;
    const double y = m_places->origin().y + std::floor(morton::yOf(code) / width) * width * step;
    return {x, y, x + width * step, y + width * step};
}

MapPoint IncidentIndex::placeOf(const Cells& cells, std::size_t i) const {
    if (cells.end(i) - cells.begin(i) == 1)
        return m_places->place(cells.codes[i]);
    const Box cell = cellAt(cells.codes[i], cells.depth);
    return {(cell.minX + cell.maxX) / 2, (cell.minY + cell.maxY) / 2};
}

std::vector<IncidentIndex::Cluster> IncidentIndex::clusters(const Box& box, double cellSize) const {
    std::optional<Lines> lines = linesOf(box);
    if (!lines)
        return {};
    const int depth = depthFor(cellSize);
    const auto inner = static_cast<std::uint32_t>((std::uint64_t{1} << (Depths - depth)) - 1);
    *lines = {lines->minX & ~inner, lines->minY & ~inner, lines->maxX | inner, lines->maxY | inner};
    constexpr int MiddleDepth = 3; // the mean is taken over an eighth of a cell's width
    const Cells cells = cellsOf(std::min(depth + MiddleDepth, Depths));
    std::vector<Cluster> found;
    std::uint64_t last = 0;
    for (const auto& [begin, end] : runs(cells.codes, *lines))
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint64_t cell = morton::cellOf(cells.codes[i], depth);
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
            if (cells.looks[i].rank < cluster.look.rank)
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
        if (i + 1 == cells.codes.size() || morton::cellOf(cells.codes[i], depth) != morton::cellOf(cells.codes[i + 1], depth)) {
            most = std::max(most, cells.end(i) - start);
            start = cells.end(i);
        }
    const Box cell = cellAt(0, depth);
    return most / (cell.width() * cell.height());
}

std::vector<std::pair<std::size_t, std::size_t>> IncidentIndex::runs(std::span<const std::uint64_t> codes,
                                                                     const Lines& lines) {
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
        const std::uint32_t minX = morton::xOf(node.base);
        const std::uint32_t minY = morton::yOf(node.base);
        const auto reach = static_cast<std::uint32_t>((std::uint64_t{1} << (Depths - node.depth)) - 1);
        const std::uint32_t maxX = minX + reach;
        const std::uint32_t maxY = minY + reach;
        if (minX > lines.maxX || maxX < lines.minX || minY > lines.maxY || maxY < lines.minY)
            continue;
        const bool isInside =
            minX >= lines.minX && maxX <= lines.maxX && minY >= lines.minY && maxY <= lines.maxY;
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
    const std::optional<Lines> lines =
        linesOf({point.x - tolerance, point.y - tolerance, point.x + tolerance, point.y + tolerance});
    if (!lines)
        return {};
    struct Hit {
        double distance;
        std::uint8_t rank;
        std::uint32_t row;
    };
    std::vector<Hit> hits;
    for (const auto& [first, last] : runs(m_codes, *lines))
        for (std::size_t i = first; i < last; ++i) {
            const MapPoint place = m_places->place(m_codes[i]);
            const double distance = std::hypot(place.x - point.x, place.y - point.y);
            if (distance <= tolerance)
                hits.push_back({distance, m_looks[i].rank, m_rows[i]});
        }
    const std::size_t wanted = std::min(hits.size(), limit);
    std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(wanted), hits.end(), [](const Hit& a, const Hit& b) {
        return std::tuple(a.distance, a.rank, a.row) < std::tuple(b.distance, b.rank, b.row);
    });
    hits.resize(wanted);
    std::vector<std::uint32_t> rows;
    for (const Hit& hit : hits)
        rows.push_back(hit.row);
    return rows;
}

std::vector<std::uint32_t> IncidentIndex::within(const Box& box) const {
    const std::optional<Lines> lines = linesOf(box);
    if (!lines)
        return {};
    std::vector<std::uint32_t> rows;
    for (const auto& [first, last] : runs(m_codes, *lines))
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
