// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/patrol/street_routes.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace gridwarden::core {

namespace {

constexpr double Never = std::numeric_limits<double>::infinity();

/// Metres along its edge from a position to a node at one of the ends; to the nearer one of a loop.
double toNode(const StreetEdge& edge, double metres, std::uint32_t node) {
    const double back = edge.fromNode == node ? metres : Never,
                 on = edge.toNode == node ? edge.metres() - metres : Never;
    return std::min(back, on);
}

/// Where on its edge a node lies, as seen from a position there.
double endAt(const StreetEdge& edge, double metres, std::uint32_t node) {
    return edge.fromNode == node && (edge.toNode != node || metres <= edge.metres() - metres) ? 0 : edge.metres();
}

} // namespace

StreetRoutes::StreetRoutes(const StreetNetwork& network) : m_network(network), m_reached(network.nodeCount()) {}

void StreetRoutes::begin(StreetPosition from, double mostMetres) {
    if (++m_question == 0) { // numbers begin anew
        std::fill(m_reached.begin(), m_reached.end(), Reached{});
        m_question = 1;
    }
    m_waiting.clear();
    const StreetEdge& edge = m_network.edges()[from.edge];
    for (const std::uint32_t node : {edge.fromNode, edge.toNode})
        reach(node, {m_question, from.edge, node, true, toNode(edge, from.metres, node)}, mostMetres);
}

void StreetRoutes::reach(std::uint32_t node, const Reached& how, double mostMetres) {
    Reached& reached = m_reached[node];
    if (how.metres > mostMetres || (reached.question == m_question && reached.metres <= how.metres))
        return;
    reached = how;
    m_waiting.push_back({how.metres, node});
    std::push_heap(m_waiting.begin(), m_waiting.end(), std::greater<>());
}

std::optional<StreetRoutes::Waiting> StreetRoutes::settle() {
    while (!m_waiting.empty()) {
        std::pop_heap(m_waiting.begin(), m_waiting.end(), std::greater<>());
        const Waiting next = m_waiting.back();
        m_waiting.pop_back();
        if (next.metres == m_reached[next.node].metres) // else it was reached on a shorter way
            return next;
    }
    return std::nullopt;
}

std::span<const double> StreetRoutes::lengths(StreetPosition from, std::span<const StreetPosition> to,
                                              double mostMetres) {
    const std::span<const StreetEdge> edges = m_network.edges();
    m_lengths.clear();
    for (const StreetPosition& end : to)
        m_lengths.push_back(end.edge == from.edge ? std::abs(end.metres - from.metres) : Never);
    const auto longest = [&] {
        double most = 0;
        for (const double length : m_lengths)
            most = std::max(most, length);
        return std::min(most, mostMetres);
    };
    double enough = longest(); // nothing farther away makes any way shorter
    begin(from, enough);
    while (const std::optional<Waiting> next = settle()) {
        if (next->metres >= enough)
            break;
        for (std::size_t i = 0; i < to.size(); ++i)
            m_lengths[i] = std::min(m_lengths[i], next->metres + toNode(edges[to[i].edge], to[i].metres, next->node));
        enough = longest();
        for (const auto& [edge, other] : m_network.edgesAt(next->node))
            reach(other, {m_question, edge, next->node, false, next->metres + edges[edge].metres()}, enough);
    }
    for (double& length : m_lengths)
        if (length > mostMetres)
            length = Never;
    return m_lengths;
}

std::span<const EdgePiece> StreetRoutes::way(StreetPosition from, StreetPosition to, double mostMetres) {
    const std::span<const StreetEdge> edges = m_network.edges();
    m_way.clear();
    const double length = lengths(from, {&to, 1}, mostMetres).front();
    if (length == Never)
        return m_way;
    if (from.edge == to.edge && std::abs(to.metres - from.metres) <= length) {
        m_way.push_back({from.edge, from.metres, to.metres});
        return m_way;
    }
    const StreetEdge& last = edges[to.edge];
    const auto through = [&](std::uint32_t node) {
        return m_reached[node].question == m_question ? m_reached[node].metres + toNode(last, to.metres, node) : Never;
    };
    std::uint32_t node = through(last.fromNode) <= through(last.toNode) ? last.fromNode : last.toNode;
    m_way.push_back({to.edge, endAt(last, to.metres, node), to.metres});
    while (!m_reached[node].isFirst) {
        const auto& [question, edge, before, isFirst, metres] = m_reached[node];
        const bool isForward = edges[edge].fromNode == before;
        m_way.push_back({edge, isForward ? 0 : edges[edge].metres(), isForward ? edges[edge].metres() : 0});
        node = before;
    }
    m_way.push_back({from.edge, from.metres, endAt(edges[from.edge], from.metres, node)});
    std::reverse(m_way.begin(), m_way.end());
    return m_way;
}

} // namespace gridwarden::core
