// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disclosure/small_cells.h"

#include <algorithm>
#include <limits>
#include <queue>

namespace gridwarden::core {

namespace {

constexpr std::size_t MostCells = 200'000;

/// The equations "cells of a row make its total" and "cells of a column make its total" as nodes, each count as an arc between the two that it is
/// in: what flows in a circle leaves all of them true. Raising a count goes along its arc, lowering it against it. A count is not determined
/// when a circle leads through it on which no other told number changes and each hidden one stays within what is known of it.
class Circles {
  public:
    Circles(const CountTable& table, int smallest) : m_table(table), m_smallest(smallest), m_shown(table.counts.size(), CellShown::Number) {
        const std::size_t width = table.columns + 1;
        const bool isList = table.isList();
        const std::size_t height = isList ? 1 : table.rows + 1;
        m_arcsAt.resize(isList ? 2 : height + width);
        for (std::size_t row = 0; row < height; ++row)
            for (std::size_t column = 0; column < width; ++column) {
                const bool isTotalRow = !isList && row == table.rows, isTotalColumn = column == table.columns;
                std::size_t from = isList ? 0 : row, to = isList ? 1 : height + column;
                if (isTotalRow != isTotalColumn) // a total is what its cells make: it flows back
                    std::swap(from, to);
                m_arcs.push_back({from, to, (isTotalRow ? 1 : 0) + (isTotalColumn ? 1 : 0)});
                m_arcsAt[from].push_back(m_arcs.size() - 1);
                m_arcsAt[to].push_back(m_arcs.size() - 1);
            }
        for (std::size_t cell = 0; cell < m_shown.size(); ++cell)
            if (table.counts[cell] > 0 && table.counts[cell] < smallest)
                m_shown[cell] = CellShown::Small;
    }

    std::vector<CellShown> hide() {
        std::vector<bool> isSafe(m_shown.size(), false);
        for (std::size_t cell = 0; cell < m_shown.size(); ++cell) {
            if (m_shown[cell] != CellShown::Small || isSafe[cell])
                continue;
            // One of the two can be: the bound is at least 3. Raising a count with all its totals is always a circle.
            Circle best{{}, Unreached};
            if (staysSmall(cell))
                best = cheapest(m_arcs[cell].to, m_arcs[cell].from, cell);
            if (m_table.counts[cell] > 1)
                if (Circle falling = cheapest(m_arcs[cell].from, m_arcs[cell].to, cell); falling.cost < best.cost)
                    best = std::move(falling);
            isSafe[cell] = true;
            for (const auto& [other, rises] : best.counts) {
                isSafe[other] = true;
                if (m_shown[other] == CellShown::Number || (m_shown[other] == CellShown::Small && rises && !staysSmall(other)))
                    m_shown[other] = CellShown::Withheld;
            }
        }
        return std::move(m_shown);
    }

  private:
    struct Arc {
        std::size_t from, to;
        int totals; ///< 0 a cell, 1 a total of a row or a column, 2 that of all
    };
    using Cost = std::int64_t;
    static constexpr Cost Unreached = std::numeric_limits<Cost>::max();
    struct Step {
        std::size_t count;
        bool rises;
    };
    struct Circle {
        std::vector<Step> counts; ///< beside the one that it is for
        Cost cost;
    };

    /// Whether it may be one more and still be told as small.
    [[nodiscard]] bool staysSmall(std::size_t cell) const { return m_table.counts[cell] + 1 < m_smallest; }
    /// What is lost by a step: above all one number more, then how large it is; totals are what a table is read for. That a small one is not called small
    /// any more is the least.
    [[nodiscard]] Cost costOf(std::size_t cell, bool rises) const {
        constexpr Cost Cell = 1'000'000'000, Total = 10 * Cell, Name = Cell / 4;
        if (m_shown[cell] == CellShown::Number)
            return Cell + Total * m_arcs[cell].totals + std::min<Cost>(m_table.counts[cell], Cell / 2);
        return m_shown[cell] == CellShown::Small && rises && !staysSmall(cell) ? Name : 0;
    }

    /// The cheapest way from one node to another that does not use `without`.
    [[nodiscard]] Circle cheapest(std::size_t from, std::size_t to, std::size_t without) const {
        std::vector<Cost> costs(m_arcsAt.size(), Unreached);
        std::vector<Step> by(m_arcsAt.size(), {0, false});
        std::priority_queue<std::pair<Cost, std::size_t>, std::vector<std::pair<Cost, std::size_t>>, std::greater<>> next;
        costs[from] = 0;
        next.emplace(0, from);
        while (!next.empty()) {
            const auto [spent, node] = next.top();
            next.pop();
            if (node == to)
                break;
            if (spent > costs[node])
                continue;
            for (const std::size_t cell : m_arcsAt[node]) {
                const Arc& arc = m_arcs[cell];
                const bool rises = arc.from == node;
                const std::int64_t count = m_table.counts[cell];
                if (cell == without || count == 0 || (!rises && count == 1)) // a nought is told, so that no hidden one can be one
                    continue;
                const std::size_t behind = rises ? arc.to : arc.from;
                const Cost sum = spent + costOf(cell, rises);
                if (sum < costs[behind]) {
                    costs[behind] = sum;
                    by[behind] = {cell, rises};
                    next.emplace(sum, behind);
                }
            }
        }
        Circle circle{{}, costs[to]};
        for (std::size_t node = to; circle.cost != Unreached && node != from;) {
            circle.counts.push_back(by[node]);
            const Arc& arc = m_arcs[by[node].count];
            node = by[node].rises ? arc.from : arc.to;
        }
        return circle;
    }

    const CountTable& m_table;
    int m_smallest;
    std::vector<CellShown> m_shown;
    std::vector<Arc> m_arcs;                        ///< beside the counts
    std::vector<std::vector<std::size_t>> m_arcsAt; ///< by node
};

} // namespace

CountTable tableWithTotals(std::size_t rows, std::size_t columns, std::span<const std::int64_t> cells) {
    CountTable table{rows, columns, std::vector<std::int64_t>((rows + 1) * (columns + 1), 0)};
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t column = 0; column < columns; ++column) {
            const std::int64_t count = cells[row * columns + column];
            for (const std::size_t place : {table.at(row, column), table.at(row, columns), table.at(rows, column), table.at(rows, columns)})
                table.counts[place] += count;
        }
    return table;
}

CountTable listWithTotal(std::span<const std::int64_t> cells) {
    CountTable table{1, cells.size(), {cells.begin(), cells.end()}};
    std::int64_t total = 0;
    for (const std::int64_t count : cells)
        total += count;
    table.counts.push_back(total);
    return table;
}

Result<std::vector<CellShown>> suppressSmallCells(const CountTable& table, int smallest) {
    if (smallest == 0)
        return std::vector<CellShown>(table.counts.size(), CellShown::Number);
    if (table.counts.size() > MostCells)
        return fail(ErrorCode::Unsupported, {"disclosure-table-too-large", {std::to_string(table.counts.size()), std::to_string(MostCells)}});
    return Circles(table, smallest).hide();
}

} // namespace gridwarden::core
