// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gis/edit/cover.h"

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

std::mt19937 generator(1);

bool hasVertex(const Shape& shape, GeoPoint place) {
    for (const core::Polygon& polygon : shape.polygons)
        for (const Line& ring : polygon)
            if (std::find(ring.begin(), ring.end(), place) != ring.end())
                return true;
    return false;
}

std::string keyOf(const core::Result<gis::CoverEdit>& edit) { return edit ? "" : edit.error().what.key; }

} // namespace

TEST_CASE("a line parts one area and gives its neighbours the same new vertices", "[gis][edit]") {
    TestCover cover = squares(3, 1);
    const auto edit = gis::splitAreas(cover.cover(), {at(1.5, -0.2), at(1.5, 0.5), at(2.3, 0.5)}, AreaId(2));
    REQUIRE(edit);
    CHECK(edit->ended == std::vector{AreaId(2)});
    REQUIRE(edit->added.size() == 2);
    CHECK(edit->added[0].from == std::vector{AreaId(2)});
    REQUIRE(edit->noded.size() == 1);
    CHECK(edit->noded[0].id == AreaId(3));
    CHECK(edit->changed.empty());
    const Shape before = cover.shapes.at(1);
    cover.apply(*edit);
    CHECK(cover.shapes.at(1) == before);
    checkCovers(cover, 3, 1, generator);
    CHECK(TestCover::squareDegrees(cover.shapes.at(cover.only(at(1.7, 0.2)).value())) == Approx(0.25 * Step * Step));
}

TEST_CASE("a line across three areas parts each of them", "[gis][edit]") {
    TestCover cover = squares(3, 1);
    const auto edit = gis::splitAreas(cover.cover(), {at(-0.5, 0.4), at(3.5, 0.6)});
    REQUIRE(edit);
    CHECK(edit->ended.size() == 3);
    CHECK(edit->added.size() == 6);
    cover.apply(*edit);
    checkCovers(cover, 3, 1, generator);
}

TEST_CASE("a closed line cuts an island out of an area", "[gis][edit]") {
    TestCover cover = squares(1, 1);
    const auto edit = gis::splitAreas(cover.cover(), {at(0.2, 0.2), at(0.8, 0.2), at(0.5, 0.8), at(0.2, 0.2)});
    REQUIRE(edit);
    cover.apply(*edit);
    checkCovers(cover, 1, 1, generator);
    CHECK(cover.shapes.at(cover.only(at(0.05, 0.05)).value()).polygons.front().size() == 2);
}

TEST_CASE("an area of two parts that is split keeps its other part with the larger piece", "[gis][edit]") {
    TestCover cover;
    Shape two = box(0, 0, 1, 1);
    two.polygons.push_back(box(3, 0, 4, 1).polygons.front());
    cover.add(two);
    const auto edit = gis::splitAreas(cover.cover(), {at(0.3, -1), at(0.3, 2)});
    REQUIRE(edit);
    REQUIRE(edit->added.size() == 2);
    std::vector<double> sizes;
    for (const auto& added : edit->added)
        sizes.push_back(TestCover::squareDegrees(added.shape) / Step / Step);
    std::sort(sizes.begin(), sizes.end());
    CHECK(sizes[0] == Approx(0.3));
    CHECK(sizes[1] == Approx(1.7));
}

TEST_CASE("splitting what has a hole cuts across the hole", "[gis][edit]") {
    TestCover cover;
    Shape ring = box(0, 0, 3, 3);
    ring.polygons.front().push_back(box(1, 1, 2, 2).polygons.front().front());
    cover.add(ring);
    cover.add(box(1, 1, 2, 2));
    SECTION("to the other side") {
        const auto edit = gis::splitAreas(cover.cover(), {at(-1, 1.5), at(4, 1.6)}, AreaId(1));
        REQUIRE(edit);
        CHECK(edit->added.size() == 2);
        CHECK(edit->noded.size() == 1);
        cover.apply(*edit);
        checkCovers(cover, 3, 3, generator);
    }
    SECTION("a line that ends at the hole parts nothing") {
        CHECK(keyOf(gis::splitAreas(cover.cover(), {at(-1, 1.5), at(1.5, 1.6)}, AreaId(1))) == "split-not-across");
    }
}

