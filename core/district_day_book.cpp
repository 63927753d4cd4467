// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district_day_book.h"

namespace gridwarden::core {

DayShifts dayShiftsOf(const District& district) { return DayShifts::fromSetting(district.setting(DayShifts::Setting)); }

Result<ShiftBook> readShiftBook(District& district, const ShiftOfDay& shift, const std::function<bool()>& goesOn) {
    const DayShifts shifts = dayShiftsOf(district);
    if (shift.index >= shifts.all().size())
        return fail(ErrorCode::BadInput, {"shift-unknown", {std::to_string(shift.index + 1), std::to_string(shifts.all().size())}});
    const ShiftSpan span = shifts.span(shift, district.timeZone());
    if (span.from > now())
        return fail(ErrorCode::BadInput, {"shift-not-begun", {isoUtc(span.from)}});
    const auto isStopped = [&] { return goesOn && !goesOn(); };
    const auto before = district.figures(span.from - seconds(1));
    if (!before)
        return fail(before);
    if (isStopped())
        return fail(ErrorCode::Cancelled, {"cancelled", {}});
    const bool isOver = span.to <= now();
    const auto end = isOver ? district.figures(span.to - seconds(1)) : district.figures();
    if (!end)
        return fail(end);
    const auto activities = district.activities();
    if (!activities)
        return fail(activities);
    const DayBookInput input{.before = before->facts.get(),
                             .end = end->context,
                             .shift = span,
                             .next = shifts.span(shifts.after(shift), district.timeZone()),
                             .activities = {activities->get(), &district.activityLists(), &district.areas(), &district.people(), AreaKind::Grid, std::nullopt},
                             .day = shift.day,
                             .isFirstOfDay = shift.index == 0};
    auto book = dayBook(input, goesOn);
    if (!book)
        return fail(book);
    return ShiftBook{std::move(*book), end->facts};
}

} // namespace gridwarden::core
