// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/report_text.h"

#include "core/base/resources.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

using namespace gridwarden;
using app::ReportText;

namespace {

ReportText textIn(core::Language language) { return ReportText::load(language, core::TimeZone()).value(); }
ReportText chinese() { return textIn(core::Language::Chinese); }
ReportText english() { return textIn(core::Language::English); }
core::Period days(std::string_view from, std::string_view to) { return {core::parseDay(from).value(), core::parseDay(to).value()}; }
core::Rate rate(std::int64_t numerator, std::int64_t denominator) { return {"closing", numerator, denominator}; }

} // namespace

TEST_CASE("rates have two decimals rounded from whole numbers", "[report][text]") {
    // Published in two city bulletins.
    CHECK(chinese().percent(911, 972) == QStringLiteral("93.72%"));
    CHECK(chinese().percent(737, 972) == QStringLiteral("75.82%"));
    CHECK(chinese().percent(15'300, 15'308) == QStringLiteral("99.95%"));
    CHECK(chinese().percent(15'289, 15'308) == QStringLiteral("99.88%"));
    CHECK(chinese().percent(1, 8) == QStringLiteral("12.50%"));
    CHECK(chinese().percent(1, 800) == QStringLiteral("0.13%")); // 0.125 is rounded up
    CHECK(chinese().percent(0, 7) == QStringLiteral("0.00%"));
    CHECK(chinese().percent(7, 7) == QStringLiteral("100.00%"));
}

TEST_CASE("what has nothing to be divided by prints a dash", "[report][text]") {
    CHECK(chinese().percent(0, 0) == QStringLiteral("—"));
    CHECK(chinese().change(5, 0) == QStringLiteral("—"));
    CHECK(english().difference(rate(1, 2), rate(0, 0)) == QStringLiteral("—"));
}

TEST_CASE("changes carry their sign", "[report][text]") {
    CHECK(chinese().change(19'117, 24'575) == QStringLiteral("-22.21%"));
    CHECK(chinese().change(19'117, 16'788) == QStringLiteral("+13.87%"));
    CHECK(chinese().change(5, 5) == QStringLiteral("0.00%"));
}

TEST_CASE("the difference of two rates is that of the printed numbers", "[report][text]") {
    CHECK(chinese().difference(rate(911, 972), rate(737, 972)) == QStringLiteral("+17.90百分点")); // 93.72 − 75.82
    CHECK(english().difference(rate(737, 972), rate(911, 972)) == QStringLiteral("-17.90 pp"));
}

TEST_CASE("a period has its shortest name", "[report][text]") {
    CHECK(chinese().period(days("2026-10-01", "2026-10-31")) == QStringLiteral("2026年10月"));
    CHECK(english().period(days("2026-02-01", "2026-02-28")) == QStringLiteral("February 2026"));
    CHECK(chinese().period(days("2026-07-01", "2026-09-30")) == QStringLiteral("2026年第三季度"));
    CHECK(english().period(days("2026-07-01", "2026-09-30")) == QStringLiteral("Q3 2026"));
    CHECK(chinese().period(days("2026-01-01", "2026-06-30")) == QStringLiteral("2026年上半年"));
    CHECK(chinese().period(days("2026-01-01", "2026-12-31")) == QStringLiteral("2026年"));
    CHECK(chinese().period(days("2026-08-01", "2026-10-31")) == QStringLiteral("2026年8月1日至2026年10月31日"));
    CHECK(chinese().period(days("2026-10-05", "2026-10-11")) == QStringLiteral("2026年10月5日至2026年10月11日"));
    CHECK(english().period(days("2026-10-05", "2026-10-11")) == QStringLiteral("2026-10-05 to 2026-10-11"));
    CHECK(chinese().period(days("2026-10-05", "2026-10-05")) == QStringLiteral("2026年10月5日"));
    CHECK(chinese().period(days("2025-12-01", "2026-01-31")) == QStringLiteral("2025年12月1日至2026年1月31日"));
}

TEST_CASE("weekdays and hours read as people write them", "[report][text]") {
    CHECK(chinese().weekdays(0x7f) == QStringLiteral("每天"));
    CHECK(chinese().weekdays(0x1f) == QStringLiteral("周一至五"));
    CHECK(chinese().weekdays(0x60) == QStringLiteral("周六、日"));
    CHECK(chinese().weekdays(0x15) == QStringLiteral("周一、三、五"));
    CHECK(english().weekdays(0x67) == QStringLiteral("Mon–Wed, Sat, Sun"));
    CHECK(chinese().hours(7 * 60, 13 * 60 + 30) == QStringLiteral("07:00–13:30"));
    CHECK(chinese().hours(22 * 60, 6 * 60) == QStringLiteral("22:00–次日06:00"));
    CHECK(chinese().hours(0, 24 * 60) == QStringLiteral("00:00–24:00"));
}

TEST_CASE("lengths of time have two units", "[report][text]") {
    using namespace std::chrono_literals;
    CHECK(chinese().duration(51h + 20min) == QStringLiteral("2天3时"));
    CHECK(chinese().duration(3h + 20min + 59s) == QStringLiteral("3时20分"));
    CHECK(english().duration(24h) == QStringLiteral("1 d 0 h"));
}

TEST_CASE("arguments are filled in once and by their number", "[report][text]") {
    CHECK(chinese()("title", {QStringLiteral("%2"), QStringLiteral("责任网格"), QStringLiteral("01")}) == QStringLiteral("%2责任网格01督导报告"));
    const QString lead = english()("lead", {QStringLiteral("P"), QStringLiteral("W"), QStringLiteral("c"), QStringLiteral("d"), QStringLiteral("e"),
                                            QStringLiteral("f"), QStringLiteral("g"), QStringLiteral("h"), QStringLiteral("i"),
                                            QStringLiteral("TEN"), QStringLiteral("ELEVEN"), QStringLiteral("TWELVE")});
    CHECK(lead.contains(QStringLiteral("As of TEN, ELEVEN are open, TWELVE of them overdue")));
}

TEST_CASE("every text of the report has both languages with the same arguments", "[report][text]") {
    const std::string path = GENERATE("reports/grid.json", "reports/desk.json", "reports/bulletin.json");
    const auto document = core::readJsonResource(path).value();
    const auto argumentsOf = [](const std::string& text) {
        static const std::regex argument("%[0-9]+");
        std::set<std::string> found;
        for (std::sregex_iterator i(text.begin(), text.end(), argument), end; i != end; ++i)
            found.insert(i->str());
        return found;
    };
    // A title and its subtitle share their arguments differently in the two languages.
    const std::set<std::string> different = {"title", "subtitle", "subtitle_unnamed", "summary_title"};
    for (const auto& [key, entry] : document["texts"].items()) {
        INFO(key);
        REQUIRE(entry.value("zh", "") != "");
        REQUIRE(entry.value("en", "") != "");
        if (!different.contains(key))
            CHECK(argumentsOf(entry["zh"]) == argumentsOf(entry["en"]));
    }
}
