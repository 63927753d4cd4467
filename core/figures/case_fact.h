// SPDX-License-Identifier: GPL-3.0-or-later
// One case as numbers: what the figures, the map and the table know of it.
#pragma once

#include "core/cases/case_state.h"

#include <algorithm>
#include <limits>

namespace gridwarden::core {

/// Times are UTC seconds; 0 means none. Coordinates are NaN without a place.
struct CaseFact {
    CaseId id;
    double longitude = std::numeric_limits<double>::quiet_NaN();
    double latitude = std::numeric_limits<double>::quiet_NaN();
    std::int64_t reported = 0, filed = 0, dispatched = 0, handled = 0, closed = 0;
    std::int64_t due = 0, soon = 0, suspendedUntil = 0;
    CategoryId category;
    AreaId grid; ///< of the day; null: outside
    OrganisationId organisation;
    PersonId person;
    std::int16_t source = -1; ///< position in CaseFacts::sources()
    std::int16_t method = -1; ///< position in CaseFacts::methods()
    CaseState state = CaseState::Reported;
    CaseState resumed = CaseState::Reported;
    std::uint8_t reworks = 0, extensions = 0, suspensions = 0;
    bool appealGranted = false, selfHandled = false, forced = false;
    bool linked = false;      ///< another case stands for the same problem
    bool urgePending = false; ///< an urging waits for its reply

    [[nodiscard]] bool hasPlace() const { return longitude == longitude; }
    [[nodiscard]] CaseState stateAt(Moment asOf) const {
        return state == CaseState::Suspended && suspendedUntil != 0 && suspendedUntil <= asOf.time_since_epoch().count() ? resumed : state;
    }
    /// Grey once it is not open any more; none while open without a deadline; else by the share of the limit that is used.
    /// Never red while suspended, since the clock stands still, and never after an accepted appeal: yellow at most.
    [[nodiscard]] Lamp lampAt(Moment asOf) const;
    /// Open, not suspended, past due, no accepted appeal.
    [[nodiscard]] bool isOverdueAt(Moment asOf) const;
    /// Closed (or rejected, or transferred) after due, no accepted appeal.
    [[nodiscard]] bool isLate() const;
};

/// As many as a byte holds.
[[nodiscard]] inline std::uint8_t counted(std::int64_t number) {
    return static_cast<std::uint8_t>(std::clamp<std::int64_t>(number, 0, 255));
}

/// The facts that follow from the steps; id, grid, source and method are left to the caller.
[[nodiscard]] CaseFact factOf(const DerivedCase& derived);

} // namespace gridwarden::core
