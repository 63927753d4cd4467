// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/reader/answers.h"
#include "gis/reader/image_place.h"
#include "gis/reader/open.h"
#include "gis/reader/overviews.h"
#include "gis/reader/raster_bands.h"
#include "gis/source/gdal_messages.h"
#include "gis/source/layer_wire.h"
#include "gis/source/ogr_geometry.h"

#include <algorithm>
#include <cmath>
#include <gdal_priv.h>

namespace gridwarden::gis {

using core::ErrorCode;
using core::Result;

namespace {

constexpr int LargeSide = 4096; ///< without overviews, larger images are slow
constexpr double LargestBlock = 128 << 20; ///< bytes; GDAL reads whole blocks
constexpr int MostPixels = 8 << 20;        ///< made in one go
constexpr int Tile = 256;                  ///< pixels of the view that are warped together; stale work stops after one
constexpr int MostPatch = 2048;            ///< pixels of the image in the side of what a tile is made from

/// GDAL 3.6 divides by zero in blocks whose bytes do not fit an int.
double bytesOfBlock(GDALRasterBand& band) {
    int columns = 0;
    int rows = 0;
    band.GetBlockSize(&columns, &rows);
    return static_cast<double>(columns) * rows * GDALGetDataTypeSizeBytes(band.GetRasterDataType());
}

ImageWindow windowOf(double left, double top, double right, double bottom, int columns, int rows) {
    return {left, top, right - left, bottom - top, columns, rows};
}

class OpenImage {
public:
    OpenImage(Connection& connection, LayerSource source, const Crs& mapCrs)
        : m_connection(connection), m_source(std::move(source)), m_mapCrs(mapCrs), m_name(m_source.path.stem().string()) {}

    Result<ImageHead> open() {
        const GdalMessages messages;
        const std::string path = m_source.path.string();
        auto opened = openSource(besideOverviews(m_source.path), SourceContent::Raster);
        if (!opened)
            return core::fail(opened);
        GDALDataset& image = **opened;
        for (int band = 1; band <= image.GetRasterCount(); ++band)
            if (const double bytes = bytesOfBlock(*image.GetRasterBand(band)); bytes > LargestBlock)
                return core::fail(ErrorCode::BadInput,
                                  {"raster-blocks-too-large", {path, std::to_string(std::lround(bytes / (1 << 20)))}}, path);
        m_bands = RasterBands::choose(image, m_connection);
        if (!m_bands || image.GetRasterXSize() < 1 || image.GetRasterYSize() < 1)
            return core::fail(ErrorCode::BadInput, {"raster-without-bands", {path}}, path);
        const auto crs = crsOf(image);
        if (!crs)
            return core::fail(crs);
        auto place = ImagePlace::of(image, *crs, m_mapCrs);
        if (!place)
            return core::fail(place);
        if (!*place) {
            std::array<double, 6> ignored{};
            const bool saysOne = image.GetGeoTransform(ignored.data()) == CE_None || image.GetGCPCount() > 0;
            note({saysOne ? "raster-place-absurd" : "raster-no-place", {m_name}});
            *place = ImagePlace::nowhere(image);
        } else if (!*crs) {
            note({"layer-crs-assumed", {m_name, m_mapCrs.codeOrName()}});
        } else if ((*place)->isBallpark()) {
            note({"layer-ballpark", {m_name, (*crs)->codeOrName()}});
        }
        m_place = std::move(*place);
        if (std::max(image.GetRasterXSize(), image.GetRasterYSize()) > LargeSide && image.GetRasterBand(1)->GetOverviewCount() == 0)
            note({"raster-no-overviews", {m_name}});
        m_image = std::move(*opened);
        m_head.extent = m_place->extent();
        if (m_head.extent.isEmpty())
            return core::fail(ErrorCode::BadInput, {"raster-off-map", {path}}, path, messages.last());
        return m_head;
    }

    /// Sends the pixels of a part of the map in strips.
    Result<void> view(const RasterWindow& window) {
        const GdalMessages messages;
        const std::string path = m_source.path.string();
        const auto unreadable = [&](const char* key) { return core::fail(ErrorCode::BadInput, {key, {path}}, path, messages.last()); };
        const double values[] = {window.left, window.top, window.width, window.height};
        if (window.columns < 1 || window.rows < 1 || window.columns > MostPixels || !(window.width > 0) || !(window.height > 0) ||
            !std::all_of(std::begin(values), std::end(values), [](double value) { return std::isfinite(value); }))
            return unreadable("raster-unreadable");
        const int most = m_place->isDirect() ? std::clamp(MostPixels / window.columns, 1, DirectRows) : Tile;
        for (int row = 0; row < window.rows; row += most) {
            RasterWindow strip = window;
            strip.rows = std::min(most, window.rows - row);
            strip.top -= window.height * row / window.rows;
            strip.height = window.height * strip.rows / window.rows;
            const auto pixels = m_place->isDirect() ? readDirect(strip) : readWarped(strip);
            if (m_connection.isCancelled())
                return core::fail(ErrorCode::Cancelled, {"cancelled", {}}, m_name);
            if (!pixels)
                return unreadable(messages.isOutOfMemory() ? "source-too-large" : "raster-unreadable");
            WireWriter part;
            part.putAll(std::span(*pixels));
            m_connection.send(FrameKind::Part, part);
        }
        WireWriter end;
        m_connection.send(FrameKind::Done, end);
        return {};
    }

private:
    static constexpr int DirectRows = 128; ///< few enough that one that is not wanted any more ends soon

