// SPDX-License-Identifier: GPL-3.0-or-later
// Geometry blobs of the district file.
#include "core/store/geometry_blob.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>

using namespace gridwarden;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto shape = core::shapeFromBlob(fuzz::Input(data, size).rest());
    if (!fuzz::isGood(shape))
        return 0;
    const auto again = core::shapeFromBlob(core::shapeBlob(*shape).bytes);
    if (!shape->isEmpty())
        require(again && *again == *shape, "a shape that is written reads as the same");
    const core::GeoBox box = core::boundsOf(*shape);
    for (const core::Polygon& polygon : shape->polygons)
        for (const core::Line& ring : polygon)
            for (const core::GeoPoint point : ring)
                require(std::abs(point.longitude) <= 180 && std::abs(point.latitude) <= 90 && box.contains(point),
                        "a vertex lies on the earth and in the box");
    const double area = core::areaSquareMetres(*shape);
    require(std::isfinite(area), "an area is finite");
    if (const auto label = core::labelPoint(*shape)) {
        require(box.contains(*label), "a label stands in the box");
        (void)core::contains(*shape, *label);
    }
    return 0;
}
