// SPDX-License-Identifier: GPL-3.0-or-later
// How the rows of a case become values: shared by those who read one case and those who read all of them.
#pragma once

#include "core/cases/case_store.h"

namespace gridwarden::core {

inline constexpr const char* ReportColumns = "r.id, r.number, r.category, r.category_text, r.description, r.address, r.source, r.quantity, r.unit, "
                                             "r.longitude, r.latitude";
inline constexpr int ReportColumnCount = 11;
inline constexpr const char* StepColumns = "id, case_id, kind, at, recorded, actor, person, detail";
inline constexpr const char* StateColumns =
    "s.state, s.resumed, s.category, s.longitude, s.latitude, s.grid, s.description, s.address, s.reported, s.filed, s.dispatched, s.handled, "
    "s.closed, s.suspended_until, s.limit_value, s.limit_unit, s.due, s.soon, s.organisation, s.person, s.reworks, s.extensions, s.suspensions, "
    "s.returns, s.flags, s.calendar_version, s.handled_quantity, s.last_step, s.method, s.linked_to";
inline constexpr int StateColumnCount = 30;

/// None when either is NULL.
[[nodiscard]] std::optional<GeoPoint> placeAt(const Row& row, int column);
/// Of ReportColumns that begin at a column of the row; likewise the state.
[[nodiscard]] CaseReport reportFrom(const Row& row, int column);
[[nodiscard]] StoredState stateFrom(const Row& row, int column);
/// Of StepColumns. What cannot be read of the detail is left out and said in `fault`.
[[nodiscard]] Step stepFrom(const Row& row, std::optional<Error>& fault);

} // namespace gridwarden::core
