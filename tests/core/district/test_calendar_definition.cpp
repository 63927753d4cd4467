// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/district/calendar_samples.h"

#include "core/base/resources.h"

#include <nlohmann/json.hpp>

using namespace gridwarden::core;
using namespace gridwarden::test;
using Json = nlohmann::json;

namespace {

Json sample() {
    return Json::parse(R"({
        "periods": [
            {"from": "2026-06-01", "to": "2026-09-30", "weekdays": [1, 2, 3, 4, 5], "spans": [["08:00", "12:00"], ["15:00", "18:00"]]},
            {"from": null, "to": null, "weekdays": [6, 7], "spans": [["00:00", "24:00"]]}
        ],
        "days": [{"day": "2026-10-01", "kind": "holiday", "name": "国庆节"}, {"day": "2026-10-10", "kind": "workday", "name": ""}],
        "working_day": "same-clock",
        "hours_per_working_day": 7.5
    })");
}

std::string placeOfFault(const Json& document) {
    const auto read = calendarFromJson(document);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == ErrorCode::BadInput);
    CHECK(read.error().what.key == "calendar-unreadable");
    REQUIRE(read.error().what.arguments.size() == 1);
    return read.error().what.arguments[0];
}

} // namespace

TEST_CASE("a calendar definition is read from JSON", "[core][calendar]") {
    const auto read = calendarFromJson(sample());
    REQUIRE(read.has_value());
    CalendarDefinition expected;
    expected.plans = {{day("2026-06-01"), day("2026-09-30"), 0x1f, {{480, 720}, {900, 1080}}},
                      {std::nullopt, std::nullopt, 0x60, {{0, 1440}}}};
    expected.days = {{day("2026-10-01"), {false, "国庆节"}}, {day("2026-10-10"), {true, ""}}};
    expected.workingDayRule = WorkingDayRule::SameClock;
    expected.hoursPerWorkingDay = 7.5;
    CHECK(*read == expected);
    CHECK(calendarToJson(*read) == sample());
}

TEST_CASE("the shipped calendar is the one of the field", "[core][calendar]") {
    const auto document = readJsonResource("calendars/default.json");
    REQUIRE(document.has_value());
    const auto definition = calendarFromJson(*document);
    REQUIRE(definition.has_value());
    CHECK(*definition == plainDefinition());
}

TEST_CASE("a fault in a calendar definition is named by its place", "[core][calendar]") {
    CHECK(placeOfFault(Json::array()).empty());
    const auto faultAt = [](const char* pointer, const Json& value) {
        Json document = sample();
        document[Json::json_pointer(pointer)] = value;
        return placeOfFault(document);
    };
    CHECK(faultAt("/colour", 1) == "colour");
    CHECK(faultAt("/periods", nullptr) == "periods");
    CHECK(faultAt("/periods/0", 1) == "periods[0]");
    CHECK(faultAt("/periods/0/colour", 1) == "periods[0].colour");
    CHECK(faultAt("/periods/0/from", "2026-13-01") == "periods[0].from");
    CHECK(faultAt("/periods/0/from", 20260101) == "periods[0].from");
    CHECK(faultAt("/periods/0/to", "2026-05-31") == "periods[0].to"); // before its start
    CHECK(faultAt("/periods/0/weekdays", "1") == "periods[0].weekdays");
    CHECK(faultAt("/periods/0/weekdays/2", 0) == "periods[0].weekdays[2]");
    CHECK(faultAt("/periods/0/weekdays/2", 8) == "periods[0].weekdays[2]");
    CHECK(faultAt("/periods/0/weekdays/2", 1) == "periods[0].weekdays[2]"); // twice
    CHECK(faultAt("/periods/0/weekdays/2", 2.5) == "periods[0].weekdays[2]");
    CHECK(faultAt("/periods/1/spans", Json::object()) == "periods[1].spans");
    CHECK(faultAt("/periods/0/spans/1", Json::array({"15:00"})) == "periods[0].spans[1]");
    CHECK(faultAt("/periods/0/spans/1/0", "11:59") == "periods[0].spans[1]"); // overlaps the morning
    CHECK(faultAt("/periods/0/spans/1/1", "15:00") == "periods[0].spans[1]"); // empty
    for (const char* time : {"24:01", "8:00", "08:60", "08.00", "-8:00", "08:00:00", "", "ab:cd"})
        CHECK(faultAt("/periods/0/spans/0/0", time) == "periods[0].spans[0]");
    CHECK(faultAt("/days", Json::object()) == "days");
    CHECK(faultAt("/days/0/day", "1.10.2026") == "days[0].day");
    CHECK(faultAt("/days/1/day", "2026-10-01") == "days[1].day"); // twice
    CHECK(faultAt("/days/1/kind", "off") == "days[1].kind");
    CHECK(faultAt("/days/1/name", 5) == "days[1].name");
    CHECK(faultAt("/days/1/colour", 5) == "days[1].colour");
    CHECK(faultAt("/working_day", "sometimes") == "working_day");
    CHECK(faultAt("/hours_per_working_day", 0) == "hours_per_working_day");
    CHECK(faultAt("/hours_per_working_day", 25) == "hours_per_working_day");
    CHECK(faultAt("/hours_per_working_day", "8") == "hours_per_working_day");
    for (const char* key : {"periods", "days", "working_day", "hours_per_working_day"}) {
        Json document = sample();
        document.erase(key);
        CHECK(placeOfFault(document) == key);
    }
}

TEST_CASE("the calendar of a moment is the version that was current then", "[core][calendar]") {
    const auto version = [](int number, std::string_view created) {
        return CalendarHistory::Version{number, moment(created), WorkCalendar(plainDefinition(), TimeZone(), number)};
    };
    const CalendarHistory history({version(1, "2026-01-01"), version(2, "2026-05-01"), version(3, "2026-09-01")});
    CHECK(history.current().version() == 3);
    CHECK(history.at(moment("2025-06-01")).version() == 1); // before the first one
    CHECK(history.at(moment("2026-04-30 23:59")).version() == 1);
    CHECK(history.at(moment("2026-05-01")).version() == 1); // what was entered in the same second came before
    CHECK(history.at(moment("2026-05-01 00:00:01")).version() == 2);
    CHECK(history.at(moment("2027-01-01")).version() == 3);
    CHECK(CalendarHistory().current().version() == 0);
    CHECK(CalendarHistory().at(moment("2026-05-01")).version() == 0);
}
