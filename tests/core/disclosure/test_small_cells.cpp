// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disclosure/small_cells.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <random>
#include <set>

using namespace gridwarden::core;

namespace {

/// What somebody knows of a count from how it is shown: its least and its greatest value.
std::pair<std::int64_t, std::int64_t> known(const CountTable& table, const std::vector<CellShown>& shown, std::size_t at, int smallest, std::int64_t most) {
    switch (shown[at]) {
    case CellShown::Small:
        return {1, smallest - 1};
    case CellShown::Withheld:
        return {1, most};
    case CellShown::Number:
        break;
    }
    return {table.counts[at], table.counts[at]};
}

/// Tries every table that agrees with what is shown, and collects the values of each count.
std::vector<std::set<std::int64_t>> possible(const CountTable& table, const std::vector<CellShown>& shown, int smallest) {
    const std::int64_t most = *std::max_element(table.counts.begin(), table.counts.end()) + 1; // one more is always enough of a difference
    std::vector<std::set<std::int64_t>> values(table.counts.size());
    std::vector<std::int64_t> cells(table.rows * table.columns, 0);
    const auto fits = [&](std::size_t at, std::int64_t value) {
        const auto [least, greatest] = known(table, shown, at, smallest, most);
        return value >= least && value <= greatest;
    };
    const std::function<void(std::size_t)> fill = [&](std::size_t cell) {
        if (cell > 0 && cell % table.columns == 0) { // a row is full
            std::int64_t sum = 0;
            for (std::size_t column = 0; column < table.columns; ++column)
                sum += cells[cell - table.columns + column];
            if (!fits(table.at(cell / table.columns - 1, table.columns), sum))
                return;
        }
        if (cell == cells.size()) {
            const CountTable whole = table.isList() ? listWithTotal(cells) : tableWithTotals(table.rows, table.columns, cells);
            for (std::size_t at = 0; at < whole.counts.size(); ++at)
                if (!fits(at, whole.counts[at]))
                    return;
            for (std::size_t at = 0; at < whole.counts.size(); ++at)
                values[at].insert(whole.counts[at]);
            return;
        }
        const auto [least, greatest] = known(table, shown, table.at(cell / table.columns, cell % table.columns), smallest, most);
        for (std::int64_t value = least; value <= greatest; ++value) {
            cells[cell] = value;
            fill(cell + 1);
        }
    };
    fill(0);
    return values;
}

void prove(const CountTable& table, int smallest) {
    const auto shown = suppressSmallCells(table, smallest);
    REQUIRE(shown);
    const auto values = possible(table, *shown, smallest);
    for (std::size_t at = 0; at < table.counts.size(); ++at) {
        CAPTURE(at, table.counts[at]);
        const bool isSmall = table.counts[at] > 0 && table.counts[at] < smallest;
        CHECK_FALSE((isSmall && (*shown)[at] == CellShown::Number));
        CHECK_FALSE((!isSmall && (*shown)[at] == CellShown::Small));
        CHECK_FALSE((table.counts[at] == 0 && (*shown)[at] != CellShown::Number));
        REQUIRE(values[at].contains(table.counts[at]));
        if ((*shown)[at] != CellShown::Number)
            CHECK(values[at].size() >= 2);
    }
}

} // namespace

TEST_CASE("totals are those of rows, of columns and of all", "[core][disclosure]") {
    const CountTable table = tableWithTotals(2, 3, std::vector<std::int64_t>{1, 2, 3, 4, 5, 6});
    CHECK(table.counts == std::vector<std::int64_t>{1, 2, 3, 6, 4, 5, 6, 15, 5, 7, 9, 21});
    CHECK(listWithTotal(std::vector<std::int64_t>{1, 2, 3}).counts == std::vector<std::int64_t>{1, 2, 3, 6});
}

