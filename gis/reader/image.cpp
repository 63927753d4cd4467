// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/crs/transform.h"
#include "gis/reader/answers.h"
#include "gis/reader/open.h"
#include "gis/reader/raster_bands.h"
#include "gis/source/gdal_messages.h"
#include "gis/source/layer_source.h"
#include "gis/source/layer_wire.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cpl_string.h>
#include <gdal_priv.h>
#include <gdal_utils.h>

namespace gridwarden::gis {

using core::ErrorCode;
using core::Result;

namespace {

constexpr int LargeSide = 4096; ///< without overviews, larger images are slow
constexpr double LargestBlock = 128 << 20; ///< bytes; GDAL reads whole blocks
constexpr int MostPixels = 8 << 20;        ///< made in one go

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

/// GDAL 3.6 divides by zero in blocks whose bytes do not fit an int.
double bytesOfBlock(GDALRasterBand& band) {
    int columns = 0;
    int rows = 0;
    band.GetBlockSize(&columns, &rows);
    return static_cast<double>(columns) * rows * GDALGetDataTypeSizeBytes(band.GetRasterDataType());
}

class OpenImage {
public:
    OpenImage(Connection& connection, LayerSource source, const Crs& mapCrs)
        : m_connection(connection), m_source(std::move(source)), m_mapCrs(mapCrs), m_name(m_source.path.stem().string()) {}

    Result<ImageHead> open() {
        const GdalMessages messages;
        const std::string path = m_source.path.string();
        auto opened = openSource(m_source.path, SourceContent::Raster);
        if (!opened)
            return core::fail(opened);
        GDALDataset& original = **opened;
        for (int band = 1; band <= original.GetRasterCount(); ++band)
            if (const double bytes = bytesOfBlock(*original.GetRasterBand(band)); bytes > LargestBlock)
                return core::fail(ErrorCode::BadInput,
                                  {"raster-blocks-too-large", {path, std::to_string(std::lround(bytes / (1 << 20)))}}, path);
        auto bands = RasterBands::choose(original, m_connection);
        if (!bands || original.GetRasterXSize() < 1 || original.GetRasterYSize() < 1)
            return core::fail(ErrorCode::BadInput, {"raster-without-bands", {path}}, path);
        const auto crs = crsOf(original);
        if (!crs)
            return core::fail(crs);
        bool isDirect = true;
        if (*crs) {
            const auto transform = Transform::between(**crs, m_mapCrs);
            if (!transform)
                return core::fail(transform);
            if ((*crs)->datumShift() != DatumShift::None)
                return core::fail(ErrorCode::Unsupported, {"raster-offset-datum", {m_name, (*crs)->name()}}, path);
            if (transform->isBallpark())
                note({"layer-ballpark", {m_name, (*crs)->name()}});
            isDirect = transform->isIdentity();
        }
        auto& place = m_head.place;
        const bool hasPlace = original.GetGeoTransform(place.data()) == CE_None;
        if (!hasPlace && original.GetGCPCount() == 0) {
            note({"raster-no-place", {m_name}});
            place = {0, 1, 0, 0, 0, -1};
            isDirect = true;
        } else if (!hasPlace || !isNorthUp(place)) {
            isDirect = false;
        }
        const auto unreadable = [&] {
            return core::fail(ErrorCode::BadInput, {"raster-unreadable", {path}}, path, messages.last());
        };
        if (!isDirect) {
            m_warped = warpedView(original, *crs ? &**crs : nullptr, m_mapCrs, *bands);
            if (!m_warped || m_warped->GetGeoTransform(place.data()) != CE_None || !isNorthUp(place))
                return unreadable();
            if (!bands->hasAlpha())
                bands->useAlpha(m_warped->GetRasterCount());
        }
        if (std::max(original.GetRasterXSize(), original.GetRasterYSize()) > LargeSide &&
            original.GetRasterBand(1)->GetOverviewCount() == 0)
            note({"raster-no-overviews", {m_name}});
        m_original = std::move(*opened);
        m_bands = std::move(bands);
        m_head.columns = dataset().GetRasterXSize();
        m_head.rows = dataset().GetRasterYSize();
        if (!std::all_of(place.begin(), place.end(), [](double value) { return std::isfinite(value); }))
            return unreadable();
        return m_head;
    }

    /// Sends the pixels of a window in strips.
    Result<void> view(const RasterWindow& window) {
        const GdalMessages messages;
        const std::string path = m_source.path.string();
        if (window.columns < 1 || window.rows < 1 || window.columns > MostPixels)
            return core::fail(ErrorCode::BadInput, {"raster-unreadable", {path}}, path);
        const int most = std::max(1, MostPixels / window.columns);
        for (int row = 0; row < window.rows; row += most) {
            RasterWindow strip = window;
            strip.rows = std::min(most, window.rows - row);
            if (strip.rows < window.rows) {
                strip.top += window.height * row / window.rows;
                strip.height = window.height * strip.rows / window.rows;
            }
            const auto pixels = m_bands->read(dataset(), strip, m_connection);
            if (m_connection.isCancelled())
                return core::fail(ErrorCode::Cancelled, {"cancelled", {}}, m_name);
            if (!pixels)
                return core::fail(ErrorCode::BadInput,
                                  {messages.isOutOfMemory() ? "source-too-large" : "raster-unreadable", {path}}, path,
                                  messages.last());
            WireWriter part;
            part.putAll(std::span(*pixels));
            m_connection.send(FrameKind::Part, part);
        }
        WireWriter end;
        m_connection.send(FrameKind::Done, end);
        return {};
    }

private:
    GDALDataset& dataset() { return m_warped ? *m_warped : *m_original; }
    void note(core::Message message) { m_head.notes.push_back(std::move(message)); }

    /// What was asked for, else what the file says; none where it says nothing that can be used.
    core::Result<std::optional<Crs>> crsOf(GDALDataset& original) {
        const std::string& asked = m_source.crs;
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
        note({"layer-no-crs", {m_name}});
        return std::optional<Crs>();
    }

    Connection& m_connection;
    LayerSource m_source;
    const Crs& m_mapCrs;
    std::string m_name;
    ImageHead m_head;
    Dataset m_original;
    Dataset m_warped; ///< reads from the original and is closed before it
    std::optional<RasterBands> m_bands;
};

} // namespace

Result<void> answerImage(Connection& connection, WireReader& wire) {
    LayerSource source = readLayerSource(wire);
    const auto mapCrs = Crs::parse(wire.text());
    if (!mapCrs)
        return core::fail(mapCrs);
    OpenImage image(connection, std::move(source), *mapCrs);
    const auto head = image.open();
    if (!head)
        return core::fail(head);
    WireWriter answer;
    write(answer, *head);
    connection.send(FrameKind::Done, answer);
    while (true) { // until the program ends it
        const Frame question = connection.receive();
        if (question.kind != FrameKind::View)
            continue;
        WireReader window(question.bytes);
        if (const auto done = image.view(readRasterWindow(window)); !done)
            connection.fail(done.error());
    }
}

} // namespace gridwarden::gis
