// SPDX-License-Identifier: GPL-3.0-or-later
// Along which streets somebody went: a hidden Markov model of positions that err (P. Newson and J. Krumm, Hidden Markov
// Map Matching Through Noise and Sparseness, ACM GIS 2009), for people on foot, who may turn anywhere.
#pragma once

#include "core/patrol/fix.h"
#include "core/patrol/passage.h"
#include "core/patrol/passage_joining.h"
#include "core/patrol/street_routes.h"

namespace gridwarden::core {

struct MatchingRules {
    double radiusMetres = 50;    ///< what is farther from a street is beside the network
    double deviationMetres = 10; ///< standard deviation of fixes that do not say theirs
    double detourMetres = 10;  ///< mean of what a way is longer than the straight line between two places (their beta)
    double turnMetres = 25;    ///< a shorter way back is taken for an error: see passage_joining.h
    std::size_t mostEdges = 8; ///< looked at for each place, the nearest ones
    double bridgeSeconds = 20; ///< beside the network for less, between places on it, counts as an error
};

/// A way that no street explains.
struct UnmatchedWay {
    std::int64_t fromMs = 0;
    std::int64_t toMs = 0;
    double metres = 0; ///< of the line through the fixes
};

struct MatchedPart {
    std::vector<Passage> passages;       ///< in the order of time
    std::vector<UnmatchedWay> unmatched; ///< in the order of time, between and beside the passages
    [[nodiscard]] double matchedMetres() const;
    [[nodiscard]] double unmatchedMetres() const;
};

/// Fixes are first smoothed: each is replaced by the mean of those up to 10 s before and after it, fewer where somebody
/// turns, and those that bring nothing new are left out (the paper leaves out fixes within two deviations of the one
/// before, for the same reason: what people on foot seem to move is error for the most part). The fitness of a street
/// falls with the squared distance; that of going from one to another falls with what the shortest way differs from the
/// straight line. A way more than twice as long as the straight line and 50 m more is none, so that nobody is carried
/// across a block: there the way is broken, what lies between is unmatched, and it begins anew. Times between places
/// are interpolated along the way.
///
/// Keeps its memory from one part to the next: a matcher for each thread, over one network, which outlives it.
class MapMatcher {
public:
    explicit MapMatcher(const StreetNetwork& network, const MatchingRules& rules = {});

    /// \pre times ascend, as in a part of a cleaned track
    [[nodiscard]] MatchedPart match(std::span<const Fix> part);

private:
    /// Where somebody was, and from when to when.
    struct Place {
        PlanePoint at;
        std::int64_t arriveMs = 0, leaveMs = 0;
        double deviation = 0;
        std::uint32_t firstState = 0, stateCount = 0;
        bool isFirst = false; ///< of a way; there is none from the place before
    };
    /// A place on the network that one may have been at, with the least unfitness (a logarithm) of a way that ends
    /// there.
    struct State {
        double cost = 0;
        std::uint32_t before = 0; ///< state of the last place that has any
    };
    void gatherPlaces(std::span<const Fix> part);
    void gatherMoving(std::span<const Fix> part, std::size_t begin, std::size_t end);
    [[nodiscard]] bool isSteady(std::size_t middle, std::size_t around, double deviation) const;
    [[nodiscard]] double deviationOf(const Fix& fix) const;
    void findStates(Place& place);
    [[nodiscard]] bool connect(const Place& from, const Place& to);
    void choose();
    void follow(MatchedPart& matched);
    void addWay(const Place& from, StreetPosition start, const Place& to, StreetPosition end);
    void addPiece(const EdgePiece& piece, std::int64_t enterMs, std::int64_t leaveMs);

    const StreetNetwork& m_network;
    MatchingRules m_rules;
    StreetRoutes m_routes;
    PassageJoining m_joining;
    std::vector<PlanePoint> m_points; ///< of the fixes
    std::vector<PlanePoint> m_sums;   ///< of those before each
    std::vector<Place> m_places;
    std::vector<StreetPosition> m_positions; ///< of the states
    std::vector<State> m_states;
    std::vector<State> m_arrivals;                      ///< at the states of one place
    std::vector<std::optional<std::uint32_t>> m_chosen; ///< state of each place
};

} // namespace gridwarden::core
