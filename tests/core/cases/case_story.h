// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of a case told one after the other.
#pragma once

#include "core/cases/case_state.h"
#include "tests/core/district/calendar_samples.h"

#include <string>
#include <vector>

namespace gridwarden::test {

using core::StepDetail;
using core::StepKind;

inline const core::CaseId StoryCase(77);
inline const core::OrganisationId Squad(5);
inline const core::PersonId Handler(6);

inline core::CalendarHistory historyOf(const core::CalendarDefinition& definition, const core::TimeZone& zone = {}) {
    return core::CalendarHistory({{1, core::Moment(), core::WorkCalendar(definition, zone, 1)}});
}

// Details, for the steps that need one.
inline StepDetail nothing() {
    return {};
}
inline StepDetail with(core::Limit limit) {
    StepDetail detail;
    detail.limit = limit;
    return detail;
}
inline StepDetail noted(std::string note) {
    StepDetail detail;
    detail.note = std::move(note);
    return detail;
}
inline StepDetail resulting(core::StepResult result) {
    StepDetail detail;
    detail.result = result;
    return detail;
}
/// To the squad's handler, with a limit if any.
inline StepDetail toHandler(std::optional<core::Limit> limit = {}) {
    StepDetail detail;
    detail.organisation = Squad;
    detail.person = Handler;
    detail.limit = limit;
    return detail;
}

inline constexpr core::Limit workingHours(double value) {
    return {value, core::LimitUnit::WorkingHour};
}
inline constexpr core::Limit urgentHours(double value) {
    return {value, core::LimitUnit::UrgentHour};
}
inline constexpr core::Limit workingDays(double value) {
    return {value, core::LimitUnit::WorkingDay};
}

/// Times are on the clocks of the calendar's zone; a step is entered when it is done unless said otherwise.
class CaseStory {
public:
    explicit CaseStory(core::CalendarHistory calendars = historyOf(autumnDefinition()))
        : m_calendars(std::move(calendars)) {
        m_report.id = StoryCase;
        m_report.category = core::CategoryId(11);
        m_report.place = core::GeoPoint{120.5, 28.5};
    }

    CaseStory& step(StepKind kind, std::string_view at, const StepDetail& detail = {}) {
        m_steps.push_back(made(kind, at, detail));
        return *this;
    }
    CaseStory& entered(std::string_view at) {
        m_steps.back().recorded = time(at);
        return *this;
    }
    /// Reported, filed and dispatched at the same moment.
    CaseStory& dispatched(std::string_view at, std::optional<core::Limit> limit) {
        return step(StepKind::Report, at).step(StepKind::File, at).step(StepKind::Dispatch, at, toHandler(limit));
    }
    CaseStory& suspended(std::string_view at, std::string_view until) {
        StepDetail detail;
        detail.until = time(until);
        return step(StepKind::Suspend, at, detail);
    }
    CaseStory& extended(std::string_view at, std::string_view until) {
        StepDetail detail;
        detail.until = time(until);
        return step(StepKind::Extend, at, detail);
    }

    [[nodiscard]] core::Moment time(std::string_view text) const { return moment(text, m_calendars.current().zone()); }
    [[nodiscard]] core::Step made(StepKind kind, std::string_view at, const StepDetail& detail) const {
        return {core::StepId(static_cast<std::int64_t>(m_steps.size()) + 1),
                StoryCase,
                kind,
                time(at),
                time(at),
                "tester",
                {},
                detail};
    }
    [[nodiscard]] core::DerivedCase derived() const { return core::derive(m_report, m_steps, m_calendars); }
    [[nodiscard]] std::optional<core::Message> whyNot(StepKind kind, std::string_view at,
                                                      const StepDetail& detail = {}) const {
        return core::whyNot(made(kind, at, detail), derived(), m_calendars);
    }
    /// The key of the reason, or "" when the step is allowed.
    [[nodiscard]] std::string reason(StepKind kind, std::string_view at, const StepDetail& detail = {}) const {
        const auto message = whyNot(kind, at, detail);
        return message ? message->key : std::string();
    }
    /// "2026-11-20 17:00" in the zone, or "none".
    [[nodiscard]] std::string text(const std::optional<core::Moment>& moment) const {
        return moment ? core::localText(*moment, m_calendars.current().zone()) : "none";
    }
    [[nodiscard]] std::string due() const { return text(derived().due); }
    [[nodiscard]] std::string soon() const { return text(derived().soon); }
    [[nodiscard]] const core::CalendarHistory& calendars() const { return m_calendars; }

private:
    core::CalendarHistory m_calendars;
    core::CaseReport m_report;
    std::vector<core::Step> m_steps;
};

} // namespace gridwarden::test

namespace Catch {
template <> struct StringMaker<gridwarden::core::CaseState> {
    static std::string convert(gridwarden::core::CaseState state) {
        return std::string(gridwarden::core::caseStateKey(state));
    }
};
} // namespace Catch
