// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/still_picture.h"

#include "app/map/area_shader.h"
#include "app/map/incident_classes.h"
#include "app/map/layer_entry.h"
#include "gis/crs/transform.h"

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

namespace gridwarden::app {

namespace {

using core::GeoPoint;

/// Of a layer whose rows have no geometry.
constexpr const char* NoShapesKey = "layer-without-shapes";

std::shared_ptr<const gis::IncidentIndex> indexOf(const core::FiguresContext& figures, const core::Selection& selection, const gis::Transform& toMap,
                                                  const IncidentClassifier& classifier, core::Moment asOf) {
    constexpr double Nowhere = std::numeric_limits<double>::quiet_NaN();
    const std::size_t rows = figures.facts->size();
    std::vector<gis::MapPoint> places(rows, {Nowhere, Nowhere});
    std::vector<gis::IncidentLook> looks(rows);
    std::vector<std::uint8_t> shown(rows, 0);
    for (const std::uint32_t row : selection) {
        const core::CaseFact& fact = (*figures.facts)[row];
        if (!fact.hasPlace())
            continue;
        if (const auto point = toMap.forward(gis::toMapPoint(GeoPoint{fact.longitude, fact.latitude})))
            places[row] = *point;
        looks[row] = classifier.of(fact, asOf);
        shown[row] = 1;
    }
    return gis::IncidentIndex::build(gis::IncidentPlaces::build(places), looks, shown);
}

/// What is kept without a list of layers: cases and grids.
std::vector<LayerEntry> layersOf(const core::District& district) {
    const auto document = nlohmann::json::parse(district.setting("layers"), nullptr, false);
    if (document.is_array() && !document.empty())
        return layersFromJson(document, district.path().parent_path());
    std::vector<LayerEntry> entries(2);
    entries[0].role = LayerRole::Incidents;
    entries[1].role = LayerRole::Areas;
    return entries;
}

gis::Box extentOf(const gis::FrameContent& content) {
    gis::Box box;
    for (const gis::AreaOverlay& overlay : content.ground->areas)
        if (overlay.isVisible)
            box.include(overlay.areas->shapes().extent());
    if (box.isEmpty() && content.incidents)
        box.include(content.incidents->extent());
    if (box.isEmpty())
        for (const gis::FrameLayer& layer : content.ground->layers)
            box.include(gis::usualExtentOf(layer.layer));
    return box;
}

} // namespace

gis::Crs mapCrsOf(core::District& district) {
    if (auto set = gis::Crs::parse(district.setting("map_crs")); set && !set->isGeographic())
        return *set;
    if (const core::GeoBox bounds = district.areas().bounds(); !bounds.isEmpty())
        return gis::mapCrsFor({(bounds.minLongitude + bounds.maxLongitude) / 2, (bounds.minLatitude + bounds.maxLatitude) / 2});
    std::optional<GeoPoint> place;
    if (const auto facts = district.facts())
        for (std::size_t row = 0; row < (*facts)->size() && !place; ++row)
            if (const core::CaseFact& fact = (**facts)[row]; !fact.id.isNull() && fact.hasPlace())
                place = GeoPoint{fact.longitude, fact.latitude};
    return gis::mapCrsFor(place.value_or(GeoPoint{105, 35})); // the middle of China while the district is empty
}

gis::MapView StillPicture::viewOf(QSize size, const core::GeoBox& box) const {
    gis::MapView view;
    view.size = size;
    view.metresPerUnit = mapCrs.isGeographic() ? 111'320 : mapCrs.metresPerUnit();
    gis::Box wanted;
    if (!box.isEmpty())
        if (const auto toMap = gis::Transform::between(gis::Crs::cgcs2000(), mapCrs))
            for (const double longitude : {box.minLongitude, box.maxLongitude})
                for (const double latitude : {box.minLatitude, box.maxLatitude})
                    if (const auto point = toMap->forward(gis::MapPoint{longitude, latitude}))
                        wanted.include(point->x, point->y);
    if (wanted.isEmpty())
        wanted = extentOf(content);
    return view.fittedTo(wanted);
}

core::Result<StillPicture> makeStillPicture(core::District& district, const core::FiguresContext& figures, const core::Selection& selection,
                                            const StillPictureOptions& options) {
    StillPicture picture;
    picture.mapCrs = mapCrsOf(district);
    const auto toMap = gis::Transform::between(gis::Crs::cgcs2000(), picture.mapCrs);
    if (!toMap)
        return core::fail(toMap);
    auto theme = gis::MapTheme::load(gis::ThemeVariant::Light);
    if (!theme)
        return core::fail(theme);
    auto ground = std::make_shared<gis::GroundContent>();
    ground->theme = std::move(*theme);
    int position = 0;
    const auto add = [&](const gis::MapLayer& layer, const std::optional<gis::LayerStyle>& style) {
        ground->layers.push_back({layer, style ? *style : ground->theme.styleFor(gis::traitsOf(layer, position)), true});
        ++position;
    };
    bool showsIncidents = true;
    const std::vector<LayerEntry> entries = layersOf(district);
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        if (entry->role == LayerRole::Incidents) {
            showsIncidents = entry->isVisible;
            picture.content.incidentStyle = entry->incidentStyle;
        } else if (entry->role == LayerRole::Areas) {
            std::vector<core::Area> areas;
            for (const core::Area* area : district.areas().ofKind(entry->areaKind, district.timeZone().day(options.asOf)))
                areas.push_back(*area);
            gis::AreaLook look = ground->theme.areaLook(entry->areaKind);
            if (entry->style)
                look.look = entry->style->other;
            gis::AreaOverlay overlay{.areas = gis::AreaLayer::build(entry->areaKind, areas, *toMap), .look = look, .shading = {}, .isVisible = entry->isVisible};
            if (entry->counts && entry->isVisible)
                overlay.shading = shadingOf(figures, district.people(), selection, core::GridsOf::Then, *overlay.areas, *entry->counts);
            ground->areas.push_back(std::move(overlay));
        } else if (entry->isVisible && options.withOwnLayers && !entry->service) { // nothing here reaches a network
            if (const auto layer = gis::loadLayer(entry->source, picture.mapCrs))
                add(*layer, entry->style);
            else
                picture.notes.push_back(layer.error().what);
        }
    }
    // Of the layers of one source some may have nothing to draw; it is a fault where none has.
    for (auto source = options.extraLayers.begin(); source != options.extraLayers.end();) {
        const std::filesystem::path path = source->path;
        std::optional<core::Error> fault;
        bool hasAny = false;
        for (; source != options.extraLayers.end() && source->path == path; ++source) {
            const auto layer = gis::loadLayer(*source, picture.mapCrs);
            if (layer) {
                add(*layer, {});
                hasAny = true;
            } else if (!fault || layer.error().what.key != NoShapesKey) {
                fault = layer.error();
            }
        }
        if (fault && !hasAny)
            return tl::unexpected<core::Error>(*fault);
        if (fault && fault->what.key != NoShapesKey)
            picture.notes.push_back(fault->what);
    }
    picture.content.ground = std::move(ground);
    if (showsIncidents) {
        const auto palette = gis::SymbolPalette::load(gis::ThemeVariant::Light);
        if (!palette)
            return core::fail(palette);
        const IncidentClassifier classifier(picture.content.incidentStyle, *palette, *figures.categories, district.sources(), *figures.facts);
        picture.content.symbols = classifier.symbols();
        picture.content.incidents = indexOf(figures, selection, *toMap, classifier, options.asOf);
    }
    return picture;
}

} // namespace gridwarden::app
