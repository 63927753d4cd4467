// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/border_snapper.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace gridwarden::gis {

namespace {

struct Cell {
    std::int64_t column;
    std::int64_t row;
    bool operator==(const Cell&) const = default;
};

struct CellHash {
    std::size_t operator()(Cell cell) const {
        return static_cast<std::size_t>(cell.column) * 0x9e3779b97f4a7c15ULL ^
               static_cast<std::size_t>(cell.row) * 0xc2b2ae3d27d4eb4fULL;
    }
};

struct PointHash {
    std::size_t operator()(MapPoint p) const {
        return std::hash<double>()(p.x) ^ std::hash<double>()(p.y) * 0x9e3779b97f4a7c15ULL;
    }
};

/// Works in metres; `unit` turns source coordinates into them.
class BorderSnapper {
public:
    BorderSnapper(double tolerance, MapPoint unit) : m_tolerance(tolerance), m_unit(unit) {}

    SnapCount run(std::span<PlanarShape> shapes) {
        forEachLine(shapes, [this](PlanarLine& line, bool isRing) { joinVertices(line, isRing); });
        buildNodeGrid(shapes);
        forEachLine(shapes, [this](PlanarLine& line, bool isRing) {
            addNodes(line);
            clean(line, isRing);
        });
        for (PlanarShape& shape : shapes)
            dropCollapsed(shape);
        return m_count;
    }

private:
    template <class Action> static void forEachLine(std::span<PlanarShape> shapes, Action action) {
        for (PlanarShape& shape : shapes) {
            for (auto& polygon : shape.polygons)
                for (PlanarLine& ring : polygon)
                    action(ring, true);
            for (PlanarLine& line : shape.lines)
                action(line, false);
        }
    }

    MapPoint metres(MapPoint p) const { return {p.x * m_unit.x, p.y * m_unit.y}; }

    static Cell cellOf(MapPoint metres, double size) {
        return {static_cast<std::int64_t>(std::floor(metres.x / size)),
                static_cast<std::int64_t>(std::floor(metres.y / size))};
    }

    double distance(MapPoint a, MapPoint b) const {
        const MapPoint p = metres(a);
        const MapPoint q = metres(b);
        return std::hypot(p.x - q.x, p.y - q.y);
    }

    /// Each vertex takes the place of the nearest earlier one within the tolerance, or is a place of its own. A line
    /// never takes one place twice: a narrow passage of a ring stays open.
    void joinVertices(PlanarLine& line, bool isRing) {
        if (line.empty())
            return;
        std::unordered_set<const MapPoint*> taken;
        for (MapPoint& vertex : std::span(line).first(isRing ? line.size() - 1 : line.size())) {
            const Cell home = cellOf(metres(vertex), m_tolerance);
            const MapPoint* nearest = nullptr;
            double nearestDistance = m_tolerance;
            for (std::int64_t column = home.column - 1; column <= home.column + 1; ++column)
                for (std::int64_t row = home.row - 1; row <= home.row + 1; ++row) {
                    const auto [first, last] = m_places.equal_range({column, row});
                    for (auto place = first; place != last; ++place) {
                        const double d = distance(place->second, vertex);
                        if (d <= nearestDistance && (d == 0 || !taken.contains(&place->second))) {
                            nearestDistance = d;
                            nearest = &place->second;
                        }
                    }
                }
            if (!nearest)
                nearest = &m_places.emplace(home, vertex)->second;
            taken.insert(nearest);
            if (*nearest != vertex) {
                vertex = *nearest;
                ++m_count.moved;
            }
        }
        if (isRing)
            line.back() = line.front();
    }

    /// The places again, in cells as wide as an edge is long, so that walking along an edge meets few of them.
    void buildNodeGrid(std::span<PlanarShape> shapes) {
        double length = 0;
        std::size_t edges = 0;
        forEachLine(shapes, [&](PlanarLine& line, bool) {
            for (std::size_t i = 1; i < line.size(); ++i) {
                length += distance(line[i - 1], line[i]);
                ++edges;
            }
        });
        m_nodeCell = std::max(4 * m_tolerance, edges == 0 ? 1.0 : length / static_cast<double>(edges));
        for (const auto& [cell, place] : m_places)
            m_nodes.emplace(cellOf(metres(place), m_nodeCell), place);
    }

    struct Node {
        double along; ///< 0 at the edge's start, 1 at its end
        MapPoint place;
    };

