// SPDX-License-Identifier: GPL-3.0-or-later
// Cases of a district as Open311 service requests. Who reported them is not in it; verification, rework and clocks have no place there.
#pragma once

#include "core/district.h"
#include "core/cases/case_store.h"
#include "gis/source/open311.h"

#include <functional>

namespace gridwarden::gis {

/// The case as of a moment: its number, "closed" once it was closed (also by force), rejected or voided, else "open" with the state as notes,
/// category, times with the district's offset, the grid as address_id.
[[nodiscard]] ServiceRequest serviceRequestOf(const core::District& district, const core::CaseRecord& record, core::Moment asOf);

/// Writes cases into a file, one after the other; JSON, or XML where its name ends in .xml. Errors: Exists "file-exists" {path};
/// Io "file-unwritable" {path}; those of loading; Cancelled "cancelled" when `progress` says so.
core::Result<void> exportOpen311(core::District& district, std::span<const core::CaseId> cases, core::Moment asOf, const std::filesystem::path& target,
                                 bool overwrite, const std::function<bool(double)>& progress = {});

} // namespace gridwarden::gis
