// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/area_report.h"
#include "app/report/coverage_document.h"

#include <algorithm>

namespace gridwarden::app {

using namespace core;

namespace {

/// By grid, the strictest roads first.
std::vector<const RoadCoverage*> missedOf(const Coverage& day) {
    std::vector<const RoadCoverage*> missed;
    for (const RoadCoverage& road : day.roads)
        if (isMissed(road, day.period))
            missed.push_back(&road);
    const auto key = [](const RoadCoverage* each) {
        return std::tuple(each->grid == nullptr,
                          each->grid == nullptr ? std::string_view() : std::string_view(each->grid->code),
                          -each->required, std::string_view(each->road->name), std::string_view(each->road->code));
    };
    std::sort(missed.begin(), missed.end(),
              [&](const RoadCoverage* a, const RoadCoverage* b) { return key(a) < key(b); });
    return missed;
}

DocumentTable tableOf(const std::vector<const RoadCoverage*>& missed, const Coverage& month, const ReportText& text) {
    DocumentTable table;
    table.isDense = true;
    table.columns = {{text("cases_number"), 0.5, Qt::AlignRight},
                     {text("coverage_road"), 2.2},
                     {text("coverage_grade"), 1.5},
                     {text("missed_metres"), 0.9, Qt::AlignRight},
                     {text("missed_done"), 1, Qt::AlignHCenter},
                     {text("coverage_last"), 1.6},
                     {text("missed_made_up"), 1.8}};
    const Area* grid = nullptr;
    for (std::size_t i = 0; i < missed.size(); ++i) {
        const RoadCoverage& each = *missed[i];
        if (i == 0 || each.grid != grid) {
            grid = each.grid;
            table.rows.push_back({grid == nullptr
                                      ? text("coverage_outside")
                                      : text("coverage_grid") + QLatin1Char(' ') +
                                            utf8(grid->code + (grid->name.empty() ? "" : ' ' + grid->name))});
        }
        const auto before = std::find_if(month.roads.begin(), month.roads.end(),
                                         [&](const RoadCoverage& road) { return road.road->id == each.road->id; });
        const std::optional<Moment> last = before == month.roads.end() ? each.last : before->last;
        table.rows.push_back({text.count(static_cast<std::int64_t>(i + 1)),
                              utf8(each.road->name.empty() ? each.road->code : each.road->name),
                              roadGrade(each.road->grade, text), QString::number(each.metres, 'f', 0),
                              QStringLiteral("%1/%2").arg(each.passes).arg(each.required),
                              last ? text.time(*last) : text("missed_long_ago"), QString()});
    }
    return table;
}

} // namespace

OfficialDocument missedDocument(const District& district, const MissedRoads& roads, const ReportText& text) {
    const CoveragePicture& day = roads.day;
    const std::vector<const RoadCoverage*> missed = missedOf(day.coverage);
    const auto required = std::count_if(day.coverage.roads.begin(), day.coverage.roads.end(),
                                        [](const RoadCoverage& road) { return road.required > 0; });
    double metres = 0;
    for (const RoadCoverage* each : missed)
        metres += each->metres;
    OfficialDocument document;
    document.language = text.language();
    document.title = text("missed_title", {utf8(district.name())});
    document.subtitle = text("coverage_subtitle", {text.day(day.coverage.period.to)});
    const QString on = text.day(day.coverage.period.to);
    if (required == 0)
        document.body.emplace_back(documentParagraph(text("missed_no_rule")));
    else if (missed.empty())
        document.body.emplace_back(documentParagraph(text("missed_none", {on, text.count(required)})));
    else
        document.body.emplace_back(documentParagraph(
            text("missed_intro", {on, text.count(required), text.count(static_cast<std::int64_t>(missed.size())),
                                  QString::number(metres / 1000, 'f', 1)})));
    if (!missed.empty())
        document.body.emplace_back(tableOf(missed, roads.month.coverage, text));
    return document;
}

} // namespace gridwarden::app
