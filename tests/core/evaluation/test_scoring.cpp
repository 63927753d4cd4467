// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/scheme_list.h"
#include "core/evaluation/scoring.h"
#include "tests/core/evaluation/scheme_sample.h"

using namespace gridwarden;
using namespace gridwarden::test;
using core::ItemFate;
using core::ItemScore;

namespace {

double scoreOf(const core::SchemeItem& item, double value) {
    return core::scoreOf(item, value).score.value();
}

const core::SchemeItem& shippedItem(std::string_view scheme, std::string_view item) {
    static const auto all = core::shippedSchemes().value();
    for (const core::EvaluationScheme& each : all)
        if (each.key == scheme)
            return *each.item(item);
    FAIL("no such scheme");
    return all.front().items.front();
}

} // namespace

TEST_CASE("a rate counts a hundredfold and an inverse one what is missing to 100", "[core][evaluation]") {
    const auto rate = itemOf({{"weight", 100}, {"rate", "closing"}}), inverse = itemOf({{"weight", 100}, {"inverse_rate", "rework_rate"}});
    CHECK(scoreOf(rate, 911.0 / 972) == Approx(93.72).margin(0.005)); // Tianmen, December 2016
    CHECK(scoreOf(rate, 737.0 / 972) == Approx(75.82).margin(0.005));
    CHECK(scoreOf(rate, 15289.0 / 15308) == Approx(99.88).margin(0.005)); // Fuzhou
    CHECK(scoreOf(inverse, 0.03) == Approx(97));
    CHECK(scoreOf(rate, 1.5) == 100); // what is beyond gives no more
    CHECK(scoreOf(inverse, 1.5) == 0);
    CHECK(scoreOf(rate, -0.5) == 0);
    CHECK_FALSE(core::scoreOf(rate, std::nullopt).score);
}

TEST_CASE("both ends belong to a band", "[core][evaluation]") {
    const auto [scheme, item, value, score] = GENERATE(table<const char*, const char*, double, double>({
        {"registrar", "accepted", 0, 0},          {"registrar", "accepted", 100, 0},       {"registrar", "accepted", 101, 40},
        {"registrar", "accepted", 300, 40},       {"registrar", "accepted", 301, 60},      {"registrar", "accepted", 500, 60},
        {"registrar", "accepted", 501, 75},       {"registrar", "accepted", 1200, 75},     {"registrar", "accepted", 1201, 90},
        {"registrar", "accepted", 2000, 90},      {"registrar", "accepted", 2001, 100},    {"registrar", "accepted", 1e9, 100},
        {"department", "rework_count", 0, 100},   {"department", "rework_count", 50, 100}, {"department", "rework_count", 51, 90},
        {"department", "rework_count", 100, 90},  {"department", "rework_count", 101, 75}, {"department", "rework_count", 200, 75},
        {"department", "rework_count", 201, 60},  {"department", "rework_count", 500, 60}, {"department", "rework_count", 501, 40},
        {"department", "rework_count", 1000, 40}, {"department", "rework_count", 1001, 0}, {"area-class-1", "filed", 0, 100},
        {"area-class-1", "filed", 1, 90},         {"area-class-1", "filed", 2, 90},        {"area-class-1", "filed", 3, 75},
        {"area-class-1", "filed", 8, 40},         {"area-class-1", "filed", 9, 0},         {"area-class-2", "filed", 3, 90},
        {"area-class-2", "filed", 4, 75},         {"area-class-2", "filed", 9, 40},        {"area-class-2", "filed", 10, 0},
    }));
    INFO(scheme << " " << item << " " << value);
    CHECK(scoreOf(shippedItem(scheme, item), value) == score);
}

TEST_CASE("a value between two bands belongs to the lower one", "[core][evaluation]") {
    CHECK(scoreOf(shippedItem("area-class-1", "filed"), 2.5) == 90);
    CHECK(scoreOf(shippedItem("area-class-1", "filed"), -1) == 100);
}

TEST_CASE("points for each one counted end at the most and at nought", "[core][evaluation]") {
    const auto taken = itemOf({{"weight", 40}, {"count", "overdue"}, {"each", -2}, {"most", 20}});
    CHECK(scoreOf(taken, 0) == 100);
    CHECK(scoreOf(taken, 3) == Approx(100 * 34.0 / 40));
    CHECK(scoreOf(taken, 10) == Approx(50));
    CHECK(scoreOf(taken, 500) == Approx(50)); // 20 points at most
    const auto all = itemOf({{"weight", 10}, {"count", "overdue"}, {"each", -2}, {"most", 20}});
    CHECK(scoreOf(all, 500) == 0); // no more than there is
    const auto given = itemOf({{"weight", 40}, {"count", "handled_in_period"}, {"each", 0.5}, {"most", 30}});
    CHECK(scoreOf(given, 0) == 0);
    CHECK(scoreOf(given, 20) == Approx(25));
    CHECK(scoreOf(given, 1000) == Approx(75));
    const auto beside = itemOf({{"weight", 0}, {"count", "overdue"}, {"each", -2}, {"most", 20}}); // points of the total
    CHECK(scoreOf(beside, 3) == -6);
    CHECK(scoreOf(beside, 30) == -20);
}

TEST_CASE("marks count out of what the item says", "[core][evaluation]") {
    const auto hand = itemOf({{"weight", 20}, {"by_hand", true}, {"out_of", 60}});
    CHECK(scoreOf(hand, 45) == Approx(75));
    CHECK(scoreOf(itemOf({{"weight", 20}, {"by_hand", true}}), 45) == Approx(45));
    CHECK(scoreOf(itemOf({{"weight", 0}, {"by_hand", true}, {"out_of", 5}}), -3) == -3);
}

