// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a case as statements with their values, in order; for what writes one case and what writes millions.
#pragma once

#include "core/cases/case_state.h"
#include "core/cases/state_flags.h"
#include "core/store/geometry_blob.h"

namespace gridwarden::core {

inline constexpr const char* InsertCaseSql =
    "INSERT INTO case_report(id, number, category, category_text, description, address, source, quantity, unit, longitude, latitude, "
    "batch) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)";
inline constexpr const char* InsertStepSql =
    "INSERT INTO step(id, case_id, kind, at, recorded, actor, person, detail, batch) VALUES (?,?,?,?,?,?,?,?,?)";
inline constexpr const char* WriteStateSql =
    "INSERT OR REPLACE INTO case_state(case_id, state, resumed, category, longitude, latitude, geometry, grid, description, address, reported, "
    "filed, dispatched, handled, closed, suspended_until, limit_value, limit_unit, due, soon, organisation, person, reworks, extensions, "
    "suspensions, returns, flags, calendar_version, handled_quantity, last_step, utc_offset, method, linked_to) VALUES "
    "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

/// Calls add(value) for each value; texts live as long as what they are given with.
template <class Add> void addPlace(const std::optional<GeoPoint>& place, Add add) {
    add(place ? std::optional(place->longitude) : std::nullopt);
    add(place ? std::optional(place->latitude) : std::nullopt);
}

template <class Add> void caseValues(const CaseReport& report, EntryId batch, Add add) {
    add(report.id);
    add(report.number);
    add(report.category);
    add(report.categoryText);
    add(report.description);
    add(report.address);
    add(report.source);
    add(report.quantity);
    add(report.unit);
    addPlace(report.place, add);
    add(batch);
}

/// \param detail as detailText gives it
template <class Add> void stepValues(const Step& step, const std::string& detail, EntryId batch, Add add) {
    add(step.id);
    add(step.caseId);
    add(static_cast<int>(step.kind));
    add(step.at);
    add(step.recorded);
    add(step.actor);
    add(step.person);
    add(detail);
    add(batch);
}

template <class Add> void stateValues(CaseId id, const DerivedCase& d, AreaId grid, seconds utcOffset, Add add) {
    const int flags = (d.isSelfHandled ? SelfHandled : 0) | (d.isForced ? Forced : 0) | (d.isReopened ? Reopened : 0) |
                      (d.appealPending ? AppealPending : 0) | (d.appealGranted ? AppealGranted : 0) |
                      (d.lastCheckFailed ? LastCheckFailed : 0) | (d.closedBeforeReported ? ClosedBeforeReported : 0) |
                      (d.appealRefused ? AppealRefused : 0) | (d.urgePending ? UrgePending : 0) | (d.verified ? static_cast<int>(*d.verified) << VerifiedShift : 0);
    add(id);
    add(static_cast<int>(d.state));
    add(static_cast<int>(d.resumed));
    add(d.category);
    addPlace(d.place, add);
    add(d.place ? std::optional(pointBlob(*d.place)) : std::nullopt);
    add(grid);
    add(d.description);
    add(d.address);
    add(d.reported);
    add(d.filed);
    add(d.dispatched);
    add(d.handled);
    add(d.closed);
    add(d.suspendedUntil);
    add(d.limit ? std::optional(d.limit->value) : std::nullopt);
    add(d.limit ? std::optional(limitUnitKey(d.limit->unit)) : std::nullopt);
    add(d.due);
    add(d.soon);
    add(d.handlerOrganisation);
    add(d.handlerPerson);
    add(d.reworks);
    add(d.extensions);
    add(d.suspensions);
    add(d.returns);
    add(flags);
    add(d.calendarVersion);
    add(d.handledQuantity);
    add(d.last);
    add(std::int64_t{utcOffset.count()});
    add(d.method);
    add(d.linkedTo);
}

} // namespace gridwarden::core
