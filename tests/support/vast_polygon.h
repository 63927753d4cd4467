// SPDX-License-Identifier: GPL-3.0-or-later
// One polygon of any number of vertices in a file made with GDAL: a coast with bays of all sizes, whose inside is known
// beforehand.
#pragma once

#include <cmath>
#include <cstddef>
#include <filesystem>
#include <gdal_priv.h>
#include <memory>
#include <numbers>
#include <ogrsf_frmts.h>
#include <string>

namespace gridwarden::test {

struct VastPolygon {
    std::size_t vertices = 1'000'000; ///< of the ring, the last of which is the first
    double x = 500'000;               ///< of the middle, in the plane of EPSG:4549
    double y = 3'100'000;
    double radius = 30'000; ///< metres, of the middle line of the coast

    /// How far the coast is in a direction (radians): three waves, and a tooth of some centimetres at every other
    /// vertex; together below a quarter of the radius.
    [[nodiscard]] double reach(std::size_t vertex) const {
        const double angle = 2 * std::numbers::pi * static_cast<double>(vertex) / static_cast<double>(vertices - 1);
        const double tooth = vertex + 1 < vertices ? 1e-6 * static_cast<double>(vertex % 2) : 0;
        return radius * (1 + 0.2 * std::sin(5 * angle) + 0.02 * std::sin(170 * angle) +
                         0.002 * std::sin(11'000 * angle) + tooth);
    }
    [[nodiscard]] OGRRawPoint at(std::size_t vertex) const {
        const double angle =
            2 * std::numbers::pi * static_cast<double>(vertex % (vertices - 1)) / static_cast<double>(vertices - 1);
        const double away = reach(vertex % (vertices - 1));
        return {x + away * std::cos(angle), y + away * std::sin(angle)};
    }

    /// Driver "GPKG", "FlatGeobuf", "ESRI Shapefile", "GeoJSON" …; beside it a small square at the middle. False when
    /// GDAL refuses.
    [[nodiscard]] bool write(const std::filesystem::path& file, const char* driver) const {
        GDALAllRegister();
        OGRSpatialReference reference;
        reference.SetFromUserInput("EPSG:4549");
        reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        const std::unique_ptr<GDALDataset> made(
            GetGDALDriverManager()->GetDriverByName(driver)->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        OGRLayer* const layer = made ? made->CreateLayer(file.stem().c_str(), &reference, wkbPolygon) : nullptr;
        OGRFieldDefn name("name", OFTString);
        if (layer == nullptr || layer->CreateField(&name) != OGRERR_NONE)
            return false;
        auto coast = std::make_unique<OGRLinearRing>();
        coast->setNumPoints(static_cast<int>(vertices), FALSE);
        for (std::size_t vertex = 0; vertex < vertices; ++vertex)
            coast->setPoint(static_cast<int>(vertex), at(vertex).x, at(vertex).y);
        auto square = std::make_unique<OGRLinearRing>();
        for (const auto& [east, north] :
             {std::pair(-50, -50), std::pair(50, -50), std::pair(50, 50), std::pair(-50, 50), std::pair(-50, -50)})
            square->addPoint(x + east, y + north);
        bool isWritten = true;
        for (auto* const ring : {&coast, &square}) {
            auto polygon = std::make_unique<OGRPolygon>();
            polygon->addRingDirectly(ring->release());
            OGRFeature feature(layer->GetLayerDefn());
            feature.SetField("name", ring == &coast ? "coast" : "square");
            feature.SetGeometryDirectly(polygon.release());
            isWritten = layer->CreateFeature(&feature) == OGRERR_NONE && isWritten;
        }
        return isWritten;
    }
};

} // namespace gridwarden::test
