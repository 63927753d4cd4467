// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/patrol/track_stops.h"

#include "core/base/local_plane.h"

#include <optional>

namespace gridwarden::core {

namespace {

constexpr double LeastShare = 0.8;                // of the time within the radius
constexpr std::int64_t LongestOutsideMs = 30'000; // of a stop

/// A weighted mean that grows.
struct Mean {
    double weight = 0, x = 0, y = 0;
    void add(PlanePoint point, double pointWeight) {
        weight += pointWeight;
        x += pointWeight * point.x;
        y += pointWeight * point.y;
    }
    [[nodiscard]] PlanePoint value() const { return {x / weight, y / weight}; }
};

class StopSearch {
public:
    StopSearch(std::span<const Fix> fixes, double radiusMetres, std::int64_t leastMs)
        : m_fixes(fixes), m_squaredRadius(radiusMetres * radiusMetres), m_leastMs(leastMs),
          m_plane(fixes.front().place) {
        m_points.reserve(fixes.size());
        m_weights.reserve(fixes.size());
        m_sums.reserve(fixes.size() + 1);
        m_sums.emplace_back();
        m_squares.reserve(fixes.size() + 1);
        m_squares.push_back(0);
        for (std::size_t i = 0; i < fixes.size(); ++i) {
            const PlanePoint point = m_plane.toPlane(fixes[i].place);
            // Half of the time from the fix before to the one after.
            const std::int64_t around = fixes[std::min(i + 1, fixes.size() - 1)].at - fixes[i == 0 ? 0 : i - 1].at;
            const double weight = static_cast<double>(around) / 2 + 1;
            m_points.push_back(point);
            m_weights.push_back(weight);
            m_sums.push_back(m_sums.back());
            m_sums.back().add(point, weight);
            m_squares.push_back(m_squares.back() + weight * (point.x * point.x + point.y * point.y));
        }
    }

    [[nodiscard]] std::vector<FixStop> find() const {
        std::vector<FixStop> stops;
        std::size_t end = 0;
        for (std::size_t begin = 0; begin < m_fixes.size();) {
            while (end < m_fixes.size() && m_fixes[end].at - m_fixes[begin].at < m_leastMs)
                ++end;
            if (end == m_fixes.size())
                break;
            if (const std::optional<FixStop> stop = stopFrom(begin, end)) {
                stops.push_back(*stop);
                begin = stop->last + 1;
            } else {
                ++begin;
            }
        }
        return stops;
    }

private:
    [[nodiscard]] bool isNear(std::size_t fix, PlanePoint middle) const {
        const double x = m_points[fix].x - middle.x, y = m_points[fix].y - middle.y;
        return x * x + y * y <= m_squaredRadius;
    }
    /// Whether somebody stood during the shortest stretch from `begin`, up to `end`.
    [[nodiscard]] bool isStanding(std::size_t begin, std::size_t end, PlanePoint middle, double weight) const {
        const double spread =
            (m_squares[end + 1] - m_squares[begin]) / weight - middle.x * middle.x - middle.y * middle.y;
        if (spread > m_squaredRadius) // most stretches of a walk; spares counting
            return false;
        double near = 0;
        for (std::size_t i = begin; i <= end; ++i)
            near += isNear(i, middle) ? m_weights[i] : 0;
        return near >= LeastShare * weight;
    }
    [[nodiscard]] std::optional<FixStop> stopFrom(std::size_t begin, std::size_t end) const {
        const Mean &before = m_sums[begin], &after = m_sums[end + 1];
        const Mean all{after.weight - before.weight, after.x - before.x, after.y - before.y};
        if (!isStanding(begin, end, all.value(), all.weight))
            return std::nullopt;
        Mean middle;
        for (std::size_t i = begin; i <= end; ++i)
            if (isNear(i, all.value()))
                middle.add(m_points[i], m_weights[i]);
        std::size_t first = begin;
        while (first < end && !isNear(first, middle.value()))
            ++first;
        std::size_t last = first;
        std::optional<std::int64_t> outsideSince;
        for (std::size_t i = first; i < m_fixes.size(); ++i) {
            if (isNear(i, middle.value())) {
                last = i;
                outsideSince.reset();
                if (i > end)
                    middle.add(m_points[i], m_weights[i]);
            } else if (!outsideSince) {
                outsideSince = m_fixes[i].at;
            } else if (m_fixes[i].at - *outsideSince > LongestOutsideMs) {
                break;
            }
        }
        if (m_fixes[last].at - m_fixes[first].at < m_leastMs)
            return std::nullopt;
        return FixStop{first, last, m_plane.toGeo(middle.value())};
    }

    std::span<const Fix> m_fixes;
    double m_squaredRadius;
    std::int64_t m_leastMs;
    LocalPlane m_plane;
    std::vector<PlanePoint> m_points;
    std::vector<double> m_weights;
    std::vector<Mean> m_sums; ///< of the fixes before each
    std::vector<double> m_squares;
};

} // namespace

std::vector<FixStop> findStops(std::span<const Fix> fixes, double radiusMetres, std::int64_t leastMs) {
    if (fixes.empty() || leastMs <= 0)
        return {};
    return StopSearch(fixes, radiusMetres, leastMs).find();
}

} // namespace gridwarden::core
