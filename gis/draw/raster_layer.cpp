// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/raster_layer.h"

#include "gis/crs/transform.h"
#include "gis/draw/raster_bands.h"
#include "gis/source/gdal_messages.h"
#include "gis/source/open.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cpl_string.h>
#include <gdal_priv.h>
#include <gdal_utils.h>
#include <mutex>

namespace gridwarden::gis {

using core::ErrorCode;

struct RasterLayer::Handle {
    std::mutex mutex;
    Dataset original;
    Dataset warped; // reads from the original and is closed before it
    RasterBands bands;
    std::array<double, 6> place{}; // GDAL's geotransform of what is read; north up
    [[nodiscard]] GDALDataset& dataset() { return warped ? *warped : *original; }
};

RasterLayer::RasterLayer() = default;
RasterLayer::~RasterLayer() = default;

namespace {

constexpr int LargeSide = 4096; ///< without overviews, larger images are slow

std::string wktOf(const OGRSpatialReference* reference) {
    char* text = nullptr;
    std::string result;
    if (reference != nullptr && reference->exportToWkt(&text) == OGRERR_NONE && text != nullptr)
        result = text;
    CPLFree(text);
    return result;
}

bool isNorthUp(const std::array<double, 6>& place) {
    return place[2] == 0 && place[4] == 0 && place[1] > 0 && place[5] < 0;
}

Dataset warpedView(GDALDataset& original, const Crs* from, const Crs& mapCrs, const RasterBands& bands) {
    CPLStringList arguments;
    for (const char* argument : {"-of", "VRT", "-et", "0.125", "-wo", "UNIFIED_SRC_NODATA=YES", "-r"})
        arguments.AddString(argument);
    arguments.AddString(bands.isPaletted() ? "near" : "bilinear");
    if (!bands.hasAlpha())
        arguments.AddString("-dstalpha");
    if (from != nullptr) {
        arguments.AddString("-s_srs");
        arguments.AddString(from->text().c_str());
        arguments.AddString("-t_srs");
        arguments.AddString(mapCrs.text().c_str());
    }
    GDALWarpAppOptions* options = GDALWarpAppOptionsNew(arguments.List(), nullptr);
    if (options == nullptr)
        return nullptr;
    GDALDatasetH source = GDALDataset::ToHandle(&original);
    Dataset warped(GDALDataset::FromHandle(GDALWarp("", nullptr, 1, &source, options, nullptr)));
    GDALWarpAppOptionsFree(options);
    return warped;
}

} // namespace

class RasterOpener {
public:
    RasterOpener(const LayerSource& source, const Crs& mapCrs) : m_mapCrs(mapCrs) {
        m_layer->m_source = source;
        m_layer->m_name = source.path.stem().string();
    }

