// SPDX-License-Identifier: GPL-3.0-or-later
// Definitions that a bureau keeps in its district.
#include "core/figure_list.h"
#include "core/figures/indicators.h"
#include "tests/support/small_district.h"
#include "tests/support/sound.h"

using namespace gridwarden;
using namespace gridwarden::core;

namespace {

FigureDefinition sumOf(const char* key, std::vector<std::string> parts) {
    FigureDefinition figure;
    figure.key = key;
    figure.name = "自定";
    figure.unit = "件";
    figure.rule = FigureSum{std::move(parts)};
    return figure;
}

struct OwnDesk : test::SmallDistrict {
    Result<Touched> save(const FigureDefinition& figure) {
        return district->change({"add-figure", {figure.name}}, actor, [&](Change& change) { return saveOwnFigure(change, figure); });
    }
};

} // namespace

TEST_CASE("own figures are kept as they are, in place of shipped ones of their key, and the change can be taken back", "[core][figures]") {
    OwnDesk desk;
    const std::size_t shipped = figureDefinitions(*desk.district)->all().size();
    FigureDefinition both = sumOf("both", {"handled", "voided"});
    both.english = "both";
    both.note = "两者之和";
    both.englishNote = "the two together";
    both.source = "本局";
    REQUIRE(desk.save(both));
    CHECK(figureDefinitions(*desk.district)->all().size() == shipped + 1);
    CHECK(*figureDefinitions(*desk.district)->find("both") == both);

    FigureDefinition closing = *figureDefinitions(*desk.district)->find("closing");
    closing.rule = FigureRate{"closed", "filed", false};
    const auto touched = desk.save(closing);
    REQUIRE(touched);
    CHECK(touched->definitions);
    CHECK(figureDefinitions(*desk.district)->all().size() == shipped + 1);
    CHECK(*figureDefinitions(*desk.district)->find("closing") == closing);
    REQUIRE(desk.district->undo(desk.actor));
    CHECK(std::get<FigureRate>(figureDefinitions(*desk.district)->find("closing")->rule).denominator == "due_to_close");
    test::requireSound(*desk.district);
}

TEST_CASE("an edit that would leave a figure without its parts is refused beforehand", "[core][figures]") {
    OwnDesk desk;
    REQUIRE(desk.save(sumOf("both", {"handled", "voided"})));
    REQUIRE(desk.save(sumOf("all_three", {"both", "reported"})));
    const auto keyOf = [](const auto& failed) { return failed ? std::string("none") : failed.error().what.key; };
    CHECK(keyOf(figureDefinitions(*desk.district, {.removed = "both"})) == "figure-part-unknown");
    CHECK(keyOf(figureDefinitions(*desk.district, {.saved = sumOf("both", {"all_three"})})) == "figure-made-of-itself");
    CHECK(keyOf(figureDefinitions(*desk.district, {.saved = sumOf("both", {"closing"})})) == "figure-of-rate");
    CHECK(keyOf(figureDefinitions(*desk.district, {.saved = sumOf("closing", {"closed"})})) == "figure-counts-otherwise");
    CHECK(keyOf(figureDefinitions(*desk.district, {.removed = "all_three"})) == "none");
}

TEST_CASE("what could not be read again is not kept, and what is not there cannot be removed", "[core][figures]") {
    OwnDesk desk;
    for (const char* const key : {"", "a b", "a|b", "{a}"})
        CHECK_FALSE(desk.save(sumOf(key, {"handled"})));
    CHECK(loadOwnFigures(desk.district->connection())->empty());
    const auto removed = desk.district->change({"remove-figure", {"x"}}, desk.actor, [](Change& change) { return removeOwnFigure(change, "x"); });
    REQUIRE_FALSE(removed);
    CHECK(removed.error().what == Message{"figure-unknown", {"x"}});
}

TEST_CASE("an own definition holds for the indicators of a report", "[core][figures]") {
    OwnDesk desk;
    desk.report(GeoPoint{120.645, 28.005}, "09006", parseMoment("2026-03-02T09:00:00+08:00", TimeZone()).value());
    desk.report(GeoPoint{120.655, 28.005}, "06010", parseMoment("2026-03-03T09:00:00+08:00", TimeZone()).value());
    FigureDefinition reported = *figureDefinitions(*desk.district)->find("reported");
    std::get<CaseCount>(reported.rule).scope.categories = {"2026:matter:09006"};
    REQUIRE(desk.save(reported));
    const auto source = figureSource(*desk.district);
    REQUIRE(source);
    const auto counted = indicators(source->input, *figureDefinitions(*desk.district), {parseDay("2026-03-01").value(), parseDay("2026-03-31").value()});
    REQUIRE(counted);
    CHECK(counted->figure("reported").value() == 1);
}
