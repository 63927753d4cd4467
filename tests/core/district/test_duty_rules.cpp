// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/duty_rules.h"

#include <catch2/catch.hpp>

using namespace gridwarden::core;

namespace {

std::string wrongIn(const char* json) {
    const auto rules = parseDutyRules(json);
    REQUIRE_FALSE(rules);
    CHECK(rules.error().what.key == "duty-rules-unreadable");
    return rules.error().what.arguments.at(0);
}

} // namespace

TEST_CASE("rules of duties are read with all their members", "[core][district]") {
    const auto rules = parseDutyRules(
        R"({"service": [{"weekdays": "1-5", "start": "22:00", "end": "06:00", "area": "01", "post": "东门"},
        {"weekdays": "每天", "start": "00:00", "end": "24:00"}], "longest_shift_hours": 10.5, "longest_week_hours": 40, "largest_round": 3,
        "certificates": [{"role": "officer", "kind": "enforcement"}]})");
    REQUIRE(rules);
    REQUIRE(rules->service.size() == 2);
    CHECK(rules->service[0].hours.weekdays == 0x1f);
    CHECK(rules->service[0].hours.startMinute == 22 * 60);
    CHECK(rules->service[0].hours.length() == 8 * 60);
    CHECK(rules->service[0].area == "01");
    CHECK(rules->service[0].post == "东门");
    CHECK(rules->service[1].hours.length() == 24 * 60);
    CHECK(rules->longestShift == 630);
    CHECK(rules->longestWeek == 2400);
    CHECK(rules->largestRound == 3);
    CHECK(rules->certificates.at(0).role == "officer");
    CHECK(dutyRulesText(parseDutyRules(dutyRulesText(*rules)).value()) == dutyRulesText(*rules));
    CHECK_FALSE(parseDutyRules("{}")->longestShift);
}

TEST_CASE("a rule that cannot be used is not passed over", "[core][district]") {
    CHECK(wrongIn("[]").empty());
    CHECK(wrongIn("{").empty());
    CHECK(wrongIn(R"({"servcie": []})") == "servcie");
    CHECK(wrongIn(R"({"service": [{"weekdays": "8", "start": "08:00", "end": "18:00"}]})") == "service");
    CHECK(wrongIn(R"({"service": [{"weekdays": "1-5", "start": "08:00", "end": "18:00", "kind": "grid"}]})") ==
          "service");
    CHECK(wrongIn(R"({"service": [{"weekdays": "1-5", "start": "08:00", "end": "18:00", "post": "东门"}]})") ==
          "service"); // of which area?
    CHECK(wrongIn(R"({"longest_shift_hours": 0})") == "longest_shift_hours");
    CHECK(wrongIn(R"({"longest_shift_hours": 0.001})") == "longest_shift_hours"); // less than a minute
    CHECK(wrongIn(R"({"longest_week_hours": "40"})") == "longest_week_hours");
    CHECK(wrongIn(R"({"largest_round": 1.5})") == "largest_round");
    CHECK(wrongIn(R"({"certificates": [{"role": "officer"}]})") == "certificates");
}

TEST_CASE("the shipped rules are those of the working time that the law allows", "[core][district]") {
    const auto rules = dutyRulesOf("");
    REQUIRE(rules);
    CHECK(rules->longestShift == (8 + 3) * 60);      // Labour Law art. 36 and 41
    CHECK(rules->longestWeek == (40 + 36 / 4) * 60); // 36 hours of overtime in a month
    CHECK_FALSE(rules->service.empty());
    CHECK(dutyRulesOf(R"({"largest_round": 4})")->largestRound == 4);
}

TEST_CASE("the hours of service are those in which somebody has to be on duty on some day", "[core][district]") {
    using Hours = std::vector<int>;
    const auto hoursOf = [](const char* json) { return serviceHoursOfDay(parseDutyRules(json).value()); };
    CHECK(
        hoursOf(
            R"({"service": [{"weekdays": "1-5", "start": "07:00", "end": "09:00"}, {"weekdays": "6-7", "start": "08:00", "end": "10:00"}]})") ==
        Hours{7, 8, 9});
    CHECK(hoursOf(R"({"service": [{"weekdays": "1-7", "start": "22:30", "end": "02:00"}]})") == Hours{0, 1, 22, 23});
    CHECK(hoursOf(R"({"service": [{"weekdays": "1", "start": "07:59", "end": "08:01"}]})") == Hours{7, 8});
    CHECK(hoursOf("{}").empty());
}
