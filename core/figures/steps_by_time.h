// SPDX-License-Identifier: GPL-3.0-or-later
// Steps of a span of time, without reading all the others.
#pragma once

#include "core/base/time.h"
#include "core/store/connection.h"

namespace gridwarden::core {

/// Calls use(step) with id, case_id, kind, at and `detail` (SQL of the last column) for each step from `begin` to before `end` but reports and imports, in the
/// order of their times and ids. They are found by an index and read page by page; `goesOn` is asked between pages.
/// Errors: Database; Cancelled "cancelled"; those of `use`.
Result<void> eachStepByTime(Connection& connection, Moment begin, Moment end, std::string_view detail, const std::function<bool()>& goesOn,
                            const std::function<Result<void>(const Row& step)>& use);

/// The statement for one page: the first so many after a moment and id and before another moment.
[[nodiscard]] std::string stepsByTimeSql(std::string_view detail);

} // namespace gridwarden::core
