// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/as_of.h"

#include <algorithm>

namespace gridwarden::core {

void forgetAfter(Moment asOf, Step& step) {
    if (step.kind != StepKind::Import)
        return;
    StepDetail& detail = step.detail;
    const auto isAhead = [asOf](const std::optional<Moment>& time) { return time && *time > asOf; };
    if (isAhead(detail.closed))
        detail.closedAs.clear();
    for (auto* time : {&detail.filed, &detail.dispatched, &detail.handled, &detail.closed})
        if (isAhead(*time))
            time->reset();
}

std::vector<Step> stepsAsOf(std::vector<Step> steps, Moment asOf) {
    std::erase_if(steps, [asOf](const Step& step) { return step.at > asOf; });
    for (Step& step : steps)
        forgetAfter(asOf, step);
    return steps;
}

std::optional<CaseRecord> recordAsOf(CaseRecord record, const CalendarHistory& calendars, Moment asOf) {
    record.steps = stepsAsOf(std::move(record.steps), asOf);
    if (record.steps.empty() || (record.steps.front().kind != StepKind::Report && record.steps.front().kind != StepKind::Import))
        return std::nullopt;
    std::erase_if(record.photos, [&](const Photo& photo) {
        return std::none_of(record.steps.begin(), record.steps.end(), [&](const Step& step) { return step.id == photo.step; });
    });
    record.derived = derive(record.report, record.steps, calendars);
    return record;
}

} // namespace gridwarden::core
