// SPDX-License-Identifier: GPL-3.0-or-later
// How long incidents take in a frame of 1920 × 1080: symbols by lamp and by category over 4,000 grids, numbered clusters and heat
// map, for the whole district and parts of it, and making the index anew for another filter; for 2.46 million incidents, and
// symbols for 10 and 50 million. On the clock, over frames whose centre moves a little each time, as while panning: run it on an
// idle machine. `bench_incidents [--json] [MOST]`: sizes up to MOST only. Not a test.
#include "gis/draw/frame.h"
#include "gis/draw/incident_clusters.h"
#include "gis/draw/incident_heat.h"
#include "gis/draw/incident_painter.h"
#include "tests/bench/measures.h"

#include <QGuiApplication>
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <random>

using namespace gridwarden::gis;

namespace {

constexpr double West = 500'000, South = 3'400'000, Side = 40'000; // metres
constexpr int Frames = 41;

/// 400 neighbourhoods whose sizes follow a power law, half of the incidents along streets 150 m apart.
std::vector<MapPoint> makePlaces(std::size_t count) {
    std::mt19937_64 random(246);
    std::uniform_real_distribution<double> share(0, 1);
    std::normal_distribution<double> normal(0, 1);
    struct Neighbourhood {
        MapPoint centre;
        double spread;
    };
    std::vector<Neighbourhood> all;
    for (int i = 0; i < 400; ++i)
        all.push_back({{share(random) * Side, share(random) * Side}, 150 + 900 * share(random)});
    std::vector<MapPoint> places;
    places.reserve(count);
    while (places.size() < count) {
        const auto which = static_cast<std::size_t>(std::pow(share(random), 2.5) * 400);
        const Neighbourhood& home = all[which];
        MapPoint place{home.centre.x + normal(random) * home.spread, home.centre.y + normal(random) * home.spread};
        if (places.size() % 2 == 0)
            place.x = std::round(place.x / 150) * 150 + normal(random) * 4;
        if (place.x >= 0 && place.y >= 0 && place.x <= Side && place.y <= Side)
            places.push_back({West + place.x, South + place.y});
    }
    return places;
}

/// 63 × 63 grids of streets, as areas.
std::shared_ptr<const GroundContent> makeGrids() {
    constexpr int Across = 63;
    const Crs crs = Crs::parse("EPSG:4549").value();
    const Transform toDegrees = Transform::between(crs, Crs::cgcs2000()).value();
    const auto corner = [&](int column, int row) {
        return toGeoPoint(toDegrees.forward(MapPoint{West + column * Side / Across, South + row * Side / Across}).value());
    };
    std::vector<gridwarden::core::Area> grids;
    for (int row = 0; row < Across; ++row)
        for (int column = 0; column < Across; ++column) {
            gridwarden::core::Area grid;
            grid.id = gridwarden::core::AreaId(1 + row * Across + column);
            grid.kind = gridwarden::core::AreaKind::Grid;
            grid.shape.polygons = {{{corner(column, row), corner(column + 1, row), corner(column + 1, row + 1), corner(column, row + 1), corner(column, row)}}};
            grids.push_back(std::move(grid));
        }
    auto ground = std::make_shared<GroundContent>();
    ground->theme = MapTheme::load(ThemeVariant::Light).value();
    AreaOverlay overlay;
    overlay.areas = AreaLayer::build(gridwarden::core::AreaKind::Grid, grids, Transform::between(Crs::cgcs2000(), crs).value());
    overlay.look = ground->theme.areaLook(gridwarden::core::AreaKind::Grid);
    ground->areas.push_back(std::move(overlay));
    return ground;
}

/// The busiest place, so that nearer views are full ones.
MapPoint busiestOf(const IncidentIndex& index) {
    MapPoint busy;
    std::uint32_t most = 0;
    for (const auto& cluster : index.clusters(index.extent(), 500))
        if (cluster.count() > most) {
            most = cluster.count();
            busy = cluster.middle;
        }
    return busy;
}

std::shared_ptr<const IncidentSymbols> eightClasses() {
    auto symbols = std::make_shared<IncidentSymbols>();
    for (std::size_t i = 0; i < 8; ++i)
        symbols->classes.push_back({{AllSymbolShapes[i % 5], QColor::fromHsv(static_cast<int>(i) * 45, 200, 160)}, {}});
    return symbols;
}

void measure(const gridwarden::bench::Measures& measures, std::size_t count, bool withAll) {
    const std::vector<MapPoint> points = makePlaces(count);
    std::vector<IncidentLook> lamps(count);
    std::vector<IncidentLook> categories(count);
    std::vector<std::uint8_t> half(count);
    std::mt19937 random(1);
    for (std::size_t i = 0; i < count; ++i) {
        lamps[i] = {static_cast<std::uint8_t>(random() % 5), static_cast<std::uint8_t>(random() % 8)};
        categories[i] = {static_cast<std::uint8_t>(random() % 8), 0};
        half[i] = random() % 2;
    }
    const int few = count > 5'000'000 ? 3 : 15;
    std::shared_ptr<const IncidentPlaces> places;
    measures.time("places sorted", count, withAll ? 5 : 1, [&](int) { places = IncidentPlaces::build(points); });
    FrameContent content;
    content.ground = makeGrids();
    std::shared_ptr<const IncidentIndex> index;
    measures.time("index of all", count, few, [&](int) { index = IncidentIndex::build(places, lamps); });
    measures.time("index of half", count, few, [&](int) { (void)IncidentIndex::build(places, lamps, half); });

    MapView whole;
    whole.size = {1920, 1080};
    whole = whole.fittedTo(index->extent(), 0);
    const MapPoint busy = busiestOf(*index);
    QImage picture(whole.size, QImage::Format_RGB32);
    const auto eachExtent = [&](const std::string& name, auto&& frame) {
        for (const int part : {1, 4, 16, 64, 256}) { // of the area
            const auto viewAt = [&](int i) {
                MapView view = part == 1 ? whole : whole.centredOn(busy);
                view.unitsPerPixel = whole.unitsPerPixel / std::sqrt(static_cast<double>(part));
                return view.panned({i * 7.0, i * 3.0});
            };
            const auto ground = renderGround(content.ground, viewAt(0).enlarged(1.5));
            measures.time(name + " 1/" + std::to_string(part), count, Frames, [&](int i) { frame(ground, viewAt(i)); });
        }
    };
    const auto framesOf = [&](const std::string& name, std::shared_ptr<const IncidentSymbols> symbols, IncidentDrawing drawing) {
        content.incidents = index;
        content.symbols = std::move(symbols);
        content.incidentStyle.drawing = drawing;
        eachExtent(name, [&](const Ground& ground, const MapView& view) { composeFrame(picture, &ground, content, view); });
    };
    eachExtent("symbols alone", [&](const Ground&, const MapView& view) { paintIncidents(picture, *index, *IncidentSymbols::lamps(), view); });
    framesOf("frame, symbols by lamp", IncidentSymbols::lamps(), IncidentDrawing::Symbols);
    if (!withAll)
        return;
    framesOf("frame, clusters", IncidentSymbols::lamps(), IncidentDrawing::Clusters);
    framesOf("frame, heat map 200 m", IncidentSymbols::lamps(), IncidentDrawing::Heat);
    index = IncidentIndex::build(places, categories);
    framesOf("frame, symbols by category", eightClasses(), IncidentDrawing::Symbols);
    const auto ground = renderGround(content.ground, whole);
    measures.time("filter of half to frame", count, few, [&](int) {
        content.incidents = IncidentIndex::build(places, categories, half);
        composeFrame(picture, &ground, content, whole);
    });
}

} // namespace

int main(int count, char** arguments) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(count, arguments);
    const gridwarden::bench::Measures measures(count, arguments);
    const std::size_t most = count > 1 && std::atoll(arguments[count - 1]) > 0 ? static_cast<std::size_t>(std::atoll(arguments[count - 1])) : 50'000'000;
    for (const std::size_t size : {std::size_t{2'460'000}, std::size_t{10'000'000}, std::size_t{50'000'000}})
        if (size <= most)
            measure(measures, size, size == 2'460'000);
    return 0;
}
