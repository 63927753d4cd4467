// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/patrol/map_matching.h"

#include "core/patrol/nearest_on_segment.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gridwarden::core {

namespace {

constexpr double Never = std::numeric_limits<double>::infinity();
constexpr double Hopeless = 40;             // unfitness beyond that of the best state, about e^-40 as likely
constexpr double LeastDeviation = 3;        // metres; what devices say of themselves is often too good
constexpr std::int64_t SmoothedMs = 20'000; // whose fixes tell where somebody was in its middle
constexpr double SteadyDeviations = 2.5;    // by which the middle of these may differ from their ends
constexpr double NewPlaceDeviations = 0.5;  // from the place before

double mostWay(double straight) {
    return 2 * straight + 50;
}

double between(PlanePoint a, PlanePoint b) {
    return std::sqrt(squaredDistance(a, b));
}

} // namespace

double MatchedPart::matchedMetres() const {
    double metres = 0;
    for (const Passage& passage : passages)
        metres += passage.metres();
    return metres;
}

double MatchedPart::unmatchedMetres() const {
    double metres = 0;
    for (const UnmatchedWay& way : unmatched)
        metres += way.metres;
    return metres;
}

MapMatcher::MapMatcher(const StreetNetwork& network, const MatchingRules& rules)
    : m_network(network), m_rules(rules), m_routes(network), m_joining(rules.turnMetres) {}

MatchedPart MapMatcher::match(std::span<const Fix> part) {
    gatherPlaces(part);
    m_positions.clear();
    m_states.clear();
    const Place* before = nullptr;
    for (Place& place : m_places) {
        findStates(place);
        if (place.stateCount == 0)
            continue;
        const bool isNear = before != nullptr &&
                            (before + 1 == &place ||
                             static_cast<double>(place.arriveMs - before->leaveMs) <= 1000 * m_rules.bridgeSeconds);
        place.isFirst = !isNear || !connect(*before, place);
        before = &place;
    }
    choose();
    MatchedPart matched;
    follow(matched);
    return matched;
}

/// Somebody whose fixes stay at one place stood there.
void MapMatcher::gatherPlaces(std::span<const Fix> part) {
    m_places.clear();
    m_points.clear();
    m_sums.assign(1, {});
    for (const Fix& fix : part) {
        const PlanePoint at = m_network.plane().toPlane(fix.place);
        m_points.push_back(at);
        m_sums.push_back({m_sums.back().x + at.x, m_sums.back().y + at.y});
    }
    for (std::size_t begin = 0; begin < part.size();) {
        std::size_t end = begin + 1; // of the fixes at one place
        while (end < part.size() && part[end].place == part[begin].place)
            ++end;
        if (end > begin + 1) {
            m_places.push_back(
                {m_points[begin], part[begin].at, part[end - 1].at, deviationOf(part[begin]), 0, 0, false});
        } else {
            while (end < part.size() && (end + 1 == part.size() || part[end].place != part[end + 1].place))
                ++end;
            gatherMoving(part, begin, end);
        }
        begin = end;
    }
}

/// Takes the mean of as many fixes before as after each one, as long as they go on steadily. What follows within half a
/// deviation says nothing new.
void MapMatcher::gatherMoving(std::span<const Fix> part, std::size_t begin, std::size_t end) {
    std::optional<PlanePoint> before;
    for (std::size_t i = begin; i < end; ++i) {
        const double deviation = deviationOf(part[i]);
        std::size_t around = 0;
        for (std::size_t next = 1; i >= begin + next && i + next < end; ++next) {
            if (part[i + next].at - part[i - next].at > SmoothedMs || !isSteady(i, next, deviation))
                break;
            around = next;
        }
        const PlanePoint from = m_sums[i - around], to = m_sums[i + around + 1];
        const auto count = static_cast<double>(2 * around + 1);
        const PlanePoint mean{(to.x - from.x) / count, (to.y - from.y) / count};
        if (before && i + 1 < end && between(*before, mean) < NewPlaceDeviations * deviation)
            continue;
        // Errors of fixes soon after one another are alike in part: between the deviation of one and that of their
        // mean.
        m_places.push_back({mean, part[i].at, part[i].at, deviation / std::pow(count, 0.25), 0, 0, false});
        before = mean;
    }
}

/// Whether the mean of the inner half of the fixes around one is that of the outer ones, but for their errors: so it is
/// on a straight way at one speed, and not where somebody turns.
bool MapMatcher::isSteady(std::size_t middle, std::size_t around, double deviation) const {
    const std::size_t half = around / 2;
    const PlanePoint begin = m_sums[middle - around], innerBegin = m_sums[middle - half],
                     innerEnd = m_sums[middle + half + 1], end = m_sums[middle + around + 1];
    const auto inner = static_cast<double>(2 * half + 1), outer = static_cast<double>(2 * (around - half));
    const double innerX = innerEnd.x - innerBegin.x, innerY = innerEnd.y - innerBegin.y;
    const double x = innerX / inner - (end.x - begin.x - innerX) / outer,
                 y = innerY / inner - (end.y - begin.y - innerY) / outer;
    const double most = SteadyDeviations * deviation;
    return x * x + y * y <= most * most * (1 / inner + 1 / outer);
}

