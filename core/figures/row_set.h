// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows of the facts: a bit for each, or a list where there are few. Of millions of cases it takes a thirtieth of the room of a list, and copies share it.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace gridwarden::core {

/// Never changed. Rows are handled in blocks of 64: block 2 holds rows 128 … 191, the least bit the first of them.
class RowSet {
public:
    static constexpr std::uint32_t BlockSize = 64;
    using Blocks = std::vector<std::uint64_t>;
    using Rows = std::vector<std::uint32_t>; ///< core::Selection

    RowSet() = default;
    explicit RowSet(Blocks blocks);
    /// \pre so many bits are set
    RowSet(Blocks blocks, std::size_t size);
    /// In any order; what comes twice is there once.
    [[nodiscard]] static RowSet of(Rows rows);

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] std::uint64_t block(std::size_t position) const {
        return m_content && position < m_content->blocks.size() ? m_content->blocks[position] : blockOfList(position);
    }
    [[nodiscard]] bool contains(std::uint32_t row) const { return (block(row / BlockSize) >> row % BlockSize & 1) != 0; }
    /// Calls use(row), ascending.
    template <class Use> void each(Use use) const {
        if (!m_content)
            return;
        for (const std::uint32_t row : m_content->list)
            use(row);
        for (std::size_t position = 0; position < m_content->blocks.size(); ++position)
            for (std::uint64_t rest = m_content->blocks[position]; rest != 0; rest &= rest - 1)
                use(static_cast<std::uint32_t>(position * BlockSize) + static_cast<std::uint32_t>(std::countr_zero(rest)));
    }
    /// As a list, ascending: four bytes a row.
    [[nodiscard]] Rows selection() const;
    /// The same for copies of one set.
    [[nodiscard]] const void* identity() const { return m_content.get(); }
    [[nodiscard]] bool operator==(const RowSet& other) const;
    /// The rows of either.
    friend RowSet operator|(const RowSet& a, const RowSet& b);

private:
    /// One of both, the smaller one: the same for the same rows. No block at the end is empty.
    struct Content {
        Blocks blocks{};
        Rows list{};
        bool operator==(const Content&) const = default;
    };
    static bool isListed(std::size_t size, std::size_t blockCount) { return size < blockCount; }
    [[nodiscard]] std::size_t blockCount() const; ///< up to the last row; \pre there is one
    [[nodiscard]] std::uint64_t blockOfList(std::size_t position) const;
    std::shared_ptr<const Content> m_content; ///< null: none
    std::size_t m_size = 0;
};

} // namespace gridwarden::core
