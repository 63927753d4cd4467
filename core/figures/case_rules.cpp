// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/case_rules.h"

#include "core/figures/bit_columns.h"
#include "core/figures/fact_chunk.h"

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

/// By which a case may fall into a period.
constexpr std::array Times = {FactColumn::Reported, FactColumn::Filed, FactColumn::Dispatched, FactColumn::Handled, FactColumn::Closed, FactColumn::Due};
constexpr std::size_t BlockSize = 64;

/// What the rules ask of one case; times in UTC seconds, 0: none. All numbers have one width and nothing below branches, so that the compiler judges several
/// cases of a loop at once.
template <class Number> struct Course {
    Number reported, filed, dispatched, handled, closed, due, suspendedUntil, state, resumed, reworks, extensions, suspensions, marks;
};

/// The columns of a block of cases.
template <class Number> class Columns {
public:
    Columns(const FactChunk& chunk, std::size_t first) : m_first(first), m_size(std::min(BlockSize, chunk.size() - first)) {
        for (std::size_t i = 0; i < Wanted.size(); ++i)
            unpack(chunk.column(Wanted[i]), m_numbers[i]);
    }
    [[nodiscard]] Course<Number> operator[](std::size_t i) const {
        const auto& n = m_numbers;
        return {n[0][i], n[1][i], n[2][i], n[3][i], n[4][i], n[5][i], n[6][i], n[7][i], n[8][i], n[9][i], n[10][i], n[11][i], n[12][i]};
    }

private:
    static constexpr std::array Wanted = {FactColumn::Reported, FactColumn::Filed,   FactColumn::Dispatched, FactColumn::Handled, FactColumn::Closed,
                                          FactColumn::Due,      FactColumn::SuspendedUntil, FactColumn::State, FactColumn::Resumed, FactColumn::Reworks,
                                          FactColumn::Extensions, FactColumn::Suspensions, FactColumn::Marks};
    void unpack(const PackedNumbers& packed, std::array<Number, BlockSize>& into) const {
        packed.visit([&](auto number) {
            if (m_size == BlockSize)
                for (std::size_t i = 0; i < BlockSize; ++i)
                    into[i] = static_cast<Number>(number(m_first + i));
            else
                for (std::size_t i = 0; i < BlockSize; ++i)
                    into[i] = i < m_size ? static_cast<Number>(number(m_first + i)) : 0;
        });
    }
    std::size_t m_first, m_size;
    std::array<std::array<Number, BlockSize>, Wanted.size()> m_numbers;
};

using OpenStates = std::array<bool, AllCaseStates.size() + 1>; ///< by state

const OpenStates& openStates() {
    static const OpenStates open = [] {
        OpenStates all{};
        for (const CaseState state : AllCaseStates)
            all[static_cast<std::size_t>(state)] = classOf(state) == CaseClass::Open;
        return all;
    }();
    return open;
}

