// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/minute_spans.h"

#include <bitset>
#include <catch2/catch.hpp>
#include <random>

using namespace gridwarden::core;

namespace {

using Minutes = std::bitset<200>;

Minutes minutesOf(const MinuteSpans& spans) {
    Minutes minutes;
    for (const MinuteSpan& span : spans)
        for (int minute = span.from; minute < span.to; ++minute)
            minutes.set(static_cast<std::size_t>(minute));
    return minutes;
}

bool isSet(const MinuteSpans& spans) {
    for (std::size_t i = 0; i < spans.size(); ++i)
        if (spans[i].length() <= 0 || (i > 0 && spans[i].from <= spans[i - 1].to))
            return false;
    return true;
}

} // namespace

TEST_CASE("spans that touch are one, and empty ones are nothing", "[core][district]") {
    CHECK(united({{5, 9}, {1, 5}, {20, 20}, {12, 13}, {6, 7}}) == MinuteSpans{{1, 9}, {12, 13}});
    CHECK(without({{1, 9}}, {{0, 2}, {4, 5}, {8, 20}}) == MinuteSpans{{2, 4}, {5, 8}});
    CHECK(within({{1, 9}, {12, 20}}, {8, 13}) == MinuteSpans{{8, 9}, {12, 13}});
    CHECK(minutesIn({{1, 9}, {12, 20}}) == 16);
}

TEST_CASE("sets of minutes agree with one mark for each minute", "[core][district]") {
    std::mt19937 random(7);
    const auto spans = [&] {
        MinuteSpans made;
        for (auto i = random() % 9; i > 0; --i) {
            const int from = static_cast<int>(random() % 190);
            made.push_back({from, from + static_cast<int>(random() % 30) % (200 - from)});
        }
        return made;
    };
    for (int round = 0; round < 2000; ++round) {
        const MinuteSpans any = spans(), others = spans();
        const MinuteSpans set = united(any), other = united(others);
        REQUIRE(isSet(set));
        REQUIRE(minutesOf(set) == minutesOf(any));
        REQUIRE(isSet(without(set, other)));
        REQUIRE(minutesOf(without(set, other)) == (minutesOf(set) & ~minutesOf(other)));
        REQUIRE(minutesIn(set) == static_cast<int>(minutesOf(set).count()));
        const MinuteSpan cut{static_cast<int>(random() % 100), 100 + static_cast<int>(random() % 100)};
        REQUIRE(minutesOf(within(set, cut)) == (minutesOf(set) & minutesOf({cut})));
    }
}
