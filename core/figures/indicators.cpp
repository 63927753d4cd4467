// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/indicators.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace gridwarden::core {

namespace {

// Imported cases often lack some of their times. A case that was dispatched, handled or closed was filed by then, and a
// closed one was handled by then, unless it was forced; one settled on the spot was neither filed nor dispatched.

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

/// Answers for one period and moment which figures a case counts in.
class PeriodRules {
public:
    PeriodRules(const TimeZone& zone, Period period, Moment asOf)
        : m_begin(zone.start(period.from).time_since_epoch().count()),
          m_end(zone.start(period.to + std::chrono::days(1)).time_since_epoch().count()), m_asOf(asOf) {}

    [[nodiscard]] bool isReported(const CaseFact& fact) const { return isWithin(fact.reported); }
    [[nodiscard]] bool isFiled(const CaseFact& fact) const { return isWithin(filedAt(fact)); }
    [[nodiscard]] bool isToHandle(const CaseFact& fact) const {
        return wasDispatched(fact) && !endedOtherwise(fact) && fallsDue(fact, handledAt(fact));
    }
    [[nodiscard]] bool isDueToClose(const CaseFact& fact) const {
        return (filedAt(fact) != 0 || (fact.selfHandled && isClosed(fact))) && !endedOtherwise(fact) &&
               fallsDue(fact, isClosed(fact) ? fact.closed : 0);
    }
    [[nodiscard]] bool isOpen(const CaseFact& fact) const {
        return fact.reported < m_end && classOf(fact.stateAt(m_asOf)) == CaseClass::Open;
    }
    [[nodiscard]] bool isOverdue(const CaseFact& fact) const { return isOpen(fact) && fact.isOverdueAt(m_asOf); }

private:
    [[nodiscard]] bool isWithin(std::int64_t time) const { return time != 0 && time >= m_begin && time < m_end; }
    /// The deadline is in the period, or it was done in the period before a later deadline or without one.
    [[nodiscard]] bool fallsDue(const CaseFact& fact, std::int64_t done) const {
        return isWithin(fact.due) || (isWithin(done) && (fact.due == 0 || fact.due >= m_end));
    }
    /// Ended in a way in which nobody had to handle or close it.
    static bool endedOtherwise(const CaseFact& fact) {
        return fact.state == CaseState::Rejected || fact.state == CaseState::Transferred ||
               fact.state == CaseState::Void;
    }

    std::int64_t m_begin, m_end;
    Moment m_asOf;
};

struct FigureRule {
    const char* key;
    bool (*counts)(const PeriodRules& rules, const CaseFact& fact);
};

using Rules = const PeriodRules&;
using Fact = const CaseFact&;

/// The definitions of words.json "figures", in its order.
constexpr std::array FigureRules = {
    FigureRule{"reported", [](Rules r, Fact f) { return r.isReported(f); }},
    FigureRule{"filed", [](Rules r, Fact f) { return r.isFiled(f); }},
    FigureRule{"filed_of_reported", [](Rules r, Fact f) { return r.isReported(f) && filedAt(f) != 0; }},
    FigureRule{"rejected", [](Rules r, Fact f) { return r.isReported(f) && f.state == CaseState::Rejected; }},
    FigureRule{"to_handle", [](Rules r, Fact f) { return r.isToHandle(f); }},
    FigureRule{"handled", [](Rules r, Fact f) { return r.isToHandle(f) && handledAt(f) != 0; }},
    FigureRule{"handled_in_time",
               [](Rules r, Fact f) { return r.isToHandle(f) && handledAt(f) != 0 && isInTime(f, handledAt(f)); }},
    FigureRule{"due_to_close", [](Rules r, Fact f) { return r.isDueToClose(f); }},
    FigureRule{"closed", [](Rules r, Fact f) { return r.isDueToClose(f) && isClosed(f); }},
    FigureRule{"closed_in_time",
               [](Rules r, Fact f) { return r.isDueToClose(f) && isClosed(f) && isInTime(f, f.closed); }},
    FigureRule{"rework", [](Rules r, Fact f) { return r.isDueToClose(f) && f.reworks > 0; }},
    FigureRule{"suspended", [](Rules r, Fact f) { return r.isFiled(f) && f.suspensions > 0; }},
    FigureRule{"extended", [](Rules r, Fact f) { return r.isFiled(f) && f.extensions > 0; }},
    FigureRule{"voided", [](Rules r, Fact f) { return r.isReported(f) && f.state == CaseState::Void; }},
    FigureRule{"self_handled",
               [](Rules r, Fact f) { return r.isReported(f) && f.selfHandled && f.state != CaseState::Void; }},
    FigureRule{"open", [](Rules r, Fact f) { return r.isOpen(f); }},
    FigureRule{"overdue", [](Rules r, Fact f) { return r.isOverdue(f); }},
};

struct RateRule {
    const char* key;
    const char* numerator;
    const char* denominator;
};

/// The definitions of words.json "rates", in its order.
constexpr std::array RateRules = {
    RateRule{"filing", "filed_of_reported", "reported"},
    RateRule{"closing", "closed", "due_to_close"},
    RateRule{"closing_in_time", "closed_in_time", "due_to_close"},
    RateRule{"handling", "handled", "to_handle"},
    RateRule{"handling_in_time", "handled_in_time", "to_handle"},
    RateRule{"rework", "rework", "due_to_close"},
    RateRule{"extension", "extended", "filed"},
};

template <class Entry> const Entry& named(const std::vector<Entry>& entries, std::string_view key) {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.key == key; });
    assert(found != entries.end());
    return *found;
}

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month;
using std::chrono::year_month_day;
using std::chrono::years;

