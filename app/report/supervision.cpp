// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/supervision.h"

#include <algorithm>
#include <array>

namespace gridwarden::app {

using namespace core;

namespace {

constexpr std::array WorkKeys = {"source_inspection", "urgings", "urging_replies", "rework_times", "overdue"};

Result<std::vector<std::int64_t>> valuesOf(const ReportScope& scope, std::span<const std::string> keys, Filter within) {
    const FigureInput input{
        .cases = scope.figures.context, .sources = scope.district.sources(), .within = std::move(within)};
    const auto values = evaluateFigures(input, scope.text.figures(), keys, scope.period);
    if (!values)
        return fail(values);
    std::vector<std::int64_t> counts;
    for (const FigureValue& value : *values)
        counts.push_back(static_cast<std::int64_t>(value.value.value_or(0)));
    return counts;
}

Result<SupervisedUnit> readUnit(const ReportScope& scope, const Organisation& organisation) {
    Filter within;
    within.organisations = {organisation.id};
    const auto counted = scope.indicatorsOf(within, scope.period);
    if (!counted)
        return fail(counted);
    const auto steps = valuesOf(scope, std::array<std::string, 2>{"urgings", "urging_replies"}, within);
    if (!steps)
        return fail(steps);
    const auto value = [&](const char* key) { return counted->figure(key).value(); };
    return SupervisedUnit{&organisation,   value("due_to_close"), value("closed"), value("closed_in_time"),
                          value("rework"), value("overdue"),      steps->front(),  steps->back()};
}

/// Rates of whole numbers compared without rounding.
bool isBetter(const SupervisedUnit& a, const SupervisedUnit& b) {
    if ((a.due > 0) != (b.due > 0))
        return a.due > 0;
    if (a.closedInTime * b.due != b.closedInTime * a.due)
        return a.closedInTime * b.due > b.closedInTime * a.due;
    return std::tuple(a.overdue, a.unit->code) < std::tuple(b.overdue, b.unit->code);
}

Result<void> readOverdue(const ReportScope& scope, Supervision& supervision) {
    Selection rows = supervision.all.figure("overdue").rows;
    supervision.overdueCount = rows.size();
    const CaseFacts& facts = *scope.figures.facts;
    std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(facts[a].due, a) < std::pair(facts[b].due, b);
    });
    rows.resize(std::min(rows.size(), Supervision::MostNamed));
    auto lines = readCaseLines(scope, rows);
    if (!lines)
        return fail(lines);
    supervision.overdue = std::move(*lines);
    return {};
}

} // namespace

Result<Supervision> readSupervision(const ReportScope& scope) {
    Supervision supervision;
    std::vector<std::string> keys;
    for (const char* const key : WorkKeys)
        if (scope.text.figures().find(key) != nullptr)
            keys.emplace_back(key);
    const auto work = valuesOf(scope, keys, {});
    if (!work)
        return fail(work);
    for (std::size_t i = 0; i < keys.size(); ++i)
        supervision.work.emplace_back(keys[i], (*work)[i]);
    auto all = scope.indicatorsOf({}, scope.period);
    if (!all)
        return fail(all);
    supervision.all = std::move(*all);
    for (const Organisation& organisation : scope.district.people().organisations()) {
        auto unit = readUnit(scope, organisation);
        if (!unit)
            return fail(unit);
        if (unit->due + unit->closed + unit->overdue + unit->urgings > 0)
            supervision.units.push_back(*unit);
    }
    std::sort(supervision.units.begin(), supervision.units.end(), isBetter);
    if (auto done = readOverdue(scope, supervision); !done)
        return fail(done);
    auto relapses = readRelapses(scope, {});
    if (!relapses)
        return fail(relapses);
    supervision.relapses = std::move(*relapses);
    return supervision;
}

} // namespace gridwarden::app
