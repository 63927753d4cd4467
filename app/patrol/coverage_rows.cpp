// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/patrol/coverage_rows.h"

#include "app/report/coverage_document.h"
#include "app/report/report_text.h"
#include "app/text/message_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace gridwarden::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Coverage)
};

QString utf8(const std::string& text) {
    return QString::fromStdString(text);
}
constexpr int YearLength = 5; ///< "2026-", which the period says already

QString kilometres(double metres) {
    return QString::number(metres / 1000, 'f', 1);
}
QString percent(double part, double whole) {
    const auto value = hundredthsOfPercent(std::llround(part), std::llround(whole));
    return value ? QString::number(static_cast<double>(*value) / 100, 'f', 1) + QLatin1Char('%') : QStringLiteral("—");
}
double share(double part, double whole) {
    return whole > 0 ? part / whole : -1;
}

/// Adds a cell that is sorted by a number.
void add(CoverageRow& row, double value, const QString& text) {
    row.values.emplace_back(value);
    row.texts += text;
}
void add(CoverageRow& row, const QString& text) {
    row.values.emplace_back(text);
    row.texts += text;
}

std::vector<CoverageRow> roadRows(const core::Coverage& coverage, const core::TimeZone& zone) {
    std::vector<CoverageRow> rows;
    const int days = coverage.requiredDays;
    for (const core::RoadCoverage& road : coverage.roads) {
        CoverageRow& row = rows.emplace_back();
        row.area = road.road->id;
        row.isMissed = core::isMissed(road, coverage);
        add(row, utf8(road.road->name.empty() ? road.road->code : road.road->name));
        add(row, road.road->grade.empty() ? QStringLiteral("—") : word("road_grades", road.road->grade));
        add(row, road.grid == nullptr ? QStringLiteral("—") : utf8(road.grid->code));
        add(row, road.metres, QString::number(road.metres, 'f', 0));
        add(row, share(road.coveredMetres, road.metres), percent(road.coveredMetres, road.metres));
        add(row, static_cast<double>(road.passes), QString::number(road.passes));
        const std::int64_t required = std::int64_t{road.required} * days;
        add(row, static_cast<double>(required - road.passesKept),
            required > 0 ? QStringLiteral("%1/%2").arg(road.passesKept).arg(required) : QStringLiteral("—"));
        const QString kept = QStringLiteral("%1/%2").arg(road.daysKept).arg(days);
        add(row, road.required > 0 ? road.daysKept : -1,
            road.required == 0 ? QStringLiteral("—")
            : row.isMissed     ? QStringLiteral("▲ ") + kept
                               : kept);
        const double last = road.last ? static_cast<double>(road.last->time_since_epoch().count()) : 0;
        add(row, last, road.last ? utf8(core::localText(*road.last, zone)).mid(YearLength) : QStringLiteral("—"));
    }
    return rows;
}

std::vector<CoverageRow> gridRows(const core::Coverage& coverage, const std::vector<int>& serviceHours) {
    std::vector<CoverageRow> rows;
    for (const core::GridCoverage& grid : coverage.grids) {
        CoverageRow& row = rows.emplace_back();
        row.area = grid.grid == nullptr ? core::AreaId() : grid.grid->id;
        row.isMissed = grid.coveredMetres <= 0;
        add(row, grid.grid == nullptr
                     ? Words::tr("in no grid")
                     : utf8(grid.grid->name.empty() ? grid.grid->code : grid.grid->code + ' ' + grid.grid->name));
        add(row, grid.metres, kilometres(grid.metres));
        add(row, share(grid.coveredMetres, grid.metres), percent(grid.coveredMetres, grid.metres));
        add(row, grid.minutes, QString::number(grid.minutes, 'f', 0));
        add(row, blindHours(grid, serviceHours));
    }
    return rows;
}

std::vector<MarkedRoads::Road> roadMarks(const core::Coverage& coverage) {
    std::vector<MarkedRoads::Road> marks;
    using Sign = MarkedRoads::Sign;
    for (const core::RoadCoverage& road : coverage.roads) {
        Sign sign = Sign::NotPassed;
        if (road.required > 0)
            sign = !core::isMissed(road, coverage) ? Sign::Kept : road.coveredMetres > 0 ? Sign::Partly : Sign::Missed;
        else if (road.coveredMetres > 0)
            sign = Sign::Passed;
        marks.push_back({road.road->shape.lines, sign});
    }
    return marks;
}

QString coverageSentence(const core::Coverage& coverage) {
    if (coverage.roads.empty())
        return Words::tr(
            "The district has no roads with a line. Import them as areas of the kind road, then bring in tracks.");
    const QString roads = Words::tr("%1 km of roads, %2 covered.")
                              .arg(kilometres(coverage.metres()), percent(coverage.coveredMetres(), coverage.metres()));
    const std::int64_t required = coverage.passesRequired();
    const QString passes =
        required == 0 ? Words::tr("No passes are required.")
                      : Words::tr("%1 of %2 passes kept (%3).")
                            .arg(coverage.passesKept())
                            .arg(required)
                            .arg(percent(static_cast<double>(coverage.passesKept()), static_cast<double>(required)));
    if (coverage.tracks == 0)
        return Words::tr("No tracks of these days.") + QLatin1Char(' ') + roads + QLatin1Char(' ') + passes;
    const QString tracks = Words::tr("%n track(s), %1 km, %2 h.", nullptr, static_cast<int>(coverage.tracks))
                               .arg(kilometres(coverage.trackMetres), QString::number(coverage.trackHours, 'f', 1));
    const QString lost =
        coverage.unknownRoads == 0
            ? QString()
            : QLatin1Char(' ') +
                  Words::tr("%1 passages lie on roads that are not valid any more.").arg(coverage.unknownRoads);
    return tracks + QLatin1Char(' ') + roads + QLatin1Char(' ') + passes + lost;
}

} // namespace

std::vector<CoverageColumn> roadColumns() {
    return {{Words::tr("Road")},
            {Words::tr("Grade")},
            {Words::tr("Grid")},
            {Words::tr("Length (m)"), {}, true},
            {Words::tr("Covered"), Words::tr("Share of its length that was passed at least once"), true},
            {Words::tr("Passes"),
             Words::tr("A road was passed as often as most of its length was, in either direction"), true},
            {Words::tr("Kept"), Words::tr("Passes that were required and kept; sorted by what lacks"), true},
            {Words::tr("Days kept"), Words::tr("Days with as many passes as required"), true},
            {Words::tr("Last passed")}};
}

std::vector<CoverageColumn> gridColumns() {
    return {{Words::tr("Grid")},
            {Words::tr("Roads (km)"), {}, true},
            {Words::tr("Covered"), Words::tr("Share of the length of its roads that was passed at least once"), true},
            {Words::tr("Minutes"), Words::tr("Time on its roads"), true},
            {Words::tr("Hours without patrol"),
             Words::tr("Hours of duty in which nobody was on its roads on any day of the period")}};
}

CoverageView viewOf(const core::CoveragePicture& picture, const core::TimeZone& zone) {
    const core::Coverage& coverage = picture.coverage;
    return {coverageSentence(coverage), roadRows(coverage, zone), roadMarks(coverage),
            gridRows(coverage, picture.serviceHours)};
}

} // namespace gridwarden::app
