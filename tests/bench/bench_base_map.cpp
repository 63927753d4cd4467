// SPDX-License-Identifier: GPL-3.0-or-later
// How long the base map takes: layers of an OpenStreetMap extract with the map's own styles at 1920 × 1080, for the whole extent
// and parts of it. Cold: a renderer that has no tiles yet, until all of the view is there. Warm: a frame composed of finished tiles while
// panning by some pixels. Then the same map on a page of A4 as PDF. Tile sizes are compared with one picture of the whole view.
//   bench_base_map [--json] EXTRACT.osm.pbf
#include "gis/crs/transform.h"
#include "gis/draw/ground_painter.h"
#include "gis/draw/ground_renderer.h"
#include "tests/bench/measures.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

using namespace gridwarden;
using namespace gridwarden::gis;

namespace {

constexpr int Calls = 11;

std::shared_ptr<const GroundContent> contentOf(const std::string& file, const bench::Measures& measures) {
    auto content = std::make_shared<GroundContent>();
    content->theme = MapTheme::load(ThemeVariant::Light).value();
    content->fontFamily = QStringLiteral("WenQuanYi Micro Hei");
    const Crs crs = Crs::parse("EPSG:32632").value();
    for (const char* name : {"multipolygons", "multilinestrings", "lines", "points"}) {
        LayerSource source;
        source.path = file;
        source.layer = name;
        std::optional<MapLayer> layer;
        measures.time(std::string("load ") + name, 0, 1, [&](int) { layer = loadLayer(source, crs).value(); });
        content->layers.push_back({*layer, content->theme.styleFor(traitsOf(*layer)), true});
    }
    return content;
}

/// Cases all over a box, denser towards its middle.
std::shared_ptr<const IncidentIndex> incidentsIn(const Box& box) {
    constexpr std::size_t Count = 2'460'000;
    std::mt19937_64 random(246);
    std::normal_distribution<double> normal(0.5, 0.18);
    std::vector<MapPoint> places;
    std::vector<IncidentLook> looks;
    while (places.size() < Count) {
        places.push_back({box.minX + normal(random) * box.width(), box.minY + normal(random) * box.height()});
        looks.push_back({static_cast<std::uint8_t>(random() % 5), static_cast<std::uint8_t>(random() % 8)});
    }
    return IncidentIndex::build(IncidentPlaces::build(places), looks);
}

/// 4,000 grids with wavy borders of 24 vertices.
std::shared_ptr<const AreaLayer> gridsIn(const Box& box) {
    constexpr int Columns = 50;
    constexpr int Rows = 80;
    std::vector<core::Area> areas;
    const auto corner = [&](double column, double row) {
        return core::GeoPoint{box.minX + box.width() * (column + 0.15 * std::sin(7 * row)) / Columns, box.minY + box.height() * (row + 0.15 * std::sin(5 * column)) / Rows};
    };
    for (int row = 0; row < Rows; ++row)
        for (int column = 0; column < Columns; ++column) {
            core::Line ring;
            constexpr int Steps = 6;
            for (int i = 0; i < Steps; ++i)
                ring.push_back(corner(column + i / static_cast<double>(Steps), row));
            for (int i = 0; i < Steps; ++i)
                ring.push_back(corner(column + 1, row + i / static_cast<double>(Steps)));
            for (int i = 0; i < Steps; ++i)
                ring.push_back(corner(column + 1 - i / static_cast<double>(Steps), row + 1));
            for (int i = 0; i <= Steps; ++i)
                ring.push_back(corner(column, row + 1 - i / static_cast<double>(Steps)));
            core::Area area;
            area.id = core::AreaId(row * Columns + column + 1);
            area.code = std::to_string(100'000 + row * Columns + column);
            area.shape.polygons = {{ring}};
            areas.push_back(std::move(area));
        }
    return AreaLayer::build(core::AreaKind::Grid, areas, *Transform::between(Crs::cgcs2000(), Crs::cgcs2000())); // as they are
}

/// Waits for a renderer as a window does, without one.
class Waiting {
  public:
    Waiting() : renderer([this](const std::shared_ptr<const Ground>&) { changed.notify_all(); }) {}
    void until(const std::shared_ptr<const GroundContent>& content, const MapView& view) {
        renderer.request(content, view);
        std::unique_lock lock(mutex);
        while (!renderer.latest()->isComplete)
            changed.wait_for(lock, std::chrono::microseconds(200));
    }
    std::mutex mutex;
    std::condition_variable changed;
    GroundRenderer renderer;
};

} // namespace

int main(int count, char** arguments) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(count, arguments);
    if (count < 2) {
        std::fputs("bench_base_map [--json] EXTRACT.osm.pbf\n", stderr);
        return 2;
    }
    const bench::Measures measures(count, arguments);
    const auto content = contentOf(arguments[count - 1], measures);
    MapView whole;
    whole.size = {1920, 1080};
    whole = whole.fittedTo(extentOf(content->layers[2].layer), 0);
    const auto plan = std::make_shared<const GroundPlan>(content);
    FrameContent frame;
    frame.ground = content;
    for (const int part : {1, 4, 16, 64}) {
        MapView view = whole;
        view.unitsPerPixel /= std::sqrt(part);
        const std::string at = " 1/" + std::to_string(part);
        const auto pixels = static_cast<std::size_t>(view.size.width()) * static_cast<std::size_t>(view.size.height());
        measures.time("base map, no tiles yet" + at, pixels, Calls, [&](int) {
            Waiting fresh;
            fresh.until(content, view);
        });
        Waiting warm;
        warm.until(content, view);
        QImage picture;
        measures.time("base map, warm frame" + at, pixels, 41, [&](int call) {
            const MapView moved = view.panned({call * 1.0, call * 0.5});
            warm.renderer.request(content, moved);
            composeFrame(picture, warm.renderer.latest().get(), frame, moved);
        });
        measures.time("as one picture, one thread" + at, pixels, 5, [&](int) { (void)renderGround(content, view); });
        measures.time("names alone" + at, pixels, 5, [&](int) { (void)paintLabels(*plan, view.enlarged(GroundRenderer::LabelsAround), {}); });
        for (const int side : {256, 512, 1024}) {
            std::vector<MapView> tiles;
            const Box seen = view.visibleBox();
            const double step = side * view.unitsPerPixel;
            for (double row = std::floor(seen.minY / step); row * step < seen.maxY; ++row)
                for (double column = std::floor(seen.minX / step); column * step < seen.maxX; ++column)
                    tiles.push_back(view.resized({side, side}).centredOn({(column + 0.5) * step, (row + 0.5) * step}));
            measures.time("tiles of " + std::to_string(side) + ", two threads" + at, tiles.size(), 5, [&](int) {
                std::atomic<std::size_t> next = 0;
                const auto work = [&] {
                    std::vector<LayerNote> notes;
                    for (std::size_t i = next++; i < tiles.size(); i = next++)
                        (void)paintBase(*plan, tiles[i], {}, notes);
                };
                const std::jthread other(work);
                work();
            });
        }
        if (qEnvironmentVariableIsSet("GRIDWARDEN_BENCH_PICTURES"))
            render(frame, view).save(QStringLiteral("%1/base-%2.png").arg(qEnvironmentVariable("GRIDWARDEN_BENCH_PICTURES")).arg(part));
    }
    const QTemporaryDir folder;
    const QString kept = qEnvironmentVariable("GRIDWARDEN_BENCH_PICTURES");
    const QString file = (kept.isEmpty() ? folder.path() : kept) + QStringLiteral("/page.pdf");
    constexpr double PaperScale = 300 / MapView::ScreenDpi;
    MapView page;
    page.size = {720, 1040}; // A4 in screen pixels within its margins
    page.pixelRatio = PaperScale;
    page = page.fittedTo(extentOf(content->layers[2].layer), 0);
    page.unitsPerPixel /= 3.5; // single ways lead far out of the country
    const auto write = [&] {
        QPdfWriter writer(file);
        writer.setResolution(300);
        QPainter painter(&writer);
        painter.scale(PaperScale, PaperScale);
        paint(painter, frame, page);
    };
    const auto printSize = [&](const char* name) { measures.value(name, 1, static_cast<double>(QFileInfo(file).size()) / 1000, "kB"); };
    measures.time("page of A4 as PDF", 1, 5, [&](int) { write(); });
    printSize("its size");
    const Box box = page.visibleBox();
    auto district = std::make_shared<GroundContent>(*content);
    AreaOverlay grids;
    grids.areas = gridsIn(box);
    grids.look = district->theme.areaLook(core::AreaKind::Grid);
    district->areas.push_back(grids);
    frame.ground = district;
    frame.incidents = incidentsIn(box);
    measures.time("with 2.46 M cases and 4,000 grids", 2'460'000, 5, [&](int) { write(); });
    printSize("its size with cases");
    return 0;
}
