// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/bar_picture.h"
#include "app/report/official_words.h"
#include "app/report/supervision.h"

#include <algorithm>

namespace gridwarden::app {

using namespace core;

namespace {

constexpr std::size_t MostPraised = 3, MostBlamed = 5;

QString nameOf(const Organisation* organisation) {
    return utf8(organisation->name);
}

/// Writes one bulletin; its parts look at the same numbers.
class Writing {
public:
    Writing(const ReportScope& scope, const Supervision& supervision)
        : m_scope(scope), m_text(scope.text), m_supervision(supervision), m_numbers(scope.text.language()) {}

    OfficialDocument write(std::optional<Day> putRightBy, const OfficialHeading& heading) {
        m_document.language = m_text.language();
        m_document.title = m_text("supervision_title", {utf8(m_scope.district.name())});
        m_document.subtitle = m_text("bulletin_subtitle", {m_text.period(m_scope.period)});
        work();
        units();
        overdue();
        relapses();
        next("supervision_required");
        say(putRightBy ? m_text("supervision_put_right_by", {m_text.day(*putRightBy)})
                       : m_text("supervision_put_right"));
        giveHeading(m_document, heading, m_text.day(m_scope.district.timeZone().day(m_scope.asOf())));
        return std::move(m_document);
    }

private:
    void add(DocumentBlock block) { m_document.body.push_back(std::move(block)); }
    void next(const char* key) { add(m_numbers.next(1, m_text(key))); }
    void say(const QString& text) { add(documentParagraph(text)); }
    [[nodiscard]] QString caption(const char* key) {
        return m_text("supervision_table", {m_text.count(++m_tables), m_text(key)});
    }

    void work() {
        next("supervision_work");
        QStringList parts;
        for (const auto& [key, value] : m_supervision.work) {
            const FigureDefinition& figure = *m_text.figures().find(key);
            parts +=
                m_text("supervision_item", {m_text.figureName(key), m_text.count(value),
                                            m_text.language() == Language::Chinese ? utf8(figure.unit) : QString()})
                    .trimmed();
        }
        say(m_text("supervision_done", {m_text.period(m_scope.period), parts.join(m_text("bulletin_separator")),
                                        m_text.time(m_scope.asOf())}));
        const Indicators& all = m_supervision.all;
        say(m_text("supervision_whole",
                   {m_text.count(all.figure("due_to_close").value()),
                    m_text.count(all.figure("closed_in_time").value()), m_text.percent(all.rate("closing_in_time")),
                    m_text.count(all.figure("rework").value()), m_text.percent(all.rate("rework_rate"))}));
    }

    void units() {
        if (m_supervision.units.empty())
            return;
        next("supervision_units");
        QStringList good, bad;
        std::vector<const SupervisedUnit*> behind;
        const Rate& whole = m_supervision.all.rate("closing_in_time");
        for (const SupervisedUnit& each : m_supervision.units) {
            const bool isGood = each.due > 0 && each.overdue == 0 &&
                                each.closedInTime * whole.denominator >= whole.numerator * each.due;
            if (isGood && static_cast<std::size_t>(good.size()) < MostPraised)
                good +=
                    m_text("supervision_good_unit", {nameOf(each.unit), m_text.percent(each.closedInTime, each.due)});
            if (each.overdue > 0 || each.urgings > each.replies)
                behind.push_back(&each);
        }
        std::stable_sort(behind.begin(), behind.end(),
                         [](const SupervisedUnit* a, const SupervisedUnit* b) { return a->overdue > b->overdue; });
        for (std::size_t i = 0; i < std::min(behind.size(), MostBlamed); ++i) {
            QStringList why;
            if (behind[i]->overdue > 0)
                why += m_text("supervision_has_overdue", {m_text.count(behind[i]->overdue)});
            if (behind[i]->urgings > behind[i]->replies)
                why += m_text("supervision_has_urgings", {m_text.count(behind[i]->urgings - behind[i]->replies)});
            bad += m_text("supervision_bad_unit", {nameOf(behind[i]->unit), why.join(m_text("supervision_comma"))});
        }
        if (!good.isEmpty())
            say(m_text("supervision_good", {good.join(m_text("list_separator"))}));
        if (!bad.isEmpty())
            say(m_text("supervision_bad", {bad.join(m_text("bulletin_separator"))}));
        DocumentTable table;
        table.caption = caption("supervision_units");
        table.isDense = m_text.language() == Language::English;
        const double count = m_text.language() == Language::English ? 1.35 : 1; // longer words
        table.columns = {{m_text("supervision_unit"), 3.2},
                         {m_text("column_due"), count, Qt::AlignRight},
                         {m_text("column_closed"), count, Qt::AlignRight},
                         {m_text("column_closing_in_time"), 1.5, Qt::AlignRight},
                         {m_text.figureName("rework"), 1.25 * count, Qt::AlignRight},
                         {m_text("supervision_urged"), count, Qt::AlignRight},
                         {m_text("supervision_replied"), 1.1 * count, Qt::AlignRight},
                         {m_text("column_overdue"), count, Qt::AlignRight}};
        for (const SupervisedUnit& each : m_supervision.units)
            table.rows.push_back({nameOf(each.unit), m_text.count(each.due), m_text.count(each.closed),
                                  m_text.percent(each.closedInTime, each.due), m_text.count(each.rework),
                                  m_text.count(each.urgings), m_text.count(each.replies), m_text.count(each.overdue)});
        table.note = m_text("supervision_units_note");
        add(std::move(table));
        picture();
    }

