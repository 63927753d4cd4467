// SPDX-License-Identifier: GPL-3.0-or-later
// How long a frame of 1920 × 1080 takes out of an image of 20,000 × 20,000 pixels in three bands: as it lies in the plane of the map, warped
// from another zone, and undone from GCJ-02; the whole of it and parts, with overviews and without. Cold: a reader that has just been
// started; warm: one that has shown another place at this scale before. Opening and making the overviews as well.
//   bench_rasters [--json]     in a folder for temporary files with 1 GB of room
#include "gis/crs/crs.h"
#include "gis/draw/raster_layer.h"
#include "gis/source/overviews.h"
#include "tests/bench/measures.h"

#include <QGuiApplication>
#include <QTemporaryDir>
#include <cmath>
#include <cpl_string.h>
#include <gdal_priv.h>

using namespace gridwarden;
using namespace gridwarden::gis;

namespace {

constexpr int Side = 20'000;
constexpr int Runs = 9;

/// Fields, roofs and some noise, in tiles of 256 pixels with JPEG, as orthophotos are delivered; pixels of half a metre in zone 120° E.
void makeImage(const std::filesystem::path& file) {
    GDALAllRegister();
    CPLStringList options;
    for (const char* const option : {"TILED=YES", "COMPRESS=JPEG", "PHOTOMETRIC=YCBCR", "NUM_THREADS=2"})
        options.AddString(option);
    GDALDataset* const image = GetGDALDriverManager()->GetDriverByName("GTiff")->Create(file.c_str(), Side, Side, 3, GDT_Byte, options);
    double place[6] = {500'000, 0.5, 0, 3'110'000, 0, -0.5};
    image->SetGeoTransform(place);
    OGRSpatialReference reference;
    reference.SetFromUserInput("EPSG:4549");
    image->SetSpatialRef(&reference);
    constexpr int Rows = 256;
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(Side) * Rows * 3);
    std::uint32_t noise = 1;
    for (int top = 0; top < Side; top += Rows) {
        const int rows = std::min(Rows, Side - top);
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < Side; ++column) {
                noise = noise * 1664525 + 1013904223;
                const int field = ((column / 90) * 31 + ((top + row) / 70) * 17) % 120;
                auto* const pixel = &pixels[(static_cast<std::size_t>(row) * Side + static_cast<std::size_t>(column)) * 3];
                for (int band = 0; band < 3; ++band)
                    pixel[band] = static_cast<std::uint8_t>(60 + field + band * 10 + static_cast<int>(noise >> 28));
            }
        if (image->RasterIO(GF_Write, 0, top, Side, rows, pixels.data(), Side, rows, GDT_Byte, 3, nullptr, 3, static_cast<GSpacing>(Side) * 3, 1, nullptr) != CE_None)
            std::fputs("the image cannot be written\n", stderr);
    }
    GDALClose(image);
}

} // namespace

int main(int count, char** arguments) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(count, arguments);
    bench::Measures measures(count, arguments);
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(QStringLiteral("ortho.tif")).toStdString();
    makeImage(file);
    constexpr std::size_t Pixels = 1920 * 1080;
    struct Way {
        const char* name;
        const char* readAs;
        const char* map;
    };
    constexpr Way Ways[] = {{"in the map's plane", "", "EPSG:4549"}, {"from another zone", "", "EPSG:4550"}, {"from GCJ-02", "gcj02", "EPSG:4549"}};
    const auto frames = [&](const char* overviews, std::initializer_list<int> parts) {
        for (const Way& way : Ways) {
            const Crs map = Crs::parse(way.map).value();
            LayerSource source;
            source.path = file;
            source.crs = way.readAs;
            measures.time(std::string("image, open, ") + way.name, Side, 3, [&](auto&&...) { (void)RasterLayer::open(source, map).value(); });
            for (const int part : parts) {
                std::shared_ptr<const RasterLayer> layer = RasterLayer::open(source, map).value();
                MapView view;
                view.size = {1920, 1080};
                view = view.fittedTo(layer->extent(), 0);
                view.unitsPerPixel /= std::sqrt(part);
                const std::string at = std::string(", ") + way.name + ", 1/" + std::to_string(part) + overviews;
                double step = 0;
                measures.time("image, warm frame" + at, Pixels, Runs, [&](auto&&...) { ++step;
                    (void)layer->read(view.panned({step * 40.0, step * 15.0})); });
                measures.time("image, cold frame" + at, Pixels, 3, [&](auto&&...) {
                    layer = RasterLayer::open(source, map).value();
                    (void)layer->read(view);
                });
            }
        }
    };
    frames(", no overviews", {1, 256});
    measures.time("image, make overviews", Side, 1, [&](auto&&...) {
        std::filesystem::remove(file.string() + ".ovr");
        (void)buildOverviews(file);
    });
    frames("", {1, 16, 256});
    return 0;
}
