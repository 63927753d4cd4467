// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/coverage_document.h"

#include "app/report/area_report.h"
#include "app/report/bar_picture.h"
#include "app/report/official_words.h"

#include <algorithm>
#include <map>

namespace gridwarden::app {

using namespace core;

namespace {

constexpr std::size_t MostMissed = 30;
constexpr double Kilometre = 1000;

QString km(double metres) {
    return QString::number(metres / Kilometre, 'f', 1);
}

/// Metres as whole numbers, so that a share is rounded as everywhere.
QString shareOf(double part, double whole, const ReportText& text) {
    return text.percent(std::llround(part), std::llround(whole));
}

struct GradeSum {
    std::int64_t roads = 0, required = 0, kept = 0;
    double metres = 0, covered = 0;
};

class Writing {
public:
    Writing(const CoveragePicture& picture, const ReportText& text)
        : m_coverage(picture.coverage), m_rules(picture.rules), m_text(text), m_hours(picture.serviceHours),
          m_numbers(text.language()) {}

    OfficialDocument write(const QString& district, const QString& squad) {
        m_document.language = m_text.language();
        m_document.title = m_text("coverage_title", {district});
        const QString period = m_text.period(m_coverage.period);
        m_document.subtitle =
            squad.isEmpty() ? m_text("coverage_subtitle", {period}) : m_text("coverage_subtitle_of", {period, squad});
        whole(period);
        grades();
        grids();
        missed();
        return std::move(m_document);
    }

private:
    void add(DocumentBlock block) { m_document.body.push_back(std::move(block)); }
    void next(const char* key) { add(m_numbers.next(1, m_text(key))); }
    [[nodiscard]] QString caption(const char* key) {
        return m_text("supervision_table", {m_text.count(++m_tables), m_text(key)});
    }

    void whole(const QString& period) {
        next("coverage_whole");
        const Coverage& all = m_coverage;
        add(documentParagraph(
            all.tracks == 0 ? m_text("coverage_nothing")
                            : m_text("coverage_tracks",
                                     {period, m_text.count(static_cast<std::int64_t>(all.tracks)), km(all.trackMetres),
                                      QString::number(all.trackHours, 'f', 1), km(all.metres()),
                                      km(all.coveredMetres()), shareOf(all.coveredMetres(), all.metres(), m_text)})));
        if (all.passesRequired() > 0)
            add(documentParagraph(
                m_text("coverage_passes", {m_text.count(all.passesRequired()), m_text.count(all.passesKept()),
                                           m_text.percent(all.passesKept(), all.passesRequired())})));
        if (all.unmatchedMetres >= Kilometre / 10)
            add(documentParagraph(m_text("coverage_beside", {km(all.unmatchedMetres)})));
    }

    void grades() {
        next("coverage_grades");
        std::map<std::pair<int, std::string>, GradeSum> sums; // those with most passes first
        for (const RoadCoverage& road : m_coverage.roads) {
            GradeSum& sum = sums[{-road.required, road.road->grade}];
            ++sum.roads;
            sum.metres += road.metres;
            sum.covered += road.coveredMetres;
            sum.required += std::int64_t{road.required} * m_coverage.requiredDays;
            sum.kept += road.passesKept;
        }
        DocumentTable table;
        table.caption = caption("coverage_grades");
        table.isDense = m_text.language() == Language::English; // longer words
        table.columns = {{m_text("coverage_grade"), 2.2},
                         {m_text("coverage_roads"), 1, Qt::AlignRight},
                         {m_text("coverage_km"), 1.2, Qt::AlignRight},
                         {m_text("coverage_share"), 1.2, Qt::AlignRight},
                         {m_text("coverage_each_day"), 1.1, Qt::AlignRight},
                         {m_text("coverage_required"), 1.1, Qt::AlignRight},
                         {m_text("coverage_kept"), 1.1, Qt::AlignRight},
                         {m_text("coverage_kept_share"), 1.2, Qt::AlignRight}};
        const auto row = [&](const QString& name, const QString& eachDay, const GradeSum& sum) -> QStringList {
            return {
                name,    m_text.count(sum.roads),    km(sum.metres),         shareOf(sum.covered, sum.metres, m_text),
                eachDay, m_text.count(sum.required), m_text.count(sum.kept), m_text.percent(sum.kept, sum.required)};
        };
        GradeSum all;
        for (const auto& [key, sum] : sums) {
            table.rows.push_back(row(roadGrade(key.second, m_text), m_text.count(-key.first), sum));
            all = {all.roads + sum.roads, all.required + sum.required, all.kept + sum.kept, all.metres + sum.metres,
                   all.covered + sum.covered};
        }
        table.total = row(m_text("total"), {}, all);
        table.note = m_text("coverage_rule_note", {QString::number(m_rules.share * 100) + QLatin1Char('%')});
        add(std::move(table));
    }

    [[nodiscard]] QString nameOf(const GridCoverage& each) const {
        return each.grid == nullptr
                   ? m_text("coverage_outside")
                   : utf8(each.grid->name.empty() ? each.grid->code : each.grid->code + ' ' + each.grid->name);
    }

