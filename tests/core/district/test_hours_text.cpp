// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/hours_text.h"

#include <catch2/catch.hpp>

using namespace gridwarden::core;

TEST_CASE("times of day are read as people write them", "[core][district]") {
    CHECK(clockFromText("08:30") == 8 * 60 + 30);
    CHECK(clockFromText(" 8：05 ") == 8 * 60 + 5);
    CHECK(clockFromText("07:30:00") == 7 * 60 + 30);
    CHECK(clockFromText("24:00") == 24 * 60);
    for (const char* const text :
         {"", "8", "8:5", "24:01", "12:60", "-1:00", "ab:cd", "8:00:30", "1:00:00:00", "123:00"})
        CHECK_FALSE(clockFromText(text));
    for (int minute = 0; minute <= 24 * 60; ++minute)
        REQUIRE(clockFromText(clockText(minute)) == minute);
}

TEST_CASE("days of the week are read as people write them", "[core][district]") {
    const auto text = GENERATE(table<const char*, int>({{"1-5", 0x1f},
                                                        {"12345", 0x1f},
                                                        {"周一至周五", 0x1f},
                                                        {"星期一到星期五", 0x1f},
                                                        {"工作日", 0x1f},
                                                        {"Mon-Fri", 0x1f},
                                                        {"Monday – Friday", 0x1f},
                                                        {"一、三、五", 0x15},
                                                        {"周六、周日", 0x60},
                                                        {"周末", 0x60},
                                                        {"Sat, Sun", 0x60},
                                                        {"每天", 0x7f},
                                                        {"daily", 0x7f},
                                                        {"周日", 0x40},
                                                        {"星期天", 0x40},
                                                        {"1-3，6", 0x27},
                                                        {"2", 0x02}}));
    CAPTURE(std::get<0>(text));
    CHECK(weekdaysFromText(std::get<0>(text)) == std::get<1>(text));
}

TEST_CASE("what is no day of the week is not guessed", "[core][district]") {
    for (const char* const text : {"", "0", "8", "5-1", "1-", "-5", "1-3-5", "节假日", "someday", "1--3", ","}) {
        CAPTURE(text);
        CHECK_FALSE(weekdaysFromText(text));
    }
}

TEST_CASE("every choice of weekdays reads back", "[core][district]") {
    for (int weekdays = 1; weekdays <= 0x7f; ++weekdays)
        REQUIRE(weekdaysFromText(weekdaysCode(weekdays)) == weekdays);
    CHECK(weekdaysCode(0x1f) == "1-5");
    CHECK(weekdaysCode(0x60) == "6,7");
    CHECK(weekdaysCode(0x27) == "1-3,6");
}
