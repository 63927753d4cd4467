// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/state_check.h"

#include "core/cases/case_deriving.h"
#include "core/store/geometry_blob.h"

#include <limits>

namespace gridwarden::core {

namespace {

constexpr int PageSize = 2000;

void checkCase(CheckRun& run, const CaseRows& rows, const DerivingRules& rules) {
    const std::string& number = rows.report.number;
    const CaseId id = rows.report.id;
    if (rows.stepFault) {
        run.fault({"case-unreadable", {number, rows.stepFault->what.key}}, Remedy::Restore, id);
        return;
    }
    const auto expected = expectedState(rows, rules);
    if (!expected)
        run.fault({"case-without-steps", {number}}, Remedy::Restore, id);
    else if (!rows.state)
        run.fault({"case-state-missing", {number}}, Remedy::Repair, id);
    else if (!agrees(rows, *expected, rules))
        run.fault({"case-state-differs", {number}}, Remedy::Repair, id);
}

/// Counted over all cases; worth knowing and nothing wrong.
Result<void> noteCounts(CheckRun& run) {
    for (const auto& [key, sql] : {std::pair("cases-outside", "SELECT count(*) FROM case_state WHERE grid IS NULL"),
                                   std::pair("cases-without-category", "SELECT count(*) FROM case_state WHERE category IS NULL")}) {
        const auto count = run.connection().integer(sql);
        if (!count)
            return fail(count);
        if (*count > 0)
            run.note({key, {std::to_string(*count)}});
    }
    return {};
}

} // namespace

Result<DerivingRules> loadDerivingRules(Connection& connection) {
    const auto name = connection.text("SELECT value FROM setting WHERE key = 'timezone'");
    if (!name)
        return fail(name);
    auto zone = TimeZone::find(name->empty() ? std::string("Asia/Shanghai") : *name);
    if (!zone)
        return fail(zone);
    auto areas = loadAreas(connection);
    if (!areas)
        return fail(areas);
    auto calendars = loadCalendars(connection, *zone);
    if (!calendars)
        return fail(calendars);
    return DerivingRules{std::move(*areas), std::move(*calendars), std::move(*zone)};
}

std::optional<StoredState> expectedState(const CaseRows& rows, const DerivingRules& rules) {
    if (rows.steps.empty() || rows.stepFault)
        return std::nullopt;
    return stateOf(rows.report, rows.steps, rules.calendars, rules.areas, rules.zone);
}

bool agrees(const CaseRows& rows, const StoredState& expected, const DerivingRules& rules) {
    const auto& place = expected.derived.place;
    return rows.state && rows.state->derived == expected.derived && rows.state->grid == expected.grid &&
           rows.geometry == (place ? pointBlob(*place).bytes : std::string()) && rows.utcOffset == rules.zone.offset(expected.derived.reported);
}

Result<void> checkStates(CheckRun& run) {
    Connection& connection = run.connection();
    const auto rules = loadDerivingRules(connection);
    if (!rules)
        return fail(rules);
    const auto count = connection.integer("SELECT count(*) FROM case_report");
    if (!count)
        return fail(count);
    std::int64_t done = 0;
    CaseId last(std::numeric_limits<std::int64_t>::min());
    while (true) {
        const auto page = readCasePage(connection, last, PageSize);
        if (!page)
            return fail(page);
        for (const StepId step : page->straySteps)
            run.fault({"step-orphan", {std::to_string(step.value())}}, Remedy::Restore);
        if (page->cases.empty())
            break;
        for (const CaseRows& rows : page->cases)
            checkCase(run, rows, *rules);
        last = page->cases.back().report.id;
        done += static_cast<std::int64_t>(page->cases.size());
        if (auto going = run.reached(static_cast<double>(done) / static_cast<double>(std::max<std::int64_t>(*count, 1))); !going)
            return going;
    }
    const auto orphans = connection.each("SELECT case_id FROM case_state WHERE case_id NOT IN (SELECT id FROM case_report)", {}, [&](const Row& row) {
        run.fault({"case-state-orphan", {row.text(0)}}, Remedy::Repair);
        return true;
    });
    if (!orphans)
        return orphans;
    return noteCounts(run);
}

} // namespace gridwarden::core
