// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/ranking.h"
#include "tests/core/evaluation/scheme_sample.h"

using namespace gridwarden;
using namespace gridwarden::test;
using core::Standing;
using Ranks = std::vector<std::optional<int>>;

namespace {

std::vector<Standing> totals(std::initializer_list<double> values) {
    std::vector<Standing> standings;
    for (const double value : values)
        standings.push_back({true, value, {}, {}});
    return standings;
}

std::string listsOf(const nlohmann::json& rules, const std::vector<Standing>& standings) {
    auto document = schemeWith({{{"key", "a"}, {"zh", "甲"}, {"weight", 100}, {"rate", "closing"}}});
    document["grades"] = {{{"key", "A"}, {"zh", "A"}, {"from", 90}}, {{"key", "E"}, {"zh", "E"}}};
    document.update(rules);
    std::string text;
    const auto ranks = core::ranksOf(standings, {});
    for (const core::ListPlace& place : core::listsOf(schemeOf(document), standings, ranks))
        text += place.isRed && place.isBlack ? '!' : place.isRed ? 'r' : place.isBlack ? 'b' : '.';
    return text;
}

} // namespace

TEST_CASE("equal totals share a rank and the next one is passed over", "[core][evaluation]") {
    CHECK(core::ranksOf(totals({80, 95, 90, 90}), {}) == Ranks{4, 1, 2, 2});
    CHECK(core::ranksOf(totals({70, 70, 70}), {}) == Ranks{1, 1, 1});
    CHECK(core::ranksOf({}, {}).empty());
}

TEST_CASE("who is not ranked takes nobody's place", "[core][evaluation]") {
    auto standings = totals({99, 95, 90});
    standings[0].isRanked = false;
    CHECK(core::ranksOf(standings, {}) == Ranks{std::nullopt, 1, 2});
}

TEST_CASE("figures decide between equal totals in their order and what is not known comes last", "[core][evaluation]") {
    const std::vector<core::TieBreaker> ties = {{"closing_in_time", false, {}}, {"overdue", true, {}}};
    auto standings = totals({90, 90, 90, 90, 90, 91});
    standings[0].ties = {0.8, 3.0};
    standings[1].ties = {0.9, 9.0};
    standings[2].ties = {0.8, 1.0};
    standings[3].ties = {std::nullopt, 0.0};
    standings[4].ties = {0.8, 3.0};
    standings[5].ties = {0.1, 50.0};
    CHECK(core::ranksOf(standings, ties) == Ranks{4, 2, 3, 6, 4, 1});
}

TEST_CASE("the lists take both ends of the ranking with all of equal rank", "[core][evaluation]") {
    CHECK(listsOf({{"red", {{"top", 1}}}, {"black", {{"bottom", 2}}}}, totals({90, 80, 70, 60})) == "r.bb");
    CHECK(listsOf({{"red", {{"top", 2}}}}, totals({90, 80, 80, 60})) == "rrr.");
    CHECK(listsOf({{"black", {{"bottom", 1}}}}, totals({90, 60, 60})) == ".bb");
    CHECK(listsOf(nlohmann::json::object(), totals({90, 60})) == "..");
}

TEST_CASE("nobody is on both lists", "[core][evaluation]") {
    CHECK(listsOf({{"red", {{"top", 3}}}, {"black", {{"bottom", 3}}}}, totals({90, 80, 70, 60})) == "rrrb");
    CHECK(listsOf({{"red", {{"top", 3}}}, {"black", {{"bottom", 3}}}}, totals({90})) == "r");
}

TEST_CASE("a list can be made of grades and leaves out who is not ranked", "[core][evaluation]") {
    auto standings = totals({95, 92, 50, 30});
    for (std::size_t i = 0; i < standings.size(); ++i)
        standings[i].grade = i < 2 ? "A" : "E";
    standings[3].isRanked = false;
    CHECK(listsOf({{"red", {{"grades", {"A"}}}}, {"black", {{"grades", {"E"}}}}}, standings) == "rrb.");
}
