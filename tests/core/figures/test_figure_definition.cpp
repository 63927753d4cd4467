// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/figure_definition.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

using namespace gridwarden::core;
using nlohmann::json;

namespace {

FigureDefinition made(const char* text) {
    const auto read = figureFromJson(json::parse(text));
    REQUIRE(read);
    return *read;
}

FigureDefinition sum(const std::string& key, std::vector<std::string> parts) {
    FigureDefinition definition;
    definition.key = key;
    definition.name = key;
    definition.rule = FigureSum{std::move(parts)};
    return definition;
}

std::string keyOf(const Result<FigureDefinitions>& failed) {
    REQUIRE_FALSE(failed);
    return failed.error().what.key;
}

} // namespace

TEST_CASE("a definition says what is counted, when and under which conditions", "[core][figures]") {
    const FigureDefinition cases = made(R"({"key":"a","zh":"甲","en":"A","unit":"件","count":"cases","when":"due_to_close","is":["closed","!forced"],
        "categories":["2026:matter:09006"],"sources":["@public"],"note":{"zh":"说明","en":"note"},"source":"local"})");
    CaseCount expected;
    expected.when = CaseWhen::DueToClose;
    expected.is = 16;
    expected.isNot = 1024;
    expected.scope.categories = {"2026:matter:09006"};
    expected.scope.sources = {"@public"};
    CHECK(std::get<CaseCount>(cases.rule) == expected);
    CHECK(cases.noteIn(Language::English) == "note");
    CHECK(cases.nameIn(Language::Chinese) == "甲");
    const FigureDefinition steps = made(R"({"key":"b","zh":"乙","unit":"处","count":"step_quantity","steps":["handle","self_handle"],"of":"处","methods":["shout"]})");
    CHECK(std::get<StepCount>(steps.rule).kinds == std::vector{StepKind::Handle, StepKind::SelfHandle});
    CHECK(std::get<StepCount>(steps.rule).quantityOf == "处");
    const FigureDefinition people = made(R"({"key":"c","zh":"丙","unit":"人次","count":"activity_people","kinds":["training"]})");
    CHECK(std::get<ActivityCount>(people.rule).measure == ActivityMeasure::People);
    CHECK(std::get<FigureRate>(made(R"({"key":"d","zh":"丁","unit":"%","inverse_rate":["x","y"]})").rule) == FigureRate{"x", "y", true});
}

TEST_CASE("a definition reads back as it was written", "[core][figures]") {
    const auto shipped = shippedFigures();
    REQUIRE(shipped);
    for (const FigureDefinition& definition : shipped->all()) {
        INFO(definition.key);
        const auto again = figureFromJson(figureToJson(definition));
        REQUIRE(again);
        CHECK(*again == definition);
    }
}

TEST_CASE("what a definition says and nobody knows is an error that names it", "[core][figures]") {
    const std::pair<const char*, const char*> wrong[] = {
        {R"({"key":"a|b","zh":"甲","count":"cases","when":"reported"})", "key"},
        {R"({"key":"A b","zh":"甲","count":"cases","when":"reported"})", "key"},
        {R"({"key":"a","count":"cases","when":"reported"})", "zh"},
        {R"({"key":"a","zh":"甲","count":"cases","when":"someday"})", "when"},
        {R"({"key":"a","zh":"甲","count":"cases"})", "when"},
        {R"({"key":"a","zh":"甲","count":"cases","when":"reported","is":["green"]})", "is"},
        {R"({"key":"a","zh":"甲","count":"cases","when":"reported","colour":"red"})", "colour"},
        {R"({"key":"a","zh":"甲","count":"cases","when":"reported","steps":["urge"]})", "steps"},
        {R"({"key":"a","zh":"甲","count":"steps"})", "steps"},
        {R"({"key":"a","zh":"甲","count":"steps","steps":["report"]})", "steps"},
        {R"({"key":"a","zh":"甲","count":"steps","steps":["check_after"],"result":"perhaps"})", "result"},
        {R"({"key":"a","zh":"甲","count":"activities","sources":["patrol"]})", "categories"},
        {R"({"key":"a","zh":"甲","count":"apples"})", "count"},
        {R"({"key":"a","zh":"甲","sum":["x"],"rate":["x","y"]})", "count"},
        {R"({"key":"a","zh":"甲"})", "count"},
        {R"({"key":"a","zh":"甲","rate":["x"]})", "rate"},
        {R"({"key":"a","zh":"甲","sum":[]})", "sum"},
        {R"({"key":"a","zh":7,"count":"cases","when":"reported"})", "zh"},
        {R"({"key":"a","zh":"甲","sum":["x"],"note":{"fr":"z"}})", "note"}};
    for (const auto& [text, member] : wrong) {
        INFO(text);
        const auto read = figureFromJson(json::parse(text));
        REQUIRE_FALSE(read);
        CHECK(read.error().what.key == "figure-unreadable");
        CHECK(read.error().what.arguments.at(1) == member);
    }
    CHECK_FALSE(figureFromJson(json::array()));
}

TEST_CASE("sums and rates find their parts and never themselves", "[core][figures]") {
    FigureDefinition plain = sum("p", {});
    plain.rule = CaseCount{};
    FigureDefinition rate = sum("r", {});
    rate.rule = FigureRate{"s", "p", false};
    const auto good = FigureDefinitions::of({rate, sum("t", {"s"}), plain, sum("s", {"p", "p"})});
    REQUIRE(good);
    std::vector<std::string> ordered;
    for (const FigureDefinition* each : good->withParts(std::vector<std::string>{"r", "t"}))
        ordered.push_back(each->key);
    CHECK(ordered == std::vector<std::string>{"p", "s", "r", "t"});
    std::set<std::string> users;
    for (const FigureDefinition* each : good->usersOf("p"))
        users.insert(each->key);
    CHECK(users == std::set<std::string>{"r", "s", "t"});
    CHECK(good->usersOf("r").empty());

    CHECK(keyOf(FigureDefinitions::of({plain, plain})) == "figure-twice");
    CHECK(keyOf(FigureDefinitions::of({sum("s", {"x"})})) == "figure-part-unknown");
    CHECK(keyOf(FigureDefinitions::of({sum("a", {"b"}), sum("b", {"c"}), sum("c", {"a"})})) == "figure-made-of-itself");
    CHECK(keyOf(FigureDefinitions::of({sum("s", {"s"})})) == "figure-made-of-itself");
    CHECK(keyOf(FigureDefinitions::of({plain, rate, sum("s", {"p"}), sum("u", {"r"})})) == "figure-of-rate");
}

TEST_CASE("shipped figures have names, notes and units in their place", "[core][figures]") {
    const auto shipped = shippedFigures();
    REQUIRE(shipped);
    std::set<std::string> names;
    for (const FigureDefinition& definition : shipped->all()) {
        INFO(definition.key);
        CHECK(names.insert(definition.name).second);
        CHECK_FALSE(definition.english.empty());
        CHECK_FALSE(definition.note.empty());
        CHECK_FALSE(definition.englishNote.empty());
        CHECK((definition.unit == "%") == definition.isRate());
        CHECK_FALSE(definition.unit.empty());
    }
    // The rates of domain section 8.2 that need no records which do not exist.
    for (const char* key : {"filing", "closing", "closing_in_time", "handling", "handling_in_time", "rework_rate", "rework_rate_of_handled", "extension",
                            "public_report_rate", "valid_report_rate", "accurate_filing_rate"})
        CHECK(shipped->find(key) != nullptr);
}
