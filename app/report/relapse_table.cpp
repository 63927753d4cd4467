// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/relapse_table.h"

#include "app/report/page_layout.h"
#include "app/report/table.h"
#include "app/report/text_block.h"
#include "core/figures/case_places.h"

namespace gridwarden::app {

using namespace core;

namespace {

Result<std::string> addressAt(const ReportScope& scope, const Selection& rows) {
    constexpr std::size_t Enough = 3; // of the latest
    std::vector<CaseId> ids;
    for (std::size_t i = rows.size() > Enough ? rows.size() - Enough : 0; i < rows.size(); ++i)
        ids.push_back((*scope.figures.facts)[rows[i]].id);
    const auto texts = loadTexts(scope.district.connection(), ids);
    if (!texts)
        return fail(texts);
    for (auto text = texts->rbegin(); text != texts->rend(); ++text)
        if (!text->address.empty())
            return text->address;
    return std::string();
}

} // namespace

Result<RelapseReport> readRelapses(const ReportScope& scope, const Filter& filter) {
    const FiguresContext& context = scope.figures.context;
    RelapseReport report;
    const auto cases = select(context, filter);
    if (!cases)
        return fail(cases);
    const auto places = CasePlaces::make(context, {std::nullopt, report.squareMetres});
    if (!places)
        return fail(places);
    const Relapses found = relapses(context, *cases, places->of(context, *cases, GridsOf::Then), report.options);
    report.curve = relapseCurve(found);
    const std::int64_t begin = context.zone.start(scope.period.from).time_since_epoch().count();
    const std::int64_t end = context.zone.start(scope.period.to + std::chrono::days(1)).time_since_epoch().count();
    for (const RelapsePlace& place : found.places) {
        if (place.lastReturn < begin || place.lastReturn >= end)
            continue;
        ++report.placeCount;
        if (report.lines.size() == RelapseReport::MostLines)
            continue;
        auto address = addressAt(scope, found.rowsOf(place));
        if (!address)
            return fail(address);
        report.lines.push_back({place, std::move(*address)});
    }
    return report;
}

Flow relapseTable(const ReportScope& scope, const RelapseReport& report) {
    if (report.lines.empty())
        return {};
    const ReportText& text = scope.text;
    const double narrow = millimetres(14);
    Table table({{text("relapse_place"), 0},
                 {text("category"), millimetres(30)},
                 {text("relapse_cleared"), narrow, Qt::AlignRight},
                 {text("relapse_returned"), narrow, Qt::AlignRight},
                 {text("relapse_early", {text.count(report.options.withinDays)}), narrow, Qt::AlignRight},
                 {text("relapse_median"), narrow, Qt::AlignRight},
                 {text("relapse_last"), millimetres(27)}},
                TextStyle::Small);
    for (const RelapseLine& line : report.lines) {
        const RelapsePlace& counts = line.counts;
        table.addRow({{line.address.empty() ? text("undefined") : utf8(line.address)},
                      {categoryName(scope, counts.category, {})},
                      {text.count(counts.spells)},
                      {text.count(counts.relapses)},
                      {text.count(counts.earlyRelapses)},
                      {counts.medianDays ? QString::number(*counts.medianDays, 'f', 1) : text("undefined")},
                      {text.time(Moment(seconds(counts.lastReturn)))}});
    }
    Flow flow = std::move(table).flow();
    const SurvivalCurve& curve = report.curve;
    const QString median = curve.median ? text("relapse_half", {QString::number(*curve.median, 'f', 1)}) : text("relapse_less_than_half");
    append(flow, paragraph(text("relapse_note", {QString::number(report.squareMetres), text.count(static_cast<std::int64_t>(report.placeCount)),
                                                 text.count(static_cast<std::int64_t>(curve.spells)), text.count(static_cast<std::int64_t>(curve.events)), median}),
                           TextStyle::Small, ink::Faint));
    return flow;
}

} // namespace gridwarden::app
