// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/cases/case_state.h"

#include <algorithm>
#include <cmath>

namespace gridwarden::core {

namespace {

constexpr int MostExtensions = 2;

Message because(std::string key) {
    return {std::move(key), {}};
}

/// The same clock time one year later; of 29 February the last of the month.
Moment oneYearAfter(Moment moment, const TimeZone& zone) {
    const LocalTime local = zone.toLocal(moment);
    const Day day = std::chrono::floor<std::chrono::days>(local);
    std::chrono::year_month_day date = std::chrono::year_month_day(day) + std::chrono::years(1);
    if (!date.ok())
        date = date.year() / date.month() / std::chrono::last;
    return zone.toUtc(LocalTime(Day(date)) + (local - LocalTime(day)));
}

bool isLateClosed(const DerivedCase& current) {
    return current.due && current.closed && *current.closed > *current.due;
}

std::optional<Message> whyNoResult(const Step& step, const DerivedCase& current) {
    const auto& result = step.detail.result;
    switch (step.kind) {
    case StepKind::VerifyBefore:
    case StepKind::CheckAfter:
        return result ? std::nullopt : std::optional(because("step-needs-result"));
    case StepKind::Appeal: // made without a result; the next one gives it
        if (result == StepResult::Unable || (current.appealPending && !result))
            return because("step-needs-result");
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

std::optional<Message> whyNoUntil(const Step& step, const DerivedCase& current, const WorkCalendar& calendar) {
    const auto& until = step.detail.until;
    if (step.kind == StepKind::Suspend) {
        if (!until)
            return because("step-needs-until");
        if (*until <= step.at)
            return because("step-until-past");
        if (*until > oneYearAfter(step.at, calendar.zone()))
            return because("step-suspend-too-long");
    }
    if (step.kind == StepKind::Extend) {
        if (!until && !(current.due && current.limit && calendar.end(*current.due, *current.limit)))
            return because("step-needs-until");
        if (until && *until <= step.at)
            return because("step-until-past");
        if (until && current.due && *until <= *current.due)
            return because("step-until-not-later");
    }
    return std::nullopt;
}

bool isOnEarth(GeoPoint place) {
    return std::abs(place.longitude) <= 180 && std::abs(place.latitude) <= 90;
}

std::optional<Message> whyNoCorrection(const StepDetail& detail) {
    if (!detail.place && detail.category.isNull() && !detail.description && !detail.address && detail.fields.empty())
        return because("step-needs-change");
    if (detail.place && !isOnEarth(*detail.place))
        return because("step-place-invalid");
    return std::nullopt;
}

bool needsNote(StepKind kind) {
    return kind == StepKind::Return || kind == StepKind::Reject || kind == StepKind::ForceClose ||
           kind == StepKind::Void;
}

} // namespace

std::optional<Message> whyNot(StepKind kind, const DerivedCase& current, Moment at) {
    if (kind == StepKind::Report)
        return because("step-only-first");
    if (kind == StepKind::Import)
        return because("step-only-by-import");
    if (current.state == CaseState::Void)
        return because("step-is-void");
    if (at < current.last)
        return Message{"step-before-last", {isoUtc(current.last)}};
    const CaseState state = stateAt(current.state, current.resumed, current.suspendedUntil, at);
    if (!hasTransition(kind, state))
        return Message{"step-needs-state", {std::string(stepKindKey(kind)), std::string(caseStateKey(state))}};

    const bool isPastDue = current.due && at > *current.due;
    if (kind == StepKind::Extend && isPastDue)
        return because("step-extension-late");
    if (kind == StepKind::Extend && current.extensions >= MostExtensions)
        return because("step-extension-limit-reached");
    if (kind == StepKind::Suspend && current.suspensions > 0)
        return because("step-suspended-once");
    if (kind == StepKind::Suspend && isPastDue)
        return because("step-suspend-late");
    if (kind == StepKind::Appeal && !isLateClosed(current))
        return because("step-appeal-not-late");
    if (kind == StepKind::Appeal && (current.appealGranted || current.appealRefused))
        return because("step-appeal-once");
    if (kind == StepKind::Close && current.lastCheckFailed)
        return because("step-check-failed");
    return std::nullopt;
}

std::optional<Message> whyNot(const Step& step, const DerivedCase& current, const CalendarHistory& calendars) {
    if (auto reason = whyNot(step.kind, current, step.at))
        return reason;
    const StepDetail& detail = step.detail;
    if ((step.kind == StepKind::Dispatch || step.kind == StepKind::Transfer) && detail.organisation.isNull() &&
        detail.person.isNull())
        return because("step-needs-receiver");
    if (auto reason = whyNoResult(step, current))
        return reason;
    if (needsNote(step.kind) && trimmed(detail.note).empty())
        return because("step-needs-note");
    if (auto reason = whyNoUntil(step, current, calendars.current()))
        return reason;
    if (step.kind == StepKind::Correct)
        if (auto reason = whyNoCorrection(detail))
            return reason;
    if (step.kind == StepKind::Link && detail.with.isNull())
        return because("step-needs-case");
    if (step.kind == StepKind::Link && detail.with == step.caseId)
        return because("step-links-itself");
    if (detail.quantity && !(std::isfinite(*detail.quantity) && *detail.quantity >= 0))
        return because("step-quantity-invalid");
    if (constexpr std::array<std::string_view, 4> Urgings = {"", "overdue", "leader", "important"};
        std::find(Urgings.begin(), Urgings.end(), detail.urging) == Urgings.end())
        return Message{"step-urging-unknown", {detail.urging}};
    if (step.kind == StepKind::Urge && !detail.reply.empty() && !current.urgePending)
        return because("step-nothing-urged");
    if (detail.limit && !(std::isfinite(detail.limit->value) && detail.limit->value > 0))
        return because("limit-not-positive");
    return std::nullopt;
}

} // namespace gridwarden::core
