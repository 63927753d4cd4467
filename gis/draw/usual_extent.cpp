// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/usual_extent.h"

#include <algorithm>

namespace gridwarden::gis {

namespace {

constexpr double Far = 50;           ///< times as far as the others: they would be a hundredth of the view
constexpr double LeastReach = 1'000; ///< map units: a district is not far from one of its streets
constexpr std::size_t OneIn = 20;
constexpr std::size_t FewestShapes = 3; ///< of two nobody knows which is the odd one

double at(std::vector<double>& values, std::size_t position) {
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(position);
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

} // namespace

UsualExtent findUsualExtent(const ShapeStore& shapes) {
    const std::size_t count = shapes.size();
    UsualExtent usual{shapes.extent(), 0};
    if (count < FewestShapes || std::max(usual.box.width(), usual.box.height()) <= LeastReach * Far)
        return usual;
    const auto medianOf = [&](auto middle) {
        std::vector<double> values(count);
        for (std::size_t shape = 0; shape < count; ++shape)
            values[shape] = middle(shapes.box(shape));
        return at(values, count / 2);
    };
    const double x = medianOf([](const Box& box) { return box.minX / 2 + box.maxX / 2; });
    const double y = medianOf([](const Box& box) { return box.minY / 2 + box.maxY / 2; });
    std::vector<double> reach(count);
    for (std::size_t shape = 0; shape < count; ++shape) {
        const Box& box = shapes.box(shape);
        reach[shape] = std::max({box.maxX - x, x - box.minX, box.maxY - y, y - box.minY});
    }
    std::vector<double> sorted = reach;
    const double most = Far * std::max(LeastReach, at(sorted, count - 1 - std::max<std::size_t>(1, count / OneIn)));
    Box near;
    for (std::size_t shape = 0; shape < count; ++shape)
        if (reach[shape] > most)
            ++usual.far;
        else
            near.include(shapes.box(shape));
    if (usual.far > 0)
        usual.box = near;
    return usual;
}

} // namespace gridwarden::gis
