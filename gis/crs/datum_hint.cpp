// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/crs/datum_hint.h"

#include "gis/crs/gcj02.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <unordered_map>

namespace gridwarden::gis {

using core::GeoPoint;

namespace {

constexpr double MetresPerDegree = 111'320;
constexpr double CellMetres = 50;
constexpr double LongestPiece = 5'000;      ///< metres between two vertices; longer ones are no streets
constexpr double Margin = 0.03;             ///< degrees around the layer in which the other layer is looked at: more than any offset
constexpr std::size_t MostPieces = 2'000'000;

struct Plane {
    GeoPoint centre;
    double eastPerDegree = 0;
    [[nodiscard]] MapPoint metres(GeoPoint p) const {
        return {(p.longitude - centre.longitude) * eastPerDegree, (p.latitude - centre.latitude) * MetresPerDegree};
    }
};

MapPoint nearestOn(MapPoint p, MapPoint a, MapPoint b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double square = dx * dx + dy * dy;
    const double share = square > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0;
    return {a.x + dx * share, a.y + dy * share};
}

double median(std::vector<double>& values) {
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// The pieces of lines in square cells.
class NearbyLines {
public:
    NearbyLines(std::span<const core::Line> lines, const core::GeoBox& around, const Plane& plane) {
        for (const core::Line& line : lines) {
            for (std::size_t i = 0; i < line.size() && m_pieces.size() < MostPieces; ++i) {
                const GeoPoint from = line[i > 0 ? i - 1 : 0];
                if ((i == 0 && line.size() > 1) || (!around.contains(line[i]) && !around.contains(from)))
                    continue;
                add({plane.metres(from), plane.metres(line[i])});
            }
        }
    }

    /// The nearest place within `metres` of a point.
    [[nodiscard]] std::optional<MapPoint> near(MapPoint p, double metres) const {
        std::optional<MapPoint> best;
        double least = metres;
        for (long y = cell(p.y - metres); y <= cell(p.y + metres); ++y)
            for (long x = cell(p.x - metres); x <= cell(p.x + metres); ++x) {
                const auto found = m_cells.find(key(x, y));
                if (found == m_cells.end())
                    continue;
                for (const std::uint32_t piece : found->second) {
                    const MapPoint on = nearestOn(p, m_pieces[piece].from, m_pieces[piece].to);
                    const double distance = std::hypot(on.x - p.x, on.y - p.y);
                    if (distance <= least) {
                        least = distance;
                        best = on;
                    }
                }
            }
        return best;
    }

private:
    struct Piece {
        MapPoint from, to;
    };
    static long cell(double metres) { return static_cast<long>(std::floor(metres / CellMetres)); }
    static std::uint64_t key(long x, long y) { return static_cast<std::uint64_t>(x) << 32 ^ (static_cast<std::uint64_t>(y) & 0xffffffff); }

    void add(const Piece& piece) {
        if (!(std::hypot(piece.to.x - piece.from.x, piece.to.y - piece.from.y) <= LongestPiece))
            return;
        const auto number = static_cast<std::uint32_t>(m_pieces.size());
        m_pieces.push_back(piece);
        const auto [left, right] = std::minmax(piece.from.x, piece.to.x);
        const auto [bottom, top] = std::minmax(piece.from.y, piece.to.y);
        for (long y = cell(bottom); y <= cell(top); ++y)
            for (long x = cell(left); x <= cell(right); ++x) {
                const MapPoint middle{(static_cast<double>(x) + 0.5) * CellMetres, (static_cast<double>(y) + 0.5) * CellMetres};
                const MapPoint on = nearestOn(middle, piece.from, piece.to);
                if (std::hypot(on.x - middle.x, on.y - middle.y) <= CellMetres) // cells that a slanting piece passes by are left out
                    m_cells[key(x, y)].push_back(number);
            }
    }

    std::vector<Piece> m_pieces;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> m_cells;
};

GeoPoint undone(GeoPoint point, DatumShift datum) {
    return datum == DatumShift::Gcj02 ? fromGcj02(point) : datum == DatumShift::Bd09 ? fromBd09(point) : point;
}

DatumEvidence evidenceFor(DatumShift datum, std::span<const GeoPoint> points, const NearbyLines& reference, const Plane& plane) {
    DatumEvidence evidence;
    evidence.datum = datum;
    std::vector<double> distances, east, north, eastLeft, northLeft;
    for (const GeoPoint& point : points) {
        const MapPoint drawn = plane.metres(point);
        const MapPoint read = plane.metres(undone(point, datum));
        const auto on = reference.near(read, DatumHint::MatchMetres);
        if (!on)
            continue;
        distances.push_back(std::hypot(on->x - read.x, on->y - read.y));
        east.push_back(on->x - drawn.x);
        north.push_back(on->y - drawn.y);
        eastLeft.push_back(on->x - read.x);
        northLeft.push_back(on->y - read.y);
    }
    evidence.matched = distances.size();
    evidence.medianMetres = median(distances);
    evidence.before = {median(east), median(north)};
    evidence.after = {median(eastLeft), median(northLeft)};
    return evidence;
}

/// As many as are matched at most when the layer is moved to where it does not belong.
std::size_t matchedByChance(std::span<const GeoPoint> points, const NearbyLines& reference, const Plane& plane, const GoOn& goOn) {
    constexpr int Tries = 24;
    constexpr double GoldenAngle = 2.399963;
    std::size_t most = 0;
    for (int i = 0; i < Tries && (!goOn || goOn()); ++i) {
        const double angle = i * GoldenAngle;
        const double metres = 70 + 1430.0 * i / (Tries - 1);
        const MapPoint by{metres * std::cos(angle), metres * std::sin(angle)};
        const auto matched = static_cast<std::size_t>(std::count_if(points.begin(), points.end(), [&](const GeoPoint& point) {
            const MapPoint at = plane.metres(point);
            return reference.near({at.x + by.x, at.y + by.y}, DatumHint::MatchMetres).has_value();
        }));
        most = std::max(most, matched);
    }
    return most;
}

} // namespace

std::optional<DatumHint> hintAtDatum(std::span<const GeoPoint> layer, std::span<const core::Line> reference, const GoOn& goOn) {
    core::GeoBox known;
    for (const core::Line& line : reference)
        known.include(core::boundsOf(line));
    std::vector<GeoPoint> points;
    for (const GeoPoint& point : layer)
        if (point.longitude >= known.minLongitude - Margin && point.longitude <= known.maxLongitude + Margin &&
            point.latitude >= known.minLatitude - Margin && point.latitude <= known.maxLatitude + Margin)
            points.push_back(point);
    if (points.size() > DatumHint::MostPoints) { // evenly out of the whole
        std::vector<GeoPoint> some;
        for (std::size_t i = 0; i < DatumHint::MostPoints; ++i)
            some.push_back(points[i * points.size() / DatumHint::MostPoints]);
        points = std::move(some);
    }
    DatumHint hint;
    hint.points = points.size();
    core::GeoBox around;
    for (const GeoPoint& point : points)
        around.include(point);
    if (points.empty())
        return hint;
    Plane plane{{(around.minLongitude + around.maxLongitude) / 2, (around.minLatitude + around.maxLatitude) / 2}};
    plane.eastPerDegree = MetresPerDegree * std::cos(plane.centre.latitude * std::numbers::pi / 180);
    around.include(GeoPoint{around.minLongitude - Margin, around.minLatitude - Margin});
    around.include(GeoPoint{around.maxLongitude + Margin, around.maxLatitude + Margin});
    const NearbyLines nearby(reference, around, plane);

    constexpr std::array Datums{DatumShift::None, DatumShift::Gcj02, DatumShift::Bd09};
    for (std::size_t i = 0; i < Datums.size(); ++i) {
        if (goOn && !goOn())
            return std::nullopt;
        hint.evidence[i] = evidenceFor(Datums[i], points, nearby, plane);
    }
    hint.chanceMatched = matchedByChance(points, nearby, plane, goOn);
    if (goOn && !goOn())
        return std::nullopt;

    std::array<DatumEvidence, 3> ranked = hint.evidence;
    std::sort(ranked.begin(), ranked.end(), [](const DatumEvidence& a, const DatumEvidence& b) { return a.matched > b.matched; });
    const auto clearly = [&](std::size_t than) {
        return static_cast<double>(ranked[0].matched) > 1.5 * static_cast<double>(than) + 0.05 * static_cast<double>(hint.points);
    };
    if (ranked[0].matched >= DatumHint::FewestMatches && ranked[0].matched * 4 >= hint.points && clearly(ranked[1].matched) &&
        clearly(hint.chanceMatched))
        hint.verdict = ranked[0].datum;
    return hint;
}

} // namespace gridwarden::gis