    void picture() {
        BarChart chart;
        chart.full = 1;
        for (const SupervisedUnit& each : m_supervision.units)
            if (each.due > 0 && chart.bars.size() < MostBars)
                chart.bars.push_back({nameOf(each.unit),
                                      static_cast<double>(each.closedInTime) / static_cast<double>(each.due),
                                      m_text.percent(each.closedInTime, each.due)});
        if (chart.bars.size() < 2)
            return;
        const Rate& whole = m_supervision.all.rate("closing_in_time");
        chart.caption = m_text("bulletin_areas_picture", {m_text.count(1)});
        chart.mark = whole.value();
        chart.markLabel = m_text("bulletin_all") + QLatin1Char(' ') + m_text.percent(whole);
        add(barPicture(std::move(chart), m_text.language()));
    }

    void overdue() {
        next("supervision_overdue");
        if (m_supervision.overdue.empty()) {
            say(m_text("supervision_none_overdue", {m_text.time(m_scope.asOf())}));
            return;
        }
        DocumentTable table;
        table.caption = caption("supervision_overdue");
        table.isDense = true;
        table.columns = {{m_text("worklist_case"), 1.7},
                         {m_text("category"), 1.3},
                         {m_text("worklist_what"), 2.8},
                         {m_text("supervision_unit"), 1.4},
                         {m_text("supervision_over"), 1.1}};
        for (const CaseLine& line : m_supervision.overdue) {
            const Organisation* const unit = m_scope.district.people().find(line.fact.organisation);
            const QString address = utf8(line.text.address);
            table.rows.push_back({utf8(line.text.number),
                                  categoryName(m_scope, line.fact.category, line.text.categoryText),
                                  address.isEmpty() ? utf8(line.text.description) : address,
                                  unit != nullptr ? nameOf(unit) : m_text("undefined"),
                                  m_text("late_open", {m_text.duration(m_scope.asOf() - *line.due)})});
        }
        if (m_supervision.overdueCount > m_supervision.overdue.size())
            table.note =
                m_text("supervision_cut", {m_text.count(static_cast<std::int64_t>(m_supervision.overdueCount)),
                                           m_text.count(static_cast<std::int64_t>(m_supervision.overdue.size()))});
        add(std::move(table));
    }

    void relapses() {
        const RelapseReport& report = m_supervision.relapses;
        if (report.lines.empty())
            return;
        next("relapses");
        DocumentTable table;
        table.caption = caption("relapses");
        table.columns = {{m_text("relapse_place"), 3},
                         {m_text("category"), 1.6},
                         {m_text("relapse_cleared"), 1, Qt::AlignRight},
                         {m_text("relapse_returned"), 1, Qt::AlignRight},
                         {m_text("relapse_last"), 2.4}};
        for (const RelapseLine& line : report.lines)
            table.rows.push_back({line.address.empty() ? m_text("undefined") : utf8(line.address),
                                  categoryName(m_scope, line.counts.category, {}), m_text.count(line.counts.spells),
                                  m_text.count(line.counts.relapses),
                                  m_text.time(Moment(seconds(line.counts.lastReturn)))});
        table.note = m_text("supervision_relapses_note", {QString::number(report.squareMetres),
                                                          m_text.count(static_cast<std::int64_t>(report.placeCount))});
        add(std::move(table));
    }

    const ReportScope& m_scope;
    const ReportText& m_text;
    const Supervision& m_supervision;
    HeadingNumbers m_numbers;
    OfficialDocument m_document;
    int m_tables = 0;
};

} // namespace

OfficialDocument supervisionDocument(const ReportScope& scope, const Supervision& supervision,
                                     std::optional<Day> putRightBy, const OfficialHeading& heading) {
    return Writing(scope, supervision).write(putRightBy, heading);
}

} // namespace gridwarden::app