TEST_CASE("lines that part nothing are refused", "[gis][edit]") {
    const TestCover cover = squares(2, 2);
    CHECK(keyOf(gis::splitAreas(cover.cover(), {at(0.2, 0.2), at(0.8, 0.8)})) == "split-not-across");
    CHECK(keyOf(gis::splitAreas(cover.cover(), {at(0.5, -1), at(0.5, 0.5)})) == "split-not-across");
    CHECK(keyOf(gis::splitAreas(cover.cover(), {at(-1, 0), at(3, 0)})) == "split-not-across"); // along a border
    CHECK(keyOf(gis::splitAreas(cover.cover(), {at(5, 5), at(6, 6)})) == "split-not-across");
    CHECK(keyOf(gis::splitAreas(cover.cover(), {at(0.5, 0.5)})) == "sketch-too-short");
    CHECK(keyOf(gis::splitAreas(cover.cover(), {at(0, -1), at(1, 2), at(1, -1), at(0, 2)})) == "sketch-crosses-itself");
    CHECK(keyOf(gis::splitAreas(cover.cover(), {at(0.5, -1), at(0.5, 2), at(0.5, 1)})) == "sketch-crosses-itself"); // back on itself
}

TEST_CASE("a line from vertex to vertex uses these vertices", "[gis][edit]") {
    TestCover cover = squares(1, 1);
    const GeoPoint nearly{at(0, 0).longitude + 1e-8, at(0, 0).latitude}; // a millimetre
    const auto edit = gis::splitAreas(cover.cover(), {nearly, at(1, 1)});
    REQUIRE(edit);
    for (const auto& added : edit->added)
        CHECK(added.shape.polygons.front().front().size() == 4);
    cover.apply(*edit);
    CHECK(cover.vertices().size() == 4);
}

TEST_CASE("merged areas lose the border between them and nothing else", "[gis][edit]") {
    TestCover cover = squares(3, 3);
    const auto before = cover.vertices();
    const std::vector ids{AreaId(1), AreaId(2), AreaId(5)};
    const auto edit = gis::mergeAreas(cover.cover(), ids);
    REQUIRE(edit);
    CHECK(edit->ended == ids);
    REQUIRE(edit->added.size() == 1);
    CHECK(edit->added[0].from == ids);
    CHECK(edit->noded.empty());
    cover.apply(*edit);
    checkCovers(cover, 3, 3, generator);
    CHECK(cover.vertices() == before);
}

TEST_CASE("merging a ring of areas leaves the one in the middle as a hole", "[gis][edit]") {
    TestCover cover = squares(3, 3);
    std::vector<AreaId> ids;
    for (int id = 1; id <= 9; ++id)
        if (id != 5)
            ids.push_back(AreaId(id));
    const auto edit = gis::mergeAreas(cover.cover(), ids);
    REQUIRE(edit);
    REQUIRE(edit->added.size() == 1);
    REQUIRE(edit->added[0].shape.polygons.size() == 1);
    CHECK(edit->added[0].shape.polygons.front().size() == 2);
    cover.apply(*edit);
    checkCovers(cover, 3, 3, generator);
}

TEST_CASE("what does not touch, or touches in a corner only, is not merged", "[gis][edit]") {
    const TestCover cover = squares(3, 3);
    CHECK(keyOf(gis::mergeAreas(cover.cover(), std::vector{AreaId(1), AreaId(3)})) == "merge-not-touching");
    CHECK(keyOf(gis::mergeAreas(cover.cover(), std::vector{AreaId(1), AreaId(5)})) == "merge-not-touching");
    CHECK(keyOf(gis::mergeAreas(cover.cover(), std::vector{AreaId(1)})) == "merge-one");
    CHECK(keyOf(gis::mergeAreas(cover.cover(), std::vector{AreaId(1), AreaId(77)})) == "merge-one");
}

