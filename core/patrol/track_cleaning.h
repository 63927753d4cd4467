// SPDX-License-Identifier: GPL-3.0-or-later
// From what a device recorded to the ways that somebody went and the places where they stood.
#pragma once

#include "core/patrol/fix.h"

#include <optional>
#include <span>

namespace gridwarden::core {

struct CleaningRules {
    double fastestMetresPerSecond = 40; ///< between two fixes, beyond `jitterMetres`
    double jitterMetres = 50;           ///< what two positions may err without being taken for a jump
    double gapSeconds = 120;            ///< a longer time without a fix ends a part
    double gapMetres = 300;             ///< and so does a longer way
    double stopRadiusMetres = 25;
    double stopSeconds = 180;
    /// No fix can be later, milliseconds since 1970: when the file came, and some hours more where devices may write
    /// local times. Without it no clock is set right.
    std::optional<std::int64_t> latest;
};

/// Somebody stood at a place, from and to in milliseconds since 1970.
struct TrackStop {
    GeoPoint place;
    std::int64_t from = 0;
    std::int64_t to = 0;
    bool operator==(const TrackStop&) const = default;
};

/// How many fixes were left out, by the reason, and what else was done; each fix is in one of the first six or in a
/// part.
struct CleaningAccount {
    std::size_t withoutPlace = 0;  ///< out of range, not a number, or at (0, 0)
    std::size_t wrongTime = 0;     ///< a clock that was not set
    std::size_t repeated = 0;      ///< the same time and place once more
    std::size_t sameTime = 0;      ///< another place at the same time
    std::size_t jumps = 0;         ///< far off, and then back
    std::size_t inStops = 0;       ///< taken together in the two ends of a stop
    std::size_t outOfOrder = 0;    ///< earlier than one before; they were put in order
    std::int64_t clockShiftMs = 0; ///< added to all times of the track: whole rounds of the week number of GPS
    bool operator==(const CleaningAccount&) const = default;
};

struct CleanedTrack {
    /// Stretches without a gap, times strictly ascending. In place of the fixes of a stop there are two at its place,
    /// when it began and when it ended; so standing adds no length.
    std::vector<std::vector<Fix>> parts;
    std::vector<TrackStop> stops;
    std::vector<std::int64_t> movingMs; ///< of each part, without its stops
    CleaningAccount account;
};

/// What cannot be is left out and counted:
/// - Times. A clock that was not set stands before 1980-01-13 (it began with 1970 or with GPS time). Where times of a
///   track lie more than a year apart from the next ones, the larger group is taken for right. If all that remain are
///   more than 1024 weeks before `latest`, the receiver miscounted the rounds of its ten-bit week number (IS-GPS-200,
///   20.3.3.3.1.1), and all are moved by as many rounds as lead them closest before it.
/// - Jumps. Fixes that nobody can have reached so fast are left out if a step back, as fast, to where one can have come
///   from the fix before proves that they err, within `gapSeconds`. Otherwise the device has changed its place: a gap.
/// Stops: see track_stops.h.
[[nodiscard]] CleanedTrack cleanTrack(std::span<const Fix> fixes, const CleaningRules& rules = {});

} // namespace gridwarden::core
