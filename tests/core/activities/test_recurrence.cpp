// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity_lists.h"

#include <catch2/catch.hpp>

using namespace gridwarden::core;

namespace {

Day day(const char* text) {
    return parseDay(text).value();
}

} // namespace

// Weekdays and lengths of months: the calendar on the wall. 2026-11-02 is a Monday; 2028 is a leap year.
TEST_CASE("a plan comes again on its days of the week") {
    Recurrence mondayAndThursday{0b0001001, {}};
    CHECK(mondayAndThursday.occursOn(day("2026-11-02")));
    CHECK_FALSE(mondayAndThursday.occursOn(day("2026-11-03")));
    CHECK(mondayAndThursday.occursOn(day("2026-11-05")));
    CHECK_FALSE(mondayAndThursday.occursOn(day("2026-11-08"))); // a Sunday
    CHECK((Recurrence{0b1000000, {}}.occursOn(day("2026-11-08"))));
}

TEST_CASE("a plan comes again on its days of the month, of which the last may be one") {
    Recurrence monthly{0, {1, 31, -1}};
    for (const char* there : {"2026-11-01", "2026-11-30", "2026-12-31", "2027-02-28", "2028-02-29"})
        CHECK(monthly.occursOn(day(there)));
    for (const char* not_there : {"2026-11-02", "2026-11-29", "2028-02-28"})
        CHECK_FALSE(monthly.occursOn(day(not_there)));
    CHECK_FALSE((Recurrence{0, {31}}.occursOn(day("2026-11-30")))); // the month has none
}

TEST_CASE("a plan is bounded by its days and can be put aside") {
    ActivityPlan plan;
    plan.recurrence.weekdays = 0x7f;
    plan.from = day("2026-11-02");
    plan.to = day("2026-11-04");
    CHECK_FALSE(plan.occursOn(day("2026-11-01")));
    CHECK(plan.occursOn(day("2026-11-02")));
    CHECK(plan.occursOn(day("2026-11-04")));
    CHECK_FALSE(plan.occursOn(day("2026-11-05")));
    plan.isActive = false;
    CHECK_FALSE(plan.occursOn(day("2026-11-02")));
}

TEST_CASE("a recurrence reads back the same, and what is none is refused") {
    CHECK(recurrenceText({0b0000101, {}}) == R"({"weekdays":[1,3]})");
    CHECK(recurrenceText({0, {15, -1}}) == R"({"month_days":[15,-1]})");
    CHECK(recurrenceFromText(R"({"weekdays":[1,7],"month_days":[2]})").value() == Recurrence{0b1000001, {2}});
    for (const char* wrong : {"", "[]", "{", R"({"weekdays":[0]})", R"({"weekdays":[8]})", R"({"month_days":[0]})",
                              R"({"month_days":[32]})", R"({"month_days":[1.5]})", R"({"weekdays":"1"})",
                              R"({"month_days":[99999999999999999999]})"}) {
        INFO(wrong);
        REQUIRE_FALSE(recurrenceFromText(wrong));
        CHECK(recurrenceFromText(wrong).error().what.key == "recurrence-unreadable");
    }
}
