// SPDX-License-Identifier: GPL-3.0-or-later
// Open311 service requests as proposals: what is reported becomes a reported case; that it was closed elsewhere is said.
#pragma once

#include "gis/inbox/proposal.h"
#include "gis/source/case_registers.h"

#include <filesystem>

namespace gridwarden::gis {

/// Problems: "category-unknown" {text}, "category-is-group" {text}, "time-unreadable" {text}, "inbox-no-time", "inbox-no-place", "place-unreadable" {text},
/// "inbox-closed-there" {notes}, "inbox-media-elsewhere" {address}. Errors: Io "file-unreadable" {path}; as readServiceRequests.
[[nodiscard]] core::Result<FileReading> readOpen311Proposals(const std::filesystem::path& path, const CaseRegisters& registers);

/// Whether the file begins like a list of service requests.
[[nodiscard]] bool isOpen311(const std::filesystem::path& path);

} // namespace gridwarden::gis
