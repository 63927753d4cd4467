// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/packed_rtree.h"

#include <utility>

namespace gridwarden::core {

namespace {

/// Position along the Hilbert curve through a grid of 2^16 × 2^16 cells.
std::uint32_t hilbertPosition(std::uint32_t x, std::uint32_t y) {
    std::uint32_t position = 0;
    for (std::uint32_t side = 1u << 15; side > 0; side >>= 1) {
        const std::uint32_t right = (x & side) != 0 ? 1 : 0;
        const std::uint32_t top = (y & side) != 0 ? 1 : 0;
        position = (position << 2) | ((3 * right) ^ top);
        if (top == 0) { // turn the quadrant so that the curve enters and leaves it at the right corners
            if (right == 1) {
                x = 0xffff - x;
                y = 0xffff - y;
            }
            std::swap(x, y);
        }
    }
    return position;
}

std::uint32_t gridCell(double value, double low, double size) {
    if (!(size > 0))
        return 0;
    return static_cast<std::uint32_t>(std::clamp((value - low) / size, 0.0, 1.0) * 65535.0);
}

} // namespace

PackedRTree::PackedRTree(std::span<const Box> boxes) {
    Box all;
    for (const Box& box : boxes)
        if (!box.isEmpty())
            all.include(box);

    std::vector<std::pair<std::uint32_t, std::uint32_t>> order; // Hilbert position, item
    order.reserve(boxes.size());
    for (std::size_t item = 0; item < boxes.size(); ++item) {
        const Box& box = boxes[item];
        if (box.isEmpty())
            continue;
        const double x = box.minX / 2 + box.maxX / 2;
        const double y = box.minY / 2 + box.maxY / 2;
        order.emplace_back(hilbertPosition(gridCell(x, all.minX, all.width()), gridCell(y, all.minY, all.height())),
                           static_cast<std::uint32_t>(item));
    }
    std::sort(order.begin(), order.end());
    m_itemCount = order.size();
    if (order.empty())
        return;

    m_boxes.reserve(order.size() + order.size() / (Fanout - 1) + 8);
    m_targets.reserve(m_boxes.capacity());
    for (const auto& [position, item] : order) {
        m_boxes.push_back(boxes[item]);
        m_targets.push_back(item);
    }
    m_levelEnds.push_back(static_cast<std::uint32_t>(m_boxes.size()));
    std::uint32_t levelStart = 0;
    do {
        const std::uint32_t levelEnd = m_levelEnds.back();
        for (std::uint32_t first = levelStart; first < levelEnd; first += Fanout) {
            Box parent;
            for (std::uint32_t child = first; child < std::min(first + Fanout, levelEnd); ++child)
                parent.include(m_boxes[child]);
            m_boxes.push_back(parent);
            m_targets.push_back(first);
        }
        levelStart = levelEnd;
        m_levelEnds.push_back(static_cast<std::uint32_t>(m_boxes.size()));
    } while (m_levelEnds.back() - levelStart > 1);
}

std::vector<std::uint32_t> PackedRTree::find(const Box& query) const {
    std::vector<std::uint32_t> found;
    visit(query, [&found](std::uint32_t item) { found.push_back(item); });
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace gridwarden::core
