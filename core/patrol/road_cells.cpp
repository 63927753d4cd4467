// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/patrol/road_cells.h"

#include "core/base/local_plane.h"

#include <algorithm>
#include <cmath>

namespace gridwarden::core {

namespace {

/// The lines of a road one after the other, to be gone along.
class RoadLine {
public:
    explicit RoadLine(const Area& road) {
        for (const Line& line : road.shape.lines)
            for (std::size_t i = 1; i < line.size(); ++i) {
                m_segments.push_back({line[i - 1], line[i], m_metres});
                m_metres += groundMetres(line[i - 1], line[i]);
            }
    }
    [[nodiscard]] double metres() const { return m_metres; }
    /// \pre there is a segment
    [[nodiscard]] GeoPoint at(double metres) const {
        const auto after = std::upper_bound(m_segments.begin(), m_segments.end(), metres,
                                            [](double wanted, const Segment& each) { return wanted < each.start; });
        const Segment& segment = after == m_segments.begin() ? *after : *(after - 1);
        const double end = after == m_segments.end() ? m_metres : after->start;
        const double share =
            end > segment.start ? std::clamp((metres - segment.start) / (end - segment.start), 0.0, 1.0) : 0;
        return {std::lerp(segment.from.longitude, segment.to.longitude, share),
                std::lerp(segment.from.latitude, segment.to.latitude, share)};
    }

private:
    struct Segment {
        GeoPoint from, to;
        double start = 0;
    };
    std::vector<Segment> m_segments;
    double m_metres = 0;
};

} // namespace

RoadCells::RoadCells(std::shared_ptr<const AreaRegister> areas, Day day)
    : m_areas(std::move(areas)), m_day(day), m_grids{AreaId()} {
    std::unordered_map<std::int64_t, std::uint32_t> grids = {{0, 0}};
    for (const Area* const road : m_areas->ofKind(AreaKind::Road, day)) {
        const RoadLine line(*road);
        if (line.metres() <= 0)
            continue;
        const auto count = std::max(FewestCells, static_cast<std::uint32_t>(std::ceil(line.metres() / LongestMetres - 0.01))); // a rounding makes no piece
        m_roadById.emplace(road->id.value(), static_cast<std::uint32_t>(m_roads.size()));
        m_roads.push_back({road->id, line.metres(), static_cast<std::uint32_t>(m_gridOfCell.size()), count});
        for (std::uint32_t i = 0; i < count; ++i) {
            const Area* const grid = m_areas->at(line.at((i + 0.5) * line.metres() / count), AreaKind::Grid, day);
            const AreaId id = grid == nullptr ? AreaId() : grid->id;
            const auto [known, isNew] = grids.try_emplace(id.value(), static_cast<std::uint32_t>(m_grids.size()));
            if (isNew)
                m_grids.push_back(id);
            m_gridOfCell.push_back(known->second);
        }
    }
}

std::optional<std::uint32_t> RoadCells::roadAt(AreaId road) const {
    const auto found = m_roadById.find(road.value());
    return found == m_roadById.end() ? std::nullopt : std::optional(found->second);
}

} // namespace gridwarden::core
