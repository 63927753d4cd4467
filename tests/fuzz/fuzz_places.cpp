// SPDX-License-Identifier: GPL-3.0-or-later
// Written places: coordinates, WKT points, names and definitions of coordinate systems.
#include "gis/crs/transform.h"
#include "gis/source/coordinate_text.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>
#include <fmt/format.h>

using namespace gridwarden;
using fuzz::isGood;
using fuzz::require;

namespace {

bool isInRange(double degrees, gis::Axis axis) {
    return std::abs(degrees) <= (axis == gis::Axis::X ? 180.0 : 90.0);
}

void coordinate(fuzz::Input& input) {
    const gis::Axis axis = input.choice(2) == 0 ? gis::Axis::X : gis::Axis::Y;
    const bool isGeographic = input.choice(2) == 0;
    const std::string_view text = input.rest();
    const auto value = gis::parseCoordinate(text, axis, isGeographic);
    if (!isGood(value))
        return;
    require(std::isfinite(*value), "a coordinate is finite");
    require(!isGeographic || isInRange(*value, axis), "degrees are in the range of their axis");
    require(text.find("+-") == std::string_view::npos, "a number has one sign");
    const auto again = gis::parseCoordinate(fmt::format("{}", *value), axis, isGeographic);
    require(again && *again == *value, "a coordinate that is written reads as the same");
}

void point(fuzz::Input& input) {
    const bool isGeographic = input.choice(2) == 0;
    const auto point = gis::parseWktPoint(input.rest(), isGeographic);
    if (!isGood(point) || !*point)
        return;
    require(std::isfinite((*point)->x) && std::isfinite((*point)->y), "a point is finite");
    require(!isGeographic || (isInRange((*point)->x, gis::Axis::X) && isInRange((*point)->y, gis::Axis::Y)),
            "degrees are in the range of their axis");
    const auto again = gis::parseWktPoint(fmt::format("POINT ({} {})", (*point)->x, (*point)->y), isGeographic);
    require(again && *again && (*again)->x == (*point)->x && (*again)->y == (*point)->y,
            "a point that is written reads as the same");
}

void crs(fuzz::Input& input) {
    const auto crs = gis::Crs::parse(input.rest());
    if (!isGood(crs))
        return;
    fuzz::requireSentence(crs->description());
    const auto again = gis::Crs::parse(crs->text());
    require(again.has_value(), "the text of a coordinate system reads as one");
    require(again->isGeographic() == crs->isGeographic() && again->datumShift() == crs->datumShift(),
            "the text of a coordinate system reads as one of its kind");
    const auto transform = gis::Transform::between(*crs, gis::Crs::cgcs2000());
    if (!isGood(transform))
        return;
    const auto there = transform->inverse(gis::MapPoint{120.65, 28.01});
    if (!isGood(there))
        return;
    require(std::isfinite(there->x) && std::isfinite(there->y), "a transformed point is finite");
    (void)isGood(transform->forward(*there));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    switch (input.choice(3)) {
    case 0:
        coordinate(input);
        break;
    case 1:
        point(input);
        break;
    default:
        crs(input);
        break;
    }
    return 0;
}
