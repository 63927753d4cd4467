// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/case_state.h"

#include <algorithm>

namespace gridwarden::core {

namespace {

/// The furthest state that the times of an import give.
std::optional<CaseState> stateGiven(const StepDetail& detail) {
    if (detail.closed || !detail.closedAs.empty()) {
        if (detail.closedAs == "rejected")
            return CaseState::Rejected;
        if (detail.closedAs == "void")
            return CaseState::Void;
        return detail.closedAs == "transferred" ? CaseState::Transferred : CaseState::Closed;
    }
    if (detail.handled)
        return CaseState::Handled;
    if (detail.dispatched)
        return CaseState::Handling;
    return detail.filed ? std::optional(CaseState::Filed) : std::nullopt;
}

/// The newest time of what an import says happened; none without any.
std::optional<Moment> newestGiven(const StepDetail& detail) {
    return std::max({detail.filed, detail.dispatched, detail.handled, detail.closed}); // none is before any
}

/// Walks the steps of one case by one calendar.
class Derivation {
public:
    Derivation(const CaseReport& report, const WorkCalendar& calendar) : m_calendar(calendar) {
        m_case.category = report.category;
        m_case.place = report.place;
        m_case.calendarVersion = calendar.version();
    }

    void apply(const Step& step) {
        if (stateAt(m_case.state, m_case.resumed, m_case.suspendedUntil, step.at) != m_case.state)
            endSuspension(*m_case.suspendedUntil);
        const CaseClass classBefore = classOf(m_case.state);
        const CaseState stateBefore = m_case.state;
        const std::optional<Moment> closedBefore = m_case.closed;
        if (m_isFirst) {
            m_case.reported = step.at;
            takeLimit(step.detail);
        }
        if (step.kind == StepKind::Import) {
            import(step);
        } else if (hasTransition(step.kind, m_case.state)) {
            take(step);
            if (m_case.state != stateBefore)
                m_ownChange = step.at;
        }
        if (classOf(m_case.state) != classBefore || m_case.closed != closedBefore)
            m_ended = step.recorded;
        m_case.last = m_isFirst ? step.at : std::max(m_case.last, step.at);
        if (step.kind == StepKind::Import) // a time still to come is a slip of the source and must not block the case
            if (const auto newest = newestGiven(step.detail))
                m_case.last = std::max(m_case.last, std::min(*newest, step.recorded));
        m_isFirst = false;
    }

    /// When the step that ended the case was entered; none while it is open.
    [[nodiscard]] std::optional<Moment> ended() const {
        return classOf(m_case.state) == CaseClass::Open ? std::nullopt : std::optional(m_ended);
    }

    [[nodiscard]] DerivedCase finished() {
        m_case.due = due();
        m_case.soon = soon();
        m_case.closedBeforeReported = m_case.closed && *m_case.closed < m_case.reported;
        return m_case;
    }

private:
    /// Time during which the clock stands.
    struct Pause {
        Moment from;
        Moment to;
    };
    /// The handling clock: its start, its end but for the pauses from `firstPause` on.
    struct Clock {
        Moment start;
        Moment end;
        std::size_t firstPause;
        bool isFromSource; ///< an imported deadline
    };

    void take(const Step& step) {
        const StepDetail& detail = step.detail;
        switch (step.kind) {
        case StepKind::VerifyBefore:
            m_case.verified = detail.result;
            break;
        case StepKind::SelfHandle:
            m_case.isSelfHandled = true;
            m_case.handledQuantity = detail.quantity;
            m_case.method = detail.method;
            m_case.handled = step.at;
            end(CaseState::Closed, step.at);
            break;
        case StepKind::File:
            m_case.state = CaseState::Filed;
            m_case.filed = step.at;
            takeLimit(detail);
            break;
        case StepKind::Reject:
            end(CaseState::Rejected, step.at);
            break;
        case StepKind::Dispatch:
            m_case.handlerOrganisation = detail.organisation;
            m_case.handlerPerson = detail.person;
            if (m_case.state == CaseState::Handling) // handed over; the clock runs on
                break;
            m_case.state = CaseState::Handling;
            m_case.dispatched = step.at;
            takeLimit(detail);
            if (m_case.limit)
                startClock(step.at);
            else if (m_clock && !m_clock->isFromSource)
                m_clock.reset();
            break;
        case StepKind::Return:
            m_case.state = CaseState::Filed;
            ++m_case.returns;
            undoDispatch();
            break;
        case StepKind::Handle:
            m_case.state = CaseState::Handled;
            m_case.handled = step.at;
            m_case.handledQuantity = detail.quantity;
            m_case.method = detail.method;
            m_case.lastCheckFailed = false;
            break;
        case StepKind::CheckAfter:
            if (detail.result == StepResult::Pass || detail.result == StepResult::Fail) // else nothing was found out
                m_case.lastCheckFailed = detail.result == StepResult::Fail;
            break;
        case StepKind::Rework:
            m_case.state = CaseState::Handling;
            ++m_case.reworks;
            undoHandling();
            break;
        case StepKind::Close:
            end(CaseState::Closed, step.at);
            break;
        case StepKind::ForceClose:
            m_case.isForced = true;
            end(CaseState::Closed, step.at);
            break;
        case StepKind::Reopen:
            reopen(step.at);
            break;
        case StepKind::Extend:
            ++m_case.extensions;
            extend(step);
            break;
        case StepKind::Suspend:
            suspend(step);
            break;
        case StepKind::Resume:
            endSuspension(step.at);
            break;
        case StepKind::Appeal:
            m_case.appealPending = !detail.result;
            m_case.appealGranted = detail.result == StepResult::Pass;
            m_case.appealRefused = detail.result == StepResult::Fail;
            break;
        case StepKind::Transfer:
            end(CaseState::Transferred, step.at);
            break;
        case StepKind::Correct:
            correct(detail);
            takeLimit(detail);
            if (const auto start = clockStart(); detail.limit && start && !(m_clock && m_clock->isFromSource))
                startClock(*start);
            break;
        case StepKind::Void:
            end(CaseState::Void, step.at);
            m_isVoidedHere = true;
            break;
        case StepKind::Urge:
            m_case.urgePending = detail.reply.empty();
            break;
        case StepKind::Link:
            m_case.linkedTo = detail.with;
            break;
        case StepKind::Report:
        case StepKind::Import:
            break;
        }
    }

