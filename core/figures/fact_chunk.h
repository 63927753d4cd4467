// SPDX-License-Identifier: GPL-3.0-or-later
// A few thousand facts as packed columns: about 45 bytes a case instead of 136. Never changed.
#pragma once

#include "core/figures/chunk_areas.h"
#include "core/figures/case_fact.h"
#include "core/figures/packed_numbers.h"

#include <array>
#include <string>
#include <unordered_map>

namespace gridwarden::core {

/// What a chunk keeps of a fact; each a number. Categories, areas, organisations, people, sources and methods are positions in FactCodes.
enum class FactColumn : std::uint8_t {
    Id, Longitude, Latitude, Reported, Filed, Dispatched, Handled, Closed, Due, Soon, SuspendedUntil,
    Category, Grid, Organisation, Person, Source, Method, State, Resumed, Reworks, Extensions, Suspensions, Marks
};
inline constexpr std::size_t FactColumnCount = static_cast<std::size_t>(FactColumn::Marks) + 1;

/// Bits of FactColumn::Marks.
enum FactMark : std::uint8_t { IsPresent = 1, HasPlace = 2, WasAppealGranted = 4, WasSelfHandled = 8, WasForced = 16, IsLinked = 32, IsUrged = 64 };

/// Numbers in order of appearance for ids that are long and few. Position 0 is the null id.
class IdCodes {
public:
    /// A new id gets the next number.
    [[nodiscard]] std::uint32_t code(std::int64_t id);
    [[nodiscard]] std::int64_t operator[](std::size_t code) const { return m_ids[code]; }
    [[nodiscard]] std::size_t size() const { return m_ids.size(); }
    [[nodiscard]] const std::vector<std::int64_t>& ids() const { return m_ids; }
    [[nodiscard]] static IdCodes of(std::vector<std::int64_t> ids); ///< \pre the first is 0, none comes twice

private:
    std::vector<std::int64_t> m_ids{0};
    std::unordered_map<std::int64_t, std::uint32_t> m_codes; // filled when the first code is asked for
    std::int64_t m_lastId = 0;
    std::uint32_t m_lastCode = 0;
};

struct FactCodes {
    IdCodes categories, grids, organisations, people;
    std::vector<std::string> sources, methods;
};

class FactChunk {
public:
    /// A fact with the id of its row, which stays when the case is removed.
    struct Slot {
        CaseFact fact;
        bool isPresent = true;
    };
    FactChunk() = default;
    FactChunk(std::span<const Slot> rows, FactCodes& codes);

    [[nodiscard]] std::size_t size() const { return m_columns.front().size(); }
    [[nodiscard]] const PackedNumbers& column(FactColumn column) const { return m_columns[static_cast<std::size_t>(column)]; }
    [[nodiscard]] std::size_t presentCount() const { return m_presentCount; }
    /// The fact at a position; one with a null id when its case was removed.
    [[nodiscard]] CaseFact fact(std::size_t position, const FactCodes& codes) const;
    [[nodiscard]] std::vector<Slot> unpacked(const FactCodes& codes) const;
    /// NaN without a place.
    [[nodiscard]] double longitude(std::size_t position) const { return coordinate(FactColumn::Longitude, position); }
    [[nodiscard]] double latitude(std::size_t position) const { return coordinate(FactColumn::Latitude, position); }
    [[nodiscard]] bool hasMark(std::size_t position, FactMark mark) const { return (column(FactColumn::Marks)[position] & mark) != 0; }
    [[nodiscard]] CaseState stateAt(std::size_t position, Moment asOf) const {
        const auto state = static_cast<CaseState>(number(FactColumn::State, position));
        return state == CaseState::Suspended ? course(position).stateAt(asOf) : state;
    }
    [[nodiscard]] Lamp lampAt(std::size_t position, Moment asOf) const {
        const auto state = static_cast<CaseState>(number(FactColumn::State, position));
        return state != CaseState::Suspended && classOf(state) != CaseClass::Open ? Lamp::Grey : course(position).lampAt(asOf);
    }
    /// A fact with nothing in it but what its counts, state, lamp and lateness follow from.
    [[nodiscard]] CaseFact course(std::size_t position) const;

    [[nodiscard]] ChunkAreas& areas() const { return *m_areas; }

    void write(std::string& out) const;
    /// None when the bytes are not what `write` gives for these codes.
    [[nodiscard]] static std::optional<FactChunk> read(std::string_view& in, std::size_t size, const FactCodes& codes);

private:
    [[nodiscard]] std::int64_t number(FactColumn wanted, std::size_t position) const { return column(wanted)[position]; }
    [[nodiscard]] double coordinate(FactColumn wanted, std::size_t position) const;
    [[nodiscard]] CaseFact factWithId(std::size_t position, const FactCodes& codes) const;
    void countPresent();
    std::array<PackedNumbers, FactColumnCount> m_columns;
    bool m_isDecimal = false; ///< coordinates are multiples of 10⁻⁷ degrees and kept as such; else the bits of the doubles
    std::size_t m_presentCount = 0;
    std::shared_ptr<ChunkAreas> m_areas = std::make_shared<ChunkAreas>();
};

} // namespace gridwarden::core