/// The rules themselves. A truth is a number of which all bits are set, or none.
template <class Number> class Judge {
public:
    Judge(std::int64_t begin, std::int64_t end, std::int64_t asOf) : m_begin(clamped(begin)), m_end(clamped(end)), m_asOf(clamped(asOf)) {
        for (std::size_t state = 0; state < m_open.size(); ++state)
            m_open[state] = truth(openStates()[state]);
    }
    /// Whether numbers of this width are enough; the ends are kept for moments that lie beyond.
    static bool canHold(const PackedNumbers& times) {
        return times.least() > std::numeric_limits<Number>::min() && times.greatest() < std::numeric_limits<Number>::max();
    }
    [[nodiscard]] std::uint32_t operator()(const Course<Number>& c) const {
        const Number isClosed = isIn(c, CaseState::Closed), selfHandled = has(c, WasSelfHandled), forced = has(c, WasForced);
        const Number excused = has(c, WasAppealGranted);
        const Number closed = c.closed & isClosed;
        const Number earliest = earlier(earlier(c.dispatched, c.handled), closed);
        const Number filed = either(isSet(c.filed) | selfHandled, c.filed, earliest);
        const Number handled = either(isSet(c.handled) | ~isClosed | forced, c.handled, c.closed);
        const Number wasDispatched = ~selfHandled & (isSet(c.dispatched) | isSet(handled));
        // Ended in a way in which nobody had to handle or close it.
        const Number isRejected = isIn(c, CaseState::Rejected), isTransferred = isIn(c, CaseState::Transferred), isVoid = isIn(c, CaseState::Void);
        const Number endedOtherwise = isRejected | isTransferred | isVoid, isToClose = isSet(filed) | (selfHandled & isClosed);
        const Number hasResumed = isIn(c, CaseState::Suspended) & isSet(c.suspendedUntil) & truth(c.suspendedUntil <= m_asOf);
        const Number state = either(hasResumed, c.resumed, c.state), open = isOpen(state, std::make_index_sequence<std::tuple_size_v<OpenStates>>());
        // In time is what is done by the deadline, what has none, and what an accepted appeal excuses.
        const auto isInTime = [&](Number done) { return ~isSet(c.due) | truth(done <= c.due) | excused; };
        const Number isOverdue = isSet(c.due) & ~excused & truth(m_asOf > c.due) & open & ~isIt(state, CaseState::Suspended);
        const auto when = bit(CaseWhen::Reported, isWithin(c.reported)) | bit(CaseWhen::Filed, isWithin(filed)) |
                          bit(CaseWhen::Dispatched, isWithin(c.dispatched)) | bit(CaseWhen::Handled, isWithin(handled)) |
                          bit(CaseWhen::Ended, isWithin(c.closed)) | bit(CaseWhen::ToHandle, wasDispatched & ~endedOtherwise & fallsDue(c, handled)) |
                          bit(CaseWhen::DueToClose, isToClose & ~endedOtherwise & fallsDue(c, closed)) | bit(CaseWhen::Open, truth(c.reported < m_end) & open);
        const auto is = bit(CaseIs::Filed, isSet(filed)) | bit(CaseIs::Dispatched, wasDispatched) | bit(CaseIs::Handled, isSet(handled)) |
                        bit(CaseIs::HandledInTime, isSet(handled) & isInTime(handled)) | bit(CaseIs::Closed, isClosed) |
                        bit(CaseIs::ClosedInTime, isClosed & isInTime(c.closed)) | bit(CaseIs::Rejected, isRejected) | bit(CaseIs::Transferred, isTransferred) |
                        bit(CaseIs::Voided, isVoid) | bit(CaseIs::SelfHandled, selfHandled) | bit(CaseIs::Forced, forced) |
                        bit(CaseIs::Reworked, isSet(c.reworks)) | bit(CaseIs::Extended, isSet(c.extensions)) | bit(CaseIs::Suspended, isSet(c.suspensions)) |
                        bit(CaseIs::Overdue, isOverdue) | bit(CaseIs::Linked, has(c, IsLinked)) | bit(CaseIs::Excused, excused) |
                        bit(CaseIs::Limited, isSet(c.due));
        return (when | is) & static_cast<std::uint32_t>(has(c, IsPresent));
    }

private:
    static Number clamped(std::int64_t time) {
        return static_cast<Number>(std::clamp<std::int64_t>(time, std::numeric_limits<Number>::min(), std::numeric_limits<Number>::max()));
    }
    static Number truth(bool holds) { return static_cast<Number>(-static_cast<Number>(holds)); }
    static Number either(Number truth, Number then, Number otherwise) { return (truth & then) | (~truth & otherwise); }
    static Number isSet(Number number) { return truth(number != 0); }
    static Number isIt(Number state, CaseState wanted) { return truth(state == static_cast<Number>(wanted)); }
    static Number isIn(const Course<Number>& c, CaseState state) { return isIt(c.state, state); }
    static Number has(const Course<Number>& c, FactMark mark) { return isSet(c.marks & static_cast<Number>(mark)); }
    static Number earlier(Number a, Number b) { return either(isSet(b) & (~isSet(a) | truth(b < a)), b, a); }
    [[nodiscard]] Number isWithin(Number time) const { return isSet(time) & truth(time >= m_begin) & truth(time < m_end); }
    /// The deadline is in the period, or it was done in the period before a later deadline or without one.
    [[nodiscard]] Number fallsDue(const Course<Number>& c, Number done) const {
        return isWithin(c.due) | (isWithin(done) & (~isSet(c.due) | truth(c.due >= m_end)));
    }
    template <std::size_t... known> [[nodiscard]] Number isOpen(Number state, std::index_sequence<known...>) const {
        return ((truth(state == static_cast<Number>(known)) & m_open[known]) | ...);
    }
    static std::uint32_t bit(CaseWhen which, Number holds) { return static_cast<std::uint32_t>(holds) & static_cast<std::uint32_t>(which); }
    static std::uint32_t bit(CaseIs which, Number holds) { return static_cast<std::uint32_t>(holds) & static_cast<std::uint32_t>(which) << CaseWhenCount; }

    Number m_begin, m_end, m_asOf;
    std::array<Number, std::tuple_size_v<OpenStates>> m_open; ///< by state
};

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
    : m_begin(zone.start(period.from).time_since_epoch().count()), m_end(zone.start(period.to + std::chrono::days(1)).time_since_epoch().count()),
      m_asOf(asOf.time_since_epoch().count()) {}

bool CaseRules::hasTimeIn(const FactChunk& chunk) const {
    return std::any_of(Times.begin(), Times.end(), [&](FactColumn column) {
        const PackedNumbers& times = chunk.column(column);
        return times.greatest() >= m_begin && times.least() < m_end;
    });
}

std::uint64_t CaseRules::maybeOpen(const FactChunk& chunk, std::size_t first) {
    const OpenStates& open = openStates();
    const std::size_t size = std::min(BlockSize, chunk.size() - first);
    std::uint64_t rows = 0;
    chunk.column(FactColumn::State).visit([&](auto state) {
        for (std::size_t i = 0; i < size; ++i)
            rows |= std::uint64_t{open[static_cast<std::size_t>(state(first + i))]} << i;
    });
    return rows;
}

CaseRules::Block CaseRules::judge(const FactChunk& chunk, std::size_t first) const {
    const bool isNarrow = Judge<std::int32_t>::canHold(chunk.column(FactColumn::SuspendedUntil)) &&
                          std::all_of(Times.begin(), Times.end(), [&](FactColumn time) { return Judge<std::int32_t>::canHold(chunk.column(time)); });
    return isNarrow ? judgeAs<std::int32_t>(chunk, first) : judgeAs<std::int64_t>(chunk, first);
}

template <class Number> CaseRules::Block CaseRules::judgeAs(const FactChunk& chunk, std::size_t first) const {
    const Judge<Number> judge(m_begin, m_end, m_asOf);
    const Columns<Number> columns(chunk, first);
    std::array<std::uint32_t, BlockSize> bits;
    for (std::size_t i = 0; i < BlockSize; ++i)
        bits[i] = judge(columns[i]);
    return bitColumns(bits);
}

} // namespace gridwarden::core
