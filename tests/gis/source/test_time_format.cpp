// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/time_format.h"

#include <catch2/catch.hpp>

using namespace gridwarden;
using gis::TimeFormat;
using gis::TimeFormatFinder;

namespace {

core::LocalTime local(int year, unsigned month, unsigned day, int hour = 0, int minute = 0, int second = 0) {
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    return core::Day(date) + std::chrono::hours(hour) + std::chrono::minutes(minute) + std::chrono::seconds(second);
}

TimeFormat formatOf(const std::vector<std::string>& values) {
    TimeFormatFinder finder;
    for (const std::string& value : values)
        finder.add(value);
    const auto found = finder.result("when");
    REQUIRE(found);
    return *found;
}

core::Error errorOf(const std::vector<std::string>& values) {
    TimeFormatFinder finder;
    for (const std::string& value : values)
        finder.add(value);
    const auto found = finder.result("when");
    REQUIRE_FALSE(found);
    return found.error();
}

core::LocalTime readAlone(const std::string& text) {
    const auto reading = formatOf({text}).read(text);
    REQUIRE(reading);
    return reading->local;
}

} // namespace

TEST_CASE("a format is found for each way of writing a time", "[gis][time]") {
    struct Sample {
        const char* text;
        core::LocalTime expected;
        const char* pattern;
    };
    const auto sample = GENERATE(values<Sample>({
        {"2024-01-05", local(2024, 1, 5), "%Y-%m-%d"},
        {"2024-01-05T09:56:07", local(2024, 1, 5, 9, 56, 7), "%Y-%m-%dT%H:%M:%S"},
        {"2012-11-20T07:50:59.000", local(2012, 11, 20, 7, 50, 59), "%Y-%m-%dT%H:%M:%S.%f"},
        {"2021-01-01 04:49:00", local(2021, 1, 1, 4, 49), "%Y-%m-%d %H:%M:%S"},
        {"2024/1/5 9:56", local(2024, 1, 5, 9, 56), "%Y/%m/%d %H:%M"},
        {"2024/1/5 9:56:07", local(2024, 1, 5, 9, 56, 7), "%Y/%m/%d %H:%M:%S"},
        {"2024.1.5", local(2024, 1, 5), "%Y.%m.%d"},
        {"3/14/2025 1:20", local(2025, 3, 14, 1, 20), "%m/%d/%Y %H:%M"},
        {"03/14/2011 02:27:57 PM", local(2011, 3, 14, 14, 27, 57), "%m/%d/%Y %I:%M:%S %p"},
        {"03/14/2011 12:00:03 AM", local(2011, 3, 14, 0, 0, 3), "%m/%d/%Y %I:%M:%S %p"},
        {"03/14/2011 12:00:03 PM", local(2011, 3, 14, 12, 0, 3), "%m/%d/%Y %I:%M:%S %p"},
        {"14.03.2025 01:20", local(2025, 3, 14, 1, 20), "%d.%m.%Y %H:%M"},
        {"14/03/99 01:20", local(1999, 3, 14, 1, 20), "%d/%m/%y %H:%M"},
        {"20240101 095600", local(2024, 1, 1, 9, 56), "%Y%m%d %H%M%S"},
        {"20240101095601", local(2024, 1, 1, 9, 56, 1), "%Y%m%d%H%M%S"},
        {"20240101", local(2024, 1, 1), "%Y%m%d"},
        {"2024年1月5日 9时56分", local(2024, 1, 5, 9, 56), "%Y年%m月%d日 %H时%M分"},
        {"2024年01月05日09時56分07秒", local(2024, 1, 5, 9, 56, 7), "%Y年%m月%d日%H時%M分%S秒"},
        {"2024-1-5 下午3:20", local(2024, 1, 5, 15, 20), "%Y-%m-%d %p%I:%M"},
        {"14 Mar 2025 13:20", local(2025, 3, 14, 13, 20), "%d %b %Y %H:%M"},
        {"March 14, 2025", local(2025, 3, 14), "%b %d, %Y"},
        {"45296.413888888892", local(2024, 1, 5, 9, 56), "excel"},
        {"45296", local(2024, 1, 5), "excel"},
        {"1709251200", local(2024, 3, 1), "%s"},
        {"1709251200123", local(2024, 3, 1), "milliseconds"},
    }));
    CAPTURE(sample.text);
    const TimeFormat format = formatOf({sample.text});
    const auto reading = format.read(sample.text);
    REQUIRE(reading);
    CHECK(reading->local == sample.expected);
    CHECK(format.pattern() == sample.pattern);
}

TEST_CASE("a found pattern reads what it was found from when it is given back", "[gis][time]") {
    for (const std::string text :
         {"2012-11-20T07:50:59.000", "03/14/2011 02:27:57 PM", "14/03/99 01:20", "20240101 095600",
          "2024年1月5日 9时56分", "14 Mar 2025 13:20", "Fri, 14 Mar 2025 13:20:00 GMT", "2024-01-05T09:56:07+08:00",
          "45296.5", "1709251200", "1709251200123"}) {
        CAPTURE(text);
        const TimeFormat found = formatOf({text});
        const auto given = TimeFormat::parse(found.pattern());
        REQUIRE(given);
        CHECK(given->read(text) == found.read(text));
        CHECK(given->read(text).has_value());
    }
}

