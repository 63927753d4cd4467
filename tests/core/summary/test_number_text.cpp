// SPDX-License-Identifier: GPL-3.0-or-later
// Rates and changes against figures that cities published; the rest worked out by hand.
#include "core/summary/number_text.h"

#include <catch2/catch.hpp>

using namespace gridwarden::core;

namespace {

std::string rate(double numerator, double denominator) {
    return numberText({}, numerator / denominator, "%", true, Language::Chinese);
}
NumberSlot with(SlotShows shows) {
    NumberSlot slot;
    slot.shows = shows;
    return slot;
}
std::string count(double value, const NumberSlot& slot = {}) {
    return numberText(slot, value, "起", false, Language::Chinese);
}

} // namespace

TEST_CASE("rates are printed as cities publish them", "[core][summary]") {
    CHECK(rate(51'229, 51'571) == "99.34%");
    CHECK(rate(49'151, 51'229) == "95.94%");
    CHECK(rate(43'523, 52'434) == "83.01%");
    CHECK(rate(40'394, 52'434) == "77.04%");
    CHECK(rate(276, 52'434) == "0.53%");
    CHECK(rate(104, 51'229) == "0.20%");
    CHECK(rate(911, 972) == "93.72%");
    CHECK(rate(15'300, 15'308) == "99.95%");
    CHECK(rate(15'289, 15'308) == "99.88%");
    CHECK(numberText({}, std::nullopt, "%", true, Language::Chinese) == "—");
    CHECK(numberText({}, 1.0, "%", true, Language::Chinese) == "100.00%");
    NumberSlot whole;
    whole.decimals = 0;
    CHECK(numberText(whole, 0.995, "%", true, Language::Chinese) == "100%");
    CHECK(numberText(whole, 0.994999, "%", true, Language::Chinese) == "99%");
}

TEST_CASE("changes are said in words as cities publish them", "[core][summary]") {
    const NumberSlot before = with(SlotShows::PeriodOnPeriod), lastYear = with(SlotShows::YearOnYear);
    CHECK(changeText(before, 19'117, 24'575, "件", false, Language::Chinese) == "环比下降22.21%");
    CHECK(changeText(lastYear, 19'117, 16'788, "件", false, Language::Chinese) == "同比增长13.87%");
    CHECK(changeText(lastYear, 5, 5, "件", false, Language::Chinese) == "同比持平");
    CHECK(changeText(lastYear, 5, 0, "件", false, Language::Chinese) == "同比增加5件"); // of nothing there is no share
    CHECK(changeText(lastYear, 0, 0, "件", false, Language::Chinese) == "同比持平");
    CHECK(changeText(lastYear, std::nullopt, 3, "件", false, Language::Chinese) == "—");
    CHECK(changeText(lastYear, 0.9372, 0.9252, "%", true, Language::Chinese) == "同比上升1.20个百分点");
    CHECK(changeText(before, 0.90, 0.95, "%", true, Language::Chinese) == "环比下降5.00个百分点");
    CHECK(changeText(before, 0.900001, 0.9, "%", true, Language::Chinese) == "环比持平");
}

TEST_CASE("numbers are whole or have the decimals that are wanted", "[core][summary]") {
    CHECK(count(0) == "0起");
    CHECK(count(8543) == "8543起");
    CHECK(count(34.5) == "34.5起");
    CHECK(count(34.125) == "34.13起"); // halves away from zero
    CHECK(count(0.285) == "0.29起");
    CHECK(count(-0.001) == "0起");
    NumberSlot one;
    one.decimals = 1;
    CHECK(count(34, one) == "34.0起");
    NumberSlot tenThousands;
    tenThousands.isInTenThousands = true;
    CHECK(numberText(tenThousands, 341'100, "平方米", false, Language::Chinese) == "34.11万平方米");
    NumberSlot withheld;
    withheld.isWithheld = true;
    CHECK(count(7, withheld) == "*****起");
    CHECK(changeText(withheld, 1, 2, "起", false, Language::Chinese).find('1') == std::string::npos);
}

TEST_CASE("a number that is called more than something is", "[core][summary]") {
    NumberSlot over;
    over.isOver = true;
    CHECK(count(8543, over) == "8500余起");
    CHECK(count(254, over) == "250余起");
    CHECK(count(95, over) == "95起");
    CHECK(count(600, over) == "600起"); // it is not more
    CHECK(count(601, over) == "600余起");
    CHECK(count(9, over) == "9起");
    CHECK(count(0, over) == "0起");
    CHECK(count(10, over) == "10起");
    CHECK(count(99.5, over) == "99余起");
    over.isInTenThousands = true;
    CHECK(numberText(over, 72'486'123, "元", false, Language::Chinese) == "7200余万元");
}

TEST_CASE("an English summary says the same in its own words", "[core][summary]") {
    CHECK(changeText(with(SlotShows::PeriodOnPeriod), 19'117, 24'575, "件", false, Language::English) == "down 22.21% on the period before");
    CHECK(changeText(with(SlotShows::YearOnYear), 0.9372, 0.9252, "%", true, Language::English) == "up 1.20 percentage points on the year before");
    NumberSlot over;
    over.isOver = true;
    CHECK(numberText(over, 8543, "cases", false, Language::English) == "more than 8500 cases");
}

TEST_CASE("changes as numbers are those of the bulletins", "[core][summary]") {
    const auto change = [](std::optional<double> value, std::optional<double> base, bool isRate) { return changeNumber(value, base, isRate, Language::Chinese); };
    CHECK(change(19117, 24575, false) == "-22.21%");
    CHECK(change(19117, 16788, false) == "+13.87%");
    CHECK(change(5, 5, false) == "+0.00%");
    CHECK(change(5, 0, false) == "—");
    CHECK(change({}, 5, false) == "—");
    CHECK(change(0.5, 0.25, true) == "+25.00");
    CHECK(change(0.25, 0.0, true) == "+25.00");
    CHECK(change(0.1, 0.30001, true) == "-20.00");
}
