// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/area_report.h"

#include "app/report/relapse_table.h"

#include "core/case_actions.h"
#include "core/cases/as_of.h"

#include <algorithm>
#include <array>

namespace gridwarden::app {

using namespace core;

namespace {

bool isLargerThanGrid(AreaKind kind) {
    return kind == AreaKind::District || kind == AreaKind::Zone || kind == AreaKind::Street || kind == AreaKind::Community;
}

std::vector<TallyRow> tallyOf(const ReportScope& scope, const Selection& selection, TallyKey key) {
    auto rows = tally(scope.figures.context, scope.district.people(), selection, {key}, AreaKind::Grid, GridsOf::Then);
    std::stable_sort(rows.begin(), rows.end(), [](const TallyRow& a, const TallyRow& b) { return a.counts.count > b.counts.count; });
    return rows;
}

void addDuties(const ReportScope& scope, const Area& area, std::vector<DutyLine>& lines) {
    const PeopleRegister& people = scope.district.people();
    std::vector<const Duty*> duties = people.dutiesOf(area.id);
    std::erase_if(duties, [&](const Duty* duty) {
        return (duty->from && *duty->from > scope.period.to) || (duty->to && *duty->to < scope.period.from);
    });
    std::stable_sort(duties.begin(), duties.end(), [](const Duty* a, const Duty* b) {
        return std::pair(a->startMinute, a->weekdays) < std::pair(b->startMinute, b->weekdays);
    });
    for (const Duty* duty : duties) {
        DutyLine line{&area, {}, {}, duty};
        if (const Person* person = people.find(duty->person)) {
            line.person = utf8(person->name);
            if (const Organisation* organisation = people.find(person->organisation))
                line.organisation = utf8(organisation->name);
        }
        lines.push_back(std::move(line));
    }
}

/// The deadline as if the case were dispatched at the moment of the data; none without a limit.
Result<std::optional<Moment>> forecast(const ReportScope& scope, CaseId id) {
    const auto report = loadReport(scope.district.connection(), id);
    if (!report)
        return fail(report);
    auto loaded = loadSteps(scope.district.connection(), id);
    if (!loaded)
        return fail(loaded);
    const std::vector<Step> steps = stepsAsOf(std::move(*loaded), scope.asOf());
    if (!*report || steps.empty())
        return std::nullopt;
    const DerivedCase derived = derive(**report, steps, scope.district.calendars());
    const auto deadline = deadlineOf(derived, scope.district.calendars(), scope.asOf());
    return deadline ? std::optional(deadline->due) : std::nullopt;
}

Result<void> readDeadline(const ReportScope& scope, CaseLine& line) {
    if (line.fact.due != 0) {
        line.due = Moment(seconds(line.fact.due));
        return {};
    }
    const CaseState state = line.fact.stateAt(scope.asOf());
    if (state != CaseState::Reported && state != CaseState::Filed)
        return {};
    const auto due = forecast(scope, line.fact.id);
    if (!due)
        return fail(due);
    line.due = *due;
    line.isForecast = due->has_value();
    return {};
}

/// Rows of all figures of the period, those reported in it before those carried over, each by time.
Selection listOf(const ReportScope& scope, AreaReport& report) {
    const CaseFacts& facts = *scope.figures.facts;
    Selection rows;
    for (const Figure& figure : report.now.figures)
        rows.insert(rows.end(), figure.rows.begin(), figure.rows.end());
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    const Selection& reported = report.now.figure("reported").rows;
    const auto isCarried = [&](std::uint32_t row) { return !std::binary_search(reported.begin(), reported.end(), row); };
    std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple(isCarried(a), facts[a].reported, a) < std::tuple(isCarried(b), facts[b].reported, b);
    });
    report.reportedCount = reported.size();
    report.carriedCount = rows.size() - reported.size();
    if (rows.size() > MaxListedCases)
        rows.resize(MaxListedCases);
    return rows;
}

} // namespace

