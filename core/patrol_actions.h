// SPDX-License-Identifier: GPL-3.0-or-later
// What people do about patrols: bring tracks in, say how often roads have to be passed, and ask what was covered.
#pragma once

#include "core/district.h"
#include "core/patrol/coverage.h"
#include "core/patrol/track_cleaning.h"

namespace gridwarden::core {

/// What came of the tracks of a file.
struct TrackImport {
    std::size_t tracks = 0;      ///< that were written
    std::size_t known = 0;       ///< in the district already
    std::size_t unusable = 0;    ///< less than two fixes left
    std::size_t offRoads = 0;    ///< of those written: along no road of the district
    std::size_t fixes = 0;       ///< of those written, as recorded
    double metres = 0, unmatchedMetres = 0;
    double movingHours = 0;
    std::size_t stops = 0;
    CleaningAccount cleaned;     ///< of those written; the clock's shift is that of the last one that had any
    std::optional<Moment> from, to;
};

/// Cleans each track (those of a device that rested for more than two hours become several), thins it to five seconds, matches it to the roads of the district as they are on its day, on two threads, and writes all as one change
/// "import-tracks" {count, source}. The squad is that of all of them.
/// Errors: NotFound "tracks-no-roads": the district has no road with a line; Cancelled; ReadOnly; Database.
Result<TrackImport> importTracks(District& district, const Actor& actor, std::span<const Track> tracks, OrganisationId squad, const std::string& source,
                                 const std::function<bool(double)>& progress = {});

[[nodiscard]] Result<PatrolRules> patrolRules(const District& district);
Result<void> savePatrolRules(Change& change, const PatrolRules& rules);
Result<void> setPatrolRules(District& district, const Actor& actor, const PatrolRules& rules);

/// What was covered in a period: by whom, and with what it points into.
struct CoveragePicture {
    std::shared_ptr<const RoadCells> cells;
    Coverage coverage;
    PatrolRules rules;
    std::vector<int> serviceHours; ///< of the day, by the rules of duties
};
/// \param squads with all below them; empty: all
/// \param known cells of the same areas and last day, which are taken when they are
/// Errors: those of patrolRules and dutyRulesOf; Database.
[[nodiscard]] Result<CoveragePicture> patrolCoverage(District& district, Period period, const std::vector<OrganisationId>& squads = {},
                                                     std::shared_ptr<const RoadCells> known = nullptr);

/// What was passed too seldom on a day, and the thirty days until it, for when a road was last passed: the same roads in the same order.
struct MissedRoads {
    CoveragePicture day;
    CoveragePicture month;
};
/// Errors: as patrolCoverage.
[[nodiscard]] Result<MissedRoads> missedRoads(District& district, Day day);

} // namespace gridwarden::core
