// SPDX-License-Identifier: GPL-3.0-or-later
// How long the layer of incidents takes in a frame of 1920 × 1080 at 2.46 million incidents: symbols, numbered clusters and heat
// map for the whole district and parts of it, and making the index anew for another filter. Prints median and 95th percentile in
// processor time, since other work on the machine does not count (all of it runs on one thread), over frames whose centre moves a
// little each time, as while panning; not a test.
#include "gis/draw/incident_clusters.h"
#include "gis/draw/incident_heat.h"
#include "gis/draw/incident_painter.h"

#include <QGuiApplication>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>
#include <random>

using namespace gridwarden::gis;

namespace {

constexpr std::size_t Count = 2'460'000;
constexpr double Side = 40'000; // metres
constexpr int Frames = 41;

/// 400 neighbourhoods whose sizes follow a power law, half of the incidents along streets 150 m apart.
std::vector<MapPoint> makePlaces() {
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
    while (places.size() < Count) {
        const auto which = static_cast<std::size_t>(std::pow(share(random), 2.5) * 400);
        const Neighbourhood& home = all[which];
        MapPoint place{home.centre.x + normal(random) * home.spread, home.centre.y + normal(random) * home.spread};
        if (places.size() % 2 == 0)
            place.x = std::round(place.x / 150) * 150 + normal(random) * 4;
        if (place.x >= 0 && place.y >= 0 && place.x <= Side && place.y <= Side)
            places.push_back({500'000 + place.x, 3'400'000 + place.y});
    }
    return places;
}

struct Times {
    double median, late;
};

double processorMs() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

Times measure(const std::function<void(int)>& work) {
    std::vector<double> times;
    for (int i = 0; i < Frames; ++i) {
        const double start = processorMs();
        work(i);
        times.push_back(processorMs() - start);
    }
    std::sort(times.begin(), times.end());
    return {times[Frames / 2], times[Frames * 95 / 100]};
}

} // namespace

int main(int count, char** arguments) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(count, arguments);
    const std::vector<MapPoint> points = makePlaces();
    std::vector<IncidentLook> looks(Count);
    std::vector<std::uint8_t> shown(Count);
    std::mt19937 random(1);
    for (std::size_t i = 0; i < Count; ++i) {
        looks[i] = {static_cast<gridwarden::core::Lamp>(random() % 5), static_cast<std::uint8_t>(random() % 8)};
        shown[i] = random() % 2;
    }
    const auto places = IncidentPlaces::build(points);
    const auto index = IncidentIndex::build(places, looks);
    const Times filtered = measure([&](int) { (void)IncidentIndex::build(places, looks, shown); });
    std::printf("index for half of %zu incidents: %.1f ms, 95 %% %.1f ms\n", Count, filtered.median, filtered.late);
    std::printf("%-10s %18s %18s %18s   (ms: median, 95 %%)\n", "extent", "symbols", "clusters", "heat map 200 m");
    MapView whole;
    whole.size = {1920, 1080};
    whole = whole.fittedTo(index->extent(), 0);
    const IncidentStyle style;
    // The busiest place, so that nearer views are full ones.
    MapPoint busy = whole.centre;
    std::uint32_t most = 0;
    for (const auto& cluster : index->clusters(whole.visibleBox(), 500))
        if (cluster.count() > most) {
            most = cluster.count();
            busy = cluster.middle;
        }
    for (const int part : {1, 4, 16, 64, 256}) {
        const double nearer = std::sqrt(static_cast<double>(part)); // parts of the area
        const auto viewAt = [&](int frame) {
            MapView view = part == 1 ? whole : whole.centredOn(busy);
            view.unitsPerPixel = whole.unitsPerPixel / nearer;
            return view.panned({frame * 7.0, frame * 3.0});
        };
        QImage picture(whole.size, QImage::Format_RGB32);
        picture.fill(Qt::white);
        const auto paint = [&](const std::function<void(QPainter&, const MapView&)>& draw) {
            return measure([&](int frame) {
                QPainter painter(&picture);
                draw(painter, viewAt(frame));
            });
        };
        const Times symbols = measure([&](int frame) { paintIncidents(picture, *index, viewAt(frame)); });
        const Times clusters = paint([&](QPainter& painter, const MapView& view) { paintClusters(painter, clusterCircles(*index, style, view), view.pixelRatio, {}); });
        const Times heat = paint([&](QPainter& painter, const MapView& view) { paintHeat(painter, *index, view, style.heatRadius); });
        std::printf("1/%-8d %8.1f %9.1f %8.1f %9.1f %8.1f %9.1f\n", part, symbols.median, symbols.late, clusters.median, clusters.late, heat.median, heat.late);
    }
    return 0;
}
