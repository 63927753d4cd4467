// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/case_facts.h"

#include "core/cases/state_flags.h"
#include "core/figures/facts_builder.h"

#include <algorithm>

namespace gridwarden::core {

namespace {

/// So many rows are read by one statement: short enough that it never holds a commit up for long.
constexpr std::int64_t PageSize = 65536;

const std::string FactSql =
    "SELECT s.case_id, s.longitude, s.latitude, s.reported, s.filed, s.dispatched, s.handled, s.closed, s.due, s.soon, "
    "s.suspended_until, s.category, s.grid, s.organisation, s.person, s.state, s.resumed, s.reworks, s.extensions, "
    "s.suspensions, s.flags, r.source, s.method, s.linked_to FROM case_state s JOIN case_report r ON r.id = s.case_id ";
const std::string PageSql = FactSql + "WHERE s.case_id > ? ORDER BY s.case_id LIMIT ?";
const std::string CaseSql = FactSql + "WHERE s.case_id = ?";

CaseFact readFact(const Row& row, FactsBuilder& builder) {
    CaseFact fact;
    fact.id = row.id<CaseId>(0);
    if (!row.isNull(1) && !row.isNull(2)) {
        fact.longitude = row.real(1);
        fact.latitude = row.real(2);
    }
    fact.reported = row.integer(3); // NULL reads as 0 in all of these
    fact.filed = row.integer(4);
    fact.dispatched = row.integer(5);
    fact.handled = row.integer(6);
    fact.closed = row.integer(7);
    fact.due = row.integer(8);
    fact.soon = row.integer(9);
    fact.suspendedUntil = row.integer(10);
    fact.category = row.id<CategoryId>(11);
    fact.grid = row.id<AreaId>(12);
    fact.organisation = row.id<OrganisationId>(13);
    fact.person = row.id<PersonId>(14);
    fact.state = static_cast<CaseState>(row.integer(15));
    fact.resumed = static_cast<CaseState>(row.integer(16));
    fact.reworks = counted(row.integer(17));
    fact.extensions = counted(row.integer(18));
    fact.suspensions = counted(row.integer(19));
    const auto flags = static_cast<int>(row.integer(20));
    fact.appealGranted = (flags & AppealGranted) != 0;
    fact.selfHandled = (flags & SelfHandled) != 0;
    fact.forced = (flags & Forced) != 0;
    fact.urgePending = (flags & UrgePending) != 0;
    fact.source = builder.source(row.text(21));
    fact.method = builder.method(row.text(22));
    fact.linked = !row.isNull(23);
    return fact;
}

} // namespace

std::size_t CaseFacts::count() const {
    std::size_t count = 0;
    for (const auto& chunk : m_chunks)
        count += chunk->presentCount();
    return count;
}

std::int64_t CaseFacts::idAt(std::size_t row) const { return m_chunks[row / ChunkSize]->column(FactColumn::Id)[row % ChunkSize]; }

std::size_t CaseFacts::firstNotBelow(std::int64_t id, std::size_t from, std::size_t to) const {
    while (from < to) {
        const std::size_t middle = from + (to - from) / 2;
        if (idAt(middle) < id)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

std::optional<std::size_t> CaseFacts::positionOf(CaseId id) const {
    const std::size_t row = firstNotBelow(id.value(), 0, m_sortedRows);
    if (row < m_sortedRows && idAt(row) == id.value())
        return row;
    const auto later = m_laterRows->find(id.value());
    return later == m_laterRows->end() ? std::nullopt : std::optional(later->second);
}

std::vector<std::uint32_t> CaseFacts::rowsOf(std::span<const CaseId> ids) const {
    std::vector<std::uint32_t> rows;
    rows.reserve(ids.size());
    std::size_t from = 0;
    for (const CaseId id : ids) {
        std::size_t to = from; // in growing steps, since the next one is near
        for (std::size_t step = 1; to < m_sortedRows && idAt(to) < id.value(); step *= 2) {
            from = to + 1;
            to += step;
        }
        from = firstNotBelow(id.value(), from, std::min(to, m_sortedRows));
        std::optional<std::size_t> row;
        if (from < m_sortedRows && idAt(from) == id.value())
            row = from;
        else if (const auto later = m_laterRows->find(id.value()); later != m_laterRows->end())
            row = later->second;
        if (row && m_chunks[*row / ChunkSize]->hasMark(*row % ChunkSize, IsPresent))
            rows.push_back(static_cast<std::uint32_t>(*row));
    }
    std::sort(rows.begin(), rows.end()); // those added since lie behind the others
    return rows;
}

std::optional<std::size_t> CaseFacts::rowOf(CaseId id) const {
    const auto row = positionOf(id);
    return row && m_chunks[*row / ChunkSize]->hasMark(*row % ChunkSize, IsPresent) ? row : std::nullopt;
}

std::int16_t CaseFacts::sourceIndex(std::string_view key) const {
    const auto found = std::find(sources().begin(), sources().end(), key);
    return found == sources().end() ? std::int16_t{-1} : static_cast<std::int16_t>(found - sources().begin());
}

Result<void> FactsKeeper::load(Connection& connection) {
    FactsBuilder builder;
    CaseId last;
    for (std::int64_t read = PageSize; read == PageSize;) {
        read = 0;
        const auto done = connection.each(PageSql, {last.value(), PageSize}, [&](const Row& row) {
            const CaseFact fact = readFact(row, builder);
            builder.append(fact);
            last = fact.id;
            ++read;
            return true;
        });
        if (!done)
            return done;
    }
    m_current = builder.finish();
    connection.forgetPages();
    return {};
}

Result<void> FactsKeeper::refresh(Connection& connection, const Touched& touched) {
    if (touched.everything || touched.calendar || touched.areas)
        return load(connection);
    if (touched.cases.empty())
        return {};
    FactsBuilder builder(*m_current);
    for (const std::int64_t id : touched.cases) {
        const auto fact = connection.first(CaseSql, {id}, [&](const Row& row) { return readFact(row, builder); });
        if (!fact)
            return fail(fact);
        if (*fact)
            builder.put(**fact);
        else
            builder.remove(CaseId(id));
    }
    m_current = builder.finish();
    return {};
}

} // namespace gridwarden::core