    core::Result<std::shared_ptr<const RasterLayer>> open() {
        constexpr GIntBig CacheBytes = 256 << 20;
        const GdalMessages messages;
        const std::string path = m_layer->m_source.path.string();
        auto opened = openSource(m_layer->m_source.path, SourceContent::Raster);
        if (!opened)
            return core::fail(opened);
        GDALSetCacheMax64(CacheBytes);
        GDALDataset& original = **opened;
        const auto bands = RasterBands::choose(original);
        if (!bands || original.GetRasterXSize() < 1 || original.GetRasterYSize() < 1)
            return core::fail(ErrorCode::BadInput, {"raster-without-bands", {path}}, path);
        auto handle = std::make_unique<RasterLayer::Handle>();
        handle->bands = *bands;
        const auto crs = crsOf(original);
        if (!crs)
            return core::fail(crs);
        bool isDirect = true;
        if (*crs) {
            const auto transform = Transform::between(**crs, m_mapCrs);
            if (!transform)
                return core::fail(transform);
            if ((*crs)->datumShift() != DatumShift::None)
                return core::fail(ErrorCode::Unsupported, {"raster-offset-datum", {m_layer->m_name, (*crs)->name()}},
                                  path);
            if (transform->isBallpark())
                note({"layer-ballpark", {m_layer->m_name, (*crs)->name()}});
            isDirect = transform->isIdentity();
        }
        const bool hasPlace = original.GetGeoTransform(handle->place.data()) == CE_None;
        if (!hasPlace && original.GetGCPCount() == 0) {
            note({"raster-no-place", {m_layer->m_name}});
            handle->place = {0, 1, 0, 0, 0, -1};
            isDirect = true;
        } else if (!hasPlace || !isNorthUp(handle->place)) {
            isDirect = false;
        }
        if (!isDirect) {
            handle->warped = warpedView(original, *crs ? &**crs : nullptr, m_mapCrs, *bands);
            if (!handle->warped || handle->warped->GetGeoTransform(handle->place.data()) != CE_None ||
                !isNorthUp(handle->place))
                return core::fail(ErrorCode::BadInput, {"raster-unreadable", {path}}, path, messages.last());
            if (!bands->hasAlpha())
                handle->bands.useAlpha(handle->warped->GetRasterCount());
        }
        if (std::max(original.GetRasterXSize(), original.GetRasterYSize()) > LargeSide &&
            original.GetRasterBand(1)->GetOverviewCount() == 0)
            note({"raster-no-overviews", {m_layer->m_name}});
        handle->original = std::move(*opened);
        const auto& place = handle->place;
        m_layer->m_extent = {place[0], place[3] + place[5] * handle->dataset().GetRasterYSize(),
                             place[0] + place[1] * handle->dataset().GetRasterXSize(), place[3]};
        if (m_layer->m_extent.isEmpty())
            return core::fail(ErrorCode::BadInput, {"raster-unreadable", {path}}, path, messages.last());
        m_layer->m_handle = std::move(handle);
        return m_layer;
    }

private:
    void note(core::Message message) { m_layer->m_notes.push_back(std::move(message)); }

    /// What was asked for, else what the file says; none where it says nothing that can be used.
    core::Result<std::optional<Crs>> crsOf(GDALDataset& original) {
        const std::string& asked = m_layer->m_source.crs;
        const OGRSpatialReference* own =
            original.GetGCPCount() > 0 ? original.GetGCPSpatialRef() : original.GetSpatialRef();
        const std::string definition = asked.empty() ? wktOf(own) : asked;
        if (!definition.empty()) {
            auto crs = Crs::parse(definition);
            if (crs)
                return std::optional<Crs>(std::move(*crs));
            if (!asked.empty())
                return core::fail(crs);
        }
        note({"layer-no-crs", {m_layer->m_name}});
        return std::optional<Crs>();
    }

    const Crs& m_mapCrs;
    std::shared_ptr<RasterLayer> m_layer{new RasterLayer};
};

core::Result<std::shared_ptr<const RasterLayer>> RasterLayer::open(const LayerSource& source, const Crs& mapCrs) {
    return RasterOpener(source, mapCrs).open();
}

core::Result<RasterLayer::Picture> RasterLayer::read(const MapView& view, std::stop_token stop) const {
    const Box seen = view.visibleBox();
    const Box part{std::max(seen.minX, m_extent.minX), std::max(seen.minY, m_extent.minY),
                   std::min(seen.maxX, m_extent.maxX), std::min(seen.maxY, m_extent.maxY)};
    Picture picture;
    if (part.isEmpty() || part.width() <= 0 || part.height() <= 0)
        return picture;
    picture.target = QRectF(view.toScreen({part.minX, part.maxY}), view.toScreen({part.maxX, part.minY}));
    const auto pixels = [ratio = view.pixelRatio](double length) {
        return std::max(1, static_cast<int>(std::ceil(length * ratio - 1e-6)));
    };
    const auto& place = m_handle->place;
    const RasterWindow window{(part.minX - place[0]) / place[1], (part.maxY - place[3]) / place[5],
                              part.width() / place[1],           part.height() / -place[5],
                              pixels(picture.target.width()),    pixels(picture.target.height())};
    const std::scoped_lock lock(m_handle->mutex);
    const GdalMessages messages;
    auto image = m_handle->bands.read(m_handle->dataset(), window, stop);
    if (stop.stop_requested())
        return core::fail(ErrorCode::Cancelled, {"cancelled", {}}, m_name);
    if (!image)
        return core::fail(ErrorCode::BadInput, {"raster-unreadable", {m_source.path.string()}}, m_source.path.string(),
                          messages.last());
    picture.image = std::move(*image);
    return picture;
}

} // namespace gridwarden::gis
