// SPDX-License-Identifier: GPL-3.0-or-later
// Tracks of patrols as a district keeps them: which roads a squad passed and when. Who carried the device is not kept.
#pragma once

#include "core/patrol/passage_code.h"
#include "core/store/store.h"

#include <optional>
#include <vector>

namespace gridwarden::core {

struct PatrolTrack {
    TrackId id;
    OrganisationId organisation; ///< null: not known
    std::string source;          ///< name of the file
    std::string mark;            ///< SHA-256 of all fixes
    Moment started{}, ended{};
    double metres = 0;           ///< gone, along roads and beside them, on the ellipsoid
    seconds moving{};            ///< without the stops
    double unmatchedMetres = 0;  ///< along no road
    std::vector<RoadPassage> passages; ///< in the order of time
};

/// Errors: Database.
Result<TrackId> addTrack(Change& change, const PatrolTrack& track);
[[nodiscard]] Result<bool> hasTrack(Connection& connection, std::string_view mark);
/// Those that were on the way at some time from `from` on and before `to`, by their start; of some organisations only where any are named.
/// Errors: Database, also "passages-damaged".
[[nodiscard]] Result<std::vector<PatrolTrack>> loadTracks(Connection& connection, Moment from, Moment to, const std::vector<OrganisationId>& organisations = {});

} // namespace gridwarden::core
