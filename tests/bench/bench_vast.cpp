// SPDX-License-Identifier: GPL-3.0-or-later
// One polygon of ten million vertices, and an image of 200,000 × 200,000 pixels of which one tile was written: how long
// they take to load, how much memory the program and its reader take, and how long a frame of 1920 × 1080 and a click
// take then. Cold: all tiles of the view on two threads, of the image with a reader that has just been started.
//   bench_vast make FOLDER [VERTICES]    writes coast.gpkg, coast.fgb, coast.shp and sparse.tif there (500 MB)
//   bench_vast [--json] FILE             measures one of them; one in a run, because memory is measured by its peak
#include "gis/crs/crs.h"
#include "gis/draw/ground_renderer.h"
#include "gis/draw/map_layer.h"
#include "tests/bench/measures.h"
#include "tests/support/vast_polygon.h"

#include <QGuiApplication>
#include <cmath>
#include <condition_variable>
#include <cpl_string.h>
#include <cstdio>
#include <mutex>
#include <string_view>
#include <sys/resource.h>

using namespace gridwarden;
using namespace gridwarden::gis;

namespace {

constexpr std::size_t TenMillion = 10'000'000;

int makeSparse(const std::filesystem::path& file) {
    constexpr int Side = 200'000;
    constexpr int Block = 512;
    CPLStringList options;
    for (const char* const option : {"TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512", "SPARSE_OK=TRUE", "BIGTIFF=YES"})
        options.AddString(option);
    GDALDataset* const image =
        GetGDALDriverManager()->GetDriverByName("GTiff")->Create(file.c_str(), Side, Side, 3, GDT_Byte, options);
    double place[6] = {500'000, 1, 0, 3'110'000, 0, -1};
    image->SetGeoTransform(place);
    OGRSpatialReference reference;
    reference.SetFromUserInput("EPSG:4549");
    image->SetSpatialRef(&reference);
    std::vector<std::uint8_t> pixels(Block * Block * 3, 180);
    const CPLErr written = image->RasterIO(GF_Write, Side / 2, Side / 2, Block, Block, pixels.data(), Block, Block,
                                           GDT_Byte, 3, nullptr, 0, 0, 0, nullptr);
    GDALClose(image);
    return written == CE_None ? 0 : 1;
}

int make(const std::filesystem::path& folder, std::size_t vertices) {
    test::VastPolygon coast;
    coast.vertices = vertices;
    for (const auto& [driver, ending] :
         {std::pair("GPKG", "gpkg"), std::pair("FlatGeobuf", "fgb"), std::pair("ESRI Shapefile", "shp")})
        if (!coast.write(folder / (std::string("coast.") + ending), driver)) {
            std::fprintf(stderr, "%s cannot be written\n", driver);
            return 1;
        }
    return makeSparse(folder / "sparse.tif");
}

double peakMegabytes(int who) {
    rusage usage{};
    getrusage(who, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// Paints all tiles of a view, as the window does.
class Painting {
public:
    void paint(const std::shared_ptr<const GroundContent>& content, const MapView& view) {
        GroundRenderer renderer([this](const std::shared_ptr<const Ground>& ground) {
            const std::scoped_lock lock(m_mutex);
            m_isComplete = ground->isComplete;
            m_changed.notify_all();
        });
        m_isComplete = false;
        renderer.request(content, view);
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_isComplete; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isComplete = false;
};

/// Opened, drawn as a whole and near its middle, as it lies in the plane of the map and warped from another zone.
int measureImage(const bench::Measures& measures, const std::filesystem::path& file) {
    LayerSource source;
    source.path = file;
    for (const char* const crs : {"EPSG:4549", "EPSG:4550"}) {
        const std::string of = std::string("sparse, ") + crs + ", ";
        std::shared_ptr<const RasterLayer> layer;
        const Crs map = Crs::parse(crs).value();
        measures.time(of + "open", 0, 5, [&] { layer = RasterLayer::open(source, map).value(); });
        MapView view;
        view.size = {1920, 1080};
        for (const int part : {1, 256, 65'536}) {
            MapView near = view.fittedTo(layer->extent(), 0);
            near.unitsPerPixel /= std::sqrt(part);
            measures.time(of + "cold frame, 1/" + std::to_string(part), 0, 3, [&] {
                layer = RasterLayer::open(source, map).value();
                (void)layer->read(near);
            });
        }
        layer.reset();
        measures.value(of + "most memory, reader", 0, peakMegabytes(RUSAGE_CHILDREN), "MB");
    }
    return 0;
}

} // namespace

int main(int count, char** arguments) {
    if (count > 2 && std::string_view(arguments[1]) == "make")
        return make(arguments[2], count > 3 ? std::strtoull(arguments[3], nullptr, 10) : TenMillion);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(count, arguments);
    const bench::Measures measures(count, arguments);
    const std::filesystem::path file = arguments[count - 1];
    if (file.extension() == ".tif")
        return measureImage(measures, file);
    const std::string of = file.extension().string().substr(1) + ", ";
    LayerSource source;
    source.path = file;
    std::optional<MapLayer> layer;
    measures.time(
        of + "load", 0, 1,
        [&] {
            auto loaded = loadLayer(source, Crs::parse("EPSG:4549").value());
            if (loaded)
                layer = std::move(*loaded);
            else
                std::printf("%s%s\n", of.c_str(), loaded.error().what.key.c_str());
        },
        [] {});
    measures.value(of + "most memory, reader", 0, peakMegabytes(RUSAGE_CHILDREN), "MB");
    measures.value(of + "most memory, program", 0, peakMegabytes(RUSAGE_SELF), "MB");
    if (!layer)
        return 1;
    for (const core::Message& note : notesOf(*layer))
        std::printf("%s%s %s\n", of.c_str(), note.key.c_str(), note.arguments.back().c_str());
    const VectorLayer& shapes = *std::get<std::shared_ptr<const VectorLayer>>(*layer);
    const std::size_t vertices = shapes.shapes().vertexCount();
    measures.value(of + "vertices kept", 0, static_cast<double>(vertices), "");
    auto content = std::make_shared<GroundContent>();
    content->theme = MapTheme::load(ThemeVariant::Light).value();
    content->layers.push_back({*layer, content->theme.styleFor(traitsOf(*layer)), true});
    MapView view;
    view.size = {1920, 1080};
    const MapView whole = view.fittedTo(shapes.extent());
    const MapView coast = whole.centredOn({shapes.extent().maxX - 5, 3'100'000});
    Painting painting;
    for (const int part : {1, 16, 256, 4096, 65'536, 1'048'576}) {
        MapView near = part == 1 ? whole : coast;
        near.unitsPerPixel /= std::sqrt(part);
        measures.time(of + "cold frame, 1/" + std::to_string(part), vertices, 5,
                      [&] { painting.paint(content, near); });
    }
    measures.time(of + "click", vertices, 9, [&] { (void)shapes.at({500'010, 3'100'010}, 10); });
    measures.value(of + "most memory after drawing", 0, peakMegabytes(RUSAGE_SELF), "MB");
    return 0;
}
