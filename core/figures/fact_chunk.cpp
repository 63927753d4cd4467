// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/fact_chunk.h"

#include <cmath>

namespace gridwarden::core {

namespace {

constexpr double DecimalsPerDegree = 1e7;

std::optional<std::int64_t> decimalOf(double degrees) {
    const double scaled = std::round(degrees * DecimalsPerDegree);
    if (!(std::abs(scaled) < 1e15) || std::bit_cast<std::uint64_t>(scaled / DecimalsPerDegree) != std::bit_cast<std::uint64_t>(degrees))
        return std::nullopt;
    return static_cast<std::int64_t>(scaled);
}

bool areDecimal(std::span<const FactChunk::Slot> slots) {
    for (const auto& [fact, isPresent] : slots)
        if (fact.hasPlace() && (!decimalOf(fact.longitude) || !decimalOf(fact.latitude)))
            return false;
    return true;
}

std::int64_t marksOf(const FactChunk::Slot& slot) {
    const CaseFact& fact = slot.fact;
    return (slot.isPresent ? IsPresent : 0) | (fact.hasPlace() ? HasPlace : 0) | (fact.appealGranted ? WasAppealGranted : 0) |
           (fact.selfHandled ? WasSelfHandled : 0) | (fact.forced ? WasForced : 0) | (fact.linked ? IsLinked : 0) |
           (fact.urgePending ? IsUrged : 0);
}

} // namespace

std::uint32_t IdCodes::code(std::int64_t id) {
    if (id == m_lastId)
        return m_lastCode;
    if (m_codes.empty())
        for (std::uint32_t known = 0; known < m_ids.size(); ++known)
            m_codes.emplace(m_ids[known], known);
    const auto [found, isNew] = m_codes.try_emplace(id, static_cast<std::uint32_t>(m_ids.size()));
    if (isNew)
        m_ids.push_back(id);
    m_lastId = id;
    m_lastCode = found->second;
    return m_lastCode;
}

IdCodes IdCodes::of(std::vector<std::int64_t> ids) {
    IdCodes codes;
    codes.m_ids = std::move(ids);
    return codes;
}

FactChunk::FactChunk(std::span<const Slot> slots, FactCodes& codes) : m_isDecimal(areDecimal(slots)) {
    const auto coordinate = [this](double degrees) -> std::int64_t {
        if (!(degrees == degrees))
            return 0;
        return m_isDecimal ? *decimalOf(degrees) : std::bit_cast<std::int64_t>(degrees);
    };
    std::vector<std::int64_t> numbers(slots.size());
    const auto pack = [&](FactColumn column, auto numberOf) {
        for (std::size_t i = 0; i < slots.size(); ++i)
            numbers[i] = numberOf(slots[i].fact);
        m_columns[static_cast<std::size_t>(column)] = PackedNumbers(numbers);
    };
    using Fact = const CaseFact&;
    pack(FactColumn::Id, [](Fact f) { return f.id.value(); });
    pack(FactColumn::Longitude, [&](Fact f) { return coordinate(f.longitude); });
    pack(FactColumn::Latitude, [&](Fact f) { return coordinate(f.latitude); });
    pack(FactColumn::Reported, [](Fact f) { return f.reported; });
    pack(FactColumn::Filed, [](Fact f) { return f.filed; });
    pack(FactColumn::Dispatched, [](Fact f) { return f.dispatched; });
    pack(FactColumn::Handled, [](Fact f) { return f.handled; });
    pack(FactColumn::Closed, [](Fact f) { return f.closed; });
    pack(FactColumn::Due, [](Fact f) { return f.due; });
    pack(FactColumn::Soon, [](Fact f) { return f.soon; });
    pack(FactColumn::SuspendedUntil, [](Fact f) { return f.suspendedUntil; });
    pack(FactColumn::Category, [&](Fact f) { return std::int64_t{codes.categories.code(f.category.value())}; });
    pack(FactColumn::Grid, [&](Fact f) { return std::int64_t{codes.grids.code(f.grid.value())}; });
    pack(FactColumn::Organisation, [&](Fact f) { return std::int64_t{codes.organisations.code(f.organisation.value())}; });
    pack(FactColumn::Person, [&](Fact f) { return std::int64_t{codes.people.code(f.person.value())}; });
    pack(FactColumn::Source, [](Fact f) { return std::int64_t{f.source}; });
    pack(FactColumn::Method, [](Fact f) { return std::int64_t{f.method}; });
    pack(FactColumn::State, [](Fact f) { return static_cast<std::int64_t>(f.state); });
    pack(FactColumn::Resumed, [](Fact f) { return static_cast<std::int64_t>(f.resumed); });
    pack(FactColumn::Reworks, [](Fact f) { return std::int64_t{f.reworks}; });
    pack(FactColumn::Extensions, [](Fact f) { return std::int64_t{f.extensions}; });
    pack(FactColumn::Suspensions, [](Fact f) { return std::int64_t{f.suspensions}; });
    for (std::size_t i = 0; i < slots.size(); ++i)
        numbers[i] = marksOf(slots[i]);
    m_columns[static_cast<std::size_t>(FactColumn::Marks)] = PackedNumbers(numbers);
    countPresent();
}

void FactChunk::countPresent() {
    m_presentCount = 0;
    for (std::size_t i = 0; i < size(); ++i)
        m_presentCount += hasMark(i, IsPresent) ? 1 : 0;
}

double FactChunk::coordinate(FactColumn wanted, std::size_t position) const {
    if (!hasMark(position, HasPlace))
        return std::numeric_limits<double>::quiet_NaN();
    const std::int64_t kept = number(wanted, position);
    return m_isDecimal ? static_cast<double>(kept) / DecimalsPerDegree : std::bit_cast<double>(kept);
}

CaseFact FactChunk::course(std::size_t position) const {
    CaseFact fact;
    fact.state = static_cast<CaseState>(number(FactColumn::State, position));
    fact.resumed = static_cast<CaseState>(number(FactColumn::Resumed, position));
    fact.suspendedUntil = number(FactColumn::SuspendedUntil, position);
    fact.closed = number(FactColumn::Closed, position);
    fact.due = number(FactColumn::Due, position);
    fact.soon = number(FactColumn::Soon, position);
    fact.appealGranted = hasMark(position, WasAppealGranted);
    fact.linked = hasMark(position, IsLinked);
    return fact;
}

CaseFact FactChunk::factWithId(std::size_t position, const FactCodes& codes) const {
    const auto of = [&](FactColumn wanted, const IdCodes& known) { return known[static_cast<std::size_t>(number(wanted, position))]; };
    CaseFact fact = course(position);
    fact.id = CaseId(number(FactColumn::Id, position));
    fact.longitude = longitude(position);
    fact.latitude = latitude(position);
    fact.reported = number(FactColumn::Reported, position);
    fact.filed = number(FactColumn::Filed, position);
    fact.dispatched = number(FactColumn::Dispatched, position);
    fact.handled = number(FactColumn::Handled, position);
    fact.category = CategoryId(of(FactColumn::Category, codes.categories));
    fact.grid = AreaId(of(FactColumn::Grid, codes.grids));
    fact.organisation = OrganisationId(of(FactColumn::Organisation, codes.organisations));
    fact.person = PersonId(of(FactColumn::Person, codes.people));
    fact.source = static_cast<std::int16_t>(number(FactColumn::Source, position));
    fact.method = static_cast<std::int16_t>(number(FactColumn::Method, position));
    fact.reworks = static_cast<std::uint8_t>(number(FactColumn::Reworks, position));
    fact.extensions = static_cast<std::uint8_t>(number(FactColumn::Extensions, position));
    fact.suspensions = static_cast<std::uint8_t>(number(FactColumn::Suspensions, position));
    fact.selfHandled = hasMark(position, WasSelfHandled);
    fact.forced = hasMark(position, WasForced);
    fact.urgePending = hasMark(position, IsUrged);
    return fact;
}

CaseFact FactChunk::fact(std::size_t position, const FactCodes& codes) const {
    return hasMark(position, IsPresent) ? factWithId(position, codes) : CaseFact{};
}

std::vector<FactChunk::Slot> FactChunk::unpacked(const FactCodes& codes) const {
    std::vector<Slot> slots;
    slots.reserve(size());
    for (std::size_t i = 0; i < size(); ++i)
        slots.push_back({factWithId(i, codes), hasMark(i, IsPresent)});
    return slots;
}

void FactChunk::write(std::string& out) const {
    out += m_isDecimal ? '\1' : '\0';
    for (const PackedNumbers& column : m_columns)
        column.write(out);
}

std::optional<FactChunk> FactChunk::read(std::string_view& in, std::size_t size, const FactCodes& codes) {
    FactChunk chunk;
    if (in.empty() || static_cast<unsigned char>(in.front()) > 1)
        return std::nullopt;
    chunk.m_isDecimal = in.front() != 0;
    in.remove_prefix(1);
    for (PackedNumbers& column : chunk.m_columns) {
        auto numbers = PackedNumbers::read(in, size);
        if (!numbers)
            return std::nullopt;
        column = std::move(*numbers);
    }
    const auto isWithin = [&](FactColumn wanted, std::int64_t least, std::int64_t greatest) {
        return chunk.column(wanted).least() >= least && chunk.column(wanted).greatest() <= greatest;
    };
    const auto isCode = [&](FactColumn wanted, std::size_t codeCount) { return isWithin(wanted, 0, static_cast<std::int64_t>(codeCount) - 1); };
    const auto lastState = static_cast<std::int64_t>(AllCaseStates.back());
    const auto firstState = static_cast<std::int64_t>(AllCaseStates.front());
    if (!isWithin(FactColumn::Id, 1, std::numeric_limits<std::int64_t>::max()) || !isCode(FactColumn::Category, codes.categories.size()) ||
        !isCode(FactColumn::Grid, codes.grids.size()) || !isCode(FactColumn::Organisation, codes.organisations.size()) ||
        !isCode(FactColumn::Person, codes.people.size()) || !isWithin(FactColumn::Source, -1, static_cast<std::int64_t>(codes.sources.size()) - 1) ||
        !isWithin(FactColumn::Method, -1, static_cast<std::int64_t>(codes.methods.size()) - 1) || !isWithin(FactColumn::State, firstState, lastState) || !isWithin(FactColumn::Resumed, firstState, lastState) ||
        !isWithin(FactColumn::Reworks, 0, 255) || !isWithin(FactColumn::Extensions, 0, 255) || !isWithin(FactColumn::Suspensions, 0, 255) ||
        !isWithin(FactColumn::Marks, 0, 127))
        return std::nullopt;
    for (std::size_t i = 0; i < size && !chunk.m_isDecimal; ++i)
        if (chunk.hasMark(i, HasPlace) && std::isnan(chunk.longitude(i)))
            return std::nullopt;
    chunk.countPresent();
    return chunk;
}

} // namespace gridwarden::core
