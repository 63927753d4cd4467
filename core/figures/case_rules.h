// SPDX-License-Identifier: GPL-3.0-or-later
// The rules by which a case counts in a period (domain sections 8.1 and 8.2): when it does, and what has to be true of it.
#pragma once

#include "core/figures/case_fact.h"

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace gridwarden::core {

/// What of a case has to fall into the period; one bit each.
///
/// Imported cases often lack some of their times. A case that was dispatched, handled or closed was filed by then, and a
/// closed one was handled by then, unless it was forced; one settled on the spot was neither filed nor dispatched.
enum class CaseWhen : std::uint32_t {
    Reported = 1,
    Filed = 2,
    Dispatched = 4,
    Handled = 8,
    Ended = 16,       ///< closed, rejected or transferred
    ToHandle = 32,    ///< dispatched, with the deadline in the period, or handled in it before a later deadline or without one;
                      ///< not those settled on the spot, rejected, transferred or voided
    DueToClose = 64,  ///< filed, with the deadline in the period, or closed in it before a later deadline or without one (also on
                      ///< the spot); not those rejected, transferred or voided
    Open = 128,       ///< reported by the end of the period and open as of the moment of counting
};

/// What may be asked of a case; one bit each.
enum class CaseIs : std::uint32_t {
    Filed = 1, Dispatched = 2, Handled = 4,
    HandledInTime = 8,  ///< by the deadline, without one, or excused by an accepted appeal
    Closed = 16,
    ClosedInTime = 32,  ///< likewise
    Rejected = 64, Transferred = 128, Voided = 256,
    SelfHandled = 512, Forced = 1024,
    Reworked = 2048,    ///< sent back for rework or opened again, at least once
    Extended = 4096,
    Suspended = 8192,   ///< at some time
    Overdue = 16384,    ///< open, not suspended, past due, no accepted appeal
    Linked = 32768,     ///< another case stands for the same problem
    Excused = 65536,    ///< by an accepted appeal
    Limited = 131072,   ///< has a deadline
};

/// "reported", "to_handle" …
[[nodiscard]] std::string_view caseWhenKey(CaseWhen when);
[[nodiscard]] std::optional<CaseWhen> caseWhenFromKey(std::string_view key);
/// "filed", "closed_in_time" …
[[nodiscard]] std::string_view caseIsKey(CaseIs what);
[[nodiscard]] std::optional<CaseIs> caseIsFromKey(std::string_view key);
inline constexpr std::size_t CaseWhenCount = 8, CaseIsCount = 18;
[[nodiscard]] std::span<const CaseWhen> allCaseWhen();
[[nodiscard]] std::span<const CaseIs> allCaseIs();

class FactChunk;

/// Answers for one period and moment, for the rows of a chunk in blocks of 64.
class CaseRules {
public:
    /// By rule, those of CaseWhen and then those of CaseIs, in the order of their bits: for which rows of the block it holds, a bit for each.
    using Block = std::array<std::uint64_t, 32>;

    CaseRules(const TimeZone& zone, Period period, Moment asOf);
    /// Whether one of its cases has a time in the period; else no rule of CaseWhen but Open holds of any.
    [[nodiscard]] bool hasTimeIn(const FactChunk& chunk) const;
    /// The rows of a block that may be open: their state is an open one.
    [[nodiscard]] static std::uint64_t maybeOpen(const FactChunk& chunk, std::size_t first);
    /// \pre first is a multiple of 64 and below the size of the chunk. Of a case that was removed no rule holds.
    [[nodiscard]] Block judge(const FactChunk& chunk, std::size_t first) const;

private:
    template <class Number> [[nodiscard]] Block judgeAs(const FactChunk& chunk, std::size_t first) const;
    std::int64_t m_begin, m_end; ///< UTC seconds; the end exclusive
    std::int64_t m_asOf;
};

} // namespace gridwarden::core
