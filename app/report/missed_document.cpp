// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/area_report.h"
#include "app/report/coverage_document.h"

#include <algorithm>

namespace gridwarden::app {

using namespace core;

namespace {

/// Pieces of one road in a grid that were all missed: one line of the list.
struct MissedRoad {
    const RoadCoverage* first = nullptr;
    std::int64_t pieces = 0;
    double metres = 0;
    std::int64_t passes = 0;    ///< of the piece with the fewest
    std::optional<Moment> last; ///< of the piece that was passed longest ago
};

auto orderOf(const RoadCoverage& each) {
    return std::tuple(each.grid == nullptr,
                      each.grid == nullptr ? std::string_view() : std::string_view(each.grid->code), -each.required,
                      std::string_view(each.road->name),
                      each.road->name.empty() ? std::string_view(each.road->code) : std::string_view());
}

/// By grid, the strictest roads first.
std::vector<MissedRoad> missedOf(const MissedRoads& roads) {
    const Coverage& day = roads.day.coverage;
    std::vector<const RoadCoverage*> missed;
    for (const RoadCoverage& road : day.roads)
        if (isMissed(road, day))
            missed.push_back(&road);
    std::stable_sort(missed.begin(), missed.end(),
                     [](const RoadCoverage* a, const RoadCoverage* b) { return orderOf(*a) < orderOf(*b); });
    // The same roads, in the same order.
    const auto last = [&](const RoadCoverage* road) {
        return roads.month.coverage.roads[static_cast<std::size_t>(road - day.roads.data())].last;
    };
    std::vector<MissedRoad> lines;
    for (const RoadCoverage* const each : missed) {
        if (lines.empty() || orderOf(*lines.back().first) != orderOf(*each))
            lines.push_back({each, 0, 0, each->passes, last(each)});
        MissedRoad& line = lines.back();
        ++line.pieces;
        line.metres += each->metres;
        line.passes = std::min(line.passes, each->passes);
        line.last = std::min(line.last, last(each)); // none comes first
    }
    return lines;
}

DocumentTable tableOf(const std::vector<MissedRoad>& missed, const ReportText& text) {
    DocumentTable table;
    table.isDense = true;
    table.columns = {{text("cases_number"), 0.5, Qt::AlignRight},
                     {text("coverage_road"), 2.2},
                     {text("coverage_grade"), 1.3},
                     {text("missed_metres"), 1, Qt::AlignRight},
                     {text("missed_done"), 1, Qt::AlignHCenter},
                     {text("coverage_last"), 2},
                     {text("missed_made_up"), 1.8}};
    const Area* grid = nullptr;
    for (std::size_t i = 0; i < missed.size(); ++i) {
        const RoadCoverage& each = *missed[i].first;
        if (i == 0 || each.grid != grid) {
            grid = each.grid;
            table.rows.push_back({grid == nullptr
                                      ? text("coverage_outside")
                                      : text("coverage_grid") + QLatin1Char(' ') +
                                            utf8(grid->code + (grid->name.empty() ? "" : ' ' + grid->name))});
        }
        const QString name = utf8(each.road->name.empty() ? each.road->code : each.road->name);
        table.rows.push_back(
            {text.count(static_cast<std::int64_t>(i + 1)),
             missed[i].pieces == 1 ? name : text("missed_pieces", {name, text.count(missed[i].pieces)}),
             roadGrade(each.road->grade, text), QString::number(missed[i].metres, 'f', 0),
             QStringLiteral("%1/%2").arg(missed[i].passes).arg(each.required),
             missed[i].last ? text.time(*missed[i].last) : text("missed_long_ago"), QString()});
    }
    return table;
}

} // namespace

OfficialDocument missedDocument(const District& district, const MissedRoads& roads, const ReportText& text) {
    const CoveragePicture& day = roads.day;
    const std::vector<MissedRoad> missed = missedOf(roads);
    const auto required = std::count_if(day.coverage.roads.begin(), day.coverage.roads.end(),
                                        [](const RoadCoverage& road) { return road.required > 0; });
    double metres = 0;
    std::int64_t pieces = 0;
    for (const MissedRoad& each : missed) {
        metres += each.metres;
        pieces += each.pieces;
    }
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
        document.body.emplace_back(documentParagraph(text(
            "missed_intro", {on, text.count(required), text.count(pieces), QString::number(metres / 1000, 'f', 1)})));
    if (!missed.empty())
        document.body.emplace_back(tableOf(missed, text));
    return document;
}

} // namespace gridwarden::app
