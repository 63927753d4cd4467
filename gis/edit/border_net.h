// SPDX-License-Identifier: GPL-3.0-or-later
// The borders of some areas and a drawn line as one net of edges that meet in nodes only. A node is a vertex with exactly its
// coordinates: what was there before is never moved, and where a drawn line meets a border both get the same node.
#pragma once

#include "gis/edit/local_plane.h"

#include <cstdint>
#include <map>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace gridwarden::gis {

class BorderNet {
  public:
    /// Nearer than this, a drawn vertex takes the place of a vertex of the borders, and a border gets the vertex that lies on it.
    static constexpr double ToleranceMetres = 0.05;

    struct Edge {
        int from = 0;
        int to = 0;
        std::vector<int> owners; ///< ascending: whose border it is
        bool isDrawn = false;    ///< and nobody's border
    };

    /// \param shapes their positions are the owners. \param drawn an open line, or a ring whose last point is its first.
    BorderNet(std::span<const core::Shape* const> shapes, const core::Line& drawn);

    [[nodiscard]] const std::vector<Edge>& edges() const { return m_edges; }
    [[nodiscard]] std::size_t nodeCount() const { return m_points.size(); }
    [[nodiscard]] core::GeoPoint point(int node) const { return m_degrees[static_cast<std::size_t>(node)]; }
    [[nodiscard]] PlanePoint plane(int node) const { return m_points[static_cast<std::size_t>(node)]; }
    [[nodiscard]] const LocalPlane& localPlane() const { return m_plane; }
    /// Takes drawn edges away: those that `isNeedless` says, by their position.
    void removeEdges(const std::vector<bool>& isNeedless);
    /// The shape with those nodes in its borders that lie on them and `isUsed` says, by their position; all else stays.
    [[nodiscard]] core::Shape withNodes(const core::Shape& shape, const std::vector<bool>& isUsed) const;

  private:
    using Pair = std::pair<int, int>; ///< the smaller node first
    struct Cell {
        std::int64_t x;
        std::int64_t y;
        bool operator==(const Cell&) const = default;
    };
    struct CellHash {
        std::size_t operator()(const Cell& c) const { return static_cast<std::size_t>(c.x * 73'856'093 ^ c.y * 19'349'663); }
    };
    int nodeOf(core::GeoPoint place);
    [[nodiscard]] int nodeNear(PlanePoint place) const; ///< −1: none within the tolerance
    [[nodiscard]] static Cell cellOf(PlanePoint place);
    void nodeBorders();
    void crossBorders();
    void nodeDrawn(const core::Line& drawn);
    void splitAt(const Pair& border, int node);
    [[nodiscard]] std::vector<int> chain(int from, int to, const std::vector<int>& inside) const;
    void build();

    LocalPlane m_plane;
    std::vector<core::GeoPoint> m_degrees;
    std::vector<PlanePoint> m_points;
    std::map<std::pair<double, double>, int> m_byPlace;
    std::unordered_multimap<Cell, int, CellHash> m_byCell;
    std::map<Pair, std::vector<int>> m_borders;     ///< owners
    std::map<Pair, std::vector<int>> m_meetings;    ///< border → nodes of other borders and of the drawn line on it
    std::vector<Pair> m_drawn;
    std::vector<Edge> m_edges;
};

/// Whether a line meets itself; the ends of a ring may meet.
[[nodiscard]] bool crossesItself(const core::Line& line);

} // namespace gridwarden::gis
