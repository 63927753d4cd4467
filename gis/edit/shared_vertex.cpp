// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/edit/shared_vertex.h"

#include "gis/edit/border_net.h"

#include <algorithm>
#include <functional>
#include <set>

namespace gridwarden::gis {

namespace {

using core::GeoPoint;
using core::Line;
using core::Shape;

using Segment = std::pair<GeoPoint, GeoPoint>;

bool isSame(const Segment& a, const Segment& b) {
    return (a.first == b.first && a.second == b.second) || (a.first == b.second && a.second == b.first);
}

std::vector<CoverArea> around(std::span<const CoverArea> cover, const core::GeoBox& box) {
    std::vector<CoverArea> found;
    for (const CoverArea& area : cover)
        if (area.box.intersects(box))
            found.push_back(area);
    return found;
}

/// Whether an edge meets one of the borders elsewhere than at an end that both have.
bool meetsBorders(const Segment& edge, std::span<const CoverArea> areas, const std::vector<CoverEdit::Changed>& changed) {
    const LocalPlane plane(edge.first);
    const PlanePoint a = plane.toPlane(edge.first);
    const PlanePoint b = plane.toPlane(edge.second);
    core::GeoBox box;
    box.include(edge.first);
    box.include(edge.second);
    const auto lies = [](PlanePoint from, PlanePoint to, PlanePoint p) {
        const double share = shareAlong(from, to, p);
        return share >= 0 && share <= 1 && distance(between(from, to, share), p) < 1e-3;
    };
    for (const CoverArea& area : areas) {
        const auto now = std::find_if(changed.begin(), changed.end(), [&](const CoverEdit::Changed& c) { return c.id == area.id; });
        const Shape& shape = now == changed.end() ? *area.shape : now->shape;
        for (const core::Polygon& polygon : shape.polygons)
            for (const Line& ring : polygon)
                for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                    core::GeoBox other;
                    other.include(ring[i]);
                    other.include(ring[i + 1]);
                    if (!other.intersects(box) || isSame(edge, {ring[i], ring[i + 1]}))
                        continue;
                    const PlanePoint c = plane.toPlane(ring[i]);
                    const PlanePoint d = plane.toPlane(ring[i + 1]);
                    const bool sharesC = ring[i] == edge.first || ring[i] == edge.second;
                    const bool sharesD = ring[i + 1] == edge.first || ring[i + 1] == edge.second;
                    if ((!sharesC && lies(a, b, c)) || (!sharesD && lies(a, b, d)))
                        return true;
                    if (sharesC || sharesD) { // from a common end, the end of one must not lie on the other
                        if ((!(edge.first == ring[i]) && !(edge.first == ring[i + 1]) && lies(c, d, a)) ||
                            (!(edge.second == ring[i]) && !(edge.second == ring[i + 1]) && lies(c, d, b)))
                            return true;
                        continue;
                    }
                    if (lies(c, d, a) || lies(c, d, b) || ((turn(a, b, c) > 0) != (turn(a, b, d) > 0) && (turn(c, d, a) > 0) != (turn(c, d, b) > 0)))
                        return true;
                }
    }
    return false;
}

/// Rewrites the rings of the areas that `rewrite` changes (it answers whether it did) and looks whether their new edges are free.
core::Result<CoverEdit> rewritten(std::span<const CoverArea> cover, const core::GeoBox& box, const std::function<bool(Line&)>& rewrite) {
    CoverEdit edit;
    std::vector<Segment> edges;
    core::GeoBox reach = box;
    for (const CoverArea& area : around(cover, box)) {
        Shape shape = *area.shape;
        bool isTouched = false;
        for (std::size_t p = 0; p < shape.polygons.size(); ++p)
            for (std::size_t r = 0; r < shape.polygons[p].size(); ++r) {
                Line& ring = shape.polygons[p][r];
                if (!rewrite(ring))
                    continue;
                isTouched = true;
                if (ring.size() < 4)
                    return core::fail(core::ErrorCode::BadInput, {"vertex-needed", {}});
                const Line& before = area.shape->polygons[p][r];
                for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                    bool isNew = true;
                    for (std::size_t k = 0; k + 1 < before.size() && isNew; ++k)
                        isNew = !isSame({ring[i], ring[i + 1]}, {before[k], before[k + 1]});
                    if (isNew) {
                        edges.emplace_back(ring[i], ring[i + 1]);
                        reach.include(ring[i]);
                        reach.include(ring[i + 1]);
                    }
                }
            }
        if (isTouched)
            edit.changed.push_back({area.id, std::move(shape)});
    }
    if (edit.changed.empty())
        return core::fail(core::ErrorCode::NotFound, {"vertex-unknown", {}});
    const std::vector<CoverArea> near = around(cover, reach);
    for (const Segment& edge : edges)
        if (edge.first == edge.second || meetsBorders(edge, near, edit.changed))
            return core::fail(core::ErrorCode::BadInput, {"border-would-cross", {}});
    return edit;
}

