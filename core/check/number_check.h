// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the counters of case numbers and of ids stand at least as high as what was given out.
#pragma once

#include "core/check/check_run.h"

#include <cstdint>
#include <map>
#include <string>

namespace gridwarden::core {

/// The highest serial given out by the program (not by a source of an import) under each name of a counter.
/// Errors: Database; BadInput for a wrong pattern in the settings.
[[nodiscard]] Result<std::map<std::string, std::int64_t>> highestSerials(Connection& connection);

/// The highest id of each desk in any table. Errors: Database.
[[nodiscard]] Result<std::map<int, std::int64_t>> highestIds(Connection& connection);

/// "counter-low" {name, value, highest}.
Result<void> checkCounters(CheckRun& run);
/// "desk-unknown" {number}, "desk-last-id-low" {number}, "desk-number-wrong" {number}, "id-out-of-range" {table, id}.
Result<void> checkDesks(CheckRun& run);

} // namespace gridwarden::core
