// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/patrol/street_network.h"

#include "core/patrol/nearest_on_segment.h"
#include "core/patrol/street_chains.h"

#include <cmath>
#include <numeric>
#include <optional>
#include <set>

namespace gridwarden::core {

namespace {

LocalPlane planeAbout(std::span<const Street> streets) {
    GeoBox box;
    for (const Street& street : streets)
        box.include(boundsOf(street.line));
    if (box.isEmpty())
        return LocalPlane({});
    return LocalPlane(
        {std::midpoint(box.minLongitude, box.maxLongitude), std::midpoint(box.minLatitude, box.maxLatitude)});
}

/// Which vertices are nodes: ends, where chains meet, and where a chain turns right back.
std::vector<bool> nodesOf(const StreetChains& streets) {
    std::vector<bool> isNode(streets.vertexCount), isUsed(streets.vertexCount);
    for (const std::vector<ChainVertex>& chain : streets.chains)
        for (std::size_t i = 0; i < chain.size(); ++i) {
            const std::uint32_t vertex = chain[i].vertex;
            const bool isEnd = i == 0 || i + 1 == chain.size();
            if (isEnd || isUsed[vertex] || chain[i - 1].vertex == chain[i + 1].vertex)
                isNode[vertex] = true;
            isUsed[vertex] = true;
        }
    return isNode;
}

} // namespace

StreetNetwork::StreetNetwork(std::vector<Street> streets, double joinMetres)
    : m_streets(std::move(streets)), m_plane(planeAbout(m_streets)) {
    const StreetChains chained = chainStreets(m_streets, m_plane, joinMetres);
    const std::vector<bool> isNode = nodesOf(chained);
    std::vector<std::optional<std::uint32_t>> nodes(chained.vertexCount);
    std::uint32_t nodeCount = 0;
    const auto nodeOf = [&](std::uint32_t vertex) {
        if (!nodes[vertex])
            nodes[vertex] = nodeCount++;
        return *nodes[vertex];
    };
    std::set<std::vector<std::uint32_t>> known; // the vertices of edges, from the smaller side
    const auto isNew = [&](std::span<const ChainVertex> piece) {
        std::vector<std::uint32_t> vertices;
        for (const ChainVertex& vertex : piece)
            vertices.push_back(vertex.vertex);
        return known.insert(std::min(vertices, std::vector(vertices.rbegin(), vertices.rend()))).second;
    };
    for (std::uint32_t street = 0; street < m_streets.size(); ++street) {
        const std::span<const ChainVertex> chain = chained.chains[street];
        for (std::size_t begin = 0; begin + 1 < chain.size();) {
            std::size_t end = begin + 1;
            while (!isNode[chain[end].vertex])
                ++end;
            const std::span<const ChainVertex> piece = chain.subspan(begin, end - begin + 1);
            begin = end;
            if (!isNew(piece))
                continue;
            const auto edge = static_cast<std::uint32_t>(m_edges.size());
            const double from = piece.front().metres;
            for (std::size_t i = 0; i + 1 < piece.size(); ++i)
                m_segments.push_back(
                    {piece[i].at, piece[i + 1].at, edge, piece[i].metres - from, piece[i + 1].metres - from});
            m_edges.push_back(
                {street, nodeOf(piece.front().vertex), nodeOf(piece.back().vertex), from, piece.back().metres});
        }
    }

    m_nodeStarts.resize(nodeCount + 1);
    for (const StreetEdge& edge : m_edges) {
        ++m_nodeStarts[edge.fromNode + 1];
        ++m_nodeStarts[edge.toNode + 1];
    }
    std::partial_sum(m_nodeStarts.begin(), m_nodeStarts.end(), m_nodeStarts.begin());
    m_edgesAtNodes.resize(m_edges.size() * 2);
    std::vector<std::uint32_t> next(m_nodeStarts.begin(), m_nodeStarts.end() - 1);
    for (std::uint32_t edge = 0; edge < m_edges.size(); ++edge) {
        m_edgesAtNodes[next[m_edges[edge].fromNode]++] = {edge, m_edges[edge].toNode};
        m_edgesAtNodes[next[m_edges[edge].toNode]++] = {edge, m_edges[edge].fromNode};
    }

    std::vector<Box> boxes;
    boxes.reserve(m_segments.size());
    for (const Segment& segment : m_segments) {
        Box& box = boxes.emplace_back();
        box.include(segment.from.x, segment.from.y);
        box.include(segment.to.x, segment.to.y);
    }
    m_tree = PackedRTree(boxes);
}

std::vector<NearStreet> StreetNetwork::near(PlanePoint point, double radiusMetres) const {
    std::vector<NearStreet> found; // squared distances at first
    m_tree.visit(
        {point.x - radiusMetres, point.y - radiusMetres, point.x + radiusMetres, point.y + radiusMetres},
        [&](std::uint32_t item) {
            const Segment& segment = m_segments[item];
            const NearestOnSegment nearest = nearestOnSegment(point, segment.from, segment.to);
            if (nearest.squaredDistance > radiusMetres * radiusMetres)
                return;
            const NearStreet here{{segment.edge, std::lerp(segment.fromMetres, segment.toMetres, nearest.share)},
                                  nearest.squaredDistance};
            const auto known = std::find_if(found.begin(), found.end(),
                                            [&](const NearStreet& other) { return other.at.edge == segment.edge; });
            if (known == found.end())
                found.push_back(here);
            else if (here.distanceMetres < known->distanceMetres)
                *known = here;
        });
    for (NearStreet& street : found)
        street.distanceMetres = std::sqrt(street.distanceMetres);
    std::sort(found.begin(), found.end(), [](const NearStreet& a, const NearStreet& b) {
        return a.distanceMetres != b.distanceMetres ? a.distanceMetres < b.distanceMetres : a.at.edge < b.at.edge;
    });
    return found;
}

} // namespace gridwarden::core
