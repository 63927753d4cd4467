// SPDX-License-Identifier: GPL-3.0-or-later
// What patrols covered of the roads of a district, and what they did not, against how often each has to be passed.
#pragma once

#include "core/patrol/patrol_rules.h"
#include "core/patrol/patrol_track.h"
#include "core/patrol/road_cells.h"

#include <array>
#include <span>

namespace gridwarden::core {

inline constexpr int HoursOfDay = 24;

/// Of one road in the period. A road was passed n times on a day when the share of its length that the rules name was passed at least n times, in either direction.
struct RoadCoverage {
    const Area* road = nullptr;
    const Area* grid = nullptr; ///< in which most of it lies; null: in none
    double metres = 0;
    double coveredMetres = 0; ///< passed at least once
    std::int64_t passes = 0;  ///< of all days
    int required = 0;         ///< on each day
    int daysKept = 0;         ///< days with as many passes as required; 0 where none are
    std::int64_t passesKept = 0; ///< of those required; more on one day do not make up for another
    double minutes = 0;
    std::optional<Moment> last = {}; ///< when somebody was last on it
};

/// Of one grid in the period; `grid` null: the roads in none.
struct GridCoverage {
    const Area* grid = nullptr;
    double metres = 0;
    double coveredMetres = 0;
    double minutes = 0;
    std::array<double, HoursOfDay> minutesOfHour{}; ///< by local hours
};

struct Coverage {
    Period period;
    int requiredDays = 0; ///< days of the period on which passes are required: those that have begun
    std::vector<RoadCoverage> roads; ///< in the order of the cells
    std::vector<GridCoverage> grids; ///< those with roads, by code, the null one last
    std::size_t tracks = 0;          ///< that began in the period
    double trackMetres = 0;          ///< of these tracks as a whole
    double trackHours = 0;           ///< without stops
    double unmatchedMetres = 0;      ///< along no road
    std::size_t unknownRoads = 0;    ///< passages along roads that are not valid any more
    [[nodiscard]] double metres() const;
    [[nodiscard]] double coveredMetres() const;
    [[nodiscard]] std::int64_t passesRequired() const; ///< of all roads and days
    [[nodiscard]] std::int64_t passesKept() const;
};

/// With fewer passes than required on some day that has begun.
[[nodiscard]] inline bool isMissed(const RoadCoverage& road, const Coverage& coverage) { return road.required > 0 && road.daysKept < coverage.requiredDays; }

/// A passage counts on the local day on which its road was entered; passages on other days than those of the period do not count.
/// Points into the areas of the cells, which outlive it.
/// \param today the last day on which passes are required; none: all days of the period
[[nodiscard]] Coverage coverageOf(const RoadCells& cells, std::span<const PatrolTrack> tracks, Period period, const TimeZone& zone, const PatrolRules& rules,
                                  std::optional<Day> today = {});

} // namespace gridwarden::core
