// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/case_rules.h"

#include <algorithm>
#include <array>
#include <bit>

namespace gridwarden::core {

namespace {

constexpr std::array<std::string_view, CaseWhenCount> WhenKeys = {"reported", "filed", "dispatched", "handled", "ended", "to_handle", "due_to_close", "open"};
constexpr std::array<std::string_view, CaseIsCount> IsKeys = {
    "filed",        "dispatched", "handled",  "handled_in_time", "closed",    "closed_in_time", "rejected", "transferred", "voided",
    "self_handled", "forced",     "reworked", "extended",        "suspended", "overdue",        "linked",   "excused",     "limited"};

template <class Bit, std::size_t count> constexpr std::array<Bit, count> allBits() {
    std::array<Bit, count> all{};
    for (std::size_t i = 0; i < count; ++i)
        all[i] = static_cast<Bit>(std::uint32_t{1} << i);
    return all;
}

constexpr auto AllWhen = allBits<CaseWhen, CaseWhenCount>();
constexpr auto AllIs = allBits<CaseIs, CaseIsCount>();

template <class Bit, std::size_t count> std::optional<Bit> bitOf(const std::array<std::string_view, count>& keys, std::string_view key) {
    const auto found = std::find(keys.begin(), keys.end(), key);
    return found == keys.end() ? std::nullopt : std::optional(static_cast<Bit>(std::uint32_t{1} << (found - keys.begin())));
}

bool isClosed(const CaseFact& fact) {
    return fact.state == CaseState::Closed;
}

std::int64_t filedAt(const CaseFact& fact) {
    if (fact.filed != 0 || fact.selfHandled)
        return fact.filed;
    std::int64_t earliest = 0;
    for (const std::int64_t time : {fact.dispatched, fact.handled, isClosed(fact) ? fact.closed : 0})
        if (time != 0 && (earliest == 0 || time < earliest))
            earliest = time;
    return earliest;
}

std::int64_t handledAt(const CaseFact& fact) {
    return fact.handled != 0 || !isClosed(fact) || fact.forced ? fact.handled : fact.closed;
}

bool wasDispatched(const CaseFact& fact) {
    return !fact.selfHandled && (fact.dispatched != 0 || handledAt(fact) != 0);
}

/// In time is what is done by the deadline, what has none, and what an accepted appeal excuses.
bool isInTime(const CaseFact& fact, std::int64_t done) {
    return fact.due == 0 || done <= fact.due || fact.appealGranted;
}

/// Ended in a way in which nobody had to handle or close it.
bool endedOtherwise(const CaseFact& fact) {
    return fact.state == CaseState::Rejected || fact.state == CaseState::Transferred || fact.state == CaseState::Void;
}

template <class Bit> std::uint32_t bit(Bit which, bool holds) {
    return holds ? static_cast<std::uint32_t>(which) : 0;
}

} // namespace

std::string_view caseWhenKey(CaseWhen when) {
    return WhenKeys[static_cast<std::size_t>(std::countr_zero(static_cast<std::uint32_t>(when)))];
}
std::optional<CaseWhen> caseWhenFromKey(std::string_view key) {
    return bitOf<CaseWhen>(WhenKeys, key);
}
std::string_view caseIsKey(CaseIs what) {
    return IsKeys[static_cast<std::size_t>(std::countr_zero(static_cast<std::uint32_t>(what)))];
}
std::optional<CaseIs> caseIsFromKey(std::string_view key) {
    return bitOf<CaseIs>(IsKeys, key);
}
std::span<const CaseWhen> allCaseWhen() {
    return AllWhen;
}
std::span<const CaseIs> allCaseIs() {
    return AllIs;
}

CaseRules::CaseRules(const TimeZone& zone, Period period, Moment asOf)
    : m_begin(zone.start(period.from).time_since_epoch().count()), m_end(zone.start(period.to + std::chrono::days(1)).time_since_epoch().count()), m_asOf(asOf) {}

/// The deadline is in the period, or it was done in the period before a later deadline or without one.
bool CaseRules::fallsDue(const CaseFact& fact, std::int64_t done) const {
    return isWithin(fact.due) || (isWithin(done) && (fact.due == 0 || fact.due >= m_end));
}

std::uint32_t CaseRules::when(const CaseFact& fact) const {
    const bool isToClose = filedAt(fact) != 0 || (fact.selfHandled && isClosed(fact));
    return bit(CaseWhen::Reported, isWithin(fact.reported)) | bit(CaseWhen::Filed, isWithin(filedAt(fact))) |
           bit(CaseWhen::Dispatched, isWithin(fact.dispatched)) | bit(CaseWhen::Handled, isWithin(handledAt(fact))) | bit(CaseWhen::Ended, isWithin(fact.closed)) |
           bit(CaseWhen::ToHandle, wasDispatched(fact) && !endedOtherwise(fact) && fallsDue(fact, handledAt(fact))) |
           bit(CaseWhen::DueToClose, isToClose && !endedOtherwise(fact) && fallsDue(fact, isClosed(fact) ? fact.closed : 0)) |
           bit(CaseWhen::Open, fact.reported < m_end && classOf(fact.stateAt(m_asOf)) == CaseClass::Open);
}

std::uint32_t CaseRules::is(const CaseFact& fact) const {
    const std::int64_t handled = handledAt(fact);
    return bit(CaseIs::Filed, filedAt(fact) != 0) | bit(CaseIs::Dispatched, wasDispatched(fact)) | bit(CaseIs::Handled, handled != 0) |
           bit(CaseIs::HandledInTime, handled != 0 && isInTime(fact, handled)) | bit(CaseIs::Closed, isClosed(fact)) |
           bit(CaseIs::ClosedInTime, isClosed(fact) && isInTime(fact, fact.closed)) | bit(CaseIs::Rejected, fact.state == CaseState::Rejected) |
           bit(CaseIs::Transferred, fact.state == CaseState::Transferred) | bit(CaseIs::Voided, fact.state == CaseState::Void) |
           bit(CaseIs::SelfHandled, fact.selfHandled) | bit(CaseIs::Forced, fact.forced) | bit(CaseIs::Reworked, fact.reworks > 0) |
           bit(CaseIs::Extended, fact.extensions > 0) | bit(CaseIs::Suspended, fact.suspensions > 0) | bit(CaseIs::Overdue, fact.isOverdueAt(m_asOf)) |
           bit(CaseIs::Linked, fact.linked) | bit(CaseIs::Excused, fact.appealGranted) | bit(CaseIs::Limited, fact.due != 0);
}

} // namespace gridwarden::core