    void import(const Step& step) {
        const StepDetail& detail = step.detail;
        if (m_case.state == CaseState::Void && m_isVoidedHere)
            return;
        correct(detail);
        if (!detail.organisation.isNull() || !detail.person.isNull()) {
            m_case.handlerOrganisation = detail.organisation;
            m_case.handlerPerson = detail.person;
        }
        const bool isStale = m_ownChange && newestGiven(detail).value_or(step.at) <= *m_ownChange;
        const std::optional<Moment> dispatchedBefore = m_case.dispatched;
        if (!isStale) {
            takeLimit(detail);
            if (const auto state = stateGiven(detail))
                takeOver(*state, step);
        }
        if (detail.due)
            m_clock = Clock{m_case.dispatched.value_or(m_case.reported), *detail.due, m_pauses.size(), true};
        else if (m_case.limit && !isStale &&
                 (!m_clock || (!m_clock->isFromSource && m_case.dispatched != dispatchedBefore)))
            startClock(m_case.dispatched.value_or(m_case.reported));
    }

    /// Takes over the times of an import and the state they make, and drops what no longer holds in it.
    void takeOver(CaseState state, const Step& step) {
        const StepDetail& detail = step.detail;
        if (m_case.state == CaseState::Suspended)
            endSuspension(std::clamp(newestGiven(detail).value_or(step.at), m_pauses.back().from, m_pauses.back().to));
        const auto take = [](std::optional<Moment>& known, const std::optional<Moment>& given) {
            if (given)
                known = given;
        };
        const std::optional<Moment> closedBefore = m_case.closed, handledBefore = m_case.handled;
        take(m_case.filed, detail.filed);
        take(m_case.dispatched, detail.dispatched);
        take(m_case.handled, detail.handled);
        take(m_case.closed, detail.closed);
        m_case.state = state;
        m_case.isForced = detail.closedAs == "forced";
        m_case.isSelfHandled = false;
        m_case.lastCheckFailed = false;
        if (state == CaseState::Filed)
            m_case.dispatched.reset();
        if (state == CaseState::Filed || state == CaseState::Handling)
            m_case.handled.reset();
        if (m_case.handled != handledBefore) { // not the handling that was entered here
            m_case.handledQuantity.reset();
            m_case.method.clear();
        }
        if (classOf(state) != CaseClass::Open)
            m_case.urgePending = false;
        if (classOf(state) != CaseClass::Closed)
            m_case.closed.reset();
        if (m_case.closed != closedBefore)
            dropAppeal();
        m_ownChange.reset();
    }

    void correct(const StepDetail& detail) {
        if (!detail.category.isNull())
            m_case.category = detail.category;
        if (detail.place)
            m_case.place = detail.place;
        if (detail.description)
            m_case.description = detail.description;
        if (detail.address)
            m_case.address = detail.address;
    }

    void end(CaseState state, Moment at) {
        m_case.urgePending = false; // there is nothing left to hurry
        if (m_case.state == CaseState::Suspended)
            endSuspension(at);
        m_case.state = state;
        m_case.closed = state == CaseState::Void ? std::nullopt : std::optional(at);
    }

    void reopen(Moment at) {
        m_case.state = CaseState::Filed;
        m_case.isReopened = true;
        m_case.isSelfHandled = false;
        m_case.isForced = false;
        ++m_case.reworks;
        if (!m_case.filed)
            m_case.filed = at;
        m_case.closed.reset();
        undoDispatch();
        undoHandling();
        dropAppeal();
    }

