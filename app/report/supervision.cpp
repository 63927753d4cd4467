// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/supervision.h"

#include "core/evaluation/figure_split.h"

#include <algorithm>
#include <array>

namespace gridwarden::app {

using namespace core;

namespace {

constexpr std::array WorkKeys = {"source_inspection", "urgings", "urging_replies", "rework_times", "overdue"};

FigureInput inputOf(const ReportScope& scope) {
    return {.cases = scope.figures.context, .sources = scope.district.sources()};
}

Result<void> readWork(const ReportScope& scope, Supervision& supervision) {
    std::vector<std::string> keys;
    for (const char* const key : WorkKeys)
        if (scope.text.figures().find(key) != nullptr)
            keys.emplace_back(key);
    const auto values = evaluateFigures(inputOf(scope), scope.text.figures(), keys, scope.period);
    if (!values)
        return fail(values);
    for (const FigureValue& value : *values)
        supervision.work.emplace_back(value.key, static_cast<std::int64_t>(value.value.value_or(0)));
    return {};
}

/// Figures of units, beside where they go.
constexpr std::array UnitFigures = {std::pair("due_to_close", &SupervisedUnit::due),
                                    std::pair("closed", &SupervisedUnit::closed),
                                    std::pair("closed_in_time", &SupervisedUnit::closedInTime),
                                    std::pair("rework", &SupervisedUnit::rework),
                                    std::pair("overdue", &SupervisedUnit::overdue),
                                    std::pair("urgings", &SupervisedUnit::urgings),
                                    std::pair("urging_replies", &SupervisedUnit::replies)};

/// Rates of whole numbers compared without rounding.
bool isBetter(const SupervisedUnit& a, const SupervisedUnit& b) {
    if ((a.due > 0) != (b.due > 0))
        return a.due > 0;
    if (a.closedInTime * b.due != b.closedInTime * a.due)
        return a.closedInTime * b.due > b.closedInTime * a.due;
    return std::tuple(a.overdue, a.unit->code) < std::tuple(b.overdue, b.unit->code);
}

Result<void> readUnits(const ReportScope& scope, Supervision& supervision) {
    std::vector<SplitFigure> figures;
    for (const auto& [key, member] : UnitFigures)
        figures.push_back({key});
    std::vector<EvaluationSubject> units;
    for (const Organisation& organisation : scope.district.people().organisations())
        units.push_back({.kind = SubjectKind::Organisations,
                         .id = organisation.id.value(),
                         .code = organisation.code,
                         .name = organisation.name});
    const auto split = splitFigures(inputOf(scope), scope.text.figures(), figures, scope.period, units);
    if (!split)
        return fail(split);
    for (std::size_t i = 0; i < units.size(); ++i) {
        SupervisedUnit unit{.unit = &scope.district.people().organisations()[i]};
        for (std::size_t k = 0; k < UnitFigures.size(); ++k)
            unit.*UnitFigures[k].second = static_cast<std::int64_t>(split->values[i][k].value.value_or(0));
        if (unit.due + unit.closed + unit.overdue + unit.urgings > 0)
            supervision.units.push_back(unit);
    }
    std::sort(supervision.units.begin(), supervision.units.end(), isBetter);
    return {};
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
    auto all = scope.indicatorsOf({}, scope.period);
    if (!all)
        return fail(all);
    supervision.all = std::move(*all);
    for (const auto read : {readWork, readUnits, readOverdue})
        if (auto done = read(scope, supervision); !done)
            return fail(done);
    auto relapses = readRelapses(scope, {});
    if (!relapses)
        return fail(relapses);
    supervision.relapses = std::move(*relapses);
    return supervision;
}

} // namespace gridwarden::app
