// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/map_layer.h"

namespace gridwarden::gis {

core::Result<MapLayer> loadLayer(const LayerSource& source, const Crs& mapCrs, std::stop_token stop,
                                 const LoadProgress& progress) {
    auto shapes = VectorLayer::load(source, mapCrs, stop, progress);
    if (shapes)
        return MapLayer(std::move(*shapes));
    if (shapes.error().code == core::ErrorCode::Cancelled || !source.layer.empty())
        return core::fail(shapes);
    auto image = RasterLayer::open(source, mapCrs, stop);
    if (image)
        return MapLayer(std::move(*image));
    // What kept the shapes from being read tells more, unless the format has none.
    const bool isImage = shapes.error().code == core::ErrorCode::Unsupported;
    return isImage ? core::fail(image) : core::fail(shapes);
}

Box extentOf(const MapLayer& layer) {
    return std::visit([](const auto& each) { return each->extent(); }, layer);
}

Box usualExtentOf(const MapLayer& layer) {
    const auto* const shapes = std::get_if<std::shared_ptr<const VectorLayer>>(&layer);
    return shapes != nullptr ? (*shapes)->usualExtent() : extentOf(layer);
}

const std::string& nameOf(const MapLayer& layer) {
    return std::visit([](const auto& each) -> const std::string& { return each->name(); }, layer);
}

const std::vector<core::Message>& notesOf(const MapLayer& layer) {
    return std::visit([](const auto& each) -> const std::vector<core::Message>& { return each->notes(); }, layer);
}

LayerTraits traitsOf(const MapLayer& layer, int position) {
    LayerTraits traits;
    traits.name = nameOf(layer);
    traits.position = position;
    if (const auto* shapes = std::get_if<std::shared_ptr<const VectorLayer>>(&layer)) {
        traits.fields = (*shapes)->fields();
        traits.hasPoints = (*shapes)->shapes().has(ShapeKind::Point);
        traits.hasLines = (*shapes)->shapes().has(ShapeKind::Line);
        traits.hasPolygons = (*shapes)->shapes().has(ShapeKind::Polygon);
    }
    return traits;
}

} // namespace gridwarden::gis
