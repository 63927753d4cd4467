// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a list of holidays and make-up working days: a table with a day, a kind and a name in each row.
#pragma once

#include "core/district/calendar.h"
#include "gis/process/go_on.h"
#include "gis/source/area_import.h"

#include <filesystem>
#include <map>
#include <vector>

namespace gridwarden::app {

struct SpecialDayList {
    std::map<core::Day, core::SpecialDay> days;
    std::vector<gis::ImportProblem> problems; ///< rows that were left out
};

/// Columns are found by their names (day, date, 日期; kind, 类型; name, 名称, 节日 …), else by their order; a first row that is
/// itself an entry counts as one. Kinds: holiday, workday, 节假日, 放假, 休, 调休, 调休上班日, 上班, 班. Days as 2026-10-01, 2026/10/1, 20261001
/// or 2026年10月1日. Problems: "day-unreadable" {text}, "day-kind-unknown" {text}. Errors: as Table::open; those of reading.
[[nodiscard]] core::Result<SpecialDayList> readSpecialDays(const std::filesystem::path& path, const gis::GoOn& goOn = {});

} // namespace gridwarden::app