TEST_CASE("a small number takes another of its row and of its column with it", "[core][disclosure]") {
    const CountTable table = tableWithTotals(3, 3, std::vector<std::int64_t>{2, 20, 30, 40, 50, 60, 70, 80, 90});
    const auto shown = suppressSmallCells(table, 5).value();
    CHECK(shown[table.at(0, 0)] == CellShown::Small);
    const auto hidden = [&](std::size_t row, std::size_t column) { return shown[table.at(row, column)] != CellShown::Number; };
    CHECK((hidden(0, 1) || hidden(0, 2) || hidden(0, 3)));
    CHECK((hidden(1, 0) || hidden(2, 0) || hidden(3, 0)));
    CHECK(std::count(shown.begin(), shown.end(), CellShown::Withheld) == 3); // the cheapest circle
    CHECK_FALSE(hidden(3, 3));
}

TEST_CASE("no hidden number follows from what is told: all tables that agree are tried", "[core][disclosure]") {
    std::mt19937 random(11);
    for (int round = 0; round < 400; ++round) {
        const int smallest = round % 3 == 0 ? 5 : round % 3 == 1 ? 4 : 3;
        std::uniform_int_distribution<std::size_t> size(1, 3);
        std::uniform_int_distribution<std::int64_t> count(0, smallest + 2);
        const bool isList = round % 4 == 0;
        const std::size_t rows = isList ? 1 : size(random), columns = isList ? size(random) + 1 : std::min<std::size_t>(size(random), rows == 3 ? 2 : 3);
        std::vector<std::int64_t> cells(rows * columns);
        for (std::int64_t& cell : cells)
            cell = count(random);
        CAPTURE(round, smallest, rows, columns, cells);
        prove(isList ? listWithTotal(cells) : tableWithTotals(rows, columns, cells), smallest);
    }
}

TEST_CASE("the hard cases: bounds that leave one value only", "[core][disclosure]") {
    prove(listWithTotal(std::vector<std::int64_t>{1, 5}), 5);
    prove(listWithTotal(std::vector<std::int64_t>{4}), 5);
    prove(listWithTotal(std::vector<std::int64_t>{1}), 3);
    prove(tableWithTotals(1, 1, std::vector<std::int64_t>{1}), 3);
    prove(tableWithTotals(2, 2, std::vector<std::int64_t>{4, 1, 1, 4}), 5);
    prove(tableWithTotals(2, 2, std::vector<std::int64_t>{2, 0, 0, 2}), 3);
    prove(tableWithTotals(2, 2, std::vector<std::int64_t>{5, 0, 0, 1}), 5);
    prove(tableWithTotals(2, 2, std::vector<std::int64_t>{5, 1, 1, 1}), 3); // two that make less than 3 are one each
}

TEST_CASE("a large table is looked through in time, and noughts and large numbers stay", "[core][disclosure]") {
    constexpr std::size_t Rows = 200, Columns = 60;
    std::mt19937 random(5);
    std::geometric_distribution<std::int64_t> count(0.08);
    std::vector<std::int64_t> cells(Rows * Columns);
    for (std::int64_t& cell : cells)
        cell = count(random);
    const CountTable table = tableWithTotals(Rows, Columns, cells);
    const auto shown = suppressSmallCells(table, 5).value();
    std::size_t told = 0;
    for (std::size_t at = 0; at < shown.size(); ++at) {
        const std::int64_t value = table.counts[at];
        CHECK_FALSE((value > 0 && value < 5 && shown[at] == CellShown::Number));
        CHECK_FALSE((value >= 5 && shown[at] == CellShown::Small));
        CHECK_FALSE((value == 0 && shown[at] != CellShown::Number));
        told += shown[at] == CellShown::Number ? 1 : 0;
    }
    CHECK(told > shown.size() / 2);
    CHECK(shown.back() == CellShown::Number);
    CHECK(suppressSmallCells(table, 0).value() == std::vector<CellShown>(table.counts.size(), CellShown::Number));
    CHECK(suppressSmallCells(listWithTotal(std::vector<std::int64_t>(200'001, 9)), 5).error().what.key == "disclosure-table-too-large");
}
