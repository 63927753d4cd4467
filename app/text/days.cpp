// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/days.h"

namespace gridwarden::app {

namespace {

using std::chrono::year_month;

year_month monthAt(core::Day day) {
    const std::chrono::year_month_day date(day);
    return date.year() / date.month();
}

core::Period monthsFrom(year_month first, int count) {
    const year_month last = first + std::chrono::months(count - 1);
    return {core::Day(first / std::chrono::day(1)), core::Day(last / std::chrono::last)};
}

} // namespace

QDate dateOf(core::Day day) {
    return QDate(1970, 1, 1).addDays(day.time_since_epoch().count());
}

core::Day dayOf(QDate date) {
    return core::Day(std::chrono::days(QDate(1970, 1, 1).daysTo(date)));
}

core::Period weekOf(core::Day day) {
    const core::Day monday = day - std::chrono::days(std::chrono::weekday(day).iso_encoding() - 1);
    return {monday, monday + std::chrono::days(6)};
}

core::Period monthOf(core::Day day) {
    return monthsFrom(monthAt(day), 1);
}

core::Period quarterOf(core::Day day) {
    const year_month month = monthAt(day);
    const unsigned first = (static_cast<unsigned>(month.month()) - 1) / 3 * 3 + 1;
    return monthsFrom(month.year() / std::chrono::month(first), 3);
}

core::Period halfYearOf(core::Day day) {
    const year_month month = monthAt(day);
    return monthsFrom(month.year() / (month.month() < std::chrono::July ? std::chrono::January : std::chrono::July), 6);
}

core::Period yearOf(core::Day day) {
    return monthsFrom(monthAt(day).year() / std::chrono::January, 12);
}

} // namespace gridwarden::app
