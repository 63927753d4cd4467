// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/edit/shared_vertex.h"
#include "tests/gis/edit/cover.h"

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

std::mt19937 generator(2);

std::string keyOf(const core::Result<gis::CoverEdit>& edit) { return edit ? "" : edit.error().what.key; }

} // namespace

TEST_CASE("a vertex is moved in all areas that have it", "[gis][edit]") {
    TestCover cover = squares(2, 2);
    const auto edit = gis::moveVertex(cover.cover(), at(1, 1), at(1.3, 1.2));
    REQUIRE(edit);
    CHECK(edit->changed.size() == 4);
    cover.apply(*edit);
    checkCovers(cover, 2, 2, generator);
    CHECK(cover.only(at(1.1, 1.0)) == AreaId(1));
}

TEST_CASE("a vertex on the edge of a neighbour that has none there is moved there as well", "[gis][edit]") {
    TestCover cover;
    cover.add(box(0, 0, 2, 1));
    cover.add(box(0, 1, 1, 2));
    cover.add(box(1, 1, 2, 2));
    const auto edit = gis::moveVertex(cover.cover(), at(1, 1), at(1.1, 0.7));
    REQUIRE(edit);
    CHECK(edit->changed.size() == 3);
    cover.apply(*edit);
    checkCovers(cover, 2, 2, generator);
}

TEST_CASE("a vertex is not moved across a border", "[gis][edit]") {
    const TestCover cover = squares(3, 3);
    CHECK(keyOf(gis::moveVertex(cover.cover(), at(1, 1), at(2.5, 1.5))) == "border-would-cross");
    CHECK(keyOf(gis::moveVertex(cover.cover(), at(1, 1), at(2, 1))) == "border-would-cross"); // onto another vertex
    CHECK(keyOf(gis::moveVertex(cover.cover(), at(1, 1), at(2, 1.5))) == "border-would-cross"); // onto an edge
    CHECK(keyOf(gis::moveVertex(cover.cover(), at(1.5, 1), at(1.5, 1.2))) == "vertex-unknown");
}

TEST_CASE("an edge gets a vertex on both sides and loses it again", "[gis][edit]") {
    TestCover cover = squares(2, 1);
    const TestCover before = cover;
    const auto in = gis::insertVertex(cover.cover(), at(1, 1), at(1, 0), at(1.2, 0.5));
    REQUIRE(in);
    CHECK(in->changed.size() == 2);
    cover.apply(*in);
    checkCovers(cover, 2, 1, generator);
    const auto out = gis::removeVertex(cover.cover(), at(1.2, 0.5));
    REQUIRE(out);
    cover.apply(*out);
    CHECK(cover.shapes == before.shapes);
    CHECK(keyOf(gis::insertVertex(cover.cover(), at(1, 1), at(1, 0), at(2.2, 0.5))) == "border-would-cross");
    CHECK(keyOf(gis::insertVertex(cover.cover(), at(0.5, 1), at(1, 0), at(1.2, 0.5))) == "vertex-unknown");
}

TEST_CASE("a vertex where several areas meet is needed, and those of a triangle are", "[gis][edit]") {
    TestCover cover = squares(2, 1);
    CHECK(keyOf(gis::removeVertex(cover.cover(), at(1, 0))) == "vertex-needed");
    TestCover triangle;
    triangle.add({{{{at(0, 0), at(1, 0), at(0, 1), at(0, 0)}}}, {}});
    CHECK(keyOf(gis::removeVertex(triangle.cover(), at(1, 0))) == "vertex-needed");
    const auto rim = gis::removeVertex(cover.cover(), at(2, 1));
    REQUIRE(rim);
    CHECK(rim->changed.size() == 1);
}

TEST_CASE("the first vertex of a ring is removed with the ring closed again", "[gis][edit]") {
    TestCover cover = squares(1, 1);
    const auto edit = gis::removeVertex(cover.cover(), at(0, 0));
    REQUIRE(edit);
    const Line& ring = edit->changed[0].shape.polygons[0][0];
    REQUIRE(ring.size() == 4);
    CHECK(ring.front() == ring.back());
}

TEST_CASE("a border is found by its vertices first, then by its edges", "[gis][edit]") {
    const TestCover cover = squares(2, 2);
    const auto vertex = gis::borderAt(cover.cover(), at(1.01, 1.0), 30); // a hundredth is some 10 m
    REQUIRE(vertex);
    CHECK(vertex->isVertex());
    CHECK(vertex->place == at(1, 1));
    const auto edge = gis::borderAt(cover.cover(), at(1.01, 1.5), 30);
    REQUIRE(edge);
    CHECK_FALSE(edge->isVertex());
    CHECK(edge->place.longitude == Approx(at(1, 0).longitude).epsilon(1e-9));
    CHECK(edge->place.latitude == Approx(at(0, 1.5).latitude).epsilon(1e-12));
    CHECK_FALSE(gis::borderAt(cover.cover(), at(1.5, 1.5), 30));
}
