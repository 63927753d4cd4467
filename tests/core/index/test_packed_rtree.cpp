// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/packed_rtree.h"

#include <catch2/catch.hpp>
#include <random>

using gridwarden::core::Box;
using gridwarden::core::PackedRTree;

namespace {

std::vector<std::uint32_t> byLookingAtEach(const std::vector<Box>& boxes, const Box& query) {
    std::vector<std::uint32_t> found;
    for (std::size_t i = 0; i < boxes.size(); ++i)
        if (!boxes[i].isEmpty() && boxes[i].intersects(query))
            found.push_back(static_cast<std::uint32_t>(i));
    return found;
}

} // namespace

TEST_CASE("a packed tree finds what looking at each box finds", "[core][index]") {
    const auto count = GENERATE(as<std::size_t>{}, 1, 2, 15, 16, 17, 255, 256, 257, 5000);
    std::mt19937 random(static_cast<unsigned>(count));
    std::uniform_real_distribution<double> place(-1000, 1000);
    std::exponential_distribution<double> extent(0.1);
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < count; ++i) {
        const double x = place(random);
        const double y = place(random);
        boxes.push_back({x, y, x + extent(random), y + extent(random)});
    }
    const PackedRTree tree(boxes);
    CHECK(tree.size() == count);
    for (int i = 0; i < 200; ++i) {
        const double x = place(random);
        const double y = place(random);
        const double size = extent(random) * 20;
        const Box query{x, y, x + size, y + size};
        REQUIRE(tree.find(query) == byLookingAtEach(boxes, query));
    }
    CHECK(tree.find({-1e9, -1e9, 1e9, 1e9}).size() == count);
}

TEST_CASE("an empty tree finds nothing", "[core][index]") {
    CHECK(PackedRTree{}.find({0, 0, 1, 1}).empty());
    CHECK(PackedRTree{std::vector<Box>{}}.find({0, 0, 1, 1}).empty());
    CHECK(PackedRTree{}.bounds().isEmpty());
}

TEST_CASE("empty and unreadable boxes are never found", "[core][index]") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<Box> boxes{{}, {0, 0, 1, 1}, {nan, 0, 1, 1}, {0, 0, 1, nan}};
    const PackedRTree tree(boxes);
    CHECK(tree.size() == 1);
    CHECK(tree.find({-10, -10, 10, 10}) == std::vector<std::uint32_t>{1});
    CHECK(tree.find({nan, nan, nan, nan}).empty());
}

TEST_CASE("boxes that touch the query at an edge are found", "[core][index]") {
    const PackedRTree tree(std::vector<Box>{{0, 0, 1, 1}});
    CHECK(tree.find({1, 1, 2, 2}).size() == 1);
    CHECK(tree.find({1.0000001, 0, 2, 2}).empty());
}

TEST_CASE("many equal boxes are all found", "[core][index]") {
    const std::vector<Box> boxes(1000, Box{5, 5, 5, 5});
    CHECK(PackedRTree(boxes).find({5, 5, 5, 5}).size() == 1000);
}

TEST_CASE("a visitor that answers false ends the search", "[core][index]") {
    const PackedRTree tree(std::vector<Box>(100, Box{0, 0, 1, 1}));
    int seen = 0;
    tree.visit({0, 0, 1, 1}, [&seen](std::uint32_t) { return ++seen < 3; });
    CHECK(seen == 3);
}