TEST_CASE("an offset in a time is kept", "[gis][time]") {
    for (const std::string text : {"2024-03-01T08:00:00+08:00", "2024-03-01 08:00 +0800", "2024-03-01T08:00:00+08"}) {
        CAPTURE(text);
        const auto reading = formatOf({text}).read(text);
        REQUIRE(reading);
        REQUIRE(reading->offset);
        CHECK(reading->offset->count() == 8 * 3600);
        CHECK(reading->moment(core::TimeZone()).time_since_epoch().count() == 1709251200);
    }
    CHECK(formatOf({"2024-03-01T00:00:00Z"})
              .read("2024-03-01T00:00:00Z")
              ->moment(core::TimeZone())
              .time_since_epoch()
              .count() == 1709251200);
    CHECK(formatOf({"2024-02-29T19:00:00-05:00"})
              .read("2024-02-29T19:00:00-05:00")
              ->moment(core::TimeZone())
              .time_since_epoch()
              .count() == 1709251200);
}

TEST_CASE("a reading without an offset is of the zone that is asked for", "[gis][time]") {
    const auto zone = core::TimeZone::find("America/New_York");
    REQUIRE(zone);
    const auto reading = formatOf({"07/14/2011 02:27:57 PM"}).read("07/14/2011 02:27:57 PM");
    REQUIRE(reading);
    CHECK(core::isoUtc(reading->moment(*zone)) == "2011-07-14T18:27:57Z"); // daylight saving time, UTC-4
}

TEST_CASE("one day above twelve decides the order of day and month", "[gis][time]") {
    CHECK(formatOf({"05/01/2022 12:00", "05/02/2022 12:00", "05/13/2022 12:00"}).read("05/01/2022 12:00")->local ==
          local(2022, 5, 1, 12));
    CHECK(formatOf({"05/01/2022", "13/05/2022"}).read("05/01/2022")->local == local(2022, 1, 5));
}

TEST_CASE("an order of day and month that the values leave open is an error that names the column", "[gis][time]") {
    const core::Error error = errorOf({"05/01/2022 12:00:03 AM", "05/01/2022 01:10:00 AM", "06/05/2022 01:10:00 PM"});
    CHECK(error.code == core::ErrorCode::BadInput);
    CHECK(error.what ==
          core::Message{"time-format-ambiguous", {"when", "%m/%d/%Y %I:%M:%S %p", "%d/%m/%Y %I:%M:%S %p"}});
}

TEST_CASE("values that contradict each other about day and month are an error", "[gis][time]") {
    CHECK(errorOf({"13/05/2022", "05/13/2022"}).what.key == "time-format-ambiguous");
}

TEST_CASE("one slip among very many values of one order does not make the order open", "[gis][time]") {
    TimeFormatFinder finder;
    for (int i = 0; i < 200; ++i)
        finder.add("05/" + std::to_string(13 + i % 15) + "/2022");
    finder.add("14/05/2022");
    const auto found = finder.result("when");
    REQUIRE(found);
    CHECK(found->style() == gis::DateStyle::MonthDayYear);
    CHECK_FALSE(found->read("14/05/2022"));
}

TEST_CASE("days that equal their month leave nothing open", "[gis][time]") {
    CHECK(formatOf({"05/05/2022", "06/06/2022"}).read("05/05/2022")->local == local(2022, 5, 5));
}

TEST_CASE("two-digit dates without a number above twelve are open in three ways", "[gis][time]") {
    CHECK(errorOf({"10/11/12"}).what.arguments.size() == 4); // the column and three patterns
    CHECK(errorOf({"24/1/15"}).what.arguments.size() == 3);
    CHECK(readAlone("99/1/15") == local(1999, 1, 15));
}

TEST_CASE("values that are no times are passed over while others decide", "[gis][time]") {
    const TimeFormat format = formatOf({"", "  ", "N/A", "2024-01-05", "2024-02-30"});
    CHECK(format.style() == gis::DateStyle::YearMonthDay);
    CHECK_FALSE(format.read("N/A"));
    CHECK_FALSE(format.read("2024-02-30"));
}

TEST_CASE("a column without a single readable value is an error with one of them", "[gis][time]") {
    const core::Error error = errorOf({"soon", "later"});
    CHECK(error.what == core::Message{"time-format-not-found", {"when", "soon"}});
    CHECK(formatOf({"", " "}).style() == gis::DateStyle::YearMonthDay);
}

