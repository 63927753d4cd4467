// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/edit/border_net.h"

#include "core/index/packed_rtree.h"

#include <algorithm>
#include <set>

namespace gridwarden::gis {

namespace {

std::pair<int, int> ordered(int a, int b) { return a < b ? std::pair(a, b) : std::pair(b, a); }

core::Box boxOf(PlanePoint a, PlanePoint b, double margin) {
    return {std::min(a.x, b.x) - margin, std::min(a.y, b.y) - margin, std::max(a.x, b.x) + margin, std::max(a.y, b.y) + margin};
}

/// Whether p lies on a → b, ends left out, within the tolerance.
bool isOn(PlanePoint a, PlanePoint b, PlanePoint p) {
    const double share = shareAlong(a, b, p);
    return share > 0 && share < 1 && distance(between(a, b, share), p) <= BorderNet::ToleranceMetres;
}

/// Where two edges cross, each strictly between its ends.
bool crossing(PlanePoint a, PlanePoint b, PlanePoint c, PlanePoint d, PlanePoint& where) {
    const double c1 = turn(a, b, c);
    const double d1 = turn(a, b, d);
    const double a1 = turn(c, d, a);
    const double b1 = turn(c, d, b);
    if (!((c1 > 0 && d1 < 0) || (c1 < 0 && d1 > 0)) || !((a1 > 0 && b1 < 0) || (a1 < 0 && b1 > 0)))
        return false;
    where = between(c, d, c1 / (c1 - d1));
    return true;
}

/// Owners of an edge that two rings of one area share cancel out.
void toggle(std::vector<int>& owners, int owner) {
    const auto place = std::lower_bound(owners.begin(), owners.end(), owner);
    if (place != owners.end() && *place == owner)
        owners.erase(place);
    else
        owners.insert(place, owner);
}

} // namespace

BorderNet::BorderNet(std::span<const core::Shape* const> shapes, const core::Line& drawn) {
    core::GeoBox box = core::boundsOf(drawn);
    if (box.isEmpty())
        for (const core::Shape* shape : shapes)
            box.include(core::boundsOf(*shape));
    m_plane = LocalPlane({(box.minLongitude + box.maxLongitude) / 2, (box.minLatitude + box.maxLatitude) / 2});
    for (std::size_t owner = 0; owner < shapes.size(); ++owner)
        for (const core::Polygon& polygon : shapes[owner]->polygons)
            for (const core::Line& ring : polygon)
                for (std::size_t i = 0; i + 1 < ring.size(); ++i)
                    if (const int a = nodeOf(ring[i]), b = nodeOf(ring[i + 1]); a != b)
                        toggle(m_borders[ordered(a, b)], static_cast<int>(owner));
    std::erase_if(m_borders, [](const auto& border) { return border.second.empty(); });
    nodeBorders();
    crossBorders();
    nodeDrawn(drawn);
    build();
}

BorderNet::Cell BorderNet::cellOf(PlanePoint place) {
    return {static_cast<std::int64_t>(std::floor(place.x / ToleranceMetres)), static_cast<std::int64_t>(std::floor(place.y / ToleranceMetres))};
}

int BorderNet::nodeOf(core::GeoPoint place) {
    const auto [known, isNew] = m_byPlace.try_emplace({place.longitude, place.latitude}, static_cast<int>(m_degrees.size()));
    if (isNew) {
        m_degrees.push_back(place);
        m_points.push_back(m_plane.toPlane(place));
        m_byCell.emplace(cellOf(m_points.back()), known->second);
    }
    return known->second;
}

int BorderNet::nodeNear(PlanePoint place) const {
    const Cell centre = cellOf(place);
    int nearest = -1;
    double least = ToleranceMetres;
    for (std::int64_t dx = -1; dx <= 1; ++dx)
        for (std::int64_t dy = -1; dy <= 1; ++dy) {
            const auto [begin, end] = m_byCell.equal_range(Cell{centre.x + dx, centre.y + dy});
            for (auto it = begin; it != end; ++it)
                if (const double apart = distance(plane(it->second), place); apart <= least) {
                    least = apart;
                    nearest = it->second;
                }
        }
    return nearest;
}

/// Where the vertex of one border lies on another without being a vertex of it, it becomes one.
void BorderNet::nodeBorders() {
    std::vector<core::Box> boxes;
    for (const PlanePoint p : m_points)
        boxes.push_back(boxOf(p, p, 0));
    const core::PackedRTree tree(boxes);
    for (const auto& [border, owners] : m_borders) {
        const PlanePoint a = plane(border.first);
        const PlanePoint b = plane(border.second);
        tree.visit(boxOf(a, b, ToleranceMetres), [&](std::uint32_t found) {
            const int node = static_cast<int>(found);
            if (node != border.first && node != border.second && isOn(a, b, plane(node)))
                m_meetings[border].push_back(node);
        });
    }
}

void BorderNet::splitAt(const Pair& border, int node) {
    if (node == border.first || node == border.second)
        return;
    std::vector<int>& nodes = m_meetings[border];
    if (std::find(nodes.begin(), nodes.end(), node) == nodes.end())
        nodes.push_back(node);
}

/// Borders of areas that overlap cross each other: then they meet there.
void BorderNet::crossBorders() {
    std::vector<Pair> borders;
    std::vector<core::Box> boxes;
    for (const auto& [border, owners] : m_borders) {
        borders.push_back(border);
        boxes.push_back(boxOf(plane(border.first), plane(border.second), 0));
    }
    const core::PackedRTree tree(boxes);
    for (std::uint32_t i = 0; i < borders.size(); ++i) {
        const auto [a, b] = borders[i];
        tree.visit(boxes[i], [&, a = a, b = b](std::uint32_t k) {
            const auto [c, d] = borders[k];
            PlanePoint where;
            if (k <= i || a == c || a == d || b == c || b == d || !crossing(plane(a), plane(b), plane(c), plane(d), where))
                return;
            if (isOn(plane(a), plane(b), plane(c)) || isOn(plane(a), plane(b), plane(d)) || isOn(plane(c), plane(d), plane(a)) || isOn(plane(c), plane(d), plane(b)))
                return; // they meet in a vertex already
            const int near = nodeNear(where);
            const int node = near >= 0 ? near : nodeOf(m_plane.toDegrees(where));
            splitAt(borders[i], node);
            splitAt(borders[k], node);
        });
    }
}

void BorderNet::nodeDrawn(const core::Line& drawn) {
    std::vector<Pair> borders;
    std::vector<core::Box> boxes;
    for (const auto& [border, owners] : m_borders) {
        borders.push_back(border);
        boxes.push_back(boxOf(plane(border.first), plane(border.second), ToleranceMetres));
    }
    const core::PackedRTree tree(boxes);
    std::vector<int> path;
    for (const core::GeoPoint place : drawn) {
        const int near = nodeNear(m_plane.toPlane(place));
        const int node = near >= 0 ? near : nodeOf(place);
        if (path.empty() || path.back() != node)
            path.push_back(node);
    }
    // Taking the place of a near node moves a piece a little, so that it may meet others: looked at again until nothing new is met.
    std::vector<Pair> open;
    for (std::size_t i = 0; i + 1 < path.size(); ++i)
        open.emplace_back(path[i], path[i + 1]);
    for (int round = 0; round < 8 && !open.empty(); ++round) {
        std::vector<Pair> next;
        for (const auto& [from, to] : open) {
            const PlanePoint a = plane(from);
            const PlanePoint b = plane(to);
            std::vector<int> inside;
            const auto meet = [&](int node) {
                if (node != from && node != to && std::find(inside.begin(), inside.end(), node) == inside.end())
                    inside.push_back(node);
            };
            for (const std::uint32_t found : tree.find(boxOf(a, b, ToleranceMetres))) {
                const Pair& border = borders[found];
                const PlanePoint c = plane(border.first);
                const PlanePoint d = plane(border.second);
                bool touches = false;
                for (const int node : {border.first, border.second}) {
                    if (node == from || node == to)
                        touches = true;
                    else if (isOn(a, b, plane(node))) {
                        meet(node);
                        touches = true;
                    }
                }
                for (const int node : {from, to})
                    if (node != border.first && node != border.second && isOn(c, d, plane(node))) {
                        splitAt(border, node);
                        touches = true;
                    }
                PlanePoint where;
                if (touches || !crossing(a, b, c, d, where))
                    continue;
                const int near = nodeNear(where);
                const int node = near >= 0 ? near : nodeOf(m_plane.toDegrees(where));
                meet(node);
                splitAt(border, node);
            }
            const std::vector<int> whole = chain(from, to, inside);
            for (std::size_t i = 0; i + 1 < whole.size(); ++i)
                (inside.empty() ? m_drawn : next).emplace_back(whole[i], whole[i + 1]);
        }
        open = std::move(next);
    }
    m_drawn.insert(m_drawn.end(), open.begin(), open.end());
}

std::vector<int> BorderNet::chain(int from, int to, const std::vector<int>& inside) const {
    std::vector<std::pair<double, int>> along;
    for (const int node : inside)
        along.emplace_back(shareAlong(plane(from), plane(to), plane(node)), node);
    std::sort(along.begin(), along.end());
    std::vector<int> whole{from};
    for (const auto& [share, node] : along)
        if (whole.back() != node)
            whole.push_back(node);
    whole.push_back(to);
    return whole;
}

void BorderNet::build() {
    std::map<Pair, std::vector<int>> pieces;
    for (const auto& [border, owners] : m_borders) {
        std::vector<int> inside;
        if (const auto found = m_meetings.find(border); found != m_meetings.end())
            inside = found->second;
        const std::vector<int> whole = chain(border.first, border.second, inside);
        for (std::size_t i = 0; i + 1 < whole.size(); ++i)
            if (whole[i] != whole[i + 1])
                for (const int owner : owners)
                    toggle(pieces[ordered(whole[i], whole[i + 1])], owner);
    }
    for (const auto& [piece, owners] : pieces)
        if (!owners.empty())
            m_edges.push_back({piece.first, piece.second, owners, false});
    std::set<Pair> drawn;
    for (const Pair& piece : m_drawn)
        if (const Pair key = ordered(piece.first, piece.second); key.first != key.second && drawn.insert(key).second) {
            const auto border = pieces.find(key);
            if (border == pieces.end() || border->second.empty())
                m_edges.push_back({key.first, key.second, {}, true});
        }
}

void BorderNet::removeEdges(const std::vector<bool>& isNeedless) {
    std::vector<Edge> kept;
    for (std::size_t i = 0; i < m_edges.size(); ++i)
        if (!m_edges[i].isDrawn || !isNeedless[i])
            kept.push_back(std::move(m_edges[i]));
    m_edges = std::move(kept);
}

core::Shape BorderNet::withNodes(const core::Shape& shape, const std::vector<bool>& isUsed) const {
    core::Shape noded = shape;
    for (core::Polygon& polygon : noded.polygons)
        for (core::Line& ring : polygon) {
            core::Line line;
            for (std::size_t i = 0; i < ring.size(); ++i) {
                line.push_back(ring[i]);
                if (i + 1 == ring.size())
                    break;
                const auto a = m_byPlace.find({ring[i].longitude, ring[i].latitude});
                const auto b = m_byPlace.find({ring[i + 1].longitude, ring[i + 1].latitude});
                if (a == m_byPlace.end() || b == m_byPlace.end())
                    continue;
                const auto nodes = m_meetings.find(ordered(a->second, b->second));
                if (nodes == m_meetings.end())
                    continue;
                const std::vector<int> whole = chain(a->second, b->second, nodes->second);
                for (std::size_t k = 1; k + 1 < whole.size(); ++k)
                    if (isUsed[static_cast<std::size_t>(whole[k])])
                        line.push_back(point(whole[k]));
            }
            ring = std::move(line);
        }
    return noded;
}

bool crossesItself(const core::Line& line) {
    if (line.size() < 2)
        return false;
    const LocalPlane plane(line.front());
    std::vector<PlanePoint> points;
    for (const core::GeoPoint p : line)
        points.push_back(plane.toPlane(p));
    const bool isRing = line.size() > 3 && line.front() == line.back();
    const auto touches = [](PlanePoint a, PlanePoint b, PlanePoint p) {
        return turn(a, b, p) == 0 && shareAlong(a, b, p) >= 0 && shareAlong(a, b, p) <= 1;
    };
    const std::size_t segments = points.size() - 1;
    if (isRing && segments == 3)
        return turn(points[0], points[1], points[2]) == 0;
    for (std::size_t i = 0; i < segments; ++i)
        for (std::size_t k = i + 1; k < segments; ++k) {
            const PlanePoint a = points[i];
            const PlanePoint b = points[i + 1];
            const PlanePoint c = points[k];
            const PlanePoint d = points[k + 1];
            if (k == i + 1) { // a turn back on itself
                if (touches(a, b, d) || touches(c, d, a))
                    return true;
                continue;
            }
            if (isRing && i == 0 && k + 1 == segments)
                continue;
            PlanePoint where;
            if (crossing(a, b, c, d, where) || touches(a, b, c) || touches(a, b, d) || touches(c, d, a) || touches(c, d, b))
                return true;
        }
    return false;
}

} // namespace gridwarden::gis