TEST_CASE("a department's index is what is worked out by hand", "[core][evaluation]") {
    // 60 reworked; 911 of 972 closed; 737 of 972 handled in time; 60 of 972 reworked.
    const auto all = core::shippedSchemes().value();
    const core::EvaluationScheme& scheme = all.front();
    REQUIRE(scheme.key == "department");
    std::vector<ItemScore> scores;
    for (const auto& [key, value] :
         {std::pair("rework_count", 60.0), std::pair("closing", 911.0 / 972), std::pair("handling_in_time", 737.0 / 972), std::pair("rework_rate", 60.0 / 972)})
        scores.push_back(core::scoreOf(*scheme.item(key), value));
    const auto total = core::totalOf(scheme, scores);
    // 9 + 28.1173 + 22.7469 + 28.1481
    CHECK(total.total == Approx(88.01).epsilon(0).margin(1e-9));
    CHECK(total.definedPercent == 100);
    CHECK(core::gradeOf(scheme, total.total) == "B");
}

TEST_CASE("an item without a value does what the scheme says", "[core][evaluation]") {
    const auto scheme = [](const char* rule) {
        auto document = schemeWith({{{"key", "a"}, {"zh", "甲"}, {"weight", 50}, {"rate", "closing"}},
                                    {{"key", "b"}, {"zh", "乙"}, {"weight", 30}, {"rate", "handling"}},
                                    {{"key", "c"}, {"zh", "丙"}, {"weight", 20}, {"by_hand", true}}});
        document["undefined"] = rule;
        return schemeOf(document);
    };
    const std::vector<ItemScore> scores = {{80.0}, {}, {50.0}};
    const auto spread = core::totalOf(scheme("spread"), scores);
    CHECK(spread.items[0].weight == Approx(50 * 100.0 / 70));
    CHECK(spread.items[1].fate == ItemFate::Spread);
    CHECK(spread.items[1].points == 0);
    CHECK(spread.total == Approx(71.43).epsilon(0).margin(1e-9)); // (40 + 10) ÷ 0.7
    CHECK(spread.definedPercent == 70);
    const auto full = core::totalOf(scheme("full"), scores);
    CHECK(full.items[1].points == 30);
    CHECK(full.total == 80);
    const auto none = core::totalOf(scheme("none"), scores);
    CHECK(none.items[1].fate == ItemFate::None);
    CHECK(none.total == 50);
    const std::vector<ItemScore> nothing(3);
    CHECK(core::totalOf(scheme("spread"), nothing).total == 0);
    CHECK(core::totalOf(scheme("spread"), nothing).definedPercent == 0);
    const std::vector<ItemScore> unused = {{80.0}, {.score = 60.0, .isUsed = false}, {}};
    const auto part = core::totalOf(scheme("none"), unused);
    CHECK(part.total == Approx(57.14).epsilon(0).margin(1e-9)); // 40 ÷ 0.7
    CHECK(part.definedPercent == Approx(100 * 50.0 / 70));
}

TEST_CASE("an item can differ from the scheme in what it does without a value", "[core][evaluation]") {
    auto document = schemeWith({{{"key", "a"}, {"zh", "甲"}, {"weight", 50}, {"rate", "closing"}},
                                {{"key", "b"}, {"zh", "乙"}, {"weight", 50}, {"by_hand", true}, {"undefined", "full"}}});
    const std::vector<ItemScore> scores = {{60.0}, {}};
    CHECK(core::totalOf(schemeOf(document), scores).total == 80);
}

TEST_CASE("points beside the weights are added as they are", "[core][evaluation]") {
    const auto scheme = schemeOf(schemeWith({{{"key", "a"}, {"zh", "甲"}, {"weight", 100}, {"rate", "closing"}},
                                             {{"key", "b"}, {"zh", "扣分"}, {"weight", 0}, {"count", "overdue"}, {"each", -2}, {"most", 20}},
                                             {{"key", "c"}, {"zh", "加分"}, {"weight", 0}, {"by_hand", true}, {"out_of", 5}}}));
    const std::vector<ItemScore> scores = {{90.0}, {-6.0}, {}};
    const auto total = core::totalOf(scheme, scores);
    CHECK(total.total == 84);
    CHECK(total.definedPercent == 100);
}

TEST_CASE("grades begin at their lines", "[core][evaluation]") {
    const auto all = core::shippedSchemes().value();
    for (const auto& [total, grade] : {std::pair(100.0, "A"), std::pair(90.0, "A"), std::pair(89.99, "B"), std::pair(75.0, "B"), std::pair(74.99, "C"),
                                       std::pair(60.0, "C"), std::pair(59.99, "D"), std::pair(40.0, "D"), std::pair(39.99, "E"), std::pair(-3.0, "E")})
        CHECK(core::gradeOf(all.front(), total) == grade);
    const core::EvaluationScheme& thousand = all.back();
    REQUIRE(thousand.full == 1000);
    CHECK(core::gradeOf(thousand, 900) == "excellent");
    CHECK(core::gradeOf(thousand, 899.9) == "good");
    CHECK(core::gradeOf(thousand, 749) == "below");
}

TEST_CASE("totals have two decimals with halves rounded away from nought", "[core][evaluation]") {
    CHECK(core::toTwoDecimals(12.345) == 12.35);
    CHECK(core::toTwoDecimals(-12.345) == -12.35);
    CHECK(core::toTwoDecimals(0.1 + 0.2) == 0.3);
    CHECK(core::toTwoDecimals(1.005) == 1.01); // which is a little less as a double
}
