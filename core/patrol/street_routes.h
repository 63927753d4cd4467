// SPDX-License-Identifier: GPL-3.0-or-later
// Shortest ways through the streets (Dijkstra, Numerische Mathematik 1 (1959) 269), in metres.
#pragma once

#include "core/patrol/street_network.h"

#include <optional>

namespace gridwarden::core {

/// A way along one edge, in metres from its beginning; backwards when from > to.
struct EdgePiece {
    std::uint32_t edge = 0;
    double from = 0;
    double to = 0;
    [[nodiscard]] double metres() const { return from < to ? to - from : from - to; }
};

/// Keeps its memory from one question to the next: for one thread. The network outlives it.
class StreetRoutes {
public:
    explicit StreetRoutes(const StreetNetwork& network);

    /// Lengths of the shortest ways from a position to each of others, in their order; infinite where that would be
    /// longer than `mostMetres`. Valid until the next question.
    [[nodiscard]] std::span<const double> lengths(StreetPosition from, std::span<const StreetPosition> to,
                                                  double mostMetres);
    /// The shortest way; empty when there is none of at most `mostMetres`. Valid until the next question.
    [[nodiscard]] std::span<const EdgePiece> way(StreetPosition from, StreetPosition to, double mostMetres);

private:
    /// How a node was reached in the question of that number.
    struct Reached {
        std::uint32_t question = 0;
        std::uint32_t edge = 0; ///< that leads to it
        std::uint32_t fromNode = 0;
        bool isFirst = false; ///< straight from the position where the way begins
        double metres = 0;
    };
    struct Waiting {
        double metres;
        std::uint32_t node;
        bool operator>(const Waiting& other) const { return metres > other.metres; }
    };
    void begin(StreetPosition from, double mostMetres);
    void reach(std::uint32_t node, const Reached& how, double mostMetres);
    [[nodiscard]] std::optional<Waiting> settle();

    const StreetNetwork& m_network;
    std::uint32_t m_question = 0;
    std::vector<Reached> m_reached; ///< by node
    std::vector<Waiting> m_waiting; ///< a heap, the nearest first
    std::vector<double> m_lengths;
    std::vector<EdgePiece> m_way;
};

} // namespace gridwarden::core
