// SPDX-License-Identifier: GPL-3.0-or-later
// Expectations: survfit of R's package survival (tests/data/nyc-vehicle-thefts), and a published example.
#include "core/statistics/survival.h"
#include "tests/core/statistics/thefts.h"

#include <random>

using namespace gridwarden::core;
using namespace gridwarden::test;
using nlohmann::json;

namespace {

void checkOptional(const std::optional<double>& value, const json& expected) {
    REQUIRE(value.has_value() == !expected.is_null());
    if (value)
        CHECK(*value == near(expected));
}

void checkCurve(std::vector<Spell> spells, const json& expected) {
    const SurvivalCurve curve = kaplanMeier(spells);
    CHECK(curve.spells == expected["spells"]);
    CHECK(curve.events == expected["events"]);
    CHECK(curve.censored == curve.spells - curve.events);
    REQUIRE(curve.points.size() == expected["times"]);
    checkOptional(curve.median, expected["median"]);
    checkOptional(curve.medianLower, expected["median_lower"]);
    checkOptional(curve.medianUpper, expected["median_upper"]);
    CHECK(medianSurvival(spells) == curve.median);
    const json& points = expected["points"];
    REQUIRE(points["index"].size() > 5);
    for (std::size_t i = 0; i < points["index"].size(); ++i) {
        const SurvivalPoint& point = curve.points[points["index"][i].get<std::size_t>()];
        CAPTURE(point.days);
        CHECK(point.days == near(points["days"][i]));
        CHECK(point.atRisk == points["at_risk"][i]);
        CHECK(point.events == points["events"][i]);
        CHECK(point.censored == points["censored"][i]);
        CHECK(point.survival == near(points["survival"][i]));
        checkOptional(point.standardError(), points["error"][i]);
        checkOptional(point.lower(), points["lower"][i]);
        checkOptional(point.upper(), points["upper"][i]);
    }
}

} // namespace

TEST_CASE("survival curves of thefts are those of survfit", "[core][statistics]") {
    std::vector<Spell> exact, wholeDays, hotel, censored, ended, half;
    for (const TheftSpell& spell : theftSpells()) {
        exact.push_back(spell.exact());
        wholeDays.push_back(spell.wholeDays());
        if (spell.category == "hotel")
            hotel.push_back(spell.wholeDays());
        if (!spell.ended && censored.size() < 9)
            censored.push_back(spell.exact());
        if (spell.ended && ended.size() < 40)
            ended.push_back(spell.wholeDays());
        if (spell.ended && half.size() < 6)
            half.push_back(spell.exact());
    }
    const json& expected = expectedByR()["survival"];
    SECTION("to the minute") {
        checkCurve(exact, expected["exact"]);
    }
    SECTION("in whole days, of which many are the same") {
        checkCurve(wholeDays, expected["whole_days"]);
    }
    SECTION("of few") {
        checkCurve(hotel, expected["hotel"]);
    }
    SECTION("of which none has ended") {
        checkCurve(censored, expected["censored_only"]);
    }
    SECTION("of which all have ended") {
        checkCurve(ended, expected["ended_only"]);
    }
    SECTION("that is one half for a while") {
        checkCurve(half, expected["half"]);
    }
}

TEST_CASE("the survival of leukaemia patients is as published", "[core][statistics]") {
    // Remission in weeks under 6-mercaptopurine: Freireich et al., Blood 21 (1963) 699; the estimates in Cox & Oakes,
    // Analysis of Survival Data, 1984, table 4.1.
    std::vector<Spell> spells;
    for (const int weeks : {6, 6, 6, 7, 10, 13, 16, 22, 23})
        spells.push_back({static_cast<double>(weeks), true});
    for (const int weeks : {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35})
        spells.push_back({static_cast<double>(weeks), false});
    const SurvivalCurve curve = kaplanMeier(spells);
    const std::vector<std::pair<double, double>> published = {{6, 0.857},  {7, 0.807},  {10, 0.753}, {13, 0.690},
                                                              {16, 0.627}, {22, 0.538}, {23, 0.448}};
    for (const auto& [weeks, survival] : published) {
        const auto point = std::find_if(curve.points.begin(), curve.points.end(),
                                        [weeks = weeks](const SurvivalPoint& p) { return p.days == weeks; });
        REQUIRE(point != curve.points.end());
        CHECK(point->survival == Approx(survival).epsilon(0).margin(0.0005));
    }
    CHECK(curve.median == 23.0);
}

TEST_CASE("the order of the spells does not matter and nothing has no curve", "[core][statistics]") {
    std::vector<Spell> spells;
    std::mt19937 random(3);
    for (int i = 0; i < 500; ++i)
        spells.push_back({static_cast<double>(random() % 60), random() % 3 != 0});
    const SurvivalCurve curve = kaplanMeier(spells);
    std::shuffle(spells.begin(), spells.end(), random);
    const SurvivalCurve shuffled = kaplanMeier(spells);
    REQUIRE(curve.points.size() == shuffled.points.size());
    for (std::size_t i = 0; i < curve.points.size(); ++i)
        CHECK(curve.points[i].survival == shuffled.points[i].survival);
    const SurvivalCurve none = kaplanMeier({});
    CHECK(none.points.empty());
    CHECK(none.spells == 0);
    CHECK(!none.median);
    std::vector<Spell> nothing;
    CHECK(!medianSurvival(nothing));
}