double MapMatcher::deviationOf(const Fix& fix) const {
    return fix.accuracy > 0 ? std::max<double>(fix.accuracy, LeastDeviation) : m_rules.deviationMetres;
}

void MapMatcher::findStates(Place& place) {
    place.firstState = static_cast<std::uint32_t>(m_states.size());
    for (const NearStreet& near : m_network.near(place.at, m_rules.radiusMetres)) {
        if (m_states.size() - place.firstState == m_rules.mostEdges)
            break;
        const double deviations = near.distanceMetres / place.deviation;
        m_positions.push_back(near.at);
        m_states.push_back({deviations * deviations / 2, 0});
    }
    place.stateCount = static_cast<std::uint32_t>(m_states.size()) - place.firstState;
}

/// Continues the ways; where none can be, leaves the states as those of a beginning and says no.
bool MapMatcher::connect(const Place& from, const Place& to) {
    const std::span<const StreetPosition> ends = std::span(m_positions).subspan(to.firstState, to.stateCount);
    const double straight = between(from.at, to.at);
    double best = Never;
    for (std::uint32_t i = 0; i < from.stateCount; ++i)
        best = std::min(best, m_states[from.firstState + i].cost);
    m_arrivals.assign(to.stateCount, {Never, 0});
    bool canBe = false;
    for (std::uint32_t state = from.firstState; state < from.firstState + from.stateCount; ++state) {
        const double cost = m_states[state].cost;
        if (!(cost <= best + Hopeless))
            continue;
        const std::span<const double> lengths = m_routes.lengths(m_positions[state], ends, mostWay(straight));
        for (std::size_t j = 0; j < ends.size(); ++j) {
            const double arriving = cost + std::abs(lengths[j] - straight) / m_rules.detourMetres;
            if (arriving < m_arrivals[j].cost) {
                m_arrivals[j] = {arriving, state};
                canBe = true;
            }
        }
    }
    for (std::size_t j = 0; canBe && j < ends.size(); ++j) {
        State& state = m_states[to.firstState + j];
        state = {state.cost + m_arrivals[j].cost, m_arrivals[j].before};
    }
    return canBe;
}

/// From the end back, along the best way to each place after which a way breaks off.
void MapMatcher::choose() {
    m_chosen.assign(m_places.size(), std::nullopt);
    bool isEnd = true;
    std::uint32_t state = 0;
    for (std::size_t i = m_places.size(); i-- > 0;) {
        const Place& place = m_places[i];
        if (place.stateCount == 0)
            continue;
        if (isEnd) {
            const auto first = m_states.begin() + place.firstState;
            state = static_cast<std::uint32_t>(
                std::min_element(first, first + place.stateCount,
                                 [](const State& a, const State& b) { return a.cost < b.cost; }) -
                m_states.begin());
        }
        m_chosen[i] = state;
        isEnd = place.isFirst;
        state = m_states[state].before;
    }
}

void MapMatcher::follow(MatchedPart& matched) {
    const auto finishWay = [&] {
        const std::vector<Passage> passages = m_joining.finish();
        matched.passages.insert(matched.passages.end(), passages.begin(), passages.end());
    };
    const auto addUnmatched = [&](std::size_t from, std::size_t to) { // places
        UnmatchedWay way{m_chosen[from] ? m_places[from].leaveMs : m_places[from].arriveMs,
                         m_chosen[to] ? m_places[to].arriveMs : m_places[to].leaveMs, 0};
        for (std::size_t i = from; i < to; ++i)
            way.metres += between(m_places[i].at, m_places[i + 1].at);
        if (way.toMs > way.fromMs)
            matched.unmatched.push_back(way);
    };
    std::size_t before = 0;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        if (!m_chosen[i])
            continue;
        const Place& place = m_places[i];
        const StreetPosition position = m_positions[*m_chosen[i]];
        if (place.isFirst) {
            finishWay();
            addUnmatched(before, i);
        } else {
            addWay(m_places[before], m_positions[*m_chosen[before]], place, position);
        }
        if (place.leaveMs > place.arriveMs)
            addPiece({position.edge, position.metres, position.metres}, place.arriveMs, place.leaveMs);
        before = i;
    }
    finishWay();
    if (!m_places.empty())
        addUnmatched(before, m_places.size() - 1);
}

void MapMatcher::addWay(const Place& from, StreetPosition start, const Place& to, StreetPosition end) {
    const std::span<const EdgePiece> way = m_routes.way(start, end, mostWay(between(from.at, to.at)));
    double length = 0;
    for (const EdgePiece& piece : way)
        length += piece.metres();
    double metres = 0;
    std::int64_t enter = from.leaveMs;
    for (const EdgePiece& piece : way) {
        if (piece.metres() == 0 && length > 0)
            continue;
        metres += piece.metres();
        const double share = length > 0 ? metres / length : 1;
        const std::int64_t leave = from.leaveMs + std::llround(static_cast<double>(to.arriveMs - from.leaveMs) * share);
        addPiece(piece, enter, leave);
        enter = leave;
    }
}

void MapMatcher::addPiece(const EdgePiece& piece, std::int64_t enterMs, std::int64_t leaveMs) {
    const StreetEdge& edge = m_network.edges()[piece.edge];
    m_joining.add(
        {edge.street, piece.edge, edge.fromMetres + piece.from, edge.fromMetres + piece.to, enterMs, leaveMs});
}

} // namespace gridwarden::core
