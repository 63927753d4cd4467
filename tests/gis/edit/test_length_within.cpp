// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/edit/length_within.h"
#include "tests/gis/edit/cover.h"

using namespace gridwarden;
using namespace gridwarden::test;

TEST_CASE("the length of lines within an area", "[gis][edit]") {
    const double side = core::distanceMetres(at(0, 0.5), at(1, 0.5));
    const auto within = [](const Shape& shape, Line line) { return gis::lengthWithin(shape, std::vector<Line>{line}); };
    CHECK(within(box(0, 0, 1, 1), {at(-1, 0.5), at(3, 0.5)}) == Approx(side).epsilon(1e-6));
    CHECK(within(box(0, 0, 1, 1), {at(0.25, 0.5), at(0.75, 0.5)}) == Approx(side / 2).epsilon(1e-6));
    CHECK(within(box(0, 0, 1, 1), {at(2, 0.5), at(3, 0.5)}) == 0);
    Shape ring = box(0, 0, 3, 3);
    ring.polygons.front().push_back(box(1, 1, 2, 2).polygons.front().front());
    CHECK(within(ring, {at(-1, 1.5), at(4, 1.5)}) == Approx(2 * side).epsilon(1e-4));
    // A partition takes each street once, wherever its borders are.
    const TestCover cover = squares(3, 3);
    const Line street{at(0.1, 0.2), at(2.9, 2.7), at(1.5, 0.3)};
    double sum = 0;
    for (const auto& [id, shape] : cover.shapes)
        sum += within(shape, street);
    CHECK(sum == Approx(core::distanceMetres(street[0], street[1]) + core::distanceMetres(street[1], street[2])).epsilon(1e-9));
}
