// SPDX-License-Identifier: GPL-3.0-or-later
// Expectations: a plain look at every incident.
#include "gis/draw/incident_painter.h"

#include "draw_data.h"

#include <cmath>
#include <map>
#include <random>

using namespace drawtest;

namespace {

struct City {
    std::vector<MapPoint> places;
    std::vector<IncidentLook> looks;
    std::vector<std::uint8_t> shown;
    std::shared_ptr<const IncidentIndex> index;
};

/// Half of them around a few places; a random part is shown, as by a filter.
City someCity(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> anywhere(0, 20'000);
    std::normal_distribution<double> nearby(0, 250);
    const unsigned share = 1 + random() % 4;
    City city;
    MapPoint busy;
    for (std::size_t i = 0; i < count; ++i) {
        if (i % 211 == 0)
            busy = {500'000 + anywhere(random), 3'400'000 + anywhere(random)};
        if (i % 2 == 0)
            city.places.push_back({busy.x + nearby(random), busy.y + nearby(random)});
        else
            city.places.push_back({500'000 + anywhere(random), 3'400'000 + anywhere(random)});
        city.looks.push_back({static_cast<std::uint8_t>(random() % 5), 0});
        city.shown.push_back(random() % share == 0 ? 1 : 0);
    }
    city.index = IncidentIndex::build(IncidentPlaces::build(city.places), city.looks, city.shown);
    return city;
}

MapView viewOf(const City& city, std::mt19937& random, double unitsPerPixel) {
    MapView view;
    view.size = {640, 480};
    view.unitsPerPixel = unitsPerPixel;
    view.centre = city.places[random() % city.places.size()];
    return view;
}

constexpr QRgb Below = qRgb(210, 225, 240); // no symbol has it

QImage painted(const City& city, const MapView& view) {
    QImage picture(view.deviceSize(), QImage::Format_RGB32);
    picture.fill(Below);
    paintIncidents(picture, *city.index, *IncidentSymbols::lamps(), view);
    return picture;
}

/// As wide as a symbol may be, in device pixels.
double reachOf(const City& city, const MapView& view) {
    return symbolImage(symbolSize(*city.index, view), view.pixelRatio, {}).width() / 2.0;
}

} // namespace

TEST_CASE("at deep zoom the symbols are exactly the incidents in view", "[gis][draw]") {
    const City city = someCity(20'000, GENERATE(range(1U, 5U)));
    std::mt19937 random(7);
    for (int round = 0; round < 12; ++round) {
        MapView view = viewOf(city, random, 0.05 * (1 + round % 4));
        view.pixelRatio = 1 + round % 2;
        // Incidents a pixel and a half apart have symbols of their own.
        std::multimap<std::pair<int, int>, int> expected;
        const Box seen = view.visibleBox();
        for (std::size_t row = 0; row < city.places.size(); ++row)
            if (city.shown[row] != 0 && seen.contains(city.places[row].x, city.places[row].y))
                expected.emplace(std::pair(static_cast<int>(std::lround(city.places[row].x * 1000)), static_cast<int>(std::lround((city.places[row].y - 3'400'000) * 1000))),
                                 city.looks[row].rank);
        std::multimap<std::pair<int, int>, int> drawn;
        city.index->eachVisible(seen, 1.5 * view.unitsPerPixel, [&](const IncidentIndex::Visible& each) {
            if (seen.contains(each.place.x, each.place.y))
                drawn.emplace(std::pair(static_cast<int>(std::lround(each.place.x * 1000)), static_cast<int>(std::lround((each.place.y - 3'400'000) * 1000))), each.look.rank);
        });
        REQUIRE(drawn == expected);
        // And in the picture: something at each of them, nothing away from all of them.
        const QImage picture = painted(city, view);
        const double reach = reachOf(city, view);
        std::vector<QPointF> places;
        for (std::size_t row = 0; row < city.places.size(); ++row)
            if (city.shown[row] != 0)
                if (const QPointF place = view.toScreen(city.places[row]) * view.pixelRatio;
                    std::abs(place.x() - picture.width() / 2.0) < picture.width() && std::abs(place.y() - picture.height() / 2.0) < picture.height())
                    places.push_back(place);
        for (const QPointF place : places)
            if (const QRect around(qRound(place.x() - reach / 2), qRound(place.y() - reach / 2), qRound(reach), qRound(reach)); picture.rect().contains(around)) {
                bool isInked = false;
                for (int y = around.top(); y <= around.bottom(); ++y)
                    for (int x = around.left(); x <= around.right(); ++x)
                        isInked |= picture.pixel(x, y) != Below;
                REQUIRE(isInked);
            }
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                if (picture.pixel(x, y) != Below)
                    REQUIRE(std::any_of(places.begin(), places.end(), [&](QPointF place) {
                        return std::abs(place.x() - x - 0.5) <= reach + 1 && std::abs(place.y() - y - 0.5) <= reach + 1;
                    }));
    }
}

TEST_CASE("a picture is what its symbols are, painted one by one from the highest rank to the lowest", "[gis][draw]") {
    const City city = someCity(30'000, GENERATE(11U, 12U));
    std::mt19937 random(13);
    for (const double unitsPerPixel : {0.5, 4.0, 16.0, 60.0}) {
        const MapView view = viewOf(city, random, unitsPerPixel);
        const double size = symbolSize(*city.index, view);
        std::array<std::vector<QPointF>, 5> byRank;
        city.index->eachVisible(view.visibleBox(20), std::max(1.5, size / 3.5) * view.unitsPerPixel,
                                [&](const IncidentIndex::Visible& each) { byRank[each.look.rank].push_back(view.toScreen(each.place)); });
        QImage expected(view.size, QImage::Format_RGB32);
        expected.fill(Below);
        QPainter painter(&expected);
        for (int rank = 4; rank >= 0; --rank) {
            const QImage image = symbolImage(size, 1, IncidentSymbols::lamps()->of({static_cast<std::uint8_t>(rank), 0}));
            for (const QPointF place : byRank[static_cast<std::size_t>(rank)])
                painter.drawImage(QPoint(static_cast<int>(std::floor(place.x() - image.width() / 2.0 + 0.5)), static_cast<int>(std::floor(place.y() - image.height() / 2.0 + 0.5))), image);
        }
        painter.end();
        const QImage picture = painted(city, view);
        int different = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                different += isNear(picture.pixel(x, y), QColor(expected.pixel(x, y)), 24) ? 0 : 1;
        // Blending rounds differently, and ever again where symbols lie in heaps; a centre may fall between two pixels.
        CHECK(different <= picture.width() * picture.height() / 500);
        CHECK(picture != painted(city, view.panned({40, 0})));
    }
}

TEST_CASE("heaps count each incident once, in the cell it lies in", "[gis][draw]") {
    const City city = someCity(5000, GENERATE(21U, 22U));
    std::mt19937 random(22);
    const auto step = 20'000 / 4294967295.0;
    for (int round = 0; round < 12; ++round) {
        const double cellSize = std::pow(2, std::uniform_real_distribution<double>(-2, 11)(random));
        const Box all{400'000, 3'300'000, 600'000, 3'500'000};
        std::size_t sum = 0;
        city.index->eachHeap(all, cellSize, [&](const IncidentIndex::Heap& heap) {
            sum += heap.count;
            if (heap.count == 1)
                return;
            // A heap stands at the centre of its cell, which is a quad cell: wide enough for what was asked, or finer.
            std::size_t near = 0;
            for (std::size_t row = 0; row < city.places.size(); ++row)
                near += city.shown[row] != 0 && std::max(std::abs(city.places[row].x - heap.place.x), std::abs(city.places[row].y - heap.place.y)) <= cellSize + step ? 1 : 0;
            REQUIRE(near >= heap.count);
        });
        REQUIRE(sum == static_cast<std::size_t>(std::count(city.shown.begin(), city.shown.end(), 1)));
    }
}

TEST_CASE("on paper the symbols are commands, or a picture where there are many", "[gis][draw]") {
    const City city = someCity(3000, 31);
    std::mt19937 random(32);
    const MapView view = viewOf(city, random, 20);
    QImage commands(view.size, QImage::Format_RGB32);
    QImage copies(view.size, QImage::Format_RGB32);
    for (const auto& [picture, most] : {std::pair(&commands, std::size_t{100'000}), std::pair(&copies, std::size_t{1})}) {
        picture->fill(Qt::white);
        QPainter painter(picture);
        paintIncidents(painter, *city.index, *IncidentSymbols::lamps(), view, most);
    }
    std::size_t inked = 0;
    std::size_t both = 0;
    for (int y = 0; y < commands.height(); ++y)
        for (int x = 0; x < commands.width(); ++x) {
            const bool a = qGray(commands.pixel(x, y)) < 200;
            const bool b = qGray(copies.pixel(x, y)) < 200;
            inked += a || b ? 1 : 0;
            both += a && b ? 1 : 0;
        }
    CHECK(inked > 200);
    CHECK(both > inked * 6 / 10); // the same symbols, half a pixel apart at most
}