    std::vector<Node> nodesOn(MapPoint from, MapPoint to) const {
        const MapPoint a = metres(from);
        const MapPoint b = metres(to);
        const double dx = b.x - a.x;
        const double dy = b.y - a.y;
        const double squared = dx * dx + dy * dy;
        std::vector<Node> nodes;
        if (squared == 0)
            return nodes;
        const auto consider = [&](MapPoint place) {
            if (place == from || place == to)
                return;
            const MapPoint p = metres(place);
            const double along = ((p.x - a.x) * dx + (p.y - a.y) * dy) / squared;
            if (along > 0 && along < 1 && std::hypot(p.x - a.x - along * dx, p.y - a.y - along * dy) <= m_tolerance)
                nodes.push_back({along, place});
        };
        const Cell low = cellOf({std::min(a.x, b.x) - m_tolerance, std::min(a.y, b.y) - m_tolerance}, m_nodeCell);
        const Cell high = cellOf({std::max(a.x, b.x) + m_tolerance, std::max(a.y, b.y) + m_tolerance}, m_nodeCell);
        for (std::int64_t row = low.row; row <= high.row; ++row) {
            // Only the stretch of the edge that passes this row of cells.
            const double bottom = static_cast<double>(row) * m_nodeCell - m_tolerance;
            const double top = bottom + m_nodeCell + 2 * m_tolerance;
            double left = std::min(a.x, b.x);
            double right = std::max(a.x, b.x);
            if (dy != 0) {
                const double x1 = a.x + std::clamp((bottom - a.y) / dy, 0.0, 1.0) * dx;
                const double x2 = a.x + std::clamp((top - a.y) / dy, 0.0, 1.0) * dx;
                left = std::min(x1, x2);
                right = std::max(x1, x2);
            }
            const std::int64_t first = cellOf({left - m_tolerance, 0}, m_nodeCell).column;
            const std::int64_t last = cellOf({right + m_tolerance, 0}, m_nodeCell).column;
            for (std::int64_t column = first; column <= last; ++column) {
                const auto [begin, end] = m_nodes.equal_range({column, row});
                for (auto node = begin; node != end; ++node)
                    consider(node->second);
            }
        }
        std::sort(nodes.begin(), nodes.end(), [](const Node& l, const Node& r) { return l.along < r.along; });
        return nodes;
    }

    void addNodes(PlanarLine& line) {
        if (line.empty())
            return;
        const std::unordered_set<MapPoint, PointHash> own(line.begin(), line.end());
        PlanarLine noded = {line.front()};
        for (std::size_t i = 1; i < line.size(); ++i) {
            for (const Node& node : nodesOn(line[i - 1], line[i])) {
                if (own.contains(node.place))
                    continue;
                noded.push_back(node.place);
                ++m_count.added;
            }
            noded.push_back(line[i]);
        }
        line = std::move(noded);
    }

    /// Takes out repeated vertices and spikes that go out and come straight back.
    static void clean(PlanarLine& line, bool isRing) {
        PlanarLine kept;
        for (const MapPoint vertex : line) {
            if (!kept.empty() && kept.back() == vertex)
                continue;
            if (isRing && kept.size() >= 2 && kept[kept.size() - 2] == vertex) {
                kept.pop_back();
                continue;
            }
            kept.push_back(vertex);
        }
        while (isRing && kept.size() > 3 && kept[1] == kept[kept.size() - 2]) { // a spike at the ring's start
            kept.pop_back();
            kept.erase(kept.begin());
        }
        line = std::move(kept);
    }

    static void dropCollapsed(PlanarShape& shape) {
        for (auto& polygon : shape.polygons) {
            if (polygon.empty() || polygon.front().size() < 4)
                polygon.clear();
            else
                std::erase_if(polygon, [](const PlanarLine& ring) { return ring.size() < 4; });
        }
        std::erase_if(shape.polygons, [](const auto& polygon) { return polygon.empty(); });
        std::erase_if(shape.lines, [](const PlanarLine& line) { return line.size() < 2; });
    }

    double m_tolerance;
    MapPoint m_unit;
    double m_nodeCell = 1;
    std::unordered_multimap<Cell, MapPoint, CellHash> m_places;
    std::unordered_multimap<Cell, MapPoint, CellHash> m_nodes;
    SnapCount m_count;
};

} // namespace

SnapCount snapBorders(std::span<PlanarShape> shapes, double toleranceMetres, MapPoint unitMetres) {
    if (toleranceMetres <= 0)
        return {};
    return BorderSnapper(toleranceMetres, unitMetres).run(shapes);
}

} // namespace gridwarden::gis
