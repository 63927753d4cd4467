// SPDX-License-Identifier: GPL-3.0-or-later
// The streets of a district as a graph for people on foot: every street can be walked in both directions.
#pragma once

#include "core/base/local_plane.h"
#include "core/index/packed_rtree.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace gridwarden::core {

/// Line in CGCS2000 degrees, finite.
struct Street {
    std::int64_t id = 0;
    std::string name;
    std::string grade;
    std::vector<GeoPoint> line;
};

/// A piece of a street between two nodes.
struct StreetEdge {
    std::uint32_t street = 0; ///< position among the streets
    std::uint32_t fromNode = 0;
    std::uint32_t toNode = 0;
    double fromMetres = 0; ///< along the street from its beginning, on the ellipsoid
    double toMetres = 0;
    [[nodiscard]] double metres() const { return toMetres - fromMetres; }
};

/// A place on an edge, in metres from its beginning.
struct StreetPosition {
    std::uint32_t edge = 0;
    double metres = 0;
    bool operator==(const StreetPosition&) const = default;
};

struct NearStreet {
    StreetPosition at; ///< the point of the edge that is nearest
    double distanceMetres = 0;
};

/// An edge as seen from one of its nodes.
struct EdgeAtNode {
    std::uint32_t edge = 0;
    std::uint32_t otherNode = 0;
};

/// Streets are cut where they meet: at vertices with exactly the same coordinates, also of one street, and where the
/// end of one lies within a tolerance of another or of a farther place of itself. Where lines run over the same
/// vertices (a street there and back) one edge stands for all, that of the first street. Lines that cross without a
/// vertex pass over or under each other.
///
/// Distances are measured in the plane about the middle of all streets, lengths along streets segment by segment on the
/// ellipsoid: see local_plane.h for what the plane costs (a distance of 50 m from a street 30 km north of the middle
/// is wrong by 0.14 m at 30° of latitude). Not changed after building, so that any number of threads may ask it at
/// once.
class StreetNetwork {
public:
    /// Without a tolerance (0) only equal vertices join. \pre fewer than 2^32 vertices
    explicit StreetNetwork(std::vector<Street> streets, double joinMetres = 0.5);

    [[nodiscard]] std::span<const Street> streets() const { return m_streets; }
    [[nodiscard]] std::span<const StreetEdge> edges() const { return m_edges; }
    [[nodiscard]] std::size_t nodeCount() const { return m_nodeStarts.size() - 1; }
    [[nodiscard]] std::span<const EdgeAtNode> edgesAt(std::uint32_t node) const {
        return std::span(m_edgesAtNodes).subspan(m_nodeStarts[node], m_nodeStarts[node + 1] - m_nodeStarts[node]);
    }
    [[nodiscard]] const LocalPlane& plane() const { return m_plane; }

    /// Of each edge within the radius of a point of the plane its nearest place, the nearest edge first.
    [[nodiscard]] std::vector<NearStreet> near(PlanePoint point, double radiusMetres) const;

private:
    struct Segment {
        PlanePoint from, to;
        std::uint32_t edge = 0;
        double fromMetres = 0, toMetres = 0; ///< from the beginning of the edge
    };
    std::vector<Street> m_streets;
    LocalPlane m_plane;
    std::vector<StreetEdge> m_edges;
    std::vector<std::uint32_t> m_nodeStarts; ///< in m_edgesAtNodes; one more than nodes
    std::vector<EdgeAtNode> m_edgesAtNodes;
    std::vector<Segment> m_segments;
    PackedRTree m_tree; ///< of the segments, in the plane
};

} // namespace gridwarden::core
