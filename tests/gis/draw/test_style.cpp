// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/map_theme.h"

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
