// SPDX-License-Identifier: GPL-3.0-or-later
// What is drawn and how, as JSON: styles of layers, the list of layers, places of the map, the theme.
#include "app/map/bookmark_text.h"
#include "app/map/layer_entry.h"
#include "gis/draw/map_theme.h"
#include "gis/draw/symbol_palette.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

using namespace gridwarden;
using fuzz::isGood;
using fuzz::require;
using nlohmann::json;

namespace {

void requireDrawable(const gis::Look& look) {
    constexpr double ManyPixels = 1000;
    for (const double size : {look.width, look.casingWidth, look.markerSize})
        require(size >= 0 && size <= ManyPixels, "a size is 0 to 1000 pixels");
    require(look.dash.size() % 2 == 0, "dashes come in pairs");
    for (const double length : look.dash)
        require(length >= 0.1 && length <= ManyPixels, "a dash is a tenth to 1000 pixels");
}

void requireDrawable(const gis::LayerStyle& style) {
    require(style.opacity >= 0 && style.opacity <= 1, "an opacity is 0 to 1");
    requireDrawable(style.other);
    for (const gis::StyleClass& each : style.classes) {
        requireDrawable(each.look);
        for (const std::string& value : each.values)
            require(each.holds(value), "a class holds its values");
        require(!each.holds(std::string()) || std::find(each.values.begin(), each.values.end(), std::string()) != each.values.end(),
                "nothing is not anything");
    }
}

void requireDrawable(const gis::IncidentStyle& style) {
    require(style.clusterSize >= gis::IncidentStyle::SmallestCluster && style.clusterSize <= gis::IncidentStyle::LargestCluster,
            "a cluster is as wide as a circle needs, and a screen is wider");
    require(style.heatRadius >= gis::IncidentStyle::SmallestRadius && style.heatRadius <= gis::IncidentStyle::LargestRadius,
            "a kernel is some metres to some kilometres wide");
    require(style.classes.size() <= gis::IncidentStyle::MostClasses && style.others.value.empty(), "there are symbols for some dozens of classes");
    for (const gis::SymbolClass& each : style.classes)
        require(!each.value.empty() && (!each.colour.isValid() || each.colour.alpha() == 255), "a class has a value, and its colour covers");
}

void requireCountable(const gis::CountClasses& classes) {
    require(classes.classes >= gis::CountClasses::Fewest && classes.classes <= gis::CountClasses::Most, "there are two to nine classes");
    const std::vector<double> counts{0, 3, 3, 17.5, 250, 1'000'000};
    const auto bounds = gis::upperBounds(counts, classes);
    require(!bounds.empty() && bounds.back() >= counts.back() && bounds.size() <= static_cast<std::size_t>(gis::CountClasses::Most),
            "every count is in a class");
    require(std::is_sorted(bounds.begin(), bounds.end()), "classes follow each other");
}

void countClasses(const json& document) {
    const auto classes = gis::countClassesFromJson(document);
    if (!isGood(classes))
        return;
    requireCountable(*classes);
    const auto again = gis::countClassesFromJson(gis::toJson(*classes));
    require(again && *again == *classes, "classes that are kept read as the same");
}

void incidentStyle(const json& document) {
    const auto style = gis::incidentStyleFromJson(document);
    if (!isGood(style))
        return;
    requireDrawable(*style);
    const auto again = gis::incidentStyleFromJson(gis::toJson(*style));
    require(again && *again == *style, "a style of incidents that is kept reads as the same");
}

void palette(const json& document) {
    for (const gis::ThemeVariant variant : {gis::ThemeVariant::Light, gis::ThemeVariant::Dark}) {
        const auto palette = gis::SymbolPalette::fromJson(document, variant);
        if (isGood(palette))
            require(palette->at(1000).colour.isValid() && palette->ofState("closed").colour.isValid(), "there is a symbol for everything");
    }
}

void style(const json& document) {
    incidentStyle(document);
    countClasses(document);
    palette(document);
    const auto style = gis::styleFromJson(document);
    if (!isGood(style))
        return;
    requireDrawable(*style);
    const auto again = gis::styleFromJson(gis::toJson(*style));
    require(again && *again == *style, "a style that is kept reads as the same");
}

void layers(const json& document) {
    const std::filesystem::path folder = "/districts/east";
    const auto entries = app::layersFromJson(document, folder);
    for (const app::LayerEntry& entry : entries) {
        require(entry.role != app::LayerRole::Source || entry.source.path.is_absolute(), "a source has a whole path");
        requireDrawable(entry.incidentStyle);
        if (entry.counts)
            requireCountable(*entry.counts);
        if (entry.style)
            requireDrawable(*entry.style);
    }
    const json kept = app::layersToJson(entries, folder);
    const auto again = app::layersFromJson(kept, folder);
    require(again.size() == entries.size(), "layers that are kept read as so many");
    for (std::size_t i = 0; i < again.size(); ++i)
        require(again[i].role == entries[i].role && again[i].isVisible == entries[i].isVisible && again[i].style == entries[i].style &&
                    again[i].incidentStyle == entries[i].incidentStyle && again[i].counts == entries[i].counts,
                "layers that are kept read as the same");
}

void theme(const json& document) {
    for (const gis::ThemeVariant variant : {gis::ThemeVariant::Light, gis::ThemeVariant::Dark}) {
        const auto theme = gis::MapTheme::fromJson(document, variant);
        if (!isGood(theme))
            continue;
        gis::LayerTraits roads;
        roads.name = "osm_roads_2026";
        roads.fields = {"class", "name"};
        roads.hasLines = true;
        requireDrawable(theme->styleFor(roads));
        (void)theme->usefulFields(roads.fields);
        require(theme->background().isValid(), "a theme has a background");
    }
}

void bookmarks(std::string_view text) {
    const auto all = app::bookmarksFromText(text);
    for (const app::MapBookmark& each : all)
        require(each.box.minLongitude >= -180 && each.box.minLongitude <= each.box.maxLongitude && each.box.maxLongitude <= 180 &&
                    each.box.minLatitude >= -90 && each.box.minLatitude <= each.box.maxLatitude && each.box.maxLatitude <= 90,
                "a place lies on the earth");
    require(app::bookmarksFromText(app::bookmarksToText(all)) == all, "places that are kept read as the same");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    const unsigned kind = input.choice(4);
    const std::string_view text = input.rest();
    if (kind == 3) {
        bookmarks(text);
        return 0;
    }
    const json document = json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (document.is_discarded())
        return 0;
    if (kind == 0)
        style(document);
    else if (kind == 1)
        layers(document);
    else
        theme(document);
    return 0;
}