TEST_CASE("impossible times are refused by every style", "[gis][time]") {
    for (const std::string text :
         {"2024-02-30 10:00:00", "2023-02-29", "2024/13/01", "24:61", "2024-01-05 24:00", "2024-01-05 12:60",
          "2024-01-05 13:00 PM", "2024-01-05 0:30 AM", "20240230", "0202-01-05", "2024-01-05 12:00 nonsense",
          "2024-01-05x", "99", "-1709251200", "2024-1/5", "2024-01-05T", "2024-01-05 12:00:00 +99:00"}) {
        CAPTURE(text);
        TimeFormatFinder finder;
        finder.add(text);
        CHECK_FALSE(finder.result("when"));
    }
}

TEST_CASE("a pattern of the user is read strictly and without a locale", "[gis][time]") {
    const auto read = [](const char* pattern, const char* text) {
        const auto format = TimeFormat::parse(pattern);
        REQUIRE(format);
        return format->read(text);
    };
    CHECK(read("%m/%d/%Y %I:%M:%S %p", "05/01/2022 12:00:03 AM")->local == local(2022, 5, 1, 0, 0, 3));
    CHECK(read("%d/%m/%Y %H:%M", "5/1/2022 9:07")->local == local(2022, 1, 5, 9, 7));
    CHECK(read("%Y%m%d %H%M%S", "20240101 095600")->local == local(2024, 1, 1, 9, 56));
    CHECK(read("%F %T", "2024-01-05 09:56:07")->local == local(2024, 1, 5, 9, 56, 7));
    CHECK(read("%y-%j", "24-060")->local == local(2024, 2, 29));
    CHECK(read("%a %b %e %H:%M:%S %Y", "Fri Jan  5 09:56:07 2024")->local == local(2024, 1, 5, 9, 56, 7));
    CHECK(read("%Y-%m-%dT%H:%M:%S.%f%z", "2024-01-05T09:56:07.123+08:00")->offset->count() == 28800);
    CHECK(read("%s", "1709251200")->local == local(2024, 3, 1));
    CHECK_FALSE(read("%Y-%m-%d", "2024-01-05 09:00"));
    CHECK_FALSE(read("%Y-%m-%d %H:%M", "2024-01-05"));
    CHECK_FALSE(read("%Y-%m-%d", "2024-13-05"));
    CHECK_FALSE(read("%y-%j", "23-366"));
    CHECK_FALSE(read("%Y%m%d %H%M%S", "20240101 95600"));
}

TEST_CASE("a pattern that does not determine a moment is refused", "[gis][time]") {
    const auto keyOf = [](const char* pattern) {
        const auto format = TimeFormat::parse(pattern);
        REQUIRE_FALSE(format);
        return format.error().what.key;
    };
    CHECK(keyOf("%Y-%m-%q") == "time-format-unknown");
    CHECK(keyOf("%Y-%m-%d %") == "time-format-unknown");
    CHECK(keyOf("%H:%M") == "time-format-incomplete");
    CHECK(keyOf("%Y-%m") == "time-format-incomplete");
    CHECK(keyOf("%Y-%m-%d %I:%M") == "time-format-incomplete");
    CHECK(keyOf("%Y-%m-%d %H:%M %p") == "time-format-incomplete");
    CHECK(keyOf("") == "time-format-incomplete");
}

TEST_CASE("a format is decided early unless the order of day and month is at stake", "[gis][time]") {
    TimeFormatFinder iso;
    TimeFormatFinder american;
    iso.add("2024-01-05");
    CHECK_FALSE(iso.isDecided());
    for (int i = 0; i < 10'000; ++i) {
        iso.add("2024-01-05");
        american.add("05/31/2024");
    }
    CHECK(iso.isDecided());
    CHECK_FALSE(american.isDecided()); // another export may follow below
    CHECK(american.result("when"));
}

TEST_CASE("fractions of a second are read to the millisecond in every form", "[gis][times]") {
    const auto [text, milliseconds] = GENERATE(table<const char*, int>({
        {"2024-01-05 09:56:07.5", 500},
        {"2024-01-05 09:56:07,042", 42},
        {"2024-01-05T09:56:07.123999999Z", 123},
        {"5 Jan 2024 09:56:07.001", 1},
        {"1704448567.25", 250},
        {"1704448567042", 42},
        {"1704448567", 0},
    }));
    CAPTURE(text);
    const TimeFormat format = formatOf({text});
    const auto reading = format.read(text);
    REQUIRE(reading);
    CHECK(reading->milliseconds == milliseconds);
    CHECK(reading->local == local(2024, 1, 5, 9, 56, 7)); // 1704448567 by `date`
    const auto again = TimeFormat::parse(format.pattern());
    REQUIRE(again);
    CHECK(again->read(text) == reading);
    CHECK_FALSE(format.read(std::string(text) + "."));
}

TEST_CASE("a reading with an offset is a moment in milliseconds", "[gis][times]") {
    const auto reading = TimeFormat().read("2024-01-05T09:56:07.5+08:00");
    REQUIRE(reading);
    CHECK(reading->momentInMilliseconds(core::TimeZone()) == 1'704'419'767'500);
}
