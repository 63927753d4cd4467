// SPDX-License-Identifier: GPL-3.0-or-later
// The day book of a shift on paper (值班日志).
#pragma once

#include "app/report/desk_paper.h"
#include "core/district_day_book.h"

namespace gridwarden::app {

struct DayBookPaper {
    core::ShiftOfDay shift;
    QString remarks; ///< of who hands over; empty: lines to write on
};

struct DayBookPages {
    std::shared_ptr<const Chapter> chapter;
    QString title;
    core::ShiftBook read; ///< what it was made from
};
/// Errors: as core::readShiftBook and deskScope.
[[nodiscard]] core::Result<DayBookPages> makeDayBook(core::District& district, const DayBookPaper& paper, const PaperOptions& options,
                                                     const std::function<bool()>& goesOn = {});

/// "白班 08:30–20:30"; the hours of a whole day are left out, so that this can be empty.
[[nodiscard]] QString shiftName(const core::DayShifts& shifts, std::size_t index, const ReportText& text);
/// "2026年12月1日 白班 08:30–20:30"
[[nodiscard]] QString shiftText(const core::DayShifts& shifts, const core::ShiftOfDay& shift, const ReportText& text);

} // namespace gridwarden::app
