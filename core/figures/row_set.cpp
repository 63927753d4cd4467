// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/row_set.h"

#include <algorithm>

namespace gridwarden::core {

namespace {

std::size_t sizeOf(const RowSet::Blocks& blocks) {
    std::size_t size = 0;
    for (const std::uint64_t block : blocks)
        size += static_cast<std::size_t>(std::popcount(block));
    return size;
}

} // namespace

RowSet::RowSet(Blocks blocks, std::size_t size) : m_size(size) {
    if (size == 0)
        return;
    while (blocks.back() == 0)
        blocks.pop_back();
    const bool isList = isListed(size, blocks.size());
    m_content = std::make_shared<const Content>(Content{std::move(blocks), {}});
    if (isList)
        m_content = std::make_shared<const Content>(Content{{}, selection()});
}

RowSet::RowSet(Blocks blocks) {
    const std::size_t size = sizeOf(blocks);
    *this = RowSet(std::move(blocks), size);
}

RowSet RowSet::of(Rows rows) {
    if (rows.empty())
        return {};
    if (!std::is_sorted(rows.begin(), rows.end()))
        std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    const std::size_t blockCount = rows.back() / BlockSize + 1;
    RowSet made;
    made.m_size = rows.size();
    if (isListed(rows.size(), blockCount)) {
        rows.shrink_to_fit();
        made.m_content = std::make_shared<const Content>(Content{{}, std::move(rows)});
        return made;
    }
    Blocks blocks(blockCount);
    for (const std::uint32_t row : rows)
        blocks[row / BlockSize] |= std::uint64_t{1} << row % BlockSize;
    made.m_content = std::make_shared<const Content>(Content{std::move(blocks), {}});
    return made;
}

std::size_t RowSet::blockCount() const {
    return m_content->list.empty() ? m_content->blocks.size() : m_content->list.back() / BlockSize + 1;
}

std::uint64_t RowSet::blockOfList(std::size_t position) const {
    std::uint64_t block = 0;
    if (!m_content)
        return block;
    const Rows& list = m_content->list;
    const std::uint64_t first = std::uint64_t{position} * BlockSize;
    for (auto row = std::lower_bound(list.begin(), list.end(), first); row != list.end() && *row < first + BlockSize; ++row)
        block |= std::uint64_t{1} << *row % BlockSize;
    return block;
}

RowSet::Rows RowSet::selection() const {
    Rows rows;
    rows.reserve(m_size);
    each([&](std::uint32_t row) { rows.push_back(row); });
    return rows;
}

bool RowSet::operator==(const RowSet& other) const {
    return m_content == other.m_content || (m_size == other.m_size && *m_content == *other.m_content);
}

RowSet operator|(const RowSet& a, const RowSet& b) {
    if (a.empty() || a.identity() == b.identity())
        return b;
    if (b.empty())
        return a;
    RowSet::Blocks blocks(std::max(a.blockCount(), b.blockCount()));
    for (const RowSet* const set : {&a, &b})
        for (std::size_t i = 0; i < set->m_content->blocks.size(); ++i)
            blocks[i] |= set->m_content->blocks[i];
    for (const RowSet* const set : {&a, &b})
        for (const std::uint32_t row : set->m_content->list)
            blocks[row / RowSet::BlockSize] |= std::uint64_t{1} << row % RowSet::BlockSize;
    return RowSet(std::move(blocks));
}

} // namespace gridwarden::core
