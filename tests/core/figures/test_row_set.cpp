// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/row_set.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <set>

using gridwarden::core::RowSet;
using Rows = std::vector<std::uint32_t>;

TEST_CASE("a set of rows, many or few, is what a list of them is", "[core][figures]") {
    std::mt19937 random(8);
    for (int run = 0; run < 200; ++run) {
        const auto some = [&] {
            Rows rows(random() % 300);
            const std::uint32_t end = 1 + static_cast<std::uint32_t>(random() % (run % 2 == 0 ? 200 : 20'000));
            for (std::uint32_t& row : rows)
                row = static_cast<std::uint32_t>(random()) % end;
            return rows;
        };
        const Rows first = some(), second = run % 5 == 0 ? first : some();
        const std::set<std::uint32_t> a(first.begin(), first.end()), b(second.begin(), second.end());
        const RowSet setA = RowSet::of(first), setB = RowSet::of(second);
        CHECK(setA.selection() == Rows(a.begin(), a.end()));
        CHECK(setA.size() == a.size());
        CHECK(setA.empty() == a.empty());
        for (std::uint32_t row = 0; row < 250; ++row)
            CHECK(setA.contains(row) == a.contains(row));
        CHECK_FALSE(setA.contains(4'000'000'000));
        CHECK((setA == setB) == (a == b));
        std::set<std::uint32_t> both = a;
        both.insert(b.begin(), b.end());
        CHECK((setA | setB).selection() == Rows(both.begin(), both.end()));
        RowSet::Blocks blocks(run % 3 == 0 ? 320 : 400);
        for (const std::uint32_t row : a)
            blocks[row / 64] |= std::uint64_t{1} << row % 64;
        CHECK(RowSet(blocks) == setA);
        for (std::size_t i = 0; i < blocks.size() + 3; ++i)
            CHECK(setA.block(i) == (i < blocks.size() ? blocks[i] : 0));
    }
}

TEST_CASE("copies of a set share it and room behind the last row makes no difference", "[core][figures]") {
    const RowSet set = RowSet::of(Rows{1, 64, 200}), copy = set;
    CHECK(copy.identity() == set.identity());
    CHECK((set | RowSet()).identity() == set.identity());
    CHECK((RowSet() | set).identity() == set.identity());
    CHECK((set | copy).identity() == set.identity());
    CHECK(set == RowSet(RowSet::Blocks{2, 1, 0, 256, 0, 0}));
    CHECK(RowSet(RowSet::Blocks{2, 1, 0, 256, 0, 0}) == set);
    CHECK_FALSE(set == RowSet::of(Rows{1, 64, 201}));
    CHECK(RowSet() == RowSet(RowSet::Blocks(9)));
}
