// SPDX-License-Identifier: GPL-3.0-or-later
// Writing areas. An area is ended and succeeded, never deleted.
#pragma once

#include "core/district/area.h"
#include "core/store/store.h"

namespace gridwarden::core {

/// Adds an area; its id is made here. `sourceCrs` records the CRS its vertices came in. Errors: BadInput "area-code-missing";
/// Exists "area-code-taken" {kind, code} when one of that kind and code is valid on a common day.
Result<AreaId> addArea(Change& change, Area area, std::string_view sourceCrs = "EPSG:4490");
/// Rewrites code, name, days, note and shape. Errors: NotFound; as addArea.
Result<void> updateArea(Change& change, const Area& area);
/// Sets the last day. Errors: NotFound; BadInput "area-ends-before-start".
Result<void> endArea(Change& change, AreaId id, Day last);
/// Records that one area took over from another. Errors: Database.
Result<void> addSuccession(Change& change, AreaId predecessor, AreaId successor, Day first);
/// Errors: BadInput "area-own-parent".
Result<void> addMembership(Change& change, const Membership& membership);
Result<void> removeMembership(Change& change, AreaId child, AreaId parent);

} // namespace gridwarden::core
