// SPDX-License-Identifier: GPL-3.0-or-later
// The formats of the time columns of a table.
#pragma once

#include "gis/source/case_row_reader.h"

namespace gridwarden::gis {

/// Told how much of the table has been read, 0 to 1; answers whether to go on.
using ReadingProgress = std::function<bool(double)>;

/// The pattern that the user gave, for every mapped time.
/// Errors: as TimeFormat::parse.
[[nodiscard]] core::Result<CaseTimeFormats> givenTimeFormats(const CaseColumns& columns, const std::string& pattern);

/// Reads the table until every format is certain, to its end if need be. A column other than the reported time without
/// a single readable value is taken as ISO 8601, so that its values are noted row by row. A column whose order of day
/// and month is open follows the other mapped columns that are written in the same way, when their values decide it.
/// Errors: as Table::next; those of TimeFormatFinder; Cancelled "cancelled".
/// \param failures gets one for each column that is open, in place of failing at the first one
[[nodiscard]] core::Result<CaseTimeFormats> findTimeFormats(Table& table, const CaseColumns& columns,
                                                            std::size_t rowLimit, const ReadingProgress& progress,
                                                            std::vector<core::Error>& failures);

} // namespace gridwarden::gis
