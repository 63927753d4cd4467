// SPDX-License-Identifier: GPL-3.0-or-later
// What an import and its preview have in common: the opened table with its mapping, formats and coordinates.
#pragma once

#include "gis/source/case_import.h"
#include "gis/source/case_time_formats.h"

namespace gridwarden::gis {

[[nodiscard]] TableOptions tableOptions(const CaseImportOptions& options, GoOn goOn = {});

/// The zone of times without an offset. Errors: NotFound "timezone-unknown".
[[nodiscard]] core::Result<core::TimeZone> sourceZone(const core::District& district, const CaseImportOptions& options);

[[nodiscard]] std::vector<ColumnTimeFormat> columnFormats(const CaseColumns& columns, const CaseTimeFormats& formats);

/// The most frequent first, equal ones by their text.
[[nodiscard]] std::vector<UnknownCategory> byFrequency(const std::map<std::string, std::size_t>& rowsByText);

} // namespace gridwarden::gis