TEST_CASE("areas merge along a border that only one of them has vertices in", "[gis][edit]") {
    TestCover cover;
    cover.add(box(0, 0, 2, 1)); // no vertex above the middle
    cover.add(box(0, 1, 1, 2));
    cover.add(box(1, 1, 2, 2));
    const auto edit = gis::mergeAreas(cover.cover(), std::vector{AreaId(1), AreaId(2)});
    REQUIRE(edit);
    REQUIRE(edit->added[0].shape.polygons.size() == 1);
    CHECK(hasVertex(edit->added[0].shape, at(1, 1)));
    CHECK(TestCover::squareDegrees(edit->added[0].shape) == Approx(3 * Step * Step));
}

TEST_CASE("a drawn area takes ground from those below, or only what is nobody's", "[gis][edit]") {
    TestCover cover = squares(2, 1);
    const Line ring{at(0.5, 0.5), at(1.5, 0.5), at(1.5, 1.5), at(0.5, 1.5), at(0.5, 0.5)};
    SECTION("cut out") {
        const auto edit = gis::drawArea(cover.cover(), ring, gis::DrawRule::CutOut);
        REQUIRE(edit);
        CHECK(edit->changed.size() == 2);
        REQUIRE(edit->added.size() == 1);
        CHECK(edit->added[0].from == std::vector{AreaId(1), AreaId(2)});
        CHECK(TestCover::squareDegrees(edit->added[0].shape) == Approx(Step * Step));
        cover.apply(*edit);
        CHECK(cover.squareDegrees() == Approx(2.5 * Step * Step));
        CHECK(cover.at(at(1.0, 0.7)).size() == 1);
        CHECK(cover.only(at(1.2, 0.7)) == cover.only(at(1.2, 1.2)));
    }
    SECTION("clipped") {
        const auto edit = gis::drawArea(cover.cover(), ring, gis::DrawRule::Clip);
        REQUIRE(edit);
        CHECK(edit->changed.empty());
        CHECK(edit->noded.size() == 2);
        CHECK(edit->added[0].from.empty());
        CHECK(TestCover::squareDegrees(edit->added[0].shape) == Approx(0.5 * Step * Step));
        cover.apply(*edit);
        CHECK(cover.squareDegrees() == Approx(2.5 * Step * Step));
        for (const auto& [edge, count] : cover.edges())
            CHECK(count <= 2);
    }
}

TEST_CASE("a drawn area inside another one makes a hole in it, one over another ends it", "[gis][edit]") {
    TestCover cover = squares(3, 3);
    const auto inside = gis::drawArea(cover.cover(), {at(1.2, 1.2), at(1.8, 1.2), at(1.5, 1.8), at(1.2, 1.2)}, gis::DrawRule::CutOut);
    REQUIRE(inside);
    CHECK(inside->changed.size() == 1);
    cover.apply(*inside);
    checkCovers(cover, 3, 3, generator);
    const auto over = gis::drawArea(cover.cover(), {at(0.9, 0.9), at(2.1, 0.9), at(2.1, 2.1), at(0.9, 2.1), at(0.9, 0.9)}, gis::DrawRule::CutOut);
    REQUIRE(over);
    CHECK(over->ended.size() == 2);
    CHECK(over->changed.size() == 8);
    cover.apply(*over);
    checkCovers(cover, 3, 3, generator);
    CHECK(keyOf(gis::drawArea(cover.cover(), {at(1.2, 1.2), at(1.8, 1.2), at(1.5, 1.8), at(1.2, 1.2)}, gis::DrawRule::Clip)) == "draw-nothing-left");
    CHECK(keyOf(gis::drawArea(cover.cover(), {at(0, 0), at(1, 1), at(1, 0), at(0, 1), at(0, 0)}, gis::DrawRule::Clip)) == "sketch-crosses-itself");
}

