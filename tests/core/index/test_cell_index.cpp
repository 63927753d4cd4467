// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/cell_index.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

using namespace gridwarden::core;

namespace {

class Pieces {
public:
    explicit Pieces(unsigned seed) : m_random(seed) {}
    int below(int end) { return static_cast<int>(m_random() % static_cast<unsigned>(end)); }
    double real(double low, double high) { return low + (high - low) * static_cast<double>(m_random()) / 4294967296.0; }
    /// Coarse, so that vertices, borders and places often fall together.
    double coarse(double low, int steps) { return low + 0.125 * below(steps); }

    /// Any ring, also one that crosses itself, with level, upright and repeated edges; closed or not.
    Line ring(double west, double south, int steps) {
        Line line;
        for (int i = 3 + below(12); i > 0; --i)
            line.push_back({coarse(west, steps), coarse(south, steps)});
        if (below(2) == 0)
            line.push_back(line.front());
        return line;
    }
    Line circle(GeoPoint middle, double radius, int vertices) {
        Line line;
        for (int i = 0; i < vertices; ++i) {
            const double angle = 6.283185307179586 * i / vertices;
            const double far = radius * real(0.8, 1);
            line.push_back({middle.longitude + far * std::cos(angle), middle.latitude + far * std::sin(angle)});
        }
        line.push_back(line.front());
        return line;
    }
    Shape shape() {
        Shape made;
        for (int polygons = below(3); polygons >= 0; --polygons) {
            const GeoPoint corner{coarse(120, 40), coarse(28, 40)};
            Polygon polygon;
            if (below(2) == 0) {
                polygon.push_back(circle(corner, real(0.01, 1), 3 + below(60)));
                if (below(2) == 0)
                    polygon.push_back(circle(corner, 0.2, 5 + below(40))); // a hole, or what goes beyond the ring
            } else {
                polygon.push_back(ring(corner.longitude, corner.latitude, 1 + below(12)));
                if (below(3) == 0)
                    polygon.push_back(ring(corner.longitude, corner.latitude, 6));
            }
            made.polygons.push_back(std::move(polygon));
        }
        return made;
    }

private:
    std::mt19937 m_random;
};

std::optional<std::uint32_t> plain(const std::vector<Shape>& shapes, GeoPoint place, std::uint32_t step) {
    for (std::uint32_t i = 0; i < shapes.size(); ++i)
        if (i % step == 0 && contains(shapes[i], place))
            return i;
    return std::nullopt;
}

CellIndex indexOf(const std::vector<Shape>& shapes) {
    std::vector<const Shape*> pointers;
    for (const Shape& shape : shapes)
        pointers.push_back(&shape);
    return CellIndex(pointers);
}

} // namespace

TEST_CASE("the cell index finds the first of the shapes that contain a place") {
    Pieces pieces(GENERATE(range(1U, 9U)));
    std::vector<Shape> shapes;
    for (int i = 1 + pieces.below(60); i > 0; --i)
        shapes.push_back(pieces.shape());
    if (pieces.below(2) == 0) // astray
        shapes.push_back({{{{{-170, -80}, {-100, -80}, {-170, 10}, {-170, -80}}}}, {}});
    shapes.push_back({});
    shapes.push_back({{{}}, {}});
    shapes.push_back({{}, {{{120, 28}, {125, 33}}}}); // a road contains nothing
    const CellIndex index = indexOf(shapes);

    std::vector<GeoPoint> places;
    for (int i = 0; i < 300; ++i) {
        places.push_back({pieces.real(119, 127), pieces.real(27, 35)});
        places.push_back({pieces.coarse(119.5, 60), pieces.coarse(27.5, 60)}); // on vertices and borders
        places.push_back({pieces.coarse(119.5, 60), pieces.real(27.5, 34)});
        places.push_back({pieces.real(-180, 180), pieces.real(-90, 90)});
    }
    for (const Shape& shape : shapes)
        for (const Polygon& polygon : shape.polygons)
            for (const Line& ring : polygon)
                for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                    places.push_back(ring[i]);
                    places.push_back({ring[i].longitude, std::nextafter(ring[i].latitude, 90)});
                    places.push_back({std::nextafter(ring[i].longitude, -180), ring[i].latitude});
                    places.push_back({(ring[i].longitude + ring[i + 1].longitude) / 2, (ring[i].latitude + ring[i + 1].latitude) / 2});
                }
    std::size_t found = 0, different = 0;
    for (const std::uint32_t step : {1U, 3U})
        for (const GeoPoint place : places) {
            const auto first = index.first(place, [&](std::uint32_t shape) { return shape % step == 0; });
            found += first ? 1 : 0;
            different += first != plain(shapes, place, step) ? 1 : 0;
        }
    CHECK(different == 0);
    CHECK(found > 100);
}

TEST_CASE("shapes that divide a place leave no gap and do not overlap") {
    // A fan of triangles around a middle and, in it, holes filled by others: each place in exactly one.
    Pieces pieces(7);
    std::vector<Shape> shapes;
    for (int row = 0; row < 8; ++row)
        for (int column = 0; column < 8; ++column) {
            const GeoPoint a{120 + 0.1 * column, 28 + 0.1 * row}, b{120 + 0.1 * (column + 1), 28 + 0.1 * (row + 1)};
            const Line outer{a, {b.longitude, a.latitude}, b, {a.longitude, b.latitude}, a};
            const Line inner = pieces.circle({a.longitude + 0.05, a.latitude + 0.05}, 0.04, 30);
            shapes.push_back({{{outer, inner}}, {}});
            shapes.push_back({{{inner}}, {}});
        }
    const CellIndex index = indexOf(shapes);
    std::vector<GeoPoint> places;
    for (int i = 0; i < 20'000; ++i)
        places.push_back({pieces.real(120, 120.8), pieces.real(28, 28.8)});
    for (const Shape& shape : shapes)
        for (const Line& ring : shape.polygons.front())
            places.insert(places.end(), ring.begin(), ring.end());
    for (const GeoPoint place : places) {
        if (place.longitude >= 120.8 || place.latitude >= 28.8)
            continue; // the outer border belongs to the other side
        const auto first = index.first(place, [](std::uint32_t) { return true; });
        REQUIRE(first);
        REQUIRE_FALSE(index.first(place, [&](std::uint32_t shape) { return shape != *first; }));
    }
}

TEST_CASE("a cell index of nothing finds nothing") {
    CHECK_FALSE(CellIndex().first({120, 28}, [](std::uint32_t) { return true; }));
    CHECK_FALSE(indexOf({}).first({120, 28}, [](std::uint32_t) { return true; }));
    const std::vector<Shape> level = {{{{{{120, 28}, {121, 28}, {120, 28}}}}, {}}};
    CHECK_FALSE(indexOf(level).first({120.5, 28}, [](std::uint32_t) { return true; }));
    const double none = std::nan("");
    CHECK_FALSE(indexOf(level).first({none, none}, [](std::uint32_t) { return true; }));
}

TEST_CASE("edges that are not finite bound nothing") {
    const double none = std::nan("");
    const std::vector<Shape> shapes = {{{{{{120, 28}, {121, 28}, {121, 29}, {none, none}, {120, 29}, {120, 28}}}}, {}}};
    const CellIndex index = indexOf(shapes);
    for (const double latitude : {28.25, 28.75})
        for (const double longitude : {119.5, 120.5, 121.5})
            CHECK(index.first({longitude, latitude}, [](std::uint32_t) { return true; }).has_value() ==
                  contains(shapes.front(), {longitude, latitude}));
}
