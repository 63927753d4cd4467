// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/symbol_palette.h"

#include "core/cases/case_state.h"
#include "gis/draw/incident_style.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

using namespace gridwarden;
using namespace gridwarden::gis;

namespace {

/// Relative luminance and contrast as WCAG 2 defines them.
double luminance(const QColor& colour) {
    const auto linear = [](double share) { return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

} // namespace

TEST_CASE("symbols of classes stand out from the map and differ from each other", "[gis][draw]") {
    const auto variant = GENERATE(ThemeVariant::Light, ThemeVariant::Dark);
    const SymbolPalette palette = SymbolPalette::load(variant).value();
    const QColor background = MapTheme::load(variant)->background();
    std::set<std::pair<SymbolShape, QRgb>> different;
    constexpr std::size_t Classes = 12;
    for (std::size_t i = 0; i < Classes; ++i) {
        const IncidentSymbol symbol = palette.at(i);
        CAPTURE(i, symbol.colour.name().toStdString());
        CHECK(contrast(symbol.colour, background) >= 3); // graphical objects, WCAG 2.1, 1.4.11
        CHECK(symbol.shape != palette.at(i + 1).shape);
        different.emplace(symbol.shape, symbol.colour.rgb());
    }
    CHECK(different.size() == Classes);
    CHECK(palette.at(Classes) == palette.at(0));
    for (const core::CaseState state : core::AllCaseStates) {
        different.emplace(palette.ofState(core::caseStateKey(state)).shape, palette.ofState(core::caseStateKey(state)).colour.rgb());
        CHECK(contrast(palette.ofState(core::caseStateKey(state)).colour, background) >= 3);
    }
    CHECK(palette.ofState("unheard of") == palette.others());
}

TEST_CASE("a palette without what is needed is refused", "[gis][draw]") {
    for (const char* text : {"[]", "{}", R"({"classes": []})", R"({"classes": [{"shape": "star", "light": "#000000"}]})",
                             R"({"classes": [{"shape": "disc", "light": "#000000"}]})",
                             R"({"classes": [{"shape": "disc", "light": "#000000"}], "others": {"shape": "disc", "light": "#000000"}, "states": []})"})
        CHECK_FALSE(SymbolPalette::fromJson(nlohmann::json::parse(text), ThemeVariant::Light));
}

TEST_CASE("a style of symbols comes back from the file, and what is none is refused", "[gis][draw]") {
    IncidentStyle style;
    style.by = SymbolKey::Category;
    style.classes = {{"2026:matter:09", SymbolShape::Diamond, QColor(0x12, 0x34, 0x56)}, {"2026:matter:02"}};
    style.others = {"", SymbolShape::Ring, {}};
    CHECK(incidentStyleFromJson(toJson(style)) == style);
    CHECK(toJson(IncidentStyle()) == nlohmann::json{{"drawing", "symbols"}});
    for (const char* text :
         {R"({"by": "street"})", R"({"by": 1})", R"({"classes": {}})", R"({"classes": [{"value": ""}]})", R"({"classes": [{"shape": "disc"}]})",
          R"({"classes": [{"value": "a"}, {"value": "a"}]})", R"({"classes": [{"value": "a", "shape": "star"}]})",
          R"({"classes": [{"value": "a", "colour": "nocolour"}]})", R"({"others": {"value": "a"}})", R"({"others": []})"}) {
        CAPTURE(text);
        CHECK_FALSE(incidentStyleFromJson(nlohmann::json::parse(text)));
    }
    std::string many = R"({"classes": [)";
    for (int i = 0; i <= 31; ++i)
        many += (i == 0 ? "" : ",") + std::string(R"({"value": ")") + std::to_string(i) + R"("})";
    CHECK_FALSE(incidentStyleFromJson(nlohmann::json::parse(many + "]}")));
}
