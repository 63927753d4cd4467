// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/local_clock.h"

#include <catch2/catch.hpp>
#include <random>

using namespace gridwarden::core;

TEST_CASE("the local clock reads what the time zone says") {
    const auto name = GENERATE("Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia");
    const TimeZone zone = TimeZone::find(name).value();
    LocalClock clock(zone);
    std::mt19937_64 random(7);
    std::uniform_int_distribution<std::int64_t> anyTime(-100'000'000, 2'000'000'000);
    int wrong = 0;
    for (int i = 0; i < 5000; ++i) {
        const std::int64_t time = anyTime(random);
        wrong += clock.local(time) != zone.toLocal(Moment{seconds(time)});
    }
    CHECK(wrong == 0);
}

TEST_CASE("the local clock is right on the day the clocks change") {
    const TimeZone zone = TimeZone::find("America/New_York").value();
    LocalClock clock(zone);
    const std::int64_t midnight = 1'772'928'000; // 2026-03-08T00:00Z; the clocks go forward at 07:00Z
    for (std::int64_t minute = 0; minute < 24 * 60; minute += 15) {
        INFO(minute);
        CHECK(clock.local(midnight + minute * 60) == zone.toLocal(Moment{seconds(midnight + minute * 60)}));
    }
}
