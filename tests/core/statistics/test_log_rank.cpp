// SPDX-License-Identifier: GPL-3.0-or-later
// Expectations: survdiff of R's package survival (tests/data/nyc-vehicle-thefts), a published example, and the
// definition for random spells.
#include "core/statistics/log_rank.h"
#include "core/statistics/tails.h"
#include "tests/core/statistics/thefts.h"

#include <random>
#include <set>

using namespace gridwarden::core;
using namespace gridwarden::test;
using nlohmann::json;

namespace {

/// The spells of the groups that R had, in its order.
template <class Of> std::vector<std::vector<Spell>> grouped(const json& expected, Of of) {
    std::vector<std::vector<Spell>> groups;
    for (const json& name : expected["groups"]) {
        std::vector<Spell>& group = groups.emplace_back();
        for (const TheftSpell& spell : theftSpells())
            if (spell.category == name)
                group.push_back(of(spell));
    }
    return groups;
}

void checkTest(const LogRank& test, const json& expected) {
    REQUIRE(test.groups.size() == expected["groups"].size());
    for (std::size_t i = 0; i < test.groups.size(); ++i) {
        CAPTURE(expected["groups"][i].get<std::string>());
        CHECK(test.groups[i].spells == expected["spells"][i]);
        CHECK(test.groups[i].observed == expected["observed"][i]);
        CHECK(test.groups[i].expected == near(expected["expected"][i]));
    }
    CHECK(test.chiSquared == near(expected["chi_squared"], 1e-9));
    CHECK(test.degreesOfFreedom == expected["degrees_of_freedom"]);
    CHECK(test.p == Approx(expected["p"].get<double>()).epsilon(1e-7).margin(0)); // down to 10^-160
}

/// By the definition with whole matrices: for two groups (E − O)² ÷ V, at each time anew.
double plainTwoGroups(const std::vector<Spell>& first, const std::vector<Spell>& second) {
    std::set<double> times;
    for (const auto* group : {&first, &second})
        for (const Spell& spell : *group)
            if (spell.ended)
                times.insert(spell.days);
    const auto atRisk = [](const std::vector<Spell>& group, double time) {
        return static_cast<double>(
            std::count_if(group.begin(), group.end(), [&](const Spell& s) { return s.days >= time; }));
    };
    const auto ends = [](const std::vector<Spell>& group, double time) {
        return static_cast<double>(
            std::count_if(group.begin(), group.end(), [&](const Spell& s) { return s.ended && s.days == time; }));
    };
    double excess = 0, variance = 0;
    for (const double time : times) {
        const double n1 = atRisk(first, time), n = n1 + atRisk(second, time);
        const double d1 = ends(first, time), d = d1 + ends(second, time);
        excess += d1 - d * n1 / n;
        if (n > 1)
            variance += d * (n1 / n) * (1 - n1 / n) * (n - d) / (n - 1);
    }
    return variance > 0 ? excess * excess / variance : 0;
}

} // namespace

TEST_CASE("log-rank tests of thefts are those of survdiff", "[core][statistics]") {
    const json& expected = expectedByR()["log_rank"];
    SECTION("fourteen groups to the minute") {
        checkTest(logRank(grouped(expected["exact"], [](const TheftSpell& s) { return s.exact(); })),
                  expected["exact"]);
    }
    SECTION("fourteen groups in whole days") {
        checkTest(logRank(grouped(expected["whole_days"], [](const TheftSpell& s) { return s.wholeDays(); })),
                  expected["whole_days"]);
    }
    SECTION("two groups") {
        checkTest(logRank(grouped(expected["two_groups"], [](const TheftSpell& s) { return s.wholeDays(); })),
                  expected["two_groups"]);
    }
}

TEST_CASE("the log-rank test of leukaemia patients is as published", "[core][statistics]") {
    // Freireich et al. 1963; O − E = 10.25 and χ² = 16.79 in Kleinbaum & Klein, Survival Analysis, 3rd ed., 2012,
    // chapter 2.
    std::vector<std::vector<Spell>> groups(2);
    for (const int weeks : {6, 6, 6, 7, 10, 13, 16, 22, 23})
        groups[0].push_back({static_cast<double>(weeks), true});
    for (const int weeks : {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35})
        groups[0].push_back({static_cast<double>(weeks), false});
    for (const int weeks : {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23})
        groups[1].push_back({static_cast<double>(weeks), true});
    const LogRank test = logRank(groups);
    CHECK(test.groups[1].observed - test.groups[1].expected == Approx(10.25).epsilon(0).margin(0.005));
    CHECK(test.chiSquared == Approx(16.79).epsilon(0).margin(0.005));
    CHECK(test.degreesOfFreedom == 1);
    CHECK(test.p < 0.0001);
}

TEST_CASE("the log-rank test follows its definition", "[core][statistics]") {
    std::mt19937 random(11);
    for (int round = 0; round < 200; ++round) {
        std::vector<std::vector<Spell>> groups(2);
        for (auto& group : groups)
            for (auto i = 1 + random() % 12; i > 0; --i)
                group.push_back({static_cast<double>(random() % 9), random() % 4 != 0});
        CAPTURE(round);
        const LogRank test = logRank(groups);
        CHECK(test.chiSquared == Approx(plainTwoGroups(groups[0], groups[1])).margin(1e-9));
        const double ended = test.groups[0].observed + test.groups[1].observed;
        CHECK(test.groups[0].expected + test.groups[1].expected == Approx(ended).margin(1e-12));
    }
}

TEST_CASE("splitting a group in two alike ones changes the expected ends by half and groups may be empty",
          "[core][statistics]") {
    const std::vector<Spell> some = {{1, true}, {2, true}, {2, false}, {5, true}},
                             others = {{2, true}, {3, true}, {4, true}};
    const LogRank test = logRank(std::vector<std::vector<Spell>>{some, others, {}, some});
    CHECK(test.groups[0].expected == Approx(test.groups[3].expected));
    CHECK(test.groups[2].expected == 0);
    CHECK(test.degreesOfFreedom == 2);
}

TEST_CASE("where nothing can be compared nothing differs", "[core][statistics]") {
    const std::vector<Spell> open = {{3, false}, {4, false}}, together = {{2, true}, {2, true}};
    for (const auto& groups : std::vector<std::vector<std::vector<Spell>>>{
             {}, {together}, {open, open}, {{}, together}, {together, together}}) {
        const LogRank test = logRank(groups);
        CHECK(test.chiSquared == 0);
        CHECK(test.degreesOfFreedom == 0);
        CHECK(test.p == 1);
    }
}

TEST_CASE("tails are those of printed tables", "[core][statistics]") {
    CHECK(bothNormalTails(1.959963984540054) == Approx(0.05).epsilon(1e-12));
    CHECK(bothNormalTails(-2.575829303548901) == Approx(0.01).epsilon(1e-12));
    CHECK(bothNormalTails(0) == 1);
    CHECK(bothNormalTails(1e10) == 0);
    CHECK(chiSquaredTail(3.841458820694124, 1) == Approx(0.05).epsilon(1e-12));
    CHECK(chiSquaredTail(18.307038053275146, 10) == Approx(0.05).epsilon(1e-12));
    CHECK(chiSquaredTail(0, 3) == 1);
    CHECK(chiSquaredTail(1e6, 3) == 0);
}
