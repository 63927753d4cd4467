// SPDX-License-Identifier: GPL-3.0-or-later
// Expectations: the plain sum of the kernel over all incidents, as the header states it.
#include "gis/draw/incident_heat.h"

#include "draw_data.h"

#include <cmath>
#include <random>

using namespace drawtest;

namespace {

constexpr double Pi = 3.14159265358979323846;

/// Incidents for a square kilometre at a place.
double kernelSum(const std::vector<MapPoint>& places, MapPoint at, double radius) {
    double sum = 0;
    for (const MapPoint place : places) {
        const double distance = std::hypot(place.x - at.x, place.y - at.y);
        sum += 2 / (Pi * radius * radius) * std::exp(-2 * distance * distance / (radius * radius));
    }
    return sum * 1e6;
}

std::vector<MapPoint> someplaces(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> anywhere(0, 5000);
    std::normal_distribution<double> nearby(0, 120);
    std::vector<MapPoint> places;
    for (std::size_t i = 0; i < count; ++i)
        places.push_back(i % 2 == 0 ? MapPoint{500'000 + anywhere(random), 3'400'000 + anywhere(random)}
                                    : MapPoint{501'500 + nearby(random), 3'402'200 + nearby(random)});
    return places;
}

std::shared_ptr<const IncidentIndex> indexOf(const std::vector<MapPoint>& places) {
    return IncidentIndex::build(IncidentPlaces::build(places), std::vector<IncidentLook>(places.size()));
}

} // namespace

TEST_CASE("the density is the sum of kernels to within three hundredths of its greatest value", "[gis][draw]") {
    const auto places = someplaces(600, GENERATE(1U, 2U));
    const auto index = indexOf(places);
    MapView view;
    view.size = {400, 300};
    view.centre = {501'700, 3'402'300};
    view.unitsPerPixel = GENERATE(0.5, 2.0, 6.0);
    const double radius = GENERATE(150.0, 400.0); // at least eight bins where a pixel is six metres
    const DensityGrid grid = densityOf(*index, view, radius);
    double greatest = 0;
    double worst = 0;
    for (int x = 5; x < 400; x += 13)
        for (int y = 5; y < 300; y += 13) {
            const MapPoint place = view.toMap(QPointF(x, y));
            const double expected = kernelSum(places, place, radius);
            greatest = std::max(greatest, expected);
            worst = std::max(worst, std::abs(grid.at(place) - expected));
        }
    CAPTURE(view.unitsPerPixel, radius, greatest);
    CHECK(worst <= 0.03 * greatest);
}

TEST_CASE("densities mean the same at every scale and add up to the number of incidents", "[gis][draw]") {
    const auto places = someplaces(500, 5);
    const auto index = indexOf(places);
    MapView view;
    view.size = {900, 900};
    view.centre = {502'500, 3'402'500};
    for (const double unitsPerPixel : {8.0, 10.0, 25.0}) {
        view.unitsPerPixel = unitsPerPixel;
        const DensityGrid grid = densityOf(*index, view, 200);
        double sum = 0;
        for (const float value : grid.values)
            sum += static_cast<double>(value) * grid.bin * grid.bin / 1e6;
        CHECK(sum == Approx(500).epsilon(0.001));
    }
    CHECK(densityScale(*index, 1, 200) > 0);
    // A thousandth of a kernel at the middle of the crowd is seen as such by the scale: it is its greatest value, rounded up.
    const double middle = kernelSum(places, {501'500, 3'402'200}, 200);
    CHECK(densityScale(*index, 1, 200) >= middle / 2);
    CHECK(densityScale(*index, 1, 200) <= middle * 4);
}

TEST_CASE("a heat map does not shimmer while the map is dragged", "[gis][draw]") {
    const auto index = indexOf(someplaces(400, 6));
    MapView view;
    view.size = {300, 300};
    view.centre = {501'500, 3'402'200};
    view.unitsPerPixel = 3;
    const DensityGrid before = densityOf(*index, view, 150);
    const DensityGrid after = densityOf(*index, view.panned({31, 17}), 150);
    for (double x = -300; x <= 300; x += 50)
        for (double y = -300; y <= 300; y += 50) {
            const MapPoint place{501'500 + x, 3'402'200 + y};
            CHECK(after.at(place) == Approx(before.at(place)).epsilon(1e-4).margin(1e-3));
        }
}

TEST_CASE("nothing to show is no density", "[gis][draw]") {
    const auto none = indexOf({});
    CHECK(densityScale(*none, 1, 200) == 0);
    const DensityGrid grid = densityOf(*none, smallView(), 200);
    CHECK(std::all_of(grid.values.begin(), grid.values.end(), [](float value) { return value == 0; }));
    QImage picture(200, 200, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    paintHeat(painter, *none, smallView(), 200);
    painter.end();
    CHECK(picture.pixel(100, 100) == qRgb(255, 255, 255));
}

TEST_CASE("the colour is darkest where incidents crowd", "[gis][draw]") {
    std::vector<MapPoint> places(50, MapPoint{0, 0});
    for (int i = 0; i < 10; ++i)
        places.push_back({60, 60.0 + i});
    const auto index = indexOf(places);
    QImage picture(200, 200, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    paintHeat(painter, *index, smallView(), 20);
    painter.end();
    CHECK(qGray(picture.pixel(100, 100)) < qGray(picture.pixel(160, 36)));
    CHECK(qGray(picture.pixel(160, 36)) < 255);
    CHECK(picture.pixel(20, 180) == qRgb(255, 255, 255));
}
