// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "gis/crs/transform.h"
#include "gis/reader/answers.h"
#include "gis/reader/open.h"
#include "gis/source/encoding.h"
#include "gis/source/gdal_messages.h"
#include "gis/source/ogr_geometry.h"
#include "gis/source/row_readers.h"
#include "gis/source/table_wire.h"

#include <cmath>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace gridwarden::gis {

using core::fail;
using core::Result;

namespace {

constexpr std::size_t MostLayers = 1000; ///< described; a drawing or a tile set has fewer

std::string typeName(OGRFieldType type) {
    switch (type) {
    case OFTInteger:
    case OFTInteger64:
        return "integer";
    case OFTReal:
        return "real";
    case OFTDate:
        return "date";
    case OFTTime:
        return "time";
    case OFTDateTime:
        return "datetime";
    case OFTBinary:
        return "binary";
    case OFTIntegerList:
    case OFTInteger64List:
    case OFTRealList:
    case OFTStringList:
        return "list";
    default:
        return "text";
    }
}

/// A box that encloses the source's one: its edges are bent by the transformation, so points along them are taken.
std::optional<core::GeoBox> toGeoBox(const SourceExtent& extent, const Crs& crs) {
    constexpr int Steps = 16;
    const auto transform = Transform::between(crs, Crs::cgcs2000());
    if (!transform)
        return {};
    core::GeoBox box;
    const auto include = [&](double x, double y) {
        if (const auto place = transform->forward(MapPoint{x, y}))
            box.include(toGeoPoint(*place));
    };
    for (int i = 0; i <= Steps; ++i) {
        const double x = extent.minX + (extent.maxX - extent.minX) * i / Steps;
        const double y = extent.minY + (extent.maxY - extent.minY) * i / Steps;
        include(x, extent.minY);
        include(x, extent.maxY);
        include(extent.minX, y);
        include(extent.maxX, y);
    }
    return box.isEmpty() ? std::nullopt : std::optional(box);
}

void placeLayer(LayerInfo& layer, const std::optional<Crs>& crs, std::vector<core::Message>& problems) {
    if (crs) {
        layer.crsDefinition = crs->text();
        layer.crs = crs->codeOrName();
        if (layer.extent)
            layer.geoExtent = toGeoBox(*layer.extent, *crs);
        if (const auto transform = Transform::between(*crs, Crs::cgcs2000()); !transform || transform->isBallpark())
            problems.push_back({"datum-shift-unknown", {layer.crs}});
    } else {
        problems.push_back({"layer-no-crs", {layer.name}});
    }
}

LayerInfo describeVector(OGRLayer& source, std::vector<core::Message>& problems) {
    LayerInfo layer;
    layer.name = source.GetName();
    const bool isTable = source.GetLayerDefn()->GetGeomFieldCount() == 0 || source.GetGeomType() == wkbNone;
    layer.kind = isTable ? LayerKind::Table : LayerKind::Vector;
    layer.featureCount = source.GetFeatureCount();
    const int fields = std::min(source.GetLayerDefn()->GetFieldCount(), static_cast<int>(MostFields));
    for (int i = 0; i < fields; ++i) {
        const OGRFieldDefn& field = *source.GetLayerDefn()->GetFieldDefn(i);
        layer.fields.push_back({field.GetNameRef(), typeName(field.GetType())});
    }
    if (isTable)
        return layer;
    layer.geometryType = OGRGeometryTypeToName(wkbFlatten(source.GetGeomType()));
    if (OGREnvelope box;
        layer.featureCount != 0 && source.GetExtent(&box) == OGRERR_NONE && std::isfinite(box.MinX + box.MaxX))
        layer.extent = SourceExtent{box.MinX, box.MinY, box.MaxX, box.MaxY};
    placeLayer(layer, toCrs(source.GetSpatialRef()), problems);
    return layer;
}

LayerInfo describeRaster(GDALDataset& dataset, std::string name, std::vector<core::Message>& problems) {
    LayerInfo layer;
    layer.kind = LayerKind::Raster;
    layer.name = std::move(name);
    layer.width = dataset.GetRasterXSize();
    layer.height = dataset.GetRasterYSize();
    layer.bands = dataset.GetRasterCount();
    double g[6];
    if (dataset.GetGeoTransform(g) != CE_None) {
        problems.push_back({"raster-no-place", {layer.name}});
        return layer;
    }
    SourceExtent extent{g[0], g[3], g[0], g[3]};
    for (const double column : {0.0, static_cast<double>(layer.width)})
        for (const double row : {0.0, static_cast<double>(layer.height)}) {
            const double x = g[0] + column * g[1] + row * g[2];
            const double y = g[3] + column * g[4] + row * g[5];
            extent = {std::min(extent.minX, x), std::min(extent.minY, y), std::max(extent.maxX, x),
                      std::max(extent.maxY, y)};
        }
    layer.extent = extent;
    placeLayer(layer, toCrs(dataset.GetSpatialRef()), problems);
    return layer;
}

Result<SourceInfo> describeSource(Connection& connection, const std::filesystem::path& path) {
    SourceInfo info;
    std::vector<std::string> options;
    const std::string suffix = core::lowered(path.extension().string());
    if (suffix == ".shp" || suffix == ".dbf")
        if (const auto encoding = detectDbfEncoding(path)) {
            info.encoding = encoding->name;
            options.push_back("ENCODING=" + encoding->name);
            if (encoding->reason == EncodingReason::Guessed)
                info.problems.push_back({"encoding-guessed", {encoding->name}});
        }
    const GdalMessages messages;
    const auto dataset = openSource(path, SourceContent::Any, options);
    if (!dataset)
        return fail(dataset);
    info.driver = (*dataset)->GetDriverName();
    for (OGRLayer* layer : (*dataset)->GetLayers()) {
        connection.progress();
        if (info.layers.size() == MostLayers) {
            const auto left = static_cast<std::size_t>((*dataset)->GetLayerCount()) - MostLayers;
            info.problems.push_back({"layers-left-out", {std::to_string(left)}});
            break;
        }
        info.layers.push_back(describeVector(*layer, info.problems));
    }
    if ((*dataset)->GetRasterCount() > 0)
        info.layers.push_back(describeRaster(**dataset, path.stem().string(), info.problems));
    for (const std::string& text : messages.texts())
        info.problems.push_back({"library-says", {text}});
    return info;
}

} // namespace

Result<void> answerDescribe(Connection& connection, WireReader& wire) {
    const auto info = describeSource(connection, wire.text());
    if (!info)
        return fail(info);
    WireWriter answer;
    write(answer, *info);
    connection.send(FrameKind::Done, answer);
    return {};
}

} // namespace gridwarden::gis