Result<std::vector<CaseLine>> readCaseLines(const ReportScope& scope, const Selection& rows) {
    std::vector<CaseId> ids;
    for (const std::uint32_t row : rows)
        ids.push_back((*scope.figures.facts)[row].id);
    auto texts = loadTexts(scope.district.connection(), ids);
    if (!texts)
        return fail(texts);
    std::unordered_map<CaseId, CaseText> byId;
    for (CaseText& text : *texts)
        byId.emplace(text.id, std::move(text));
    std::vector<CaseLine> lines;
    for (const std::uint32_t row : rows) {
        CaseLine line;
        line.fact = (*scope.figures.facts)[row];
        line.text = std::move(byId[line.fact.id]);
        if (auto done = readDeadline(scope, line); !done)
            return fail(done);
        lines.push_back(std::move(line));
    }
    return lines;
}

Filter ReportScope::filterOf(const Area& area) const {
    Filter filter;
    filter.kind = area.kind;
    filter.areas = {area.id};
    return filter;
}

Result<Indicators> ReportScope::indicatorsOf(const Filter& filter, Period of) const {
    return indicators({.cases = figures.context, .sources = district.sources(), .within = filter}, text.figures(), of);
}

Result<AreaReport> readAreaReport(const ReportScope& scope, const Area& area) {
    const FiguresContext& context = scope.figures.context;
    AreaReport report;
    report.area = &area;
    report.above = scope.district.areas().above(area.id, scope.period.to);

    const Filter filter = scope.filterOf(area);
    const std::array periods = {std::pair(&report.now, scope.period), std::pair(&report.before, previousPeriod(scope.period)),
                                std::pair(&report.lastYear, sameLastYear(scope.period))};
    for (const auto& [target, period] : periods) {
        auto counted = scope.indicatorsOf(filter, period);
        if (!counted)
            return fail(counted);
        *target = std::move(*counted);
    }
    const Selection& reported = report.now.figure("reported").rows;
    report.reported = countAll(context, reported);
    report.categories = tallyOf(scope, reported, TallyKey::Category);
    report.sources = tallyOf(scope, reported, TallyKey::Source);

    auto relapsed = readRelapses(scope, scope.filterOf(area));
    if (!relapsed)
        return fail(relapsed);
    report.relapses = std::make_shared<const RelapseReport>(std::move(*relapsed));

    addDuties(scope, area, report.duties);
    for (const Area* above : report.above)
        if (above->kind == AreaKind::Zone)
            addDuties(scope, *above, report.duties);

    if (isLargerThanGrid(area.kind)) {
        const auto grids = scope.district.areas().ofKind(AreaKind::Grid, scope.period.to);
        for (const Area* grid : grids) {
            const auto parents = scope.district.areas().above(grid->id, scope.period.to);
            if (std::find(parents.begin(), parents.end(), &area) == parents.end())
                continue;
            const auto counted = scope.indicatorsOf(scope.filterOf(*grid), scope.period);
            if (!counted)
                return fail(counted);
            report.inside.push_back(numbersOf(grid, *counted));
        }
        std::sort(report.inside.begin(), report.inside.end(),
                  [](const AreaNumbers& a, const AreaNumbers& b) { return a.area->code < b.area->code; });
    }
    auto lines = readCaseLines(scope, listOf(scope, report));
    if (!lines)
        return fail(lines);
    report.cases = std::move(*lines);
    return report;
}

AreaNumbers numbersOf(const Area* area, const Indicators& indicators) {
    const auto value = [&](std::string_view key) { return indicators.figure(key).value(); };
    return {area,          value("reported"),       value("filed"), value("due_to_close"),
            value("closed"), value("closed_in_time"), value("open"),  value("overdue")};
}

QString categoryName(const ReportScope& scope, CategoryId id, std::string_view otherwise) {
    const Category* category = scope.district.categories().find(id);
    if (category == nullptr)
        return otherwise.empty() ? scope.text("category_unknown") : utf8(otherwise);
    return utf8(scope.text.language() == Language::English && !category->english.empty() ? category->english : category->name);
}

QString sourceName(const ReportScope& scope, std::string_view key) {
    for (const CaseSource& source : scope.district.sources())
        if (source.key == key)
            return utf8(scope.text.language() == Language::English && !source.english.empty() ? source.english : source.name);
    return key.empty() ? scope.text("source_unknown") : utf8(key);
}

QString labelOf(const Area& area, const ReportText& text) {
    return text.word("area_kinds", areaKindKey(area.kind)) + QLatin1Char(' ') + utf8(area.code);
}

QString utf8(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

} // namespace gridwarden::app