core::GeoBox boxAround(GeoPoint place) {
    core::GeoBox box;
    box.include(place);
    return LocalPlane(place).grown(box, BorderNet::ToleranceMetres);
}

/// Replaces each edge from → to, in either direction, by one over `vertex`.
bool insertInto(Line& ring, GeoPoint from, GeoPoint to, GeoPoint vertex) {
    bool done = false;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        if (isSame({from, to}, {ring[i], ring[i + 1]})) {
            ring.insert(ring.begin() + static_cast<std::ptrdiff_t>(i) + 1, vertex);
            ++i;
            done = true;
        }
    return done;
}

} // namespace

std::optional<BorderPlace> borderAt(std::span<const CoverArea> cover, GeoPoint near, double metres) {
    const LocalPlane plane(near);
    core::GeoBox box;
    box.include(near);
    box = plane.grown(box, metres);
    std::optional<BorderPlace> vertex;
    std::optional<BorderPlace> onEdge;
    double vertexApart = metres;
    double edgeApart = metres;
    for (const CoverArea& area : around(cover, box))
        for (const core::Polygon& polygon : area.shape->polygons)
            for (const Line& ring : polygon)
                for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                    core::GeoBox edge;
                    edge.include(ring[i]);
                    edge.include(ring[i + 1]);
                    if (!edge.intersects(box))
                        continue;
                    const PlanePoint a = plane.toPlane(ring[i]);
                    const PlanePoint b = plane.toPlane(ring[i + 1]);
                    const std::size_t end = distance(a, {}) <= distance(b, {}) ? i : i + 1;
                    if (const double apart = std::min(distance(a, {}), distance(b, {})); apart <= vertexApart && (!vertex || apart < vertexApart)) {
                        vertexApart = apart;
                        vertex = BorderPlace{ring[end], {}, {}};
                    }
                    const double share = shareAlong(a, b, {});
                    const PlanePoint foot = between(a, b, share);
                    if (const double apart = distance(foot, {}); share > 0 && share < 1 && apart <= edgeApart && (!onEdge || apart < edgeApart)) {
                        edgeApart = apart;
                        onEdge = BorderPlace{plane.toDegrees(foot), ring[i], ring[i + 1]};
                    }
                }
    return vertex ? vertex : onEdge;
}

core::Result<CoverEdit> moveVertex(std::span<const CoverArea> cover, GeoPoint vertex, GeoPoint to) {
    const auto there = borderAt(cover, vertex, BorderNet::ToleranceMetres);
    if (!there || !there->isVertex() || !(there->place == vertex))
        return core::fail(core::ErrorCode::NotFound, {"vertex-unknown", {}});
    return rewritten(cover, boxAround(vertex), [&](Line& ring) {
        // A neighbour on whose edge the vertex lies without being its own gets it as well.
        const LocalPlane plane(vertex);
        bool done = false;
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const PlanePoint a = plane.toPlane(ring[i]);
            const PlanePoint b = plane.toPlane(ring[i + 1]);
            const double share = shareAlong(a, b, {});
            if (!(ring[i] == vertex) && !(ring[i + 1] == vertex) && share > 0 && share < 1 && distance(between(a, b, share), {}) <= BorderNet::ToleranceMetres &&
                distance(a, {}) > BorderNet::ToleranceMetres && distance(b, {}) > BorderNet::ToleranceMetres) {
                ring.insert(ring.begin() + static_cast<std::ptrdiff_t>(i) + 1, vertex);
                ++i;
            }
        }
        for (GeoPoint& point : ring)
            if (point == vertex) {
                point = to;
                done = true;
            }
        return done;
    });
}

core::Result<CoverEdit> insertVertex(std::span<const CoverArea> cover, GeoPoint from, GeoPoint to, GeoPoint vertex) {
    core::GeoBox box;
    box.include(from);
    box.include(to);
    return rewritten(cover, box, [&](Line& ring) { return insertInto(ring, from, to, vertex); });
}

core::Result<CoverEdit> removeVertex(std::span<const CoverArea> cover, GeoPoint vertex) {
    std::vector<GeoPoint> beside; // other ends of the edges there
    for (const CoverArea& area : around(cover, boxAround(vertex)))
        for (const core::Polygon& polygon : area.shape->polygons)
            for (const Line& ring : polygon)
                for (std::size_t i = 0; i + 1 < ring.size(); ++i)
                    for (const auto& [end, other] : {std::pair(ring[i], ring[i + 1]), std::pair(ring[i + 1], ring[i])})
                        if (end == vertex && std::find(beside.begin(), beside.end(), other) == beside.end())
                            beside.push_back(other);
    if (beside.size() > 2)
        return core::fail(core::ErrorCode::BadInput, {"vertex-needed", {}});
    return rewritten(cover, boxAround(vertex), [&](Line& ring) {
        if (std::find(ring.begin(), ring.end(), vertex) == ring.end())
            return false;
        std::erase(ring, vertex);
        if (!ring.empty() && !(ring.front() == ring.back()))
            ring.push_back(ring.front());
        return true;
    });
}

} // namespace gridwarden::gis
