// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/reader/vector_source.h"

#include "core/base/text.h"
#include "gis/source/encoding.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace gridwarden::gis {

namespace {

using core::ErrorCode;

bool hasFeature(OGRLayer& layer) {
    layer.ResetReading();
    const OGRFeatureUniquePtr first(layer.GetNextFeature());
    layer.ResetReading();
    return first != nullptr;
}

/// The one named, or the first with geometry that is not empty (a GPX file always has a layer of waypoints).
OGRLayer* chosenLayer(GDALDataset& dataset, const std::string& name) {
    if (!name.empty())
        return dataset.GetLayerByName(name.c_str());
    OGRLayer* empty = nullptr;
    for (int i = 0; i < dataset.GetLayerCount(); ++i) {
        OGRLayer* layer = dataset.GetLayer(i);
        if (layer == nullptr || layer->GetLayerDefn()->GetGeomFieldCount() == 0 || layer->GetGeomType() == wkbNone)
            continue;
        if (hasFeature(*layer))
            return layer;
        empty = empty == nullptr ? layer : empty;
    }
    return empty;
}

/// The .dbf whose text a shapefile layer shows.
std::filesystem::path tableOf(const LayerSource& source, OGRLayer& layer) {
    std::error_code ignored;
    if (std::filesystem::is_directory(source.path, ignored))
        return source.path / (std::string(layer.GetName()) + ".dbf");
    return source.path;
}

} // namespace

core::Result<VectorSource> openVectorSource(const LayerSource& source) {
    auto opened = openSource(source.path, SourceContent::Vector);
    if (!opened)
        return core::fail(opened);
    VectorSource result{std::move(*opened), nullptr};
    result.layer = chosenLayer(*result.dataset, source.layer);
    if (result.layer == nullptr && !source.layer.empty())
        return core::fail(ErrorCode::NotFound, {"layer-unknown", {source.layer}}, source.path.string());
    if (result.layer == nullptr || result.layer->GetLayerDefn()->GetGeomFieldCount() == 0)
        return core::fail(ErrorCode::BadInput, {"layer-without-shapes", {source.path.string()}}, source.path.string());

    const GDALDriver* driver = result.dataset->GetDriver();
    if (driver == nullptr || std::string_view(const_cast<GDALDriver*>(driver)->GetDescription()) != "ESRI Shapefile")
        return result;
    std::string encoding = source.encoding;
    if (encoding.empty())
        if (const auto found = detectDbfEncoding(tableOf(source, *result.layer)))
            encoding = found->name;
    if (encoding.empty())
        return result;
    const std::string name = result.layer->GetName();
    auto decoded = openSource(source.path, SourceContent::Vector, {"ENCODING=" + encoding});
    if (!decoded)
        return core::fail(decoded);
    OGRLayer* layer = (*decoded)->GetLayerByName(name.c_str());
    if (layer == nullptr) // its name has another spelling in this encoding
        layer = chosenLayer(**decoded, {});
    if (layer != nullptr)
        result = {std::move(*decoded), layer};
    return result;
}

std::string cleanText(const char* text) {
    if (text == nullptr)
        return {};
    std::string result = text;
    if (core::isValidUtf8(result))
        return result;
    const auto decoder = Decoder::open("UTF-8");
    return decoder ? decoder->decodeLossy(result) : std::string();
}

} // namespace gridwarden::gis
