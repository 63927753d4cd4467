// SPDX-License-Identifier: GPL-3.0-or-later
// A static R-tree over boxes, packed along the Hilbert curve into one array: built once, then only asked.
// Coordinates are planar doubles (x, y) in whatever unit the caller uses: degrees or map units. Not changed after
// building, so that any number of threads may query it at once.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <type_traits>
#include <vector>

namespace gridwarden::core {

/// Closed planar box; empty when minX > maxX.
struct Box {
    double minX = std::numeric_limits<double>::infinity();
    double minY = std::numeric_limits<double>::infinity();
    double maxX = -std::numeric_limits<double>::infinity();
    double maxY = -std::numeric_limits<double>::infinity();
    bool operator==(const Box&) const = default;
    /// Also true when a coordinate is not a number.
    [[nodiscard]] bool isEmpty() const { return !(minX <= maxX && minY <= maxY); }
    [[nodiscard]] double width() const { return maxX - minX; }
    [[nodiscard]] double height() const { return maxY - minY; }
    [[nodiscard]] bool contains(double x, double y) const { return x >= minX && x <= maxX && y >= minY && y <= maxY; }
    [[nodiscard]] bool intersects(const Box& o) const {
        return minX <= o.maxX && o.minX <= maxX && minY <= o.maxY && o.minY <= maxY;
    }
    void include(double x, double y) {
        minX = std::min(minX, x);
        minY = std::min(minY, y);
        maxX = std::max(maxX, x);
        maxY = std::max(maxY, y);
    }
    void include(const Box& o) {
        minX = std::min(minX, o.minX);
        minY = std::min(minY, o.minY);
        maxX = std::max(maxX, o.maxX);
        maxY = std::max(maxY, o.maxY);
    }
};

/// Items are known by their position in the span the tree was built from. Empty boxes (also NaN) are never found.
class PackedRTree {
  public:
    PackedRTree() = default;
    /// \pre fewer than 2^32 boxes.
    explicit PackedRTree(std::span<const Box> boxes);

    /// Number of boxes that can be found.
    [[nodiscard]] std::size_t size() const { return m_itemCount; }
    [[nodiscard]] Box bounds() const { return m_boxes.empty() ? Box{} : m_boxes.back(); }

    /// Calls `visit(std::uint32_t item)` for each item whose box touches `query`, in no particular order.
    /// A visitor that returns bool stops the search with false.
    template <class Visit> void visit(const Box& query, Visit&& visitor) const;

    /// The items whose boxes touch `query`, ascending.
    [[nodiscard]] std::vector<std::uint32_t> find(const Box& query) const;

  private:
    static constexpr std::uint32_t Fanout = 16;
    // Level by level from the items (in Hilbert order) up to the root, which is last. m_targets holds the item for a
    // leaf slot and the position of the first child for an inner one; m_levelEnds the end of each level.
    std::vector<Box> m_boxes;
    std::vector<std::uint32_t> m_targets;
    std::vector<std::uint32_t> m_levelEnds;
    std::size_t m_itemCount = 0;
};

template <class Visit> void PackedRTree::visit(const Box& query, Visit&& visitor) const {
    if (m_boxes.empty() || query.isEmpty() || !m_boxes.back().intersects(query))
        return;
    struct Range {
        std::uint32_t first;
        std::uint32_t level;
    };
    // Each level of the way down leaves at most Fanout - 1 siblings behind; 8 levels hold 2^32 items.
    std::array<Range, Fanout * 9> stack;
    std::size_t depth = 0;
    stack[depth++] = {static_cast<std::uint32_t>(m_boxes.size() - 1), static_cast<std::uint32_t>(m_levelEnds.size() - 1)};
    while (depth > 0) {
        const Range range = stack[--depth];
        const std::uint32_t end = std::min(range.first + Fanout, m_levelEnds[range.level]);
        for (std::uint32_t slot = range.first; slot < end; ++slot) {
            if (!m_boxes[slot].intersects(query))
                continue;
            if (range.level > 0) {
                stack[depth++] = {m_targets[slot], range.level - 1};
            } else if constexpr (std::is_same_v<decltype(visitor(m_targets[slot])), bool>) {
                if (!visitor(m_targets[slot]))
                    return;
            } else {
                visitor(m_targets[slot]);
            }
        }
    }
}

} // namespace gridwarden::core
