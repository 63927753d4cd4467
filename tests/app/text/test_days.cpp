// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/days.h"

#include <catch2/catch.hpp>

using namespace gridwarden;

namespace {

core::Day day(const char* text) {
    return core::parseDay(text).value();
}

} // namespace

TEST_CASE("days are the same in fields and in the core", "[app][text]") {
    CHECK(app::dateOf(day("2028-02-29")) == QDate(2028, 2, 29));
    CHECK(app::dayOf(QDate(2028, 2, 29)) == day("2028-02-29"));
    CHECK(app::dateOf(day("1969-12-31")) == QDate(1969, 12, 31));
    for (core::Day each = day("1999-12-01"); each < day("2001-02-01"); each += std::chrono::days(1)) {
        CAPTURE(core::dayText(each));
        CHECK(app::dateOf(each).toString(Qt::ISODate).toStdString() == core::dayText(each));
        CHECK(app::dayOf(app::dateOf(each)) == each);
    }
}

TEST_CASE("weeks months quarters and years have the bounds of the calendar", "[app][text]") {
    for (core::Day each = day("2027-01-01"); each < day("2029-01-01"); each += std::chrono::days(1)) { // 2028 is a leap year
        CAPTURE(core::dayText(each));
        const QDate date = app::dateOf(each);
        const core::Period week = app::weekOf(each), month = app::monthOf(each), quarter = app::quarterOf(each), year = app::yearOf(each);
        CHECK(week.contains(each));
        CHECK(app::dateOf(week.from).dayOfWeek() == Qt::Monday);
        CHECK(week.days() == 7);
        CHECK(app::dateOf(month.from) == QDate(date.year(), date.month(), 1));
        CHECK(month.days() == date.daysInMonth());
        CHECK(quarter.contains(each));
        CHECK(app::dateOf(quarter.from).month() % 3 == 1);
        CHECK(app::dateOf(quarter.to).addDays(1) == app::dateOf(quarter.from).addMonths(3));
        CHECK(app::dateOf(year.from) == QDate(date.year(), 1, 1));
        CHECK(year.days() == date.daysInYear());
    }
}
