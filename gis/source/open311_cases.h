// SPDX-License-Identifier: GPL-3.0-or-later
// Cases of a district as Open311 service requests. Who reported them is not in it; verification, rework and clocks have no place there.
#pragma once

#include "core/cases/case_store.h"
#include "gis/source/case_registers.h"
#include "gis/source/open311.h"

#include <functional>

namespace gridwarden::gis {

/// What of a district is needed beside its cases: snapshots, for any thread.
struct Open311Context {
    CaseRegisters registers;
    core::CalendarHistory calendars;
    std::string filesFolder; ///< its name
    [[nodiscard]] static Open311Context of(const core::District& district);
};

/// The case as of a moment: its number, "closed" once it was closed (also by force), rejected or voided, else "open" with the state as notes,
/// category, times with the district's offset, the grid as address_id, the first picture. None when it was not reported yet.
[[nodiscard]] std::optional<ServiceRequest> serviceRequestOf(const Open311Context& context, const core::CaseRecord& known, core::Moment asOf);

/// Whether a file of that name is written as service requests: .json or .xml.
[[nodiscard]] bool isOpen311Name(const std::filesystem::path& target);

/// Writes the cases that there were at the moment into a file, one after the other; JSON, or XML where its name ends in .xml. Errors: Exists "file-exists" {path};
/// Io "file-unwritable" {path}; those of loading; Cancelled "cancelled" when `progress` says so.
core::Result<void> exportOpen311(core::Connection& connection, const Open311Context& context, std::span<const core::CaseId> cases, core::Moment asOf,
                                 const std::filesystem::path& target, bool overwrite, const std::function<bool(double)>& progress = {});

} // namespace gridwarden::gis
