// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/patrol/street_chains.h"

#include "core/patrol/nearest_on_segment.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>

namespace gridwarden::core {

namespace {

StreetChains chainEqualVertices(std::span<const Street> streets, const LocalPlane& plane) {
    StreetChains made;
    made.chains.reserve(streets.size());
    std::map<std::pair<double, double>, std::uint32_t> known;
    for (const Street& street : streets) {
        std::vector<ChainVertex>& chain = made.chains.emplace_back();
        const GeoPoint* before = nullptr;
        double metres = 0;
        for (const GeoPoint& place : street.line) {
            if (before != nullptr && place == *before)
                continue;
            metres += before == nullptr ? 0 : groundMetres(*before, place);
            const auto [vertex, isNew] =
                known.try_emplace({place.longitude, place.latitude}, static_cast<std::uint32_t>(known.size()));
            chain.push_back({vertex->second, plane.toPlane(place), metres});
            before = &place;
        }
    }
    made.vertexCount = static_cast<std::uint32_t>(known.size());
    return made;
}

/// Joins the ends of chains to what they touch.
class EndJoining {
public:
    EndJoining(StreetChains& made, double tolerance) : m_made(made), m_tolerance(tolerance), m_same(made.vertexCount) {
        std::iota(m_same.begin(), m_same.end(), 0U);
        std::vector<Box> boxes;
        for (std::uint32_t chain = 0; chain < made.chains.size(); ++chain)
            for (std::uint32_t i = 0; i + 1 < made.chains[chain].size(); ++i) {
                Box box;
                for (const ChainVertex& vertex : {made.chains[chain][i], made.chains[chain][i + 1]})
                    box.include(vertex.at.x, vertex.at.y);
                boxes.push_back(box);
                m_segments.push_back({chain, i});
            }
        m_tree = PackedRTree(boxes);
    }

    void join() {
        for (std::uint32_t chain = 0; chain < m_made.chains.size(); ++chain)
            if (m_made.chains[chain].size() >= 2) {
                joinEnd(chain, m_made.chains[chain].front());
                joinEnd(chain, m_made.chains[chain].back());
            }
        insertVertices();
        for (std::vector<ChainVertex>& chain : m_made.chains)
            for (ChainVertex& vertex : chain)
                vertex.vertex = sameAs(vertex.vertex);
    }

private:
    struct Segment {
        std::uint32_t chain, first;
    };
    /// A vertex that a chain gets.
    struct Insertion {
        std::uint32_t chain;
        ChainVertex vertex;
    };

    void joinEnd(std::uint32_t chain, const ChainVertex& end) {
        std::optional<std::uint32_t> nearest; // item of the tree
        double least = m_tolerance * m_tolerance;
        NearestOnSegment there;
        bool isJoined = false; // to the street of the nearest segment, by a vertex
        m_tree.visit({end.at.x - m_tolerance, end.at.y - m_tolerance, end.at.x + m_tolerance, end.at.y + m_tolerance},
                     [&](std::uint32_t item) {
                         const Segment segment = m_segments[item];
                         const ChainVertex &from = m_made.chains[segment.chain][segment.first],
                                           &to = m_made.chains[segment.chain][segment.first + 1];
                         const NearestOnSegment found = nearestOnSegment(end.at, from.at, to.at);
                         const bool isItself = segment.chain == chain && isBeside(end, from, to, found.share);
                         if (isItself || found.squaredDistance > least)
                             return;
                         if (found.squaredDistance == least && nearest && *nearest < item)
                             return; // as near are the two segments at a vertex
                         isJoined = from.vertex == end.vertex || to.vertex == end.vertex;
                         nearest = item;
                         least = found.squaredDistance;
                         there = found;
                     });
        if (!nearest || isJoined)
            return;
        const auto [touched, first] = m_segments[*nearest];
        const ChainVertex &from = m_made.chains[touched][first], &to = m_made.chains[touched][first + 1];
        const double squaredTolerance = m_tolerance * m_tolerance;
        if (squaredDistance(end.at, from.at) <= squaredTolerance)
            m_same[sameAs(end.vertex)] = sameAs(from.vertex);
        else if (squaredDistance(end.at, to.at) <= squaredTolerance)
            m_same[sameAs(end.vertex)] = sameAs(to.vertex);
        else
            m_insertions.push_back({touched, {end.vertex, end.at, std::lerp(from.metres, to.metres, there.share)}});
    }
    /// Whether a place of the end's own street is so near along it that it is the end itself.
    [[nodiscard]] bool isBeside(const ChainVertex& end, const ChainVertex& from, const ChainVertex& to,
                                double share) const {
        return std::abs(end.metres - std::lerp(from.metres, to.metres, share)) <= 2 * m_tolerance;
    }
    void insertVertices() {
        std::sort(m_insertions.begin(), m_insertions.end(), [](const Insertion& a, const Insertion& b) {
            return std::tie(a.chain, a.vertex.metres, a.vertex.vertex) <
                   std::tie(b.chain, b.vertex.metres, b.vertex.vertex);
        });
        for (auto next = m_insertions.begin(); next != m_insertions.end();) {
            std::vector<ChainVertex>& chain = m_made.chains[next->chain];
            const auto middle = static_cast<std::ptrdiff_t>(chain.size());
            const std::uint32_t number = next->chain;
            for (; next != m_insertions.end() && next->chain == number; ++next)
                if (chain.size() == static_cast<std::size_t>(middle) || chain.back().vertex != next->vertex.vertex)
                    chain.push_back(next->vertex);
            std::inplace_merge(chain.begin(), chain.begin() + middle, chain.end(),
                               [](const ChainVertex& a, const ChainVertex& b) { return a.metres < b.metres; });
        }
    }
    [[nodiscard]] std::uint32_t sameAs(std::uint32_t vertex) {
        while (m_same[vertex] != vertex)
            vertex = m_same[vertex] = m_same[m_same[vertex]];
        return vertex;
    }

    StreetChains& m_made;
    double m_tolerance;
    std::vector<std::uint32_t> m_same; ///< of each vertex another one that is the same, itself at last
    std::vector<Segment> m_segments;
    PackedRTree m_tree;
    std::vector<Insertion> m_insertions;
};

} // namespace

StreetChains chainStreets(std::span<const Street> streets, const LocalPlane& plane, double joinMetres) {
    StreetChains made = chainEqualVertices(streets, plane);
    if (joinMetres > 0)
        EndJoining(made, joinMetres).join();
    return made;
}

} // namespace gridwarden::core