    void undoDispatch() {
        m_case.dispatched.reset();
        m_case.handlerOrganisation = {};
        m_case.handlerPerson = {};
        m_clock.reset();
    }

    void undoHandling() {
        m_case.handled.reset();
        m_case.handledQuantity.reset();
        m_case.method.clear();
        m_case.lastCheckFailed = false;
    }

    void dropAppeal() {
        m_case.appealPending = false;
        m_case.appealGranted = false;
        m_case.appealRefused = false;
    }

    // --- the clock ---

    void takeLimit(const StepDetail& detail) {
        if (detail.limit)
            m_case.limit = detail.limit;
    }

    [[nodiscard]] std::optional<Moment> clockStart() const {
        return m_clock ? std::optional(m_clock->start) : m_case.dispatched;
    }

    void startClock(Moment start) {
        m_clock.reset();
        const auto later = std::find_if(m_pauses.begin(), m_pauses.end(), [&](const Pause& p) { return p.to > start; });
        if (const auto end = m_calendar.end(start, *m_case.limit))
            m_clock = Clock{start, *end, static_cast<std::size_t>(later - m_pauses.begin()), false};
    }

    void extend(const Step& step) {
        std::optional<Moment> end = step.detail.until;
        if (const auto before = due(); !end && before && m_case.limit)
            end = m_calendar.end(*before, *m_case.limit);
        if (end)
            m_clock = Clock{clockStart().value_or(step.at), *end, m_pauses.size(), m_clock && m_clock->isFromSource};
    }

    void suspend(const Step& step) {
        if (!step.detail.until || *step.detail.until <= step.at)
            return;
        m_case.resumed = m_case.state;
        m_case.state = CaseState::Suspended;
        m_case.suspendedUntil = step.detail.until;
        ++m_case.suspensions;
        m_pauses.push_back({step.at, *step.detail.until});
    }

    void endSuspension(Moment at) {
        m_pauses.back().to = at;
        m_case.state = m_case.resumed;
        m_case.resumed = CaseState::Reported;
        m_case.suspendedUntil.reset();
    }

    /// Without a limit the plain time counts.
    [[nodiscard]] LimitUnit unit() const { return m_case.limit ? m_case.limit->unit : LimitUnit::NaturalDay; }

    [[nodiscard]] std::optional<Moment> due() const {
        if (!m_clock)
            return std::nullopt;
        std::optional<Moment> end = m_clock->end;
        for (std::size_t i = m_clock->firstPause; i < m_pauses.size() && end; ++i) {
            const Moment from = std::max(m_pauses[i].from, m_clock->start);
            if (from < *end)
                end = m_calendar.after(m_pauses[i].to, m_calendar.elapsed(from, *end, unit()), unit());
        }
        return end;
    }

    /// 80 % of the time that runs from the start of the clock to the deadline, pauses left out.
    [[nodiscard]] std::optional<Moment> soon() const {
        if (!m_case.due)
            return std::nullopt;
        Moment from = m_clock->start;
        seconds whole = m_calendar.elapsed(from, *m_case.due, unit());
        for (const Pause& pause : m_pauses)
            whole -= m_calendar.elapsed(std::max(from, pause.from), std::min(*m_case.due, pause.to), unit());
        seconds rest(whole.count() * 4 / 5);
        for (const Pause& pause : m_pauses) {
            if (pause.to <= from)
                continue;
            const seconds before = m_calendar.elapsed(from, pause.from, unit());
            if (rest <= before)
                break;
            rest -= before;
            from = pause.to;
        }
        const auto reached = m_calendar.after(from, rest, unit());
        return reached ? std::min(reached, m_case.due) : reached;
    }

    const WorkCalendar& m_calendar;
    DerivedCase m_case;
    bool m_isFirst = true;
    bool m_isVoidedHere = false;
    std::optional<Moment> m_ownChange; ///< last change of state by a step taken here since an import made the state
    Moment m_ended;
    std::vector<Pause> m_pauses;
    std::optional<Clock> m_clock;
};

Derivation walked(const CaseReport& report, std::span<const Step> steps, const WorkCalendar& calendar) {
    Derivation derivation(report, calendar);
    for (const Step& step : steps)
        derivation.apply(step);
    return derivation;
}

} // namespace

DerivedCase derive(const CaseReport& report, std::span<const Step> steps, const CalendarHistory& calendars) {
    const WorkCalendar& current = calendars.current();
    Derivation derivation = walked(report, steps, current);
    if (const auto ended = derivation.ended()) // the state does not depend on the calendar, so the end stays
        if (const WorkCalendar& judging = calendars.at(*ended); judging.version() != current.version())
            return walked(report, steps, judging).finished();
    return derivation.finished();
}

} // namespace gridwarden::core
