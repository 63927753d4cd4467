// SPDX-License-Identifier: GPL-3.0-or-later
// One polygon of ten million vertices: how long it takes to load, how much memory the program and its reader take, and
// how long a frame of 1920 × 1080 and a click take then. Cold: all tiles of the view on two threads.
//   bench_vast make FOLDER [VERTICES]    writes coast.gpkg, coast.fgb and coast.shp there (500 MB)
//   bench_vast [--json] FILE             measures one of them; one in a run, because memory is measured by its peak
#include "gis/crs/crs.h"
#include "gis/draw/ground_renderer.h"
#include "gis/draw/map_layer.h"
#include "tests/bench/measures.h"
#include "tests/support/vast_polygon.h"

#include <QGuiApplication>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <string_view>
#include <sys/resource.h>

using namespace gridwarden;
using namespace gridwarden::gis;

namespace {

constexpr std::size_t TenMillion = 10'000'000;

int make(const std::filesystem::path& folder, std::size_t vertices) {
    test::VastPolygon coast;
    coast.vertices = vertices;
    for (const auto& [driver, ending] :
         {std::pair("GPKG", "gpkg"), std::pair("FlatGeobuf", "fgb"), std::pair("ESRI Shapefile", "shp")})
        if (!coast.write(folder / (std::string("coast.") + ending), driver)) {
            std::fprintf(stderr, "%s cannot be written\n", driver);
            return 1;
        }
    return 0;
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

} // namespace

int main(int count, char** arguments) {
    if (count > 2 && std::string_view(arguments[1]) == "make")
        return make(arguments[2], count > 3 ? std::strtoull(arguments[3], nullptr, 10) : TenMillion);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(count, arguments);
    const bench::Measures measures(count, arguments);
    const std::filesystem::path file = arguments[count - 1];
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
