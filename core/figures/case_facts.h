// SPDX-License-Identifier: GPL-3.0-or-later
// The facts of all cases in memory: what the map, the table, the figures and the reports count from.
#pragma once

#include "core/figures/fact_chunk.h"

#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

namespace gridwarden::core {

/// An immutable snapshot in packed columns; copies share their chunks. Rows keep their position for the life of a district session.
class CaseFacts {
  public:
    static constexpr std::size_t ChunkSize = 4096;

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] std::size_t count() const; ///< cases that are present, those of removed rows left out
    /// For a loop over many rows take the columns of the chunks instead.
    [[nodiscard]] CaseFact operator[](std::size_t row) const { return m_chunks[row / ChunkSize]->fact(row % ChunkSize, *m_codes); }
    /// The row of a case; none when unknown or removed by an undo (rows of removed cases have a null id and are skipped).
    [[nodiscard]] std::optional<std::size_t> rowOf(CaseId id) const;
    /// The rows of those that are present, ascending. \pre the ids ascend
    [[nodiscard]] std::vector<std::uint32_t> rowsOf(std::span<const CaseId> ids) const;
    [[nodiscard]] const std::vector<std::string>& sources() const { return m_codes->sources; }
    [[nodiscard]] const std::vector<std::string>& methods() const { return m_codes->methods; }
    /// −1 when no case has that source.
    [[nodiscard]] std::int16_t sourceIndex(std::string_view key) const;

    /// Calls use(row, fact) for each present case.
    template <class Use> void each(Use use) const {
        for (std::size_t row = 0; row < m_size; ++row)
            if (m_chunks[row / ChunkSize]->hasMark(row % ChunkSize, IsPresent))
                use(row, (*this)[row]);
    }

    /// All but the last have ChunkSize rows.
    [[nodiscard]] const std::vector<std::shared_ptr<const FactChunk>>& chunks() const { return m_chunks; }
    [[nodiscard]] const FactCodes& codes() const { return *m_codes; }
    /// Calls use(chunk, rows, position) for each stretch of ascending rows in one chunk; the position is that of its first row in `rows`.
    template <class Use> void eachStretch(std::span<const std::uint32_t> rows, Use use) const {
        for (std::size_t begin = 0; begin < rows.size();) {
            const std::size_t chunk = rows[begin] / ChunkSize;
            std::size_t end = begin + 1;
            while (end < rows.size() && rows[end] / ChunkSize == chunk)
                ++end;
            use(*m_chunks[chunk], rows.subspan(begin, end - begin), begin);
            begin = end;
        }
    }

  private:
    friend class FactsBuilder;
    friend class FactsFile;
    [[nodiscard]] std::int64_t idAt(std::size_t row) const;
    [[nodiscard]] std::size_t firstNotBelow(std::int64_t id, std::size_t from, std::size_t to) const; ///< among the sorted rows
    [[nodiscard]] std::optional<std::size_t> positionOf(CaseId id) const; ///< also of a removed case
    std::size_t m_size = 0;
    std::vector<std::shared_ptr<const FactChunk>> m_chunks;
    std::shared_ptr<const FactCodes> m_codes = std::make_shared<const FactCodes>();
    // The rows that were loaded together are in the order of their ids; those added since are few and have a map. Both
    // keep the ids of removed cases, so that a case that comes back gets its row back.
    std::size_t m_sortedRows = 0;
    using LaterRows = std::unordered_map<std::int64_t, std::size_t>;
    std::shared_ptr<const LaterRows> m_laterRows = std::make_shared<const LaterRows>();
};

/// Keeps the facts in step with the file.
class FactsKeeper {
  public:
    /// Loads all. Errors: Database.
    Result<void> load(Connection& connection);
    /// Re-reads the cases of a change; all of them after a bulk change, and after one of calendar or areas, from which the
    /// states of any case may follow. Errors: Database; the snapshot then stays as it was.
    Result<void> refresh(Connection& connection, const Touched& touched);
    /// Facts that are known to be those of the file.
    void take(std::shared_ptr<const CaseFacts> facts) { m_current = std::move(facts); }
    [[nodiscard]] std::shared_ptr<const CaseFacts> snapshot() const { return m_current; }

  private:
    std::shared_ptr<const CaseFacts> m_current = std::make_shared<const CaseFacts>();
};

/// The facts as they were at a past moment, by the steps up to then; times of an import that lay ahead then are left out.
/// The grid is the one of the day the case was reported. Rows are those of `present`, the facts of now; what is as it was then is shared with
/// them. Errors: Database.
[[nodiscard]] Result<std::shared_ptr<const CaseFacts>> factsAsOf(Connection& connection, const CalendarHistory& calendars, const CaseFacts& present,
                                                                 Moment asOf);

} // namespace gridwarden::core