    void grids() {
        if (m_coverage.grids.empty())
            return;
        next("coverage_grids");
        DocumentTable table;
        table.caption = caption("coverage_grids");
        table.isDense = true;
        table.columns = {{m_text("coverage_grid"), 2.4},
                         {m_text("coverage_km"), 1, Qt::AlignRight},
                         {m_text("coverage_covered_km"), 1, Qt::AlignRight},
                         {m_text("coverage_share"), 1.15, Qt::AlignRight},
                         {m_text("coverage_minutes"), 1, Qt::AlignRight},
                         {m_text("coverage_blind"), 2.2}};
        for (const GridCoverage& each : m_coverage.grids)
            table.rows.push_back({nameOf(each), km(each.metres), km(each.coveredMetres),
                                  shareOf(each.coveredMetres, each.metres, m_text),
                                  m_text.count(std::llround(each.minutes)), blindHours(each, m_hours)});
        table.note = m_text("coverage_grids_note");
        add(std::move(table));
        BarChart chart;
        chart.full = 1;
        chart.caption = m_text("coverage_grids_picture");
        std::vector<const GridCoverage*> most;
        for (const GridCoverage& each : m_coverage.grids)
            most.push_back(&each);
        std::stable_sort(most.begin(), most.end(), [](const GridCoverage* a, const GridCoverage* b) {
            return a->coveredMetres * b->metres > b->coveredMetres * a->metres;
        });
        for (std::size_t i = 0; i < std::min(most.size(), MostBars); ++i)
            chart.bars.push_back({nameOf(*most[i]), most[i]->coveredMetres / most[i]->metres,
                                  shareOf(most[i]->coveredMetres, most[i]->metres, m_text)});
        if (most.size() > MostBars)
            chart.caption += m_text("bulletin_picture_cut", {m_text.count(MostBars)});
        if (chart.bars.size() > 1)
            add(barPicture(std::move(chart), m_text.language()));
    }

    void missed() {
        next("coverage_missed");
        const int days = m_coverage.requiredDays;
        const auto lacks = [days](const RoadCoverage& road) {
            return std::int64_t{road.required} * days - road.passesKept;
        };
        std::vector<const RoadCoverage*> missed;
        for (const RoadCoverage& road : m_coverage.roads)
            if (isMissed(road, m_coverage))
                missed.push_back(&road);
        if (missed.empty()) {
            add(documentParagraph(m_coverage.passesRequired() > 0 ? m_text("coverage_none_missed")
                                                                  : m_text("missed_no_rule")));
            return;
        }
        std::stable_sort(missed.begin(), missed.end(),
                         [&](const RoadCoverage* a, const RoadCoverage* b) { return lacks(*a) > lacks(*b); });
        DocumentTable table;
        table.caption = caption("coverage_missed");
        table.isDense = true;
        table.columns = {{m_text("coverage_road"), 2.2},
                         {m_text("coverage_grade"), 1.4},
                         {m_text("coverage_grid"), 1},
                         {m_text("coverage_each_day"), 0.9, Qt::AlignRight},
                         {m_text("coverage_days_kept"), 1, Qt::AlignRight},
                         {m_text("coverage_kept"), 1, Qt::AlignRight},
                         {m_text("coverage_last"), 2.2}};
        for (std::size_t i = 0; i < std::min(missed.size(), MostMissed); ++i) {
            const RoadCoverage& each = *missed[i];
            table.rows.push_back({utf8(each.road->name.empty() ? each.road->code : each.road->name),
                                  roadGrade(each.road->grade, m_text),
                                  each.grid == nullptr ? m_text("coverage_outside") : utf8(each.grid->code),
                                  m_text.count(each.required), QStringLiteral("%1/%2").arg(each.daysKept).arg(days),
                                  QStringLiteral("%1/%2").arg(each.passesKept).arg(std::int64_t{each.required} * days),
                                  each.last ? m_text.time(*each.last) : m_text("undefined")});
        }
        if (missed.size() > MostMissed)
            table.note = m_text("coverage_missed_note", {m_text.count(static_cast<std::int64_t>(missed.size())),
                                                         m_text.count(static_cast<std::int64_t>(MostMissed))});
        add(std::move(table));
    }

    const Coverage& m_coverage;
    const PatrolRules& m_rules;
    const ReportText& m_text;
    const std::vector<int>& m_hours;
    HeadingNumbers m_numbers;
    OfficialDocument m_document;
    int m_tables = 0;
};

} // namespace

QString roadGrade(const std::string& grade, const ReportText& text) {
    if (grade.empty())
        return text("coverage_no_grade");
    const QString word = text.word("road_grades", grade);
    return word.isEmpty() ? utf8(grade) : word;
}

QString blindHours(const GridCoverage& grid, const std::vector<int>& serviceHours) {
    QStringList spans;
    for (std::size_t i = 0; i < serviceHours.size(); ++i) {
        const auto isBlind = [&](std::size_t at) {
            return grid.minutesOfHour[static_cast<std::size_t>(serviceHours[at])] <= 0;
        };
        if (!isBlind(i))
            continue;
        const int first = serviceHours[i];
        while (i + 1 < serviceHours.size() && serviceHours[i + 1] == serviceHours[i] + 1 && isBlind(i + 1))
            ++i;
        spans += QStringLiteral("%1–%2").arg(first).arg(serviceHours[i] + 1);
    }
    return spans.join(QStringLiteral(", "));
}

OfficialDocument coverageDocument(const District& district, const CoveragePicture& picture, const QString& squad,
                                  const ReportText& text) {
    return Writing(picture, text).write(utf8(district.name()), squad);
}

} // namespace gridwarden::app
