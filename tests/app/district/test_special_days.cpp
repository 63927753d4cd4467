// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/special_days.h"
#include "tests/support/scratch_folder.h"

#include <catch2/catch.hpp>
#include <fstream>

using namespace gridwarden;
namespace chrono = std::chrono;

namespace {
core::Day day(int year, unsigned month, unsigned number) {
    return core::Day(chrono::local_days(chrono::year(year) / chrono::month(month) / chrono::day(number)));
}
} // namespace

TEST_CASE("a list of holidays is read with its faults by row", "[app][district]") {
    const test::ScratchFolder folder;
    std::ofstream(folder / "days.csv") << "日期,类型,名称\n2026-10-01,节假日,国庆节\n2026/9/27,调休,国庆节\n2026-02-30,节假日,\n2026年10月2日,放假,国庆节\n2026-10-03,也许,\n";
    const auto list = app::readSpecialDays(folder / "days.csv");
    REQUIRE(list);
    CHECK(list->days.size() == 3);
    CHECK(list->days.at(day(2026, 10, 1)) == core::SpecialDay{false, "国庆节"});
    CHECK(list->days.at(day(2026, 9, 27)).isWorkday);
    CHECK(!list->days.at(day(2026, 10, 2)).isWorkday);
    REQUIRE(list->problems.size() == 2);
    CHECK(list->problems[0].row == 3);
    CHECK(list->problems[0].reason == core::Message{"day-unreadable", {"2026-02-30"}});
    CHECK(list->problems[0].field == "日期");
    CHECK(list->problems[1].row == 5);
    CHECK(list->problems[1].reason == core::Message{"day-kind-unknown", {"也许"}});
}

TEST_CASE("a list of holidays may stand in another order or without headings", "[app][district]") {
    const test::ScratchFolder folder;
    std::ofstream(folder / "named.csv") << "name,kind,day\nNational Day,holiday,20261001\n";
    const auto named = app::readSpecialDays(folder / "named.csv");
    REQUIRE(named);
    CHECK(named->days.at(day(2026, 10, 1)).name == "National Day");
    std::ofstream(folder / "bare.csv") << "2026-10-01,holiday,A\n2026-10-10,workday,B\n";
    const auto bare = app::readSpecialDays(folder / "bare.csv");
    REQUIRE(bare);
    CHECK(bare->days.size() == 2);
    CHECK(bare->days.at(day(2026, 10, 10)).isWorkday);
    CHECK(bare->problems.empty());
}

TEST_CASE("a list of holidays that is not there is a fault", "[app][district]") {
    const test::ScratchFolder folder;
    CHECK(!app::readSpecialDays(folder / "none.csv"));
}