TEST_CASE("both sides move when a border is drawn anew", "[gis][edit]") {
    TestCover cover = squares(2, 1);
    SECTION("into one side") {
        const auto edit = gis::reshapeBorder(cover.cover(), {at(1, 0.2), at(1.3, 0.5), at(1, 0.8)});
        REQUIRE(edit);
        CHECK(edit->changed.size() == 2);
        cover.apply(*edit);
        CHECK(cover.only(at(1.1, 0.5)) == AreaId(1));
        CHECK(TestCover::squareDegrees(cover.shapes.at(1)) == Approx((1 + 0.09) * Step * Step));
    }
    SECTION("winding over both sides, drawn past the border") {
        const auto edit = gis::reshapeBorder(cover.cover(), {at(0.9, 0.1), at(1.2, 0.3), at(0.8, 0.7), at(1.05, 0.9)});
        REQUIRE(edit);
        cover.apply(*edit);
        CHECK(cover.only(at(1.05, 0.32)) == AreaId(1));
        CHECK(cover.only(at(0.95, 0.68)) == AreaId(2));
    }
    checkCovers(cover, 2, 1, generator);
}

TEST_CASE("the whole border between two areas moves to the side of the one that is chosen", "[gis][edit]") {
    TestCover cover = squares(3, 3);
    const Line line{at(1.4, 0.9), at(1.4, 2.1)}; // through the middle square, from the lower to the upper border
    CHECK(keyOf(gis::reshapeBorder(cover.cover(), line)) == "reshape-unclear");
    const auto edit = gis::reshapeBorder(cover.cover(), line, AreaId(4));
    REQUIRE(edit);
    CHECK(edit->changed.size() == 2);
    cover.apply(*edit);
    CHECK(cover.only(at(1.2, 1.5)) == AreaId(4));
    CHECK(cover.only(at(1.6, 1.5)) == AreaId(5));
    checkCovers(cover, 3, 3, generator);
}

TEST_CASE("the outer border of the cover moves as well", "[gis][edit]") {
    TestCover cover = squares(1, 1);
    const auto out = gis::reshapeBorder(cover.cover(), {at(1, 0.2), at(1.5, 0.5), at(1, 0.8)});
    REQUIRE(out);
    cover.apply(*out);
    CHECK(cover.squareDegrees() == Approx(1.15 * Step * Step));
    const auto in = gis::reshapeBorder(cover.cover(), {at(-0.1, 0.3), at(0.2, 0.5), at(-0.1, 0.7)});
    REQUIRE(in);
    cover.apply(*in);
    CHECK(cover.at(at(0.05, 0.5)).empty());
}

TEST_CASE("a line that meets no border twice moves none", "[gis][edit]") {
    const TestCover cover = squares(2, 1);
    CHECK(keyOf(gis::reshapeBorder(cover.cover(), {at(0.2, 0.5), at(1.3, 0.5)})) == "reshape-not-across");
    CHECK(keyOf(gis::reshapeBorder(cover.cover(), {at(0.2, 0.5), at(0.8, 0.5)})) == "reshape-not-across");
}

TEST_CASE("areas that do not fit each other are not edited blindly", "[gis][edit]") {
    TestCover cover;
    cover.add({{{{at(0, 0), at(1, 1), at(1, 0), at(0, 1), at(0, 0)}}}, {}}); // crosses itself
    CHECK(keyOf(gis::splitAreas(cover.cover(), {at(0.25, -1), at(0.25, 2)})) == "cover-unclean");
}

TEST_CASE("overlapping areas are edited each for itself", "[gis][edit]") {
    TestCover cover;
    cover.add(box(0, 0, 2, 1));
    cover.add(box(1, 0, 3, 1));
    const auto edit = gis::splitAreas(cover.cover(), {at(0.5, -1), at(0.5, 2)}, AreaId(1));
    REQUIRE(edit);
    CHECK(edit->added.size() == 2);
    CHECK(edit->changed.empty());
    double whole = 0;
    for (const auto& added : edit->added)
        whole += TestCover::squareDegrees(added.shape);
    CHECK(whole == Approx(2 * Step * Step));
}
