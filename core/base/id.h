// SPDX-License-Identifier: GPL-3.0-or-later
// Identities of records: a 53-bit integer, exact in JSON, spreadsheets and QGIS expressions, and the SQLite rowid.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace gridwarden::core {

/// A strong id: one type per kind of record, so that an area's id cannot be passed where a case's id belongs.
/// The value 0 means "none" only where a function says so.
template <class Tag> class Id {
  public:
    constexpr Id() = default;
    constexpr explicit Id(std::int64_t value) : m_value(value) {}
    [[nodiscard]] constexpr std::int64_t value() const { return m_value; }
    [[nodiscard]] constexpr bool isNull() const { return m_value == 0; }
    constexpr auto operator<=>(const Id&) const = default;

  private:
    std::int64_t m_value = 0;
};

using AreaId = Id<struct AreaTag>;
using OrganisationId = Id<struct OrganisationTag>;
using PersonId = Id<struct PersonTag>;
using DutyId = Id<struct DutyTag>;
using CategoryId = Id<struct CategoryTag>;
using RuleId = Id<struct RuleTag>;
using CaseId = Id<struct CaseTag>;
using StepId = Id<struct StepTag>;
using PhotoId = Id<struct PhotoTag>;
using ActivityId = Id<struct ActivityTag>;
using ActivityPlanId = Id<struct ActivityPlanTag>;
using DispatchRuleId = Id<struct DispatchRuleTag>;
using AbsenceId = Id<struct AbsenceTag>;
using CertificateId = Id<struct CertificateTag>;
using TrackId = Id<struct TrackTag>; ///< a patrol track
using EntryId = Id<struct EntryTag>; ///< a journal entry

/// Makes ids: seconds since 2020-01-01 UTC (32 bits, never going back), desk number (8), sequence (13).
/// A bulk import that uses up a second's 8,192 numbers runs ahead into the next one.
class IdSource {
  public:
    /// \pre 0 <= desk < 256. `last` is the largest id this desk has given out (0 when none).
    IdSource(int desk, std::int64_t last) : m_desk(desk), m_last(last) {}

    /// The next id, later than all before it. `utcSeconds` is the current Unix time.
    [[nodiscard]] std::int64_t next(std::int64_t utcSeconds) {
        constexpr std::int64_t Epoch = 1577836800; // 2020-01-01T00:00:00Z
        const std::int64_t lastSecond = m_last >> 21;
        std::int64_t second = utcSeconds - Epoch;
        std::int64_t sequence = 0;
        if (second <= lastSecond && m_last != 0) {
            second = lastSecond;
            sequence = (m_last & 0x1fff) + 1;
            if (sequence > 0x1fff) {
                sequence = 0;
                ++second;
            }
        }
        m_last = (second << 21) | (std::int64_t{m_desk} << 13) | sequence;
        return m_last;
    }
    [[nodiscard]] std::int64_t last() const { return m_last; }
    [[nodiscard]] int desk() const { return m_desk; }

  private:
    int m_desk;
    std::int64_t m_last;
};

} // namespace gridwarden::core

template <class Tag> struct std::hash<gridwarden::core::Id<Tag>> {
    std::size_t operator()(gridwarden::core::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value()); }
};
