// SPDX-License-Identifier: GPL-3.0-or-later
// The facts of all cases in memory: what the map, the table, the figures and the reports count from.
#pragma once

#include "core/cases/case_state.h"

#include <array>
#include <limits>
#include <memory>
#include <unordered_map>
#include <vector>

namespace gridwarden::core {

/// One case as numbers. Times are UTC seconds; 0 means none. Coordinates are NaN without a place.
struct CaseFact {
    CaseId id;
    double longitude = std::numeric_limits<double>::quiet_NaN();
    double latitude = std::numeric_limits<double>::quiet_NaN();
    std::int64_t reported = 0, filed = 0, dispatched = 0, handled = 0, closed = 0;
    std::int64_t due = 0, soon = 0, suspendedUntil = 0;
    CategoryId category;
    AreaId grid; ///< of the day; null: outside
    OrganisationId organisation;
    PersonId person;
    std::int16_t source = -1; ///< position in CaseFacts::sources()
    CaseState state = CaseState::Reported;
    CaseState resumed = CaseState::Reported;
    std::uint8_t reworks = 0, extensions = 0, suspensions = 0;
    bool appealGranted = false, selfHandled = false, forced = false;

    [[nodiscard]] bool hasPlace() const { return longitude == longitude; }
    [[nodiscard]] CaseState stateAt(Moment asOf) const {
        return state == CaseState::Suspended && suspendedUntil != 0 && suspendedUntil <= asOf.time_since_epoch().count() ? resumed : state;
    }
    /// Grey once it is not open any more; none while open without a deadline; else by the share of the limit that is used.
    /// Never red while suspended, since the clock stands still, and never after an accepted appeal: yellow at most.
    [[nodiscard]] Lamp lampAt(Moment asOf) const;
    /// Open, not suspended, past due, no accepted appeal.
    [[nodiscard]] bool isOverdueAt(Moment asOf) const;
    /// Closed (or rejected, or transferred) after due, no accepted appeal.
    [[nodiscard]] bool isLate() const;
};

/// The facts that follow from the steps; id, grid and source are left to the caller.
[[nodiscard]] CaseFact factOf(const DerivedCase& derived);

/// An immutable snapshot; copies share their chunks. Rows keep their position for the life of a district session.
class CaseFacts {
  public:
    static constexpr std::size_t ChunkSize = 4096;
    using Chunk = std::vector<CaseFact>;

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] std::size_t count() const { return m_count; } ///< cases that are present, those of removed rows left out
    [[nodiscard]] const CaseFact& operator[](std::size_t row) const { return (*m_chunks[row / ChunkSize])[row % ChunkSize]; }
    /// The row of a case; none when unknown or removed by an undo (rows of removed cases have a null id and are skipped).
    [[nodiscard]] std::optional<std::size_t> rowOf(CaseId id) const;
    [[nodiscard]] const std::vector<std::string>& sources() const { return *m_sources; }
    /// −1 when no case has that source.
    [[nodiscard]] std::int16_t sourceIndex(std::string_view key) const;

    /// Calls use(row, fact) for each present case.
    template <class Use> void each(Use use) const {
        for (std::size_t row = 0; row < m_size; ++row)
            if (const CaseFact& fact = (*this)[row]; !fact.id.isNull())
                use(row, fact);
    }

  private:
    friend class FactsBuilder;
    std::size_t m_size = 0;
    std::size_t m_count = 0;
    std::vector<std::shared_ptr<const Chunk>> m_chunks;
    // The rows that were loaded together are in the order of their ids; those added since are few and have a map. Both
    // keep the ids of removed cases, so that a case that comes back gets its row back.
    std::shared_ptr<const std::vector<std::int64_t>> m_sortedIds = std::make_shared<const std::vector<std::int64_t>>();
    using LaterRows = std::unordered_map<std::int64_t, std::size_t>;
    std::shared_ptr<const LaterRows> m_laterRows = std::make_shared<const LaterRows>();
    [[nodiscard]] std::optional<std::size_t> positionOf(CaseId id) const; ///< also of a removed case
    std::shared_ptr<const std::vector<std::string>> m_sources = std::make_shared<const std::vector<std::string>>();
};

/// Keeps the facts in step with the file.
class FactsKeeper {
  public:
    /// Loads all. Errors: Database.
    Result<void> load(Connection& connection);
    /// Re-reads the cases of a change; all of them after a bulk change, and after one of calendar or areas, from which the
    /// states of any case may follow. Errors: Database; the snapshot then stays as it was.
    Result<void> refresh(Connection& connection, const Touched& touched);
    [[nodiscard]] std::shared_ptr<const CaseFacts> snapshot() const { return m_current; }

  private:
    std::shared_ptr<const CaseFacts> m_current = std::make_shared<const CaseFacts>();
};

/// The facts as they were at a past moment, by the steps up to then; times of an import that lay ahead then are left out.
/// The grid is the one of the day the case was reported. Errors: Database.
[[nodiscard]] Result<std::shared_ptr<const CaseFacts>> factsAsOf(Connection& connection, const CalendarHistory& calendars, Moment asOf);

} // namespace gridwarden::core
