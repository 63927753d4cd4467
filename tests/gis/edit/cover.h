// SPDX-License-Identifier: GPL-3.0-or-later
// A cover of squares and what must hold of every cover, found without the code under test.
#pragma once

#include "gis/edit/cover_edit.h"

#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>

namespace gridwarden::test {

using core::AreaId;
using core::GeoPoint;
using core::Line;
using core::Shape;

struct TestCover {
    std::map<std::int64_t, Shape> shapes;
    std::int64_t next = 1;

    AreaId add(Shape shape) {
        shapes[next] = std::move(shape);
        return AreaId(next++);
    }
    [[nodiscard]] std::vector<gis::CoverArea> cover() const {
        std::vector<gis::CoverArea> areas;
        for (const auto& [id, shape] : shapes)
            areas.emplace_back(AreaId(id), &shape);
        return areas;
    }
    /// The ids of what was added, in order.
    std::vector<AreaId> apply(const gis::CoverEdit& edit) {
        for (const auto* all : {&edit.changed, &edit.noded})
            for (const gis::CoverEdit::Changed& changed : *all)
                shapes.at(changed.id.value()) = changed.shape;
        for (const AreaId id : edit.ended)
            shapes.erase(id.value());
        std::vector<AreaId> ids;
        for (const gis::CoverEdit::Added& added : edit.added)
            ids.push_back(add(added.shape));
        return ids;
    }
    [[nodiscard]] std::vector<AreaId> at(GeoPoint place) const {
        std::vector<AreaId> found;
        for (const auto& [id, shape] : shapes)
            if (core::contains(shape, place))
                found.push_back(AreaId(id));
        return found;
    }
    [[nodiscard]] AreaId only(GeoPoint place) const {
        const auto found = at(place);
        REQUIRE(found.size() == 1);
        return found.front();
    }
    /// How often each edge, in either direction, stands in a ring.
    [[nodiscard]] std::map<std::array<double, 4>, int> edges() const {
        std::map<std::array<double, 4>, int> count;
        for (const auto& [id, shape] : shapes)
            for (const core::Polygon& polygon : shape.polygons)
                for (const Line& ring : polygon)
                    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                        const std::array a{ring[i].longitude, ring[i].latitude, ring[i + 1].longitude, ring[i + 1].latitude};
                        const std::array b{a[2], a[3], a[0], a[1]};
                        ++count[std::min(a, b)];
                    }
        return count;
    }
    [[nodiscard]] std::set<std::pair<double, double>> vertices() const {
        std::set<std::pair<double, double>> all;
        for (const auto& [edge, count] : edges()) {
            all.insert({edge[0], edge[1]});
            all.insert({edge[2], edge[3]});
        }
        return all;
    }
    /// By Gauss's formula in degrees, relative to the first vertex; holes taken off.
    [[nodiscard]] static double squareDegrees(const Shape& shape) {
        double whole = 0;
        for (const core::Polygon& polygon : shape.polygons)
            for (std::size_t r = 0; r < polygon.size(); ++r) {
                const Line& ring = polygon[r];
                double sum = 0;
                for (std::size_t i = 0; i + 1 < ring.size(); ++i)
                    sum += (ring[i].longitude - ring[0].longitude) * (ring[i + 1].latitude - ring[0].latitude) -
                           (ring[i + 1].longitude - ring[0].longitude) * (ring[i].latitude - ring[0].latitude);
                whole += (r == 0 ? 1 : -1) * std::abs(sum) / 2;
            }
        return whole;
    }
    [[nodiscard]] double squareDegrees() const {
        double whole = 0;
        for (const auto& [id, shape] : shapes)
            whole += squareDegrees(shape);
        return whole;
    }
};

/// Squares of a hundredth of a degree; column and row from 0. Edges along which others meet have their vertices in all of them.
inline constexpr double Step = 0.01;
inline constexpr GeoPoint Corner{120.6, 28.0};

inline GeoPoint at(double column, double row) { return {Corner.longitude + column * Step, Corner.latitude + row * Step}; }

inline Shape box(double left, double bottom, double right, double top) {
    return {{{{at(left, bottom), at(right, bottom), at(right, top), at(left, top), at(left, bottom)}}}, {}};
}

inline TestCover squares(int columns, int rows) {
    TestCover cover;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            cover.add(box(column, row, column + 1, row + 1));
    return cover;
}

/// One square (0…columns × 0…rows) is covered once: its area, each edge twice or on the rim, random points in exactly one area.
inline void checkCovers(const TestCover& cover, int columns, int rows, std::mt19937& random) {
    CHECK(cover.squareDegrees() == Approx(columns * rows * Step * Step).epsilon(1e-9));
    const double right = at(columns, 0).longitude;
    const double top = at(0, rows).latitude;
    int odd = 0;
    for (const auto& [edge, count] : cover.edges()) {
        const auto isRim = [&](std::size_t axis, double value) { return std::abs(edge[axis] - value) < 1e-9 && std::abs(edge[axis + 2] - value) < 1e-9; };
        const int wanted = isRim(0, Corner.longitude) || isRim(0, right) || isRim(1, Corner.latitude) || isRim(1, top) ? 1 : 2;
        odd += count != wanted;
    }
    CHECK(odd == 0);
    std::uniform_real_distribution<double> x(0, columns);
    std::uniform_real_distribution<double> y(0, rows);
    int wrong = 0;
    for (int i = 0; i < 200; ++i)
        wrong += cover.at(at(x(random), y(random))).size() != 1;
    CHECK(wrong == 0);
}

} // namespace gridwarden::test
