// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/facts_builder.h"

#include <algorithm>

namespace gridwarden::core {

namespace {

/// So many cases are derived from one statement, which sorts their steps in memory.
constexpr std::int64_t PageSize = 4096;

constexpr std::string_view PageEndSql =
    "SELECT max(id) FROM (SELECT id FROM case_report WHERE id > ? ORDER BY id LIMIT ?)";
constexpr std::string_view StepsSql =
    "SELECT r.id, r.category, r.longitude, r.latitude, r.source, s.grid, t.id, t.kind, t.at, t.recorded, t.person, "
    "t.detail FROM case_report r JOIN step t ON t.case_id = r.id LEFT JOIN case_state s ON s.case_id = r.id "
    "WHERE r.id > ? AND r.id <= ? AND t.at <= ? ORDER BY r.id, t.at, t.recorded, t.id";

/// Drops the times of an import that lay ahead at a moment, and with the end also the way it ended.
void forgetAfter(Moment asOf, StepDetail& detail) {
    const auto isAhead = [asOf](const std::optional<Moment>& time) { return time && *time > asOf; };
    if (isAhead(detail.closed))
        detail.closedAs.clear();
    for (auto* time : {&detail.filed, &detail.dispatched, &detail.handled, &detail.closed})
        if (isAhead(*time))
            time->reset();
}

struct CaseSteps {
    CaseReport report;
    AreaId grid;
    std::vector<Step> steps;
};

CaseFact factOf(const CaseSteps& input, const CalendarHistory& calendars, FactsBuilder& builder) {
    CaseFact fact = core::factOf(derive(input.report, input.steps, calendars));
    fact.id = input.report.id;
    fact.grid = input.grid;
    fact.source = builder.source(input.report.source);
    return fact;
}

/// A case whose report lies ahead does not exist yet.
bool hasBegun(const CaseSteps& input) {
    return !input.steps.empty() &&
           (input.steps.front().kind == StepKind::Report || input.steps.front().kind == StepKind::Import);
}

} // namespace

Result<std::shared_ptr<const CaseFacts>> factsAsOf(Connection& connection, const CalendarHistory& calendars,
                                                   Moment asOf) {
    FactsBuilder builder;
    CaseSteps current;
    const auto finishCase = [&] {
        if (hasBegun(current))
            builder.append(factOf(current, calendars, builder));
        current = {};
    };
    std::optional<Error> unreadable;
    const auto take = [&](const Row& row) {
        if (const auto id = row.id<CaseId>(0); id != current.report.id) {
            finishCase();
            current.report.id = id;
            current.report.category = row.id<CategoryId>(1);
            if (!row.isNull(2) && !row.isNull(3))
                current.report.place = GeoPoint{row.real(2), row.real(3)};
            current.report.source = row.text(4);
            current.grid = row.id<AreaId>(5);
        }
        auto detail = detailFromText(row.text(11));
        if (!detail) {
            unreadable = detail.error();
            return false;
        }
        Step step;
        step.id = row.id<StepId>(6);
        step.caseId = current.report.id;
        step.kind = static_cast<StepKind>(row.integer(7));
        step.at = row.moment(8);
        step.recorded = row.moment(9);
        step.person = row.id<PersonId>(10);
        step.detail = std::move(*detail);
        if (step.kind == StepKind::Import)
            forgetAfter(asOf, step.detail);
        current.steps.push_back(std::move(step));
        return true;
    };
    for (std::int64_t last = 0;;) {
        const auto end = connection.integer(PageEndSql, {last, PageSize});
        if (!end)
            return fail(end);
        if (*end == 0)
            break;
        const auto done = connection.each(StepsSql, {last, *end, asOf}, take);
        if (!done)
            return fail(done);
        if (unreadable)
            return tl::unexpected<Error>(*unreadable);
        last = *end;
    }
    finishCase();
    return builder.finish();
}

} // namespace gridwarden::core
