// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/map_theme.h"
#include "gis/draw/style_classes.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace gridwarden;
using namespace gridwarden::gis;

namespace {

LayerTraits roads() {
    return {"osm_roads_2026", {"fid", "name", "class"}, false, true, false, 0};
}

} // namespace

TEST_CASE("a style survives being kept as JSON", "[gis][draw]") {
    const auto theme = MapTheme::load(GENERATE(ThemeVariant::Light, ThemeVariant::Dark));
    REQUIRE(theme);
    LayerStyle style = theme->styleFor(roads());
    style.opacity = 0.5;
    style.maxDenominator = 25'000;
    style.other.fill = QColor(1, 2, 3, 4);
    style.labelElse = "name";
    style.drawnText = {"#colour", "#height", "#angle", "#anchor"};
    style.classes.push_back({"height", {}, 1.5, 30.0, false, {"低", "low"}, {}});
    style.classes.push_back({"building", {}, {}, {}, true, {}, {}});
    const auto back = styleFromJson(nlohmann::json::parse(toJson(style).dump()));
    REQUIRE(back);
    CHECK(*back == style);
    CHECK(styleFromJson(nlohmann::json::object()).value() == LayerStyle{});
}

TEST_CASE("an unreadable style names the member at fault", "[gis][draw]") {
    const auto [text, member] = GENERATE(table<const char*, const char*>({
        {R"({"opacity": 3})", "opacity"},
        {R"({"field": 7})", "field"},
        {R"({"other": {"fill": "blueish"}})", "fill"},
        {R"({"other": {"dash": [1, 2, 3]}})", "dash"},
        {R"({"other": {"width": -1}})", "width"},
        {R"({"classes": 5})", "classes"},
        {R"({"classes": [{"values": "x"}]})", "values"},
    }));
    const auto style = styleFromJson(nlohmann::json::parse(text));
    REQUIRE(!style);
    CHECK(style.error().code == core::ErrorCode::BadInput);
    CHECK(style.error().what == core::Message{"style-unreadable", {member}});
    CHECK(!styleFromJson(nlohmann::json::array()));
}

TEST_CASE("layers like those of OpenStreetMap get the looks of a base map", "[gis][draw]") {
    const auto theme = MapTheme::load(ThemeVariant::Light);
    REQUIRE(theme);
    const LayerStyle style = theme->styleFor(roads());
    CHECK(style.field == "class");
    CHECK(style.labelField == "name");
    CHECK(style.classes.size() >= 6);
    CHECK(theme->styleFor({"buildings", {"name"}, true, false, false, 0}).other.fill.isValid());
    CHECK(theme->styleFor({"水系", {"name"}, true, false, false, 0}) ==
          theme->styleFor({"water", {"name"}, true, false, false, 0}));
    // Railroads are no roads, and a layer of points is none either.
    CHECK(theme->styleFor({"railroads", {"class"}, false, true, false, 0}).classes.empty());
    CHECK(theme->styleFor({"roads", {"class"}, false, false, true, 0}).classes.empty());
}

TEST_CASE("plain layers take hues in turn and a field that sounds like a name", "[gis][draw]") {
    const auto theme = MapTheme::load(ThemeVariant::Light);
    REQUIRE(theme);
    const LayerStyle first = theme->styleFor({"tracts", {"OBJECTID", "Name"}, true, false, false, 0});
    const LayerStyle second = theme->styleFor({"tracts", {"OBJECTID", "名称"}, true, false, false, 1});
    CHECK(first.other.line != second.other.line);
    CHECK(first.labelField == "Name");
    CHECK(second.labelField == "名称");
    CHECK(first.other.fill.alpha() < 80);
    const std::vector<std::string> fields{"OBJECTID", "Name", "KIND"};
    CHECK(theme->usefulFields(fields) == std::vector<std::string>{"Name", "KIND"});
}

TEST_CASE("every kind of area has a look in both variants", "[gis][draw]") {
    for (const ThemeVariant variant : {ThemeVariant::Light, ThemeVariant::Dark}) {
        const auto theme = MapTheme::load(variant);
        REQUIRE(theme);
        CHECK(theme->variant() == variant);
        for (const core::AreaKind kind : core::AllAreaKinds) {
            CHECK(theme->areaLook(kind).look.line.isValid());
            CHECK(theme->areaLook(kind).look.label.isValid());
        }
    }
}

TEST_CASE("the base map stays paler than any lamp", "[gis][draw]") {
    const auto theme = MapTheme::load(ThemeVariant::Light);
    REQUIRE(theme);
    for (const char* name : {"buildings", "water", "green", "roads"}) {
        LayerTraits traits{name, {"class", "name"}, true, true, false, 0};
        const LayerStyle style = theme->styleFor(traits);
        CHECK((!style.other.fill.isValid() || qGray(style.other.fill.rgb()) > 190));
        for (const StyleClass& each : style.classes)
            CHECK(qGray(each.look.line.rgb()) > 160);
    }
}

TEST_CASE("a class holds values, numbers of a range, or anything", "[gis][draw]") {
    StyleClass each;
    each.values = {"a", "7"};
    CHECK(each.holds("a"));
    CHECK_FALSE(each.holds("b"));
    CHECK_FALSE(each.holds(""));
    each.above = 10;
    each.upTo = 20;
    CHECK_FALSE(each.holds("10"));
    CHECK(each.holds("10.01"));
    CHECK(each.holds(" 20 "));
    CHECK_FALSE(each.holds("20.5"));
    CHECK_FALSE(each.holds("12 m"));
    CHECK_FALSE(each.holds("nan"));
    CHECK(each.holds("7")); // a value all the same
    StyleClass any;
    any.any = true;
    CHECK(any.holds("x"));
    CHECK_FALSE(any.holds(""));
}

TEST_CASE("classes are made from what a field holds", "[gis][draw]") {
    LayerColumn column{"floors", {"", "1", "2", "3", "40", "unknown"}, {}};
    for (std::uint32_t value = 0; value < 6; ++value)
        column.byShape.insert(column.byShape.end(), 10 * (value + 1), value);
    CHECK_FALSE(isNumeric(column)); // 60 of 200 are not
    column.byShape.resize(150);
    CHECK(isNumeric(column));
    const std::vector<StyleClass> values = valueClasses(column, Look{}, ColouredPart::Line);
    REQUIRE(values.size() == 5);
    CHECK(values[0].values == std::vector<std::string>{"40"}); // the most frequent first
    CHECK(values[0].look.line != values[1].look.line);
    for (const ClassMethod method : {ClassMethod::Equal, ClassMethod::Quantiles, ClassMethod::Natural}) {
        CountClasses count;
        count.method = method;
        count.classes = 3;
        const std::vector<StyleClass> ranges = rangeClasses(column, count, Look{}, ColouredPart::Fill);
        REQUIRE(!ranges.empty());
        for (const char* number : {"1", "2", "3", "40"}) // each number in exactly one class
            CHECK(std::count_if(ranges.begin(), ranges.end(), [&](const StyleClass& each) { return each.holds(number); }) == 1);
        CHECK_FALSE(ranges.back().holds("41"));
        for (std::size_t i = 1; i < ranges.size(); ++i) // darker and darker
            CHECK(qGray(ranges[i].look.fill.rgb()) < qGray(ranges[i - 1].look.fill.rgb()));
    }
    column.byShape = {0, 5};
    CHECK(rangeClasses(column, CountClasses{}, Look{}, ColouredPart::Line).empty());
}