year_month monthOf(Day day) {
    const year_month_day date(day);
    return date.year() / date.month();
}
Day firstDay(year_month month) {
    return Day(month / std::chrono::day(1));
}
Day lastDay(year_month month) {
    return Day(month / std::chrono::last);
}

bool isWholeMonths(Period period) {
    return period.from == firstDay(monthOf(period.from)) && period.to == lastDay(monthOf(period.to));
}

/// 29 February gives the last day of February.
Day yearEarlier(Day day) {
    const year_month_day date = year_month_day(day) - years(1);
    return date.ok() ? Day(date) : lastDay(date.year() / date.month());
}

} // namespace

const Figure& Indicators::figure(std::string_view key) const {
    return named(figures, key);
}
const Rate& Indicators::rate(std::string_view key) const {
    return named(rates, key);
}

Result<Indicators> indicators(const FiguresContext& context, const Filter& filter, Period period) {
    Filter anyDay = filter;
    anyDay.from.reset();
    anyDay.to.reset();
    const auto cases = select(context, anyDay);
    if (!cases)
        return fail(cases);
    Indicators result;
    for (const FigureRule& rule : FigureRules)
        result.figures.push_back({rule.key, {}});
    const PeriodRules rules(context.zone, period, context.asOf);
    for (const std::uint32_t row : *cases) {
        const CaseFact& fact = (*context.facts)[row];
        for (std::size_t i = 0; i < FigureRules.size(); ++i)
            if (FigureRules[i].counts(rules, fact))
                result.figures[i].rows.push_back(row);
    }
    for (const RateRule& rule : RateRules)
        result.rates.push_back({rule.key, result.figure(rule.numerator).value(),
                                result.figure(rule.denominator).value(), rule.numerator, rule.denominator});
    return result;
}

std::optional<double> changeRate(double value, double base) {
    return base == 0 ? std::nullopt : std::optional((value - base) / base);
}

Period previousPeriod(Period period) {
    if (isWholeMonths(period)) {
        const year_month first = monthOf(period.from);
        const months length = monthOf(period.to) - first + months(1);
        return {firstDay(first - length), lastDay(first - months(1))};
    }
    const days length(period.days());
    return {period.from - length, period.to - length};
}

Period sameLastYear(Period period) {
    if (isWholeMonths(period))
        return {firstDay(monthOf(period.from) - years(1)), lastDay(monthOf(period.to) - years(1))};
    return {yearEarlier(period.from), yearEarlier(period.to)};
}

} // namespace gridwarden::core