    void note(core::Message message) { m_head.notes.push_back(std::move(message)); }

    /// What was asked for, else what the file says; none where it says nothing that can be used.
    core::Result<std::optional<Crs>> crsOf(GDALDataset& image) const {
        std::optional<Crs> own;
        char* text = nullptr;
        const OGRSpatialReference* reference = image.GetGCPCount() > 0 ? image.GetGCPSpatialRef() : image.GetSpatialRef();
        if (reference != nullptr && !isUndefined(*reference) && reference->exportToWkt(&text) == OGRERR_NONE &&
            text != nullptr)
            if (auto crs = Crs::parse(text))
                own = std::move(*crs);
        CPLFree(text);
        if (m_source.crs.empty())
            return own;
        auto asked = Crs::parseFor(m_source.crs, own);
        if (!asked)
            return core::fail(asked);
        return std::optional<Crs>(std::move(*asked));
    }

    std::optional<Pixels> readDirect(const RasterWindow& strip) {
        std::array<MapPoint, 2> corners{MapPoint{strip.left, strip.top}, MapPoint{strip.left + strip.width, strip.top - strip.height}};
        m_place->toPixels(corners);
        return m_bands->read(*m_image, windowOf(corners[0].x, corners[0].y, corners[1].x, corners[1].y, strip.columns, strip.rows), m_connection);
    }

    std::optional<Pixels> readWarped(const RasterWindow& strip) {
        Pixels pixels(static_cast<std::size_t>(strip.columns) * static_cast<std::size_t>(strip.rows), 0);
        for (int left = 0; left < strip.columns; left += Tile) {
            const int columns = std::min(Tile, strip.columns - left);
            const auto tile = readTile(strip, left, columns);
            m_connection.progress();
            if (!tile || m_connection.isCancelled())
                return std::nullopt;
            for (int row = 0; row < strip.rows && !tile->empty(); ++row)
                std::copy_n(tile->begin() + static_cast<std::ptrdiff_t>(row) * columns, columns,
                            pixels.begin() + static_cast<std::ptrdiff_t>(row) * strip.columns + left);
        }
        return pixels;
    }

    /// Empty where the image has no part in it.
    std::optional<Pixels> readTile(const RasterWindow& strip, int left, int columns) {
        const PixelGrid grid(columns, strip.rows, [&](std::span<MapPoint> places) {
            for (MapPoint& place : places)
                place = {strip.left + (left + place.x) * strip.width / strip.columns, strip.top - place.y * strip.height / strip.rows};
            m_place->toPixels(places);
        });
        constexpr double Margin = 2; // pixels beside, for what lies between two
        const double fineness = std::max(1.0, grid.sourcePixelsPerPixel());
        const core::Box reached = grid.bounds();
        const double minX = std::max(0.0, std::floor(reached.minX - Margin * fineness));
        const double minY = std::max(0.0, std::floor(reached.minY - Margin * fineness));
        const double maxX = std::min<double>(m_image->GetRasterXSize(), std::ceil(reached.maxX + Margin * fineness));
        const double maxY = std::min<double>(m_image->GetRasterYSize(), std::ceil(reached.maxY + Margin * fineness));
        if (reached.isEmpty() || minX >= maxX || minY >= maxY)
            return Pixels();
        const auto side = [fineness](double length) { return std::clamp(static_cast<int>(std::ceil(length / fineness)), 1, MostPatch); };
        const auto patch = m_bands->read(*m_image, windowOf(minX, minY, maxX, maxY, side(maxX - minX), side(maxY - minY)), m_connection);
        if (!patch)
            return std::nullopt;
        return resample(grid, {*patch, side(maxX - minX), side(maxY - minY), minX, minY, maxX - minX, maxY - minY}, m_bands->isPaletted());
    }

    Connection& m_connection;
    LayerSource m_source;
    const Crs& m_mapCrs;
    std::string m_name;
    ImageHead m_head;
    Dataset m_image;
    std::optional<RasterBands> m_bands;
    std::optional<ImagePlace> m_place;
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
