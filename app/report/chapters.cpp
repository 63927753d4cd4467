// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/chapters.h"

#include "app/report/cases_table.h"
#include "app/report/figures_tables.h"
#include "app/report/key_figures.h"
#include "app/report/opening.h"
#include "app/report/page_layout.h"
#include "app/report/relapse_table.h"
#include "app/report/table.h"
#include "app/report/text_block.h"

#include <algorithm>

namespace gridwarden::app {

namespace {

/// Numbers the headings of a chapter.
class Sections {
public:
    explicit Sections(const ReportText& text) : m_text(text) {}
    Flow next(const QString& title) {
        return heading(m_text("section", {m_text("section_" + std::to_string(++m_number)), title}));
    }

private:
    const ReportText& m_text;
    int m_number = 0;
};

Flow dutiesTable(const ReportText& text, const std::vector<DutyLine>& duties) {
    if (duties.empty())
        return paragraph(text("duty_none"));
    Table table({{text("duty_area"), millimetres(24)},
                 {text("duty_person"), millimetres(18)},
                 {text("duty_organisation"), millimetres(28)},
                 {text("duty_responsibility"), 0},
                 {text("duty_time"), millimetres(27)},
                 {text("duty_period"), millimetres(23)}},
                TextStyle::Small);
    for (const DutyLine& line : duties) {
        const core::Duty& duty = *line.duty;
        const auto day = [](core::Day each) { return utf8(core::dayText(each)); };
        QString period = text("always");
        if (duty.from && duty.to)
            period = day(*duty.from) + QLatin1Char('\n') + text("until", {day(*duty.to)});
        else if (duty.from)
            period = text("since", {day(*duty.from)});
        else if (duty.to)
            period = text("until", {day(*duty.to)});
        table.addRow(
            {{text.word("area_kinds", core::areaKindKey(line.area->kind)) + QLatin1Char('\n') + utf8(line.area->code)},
             {line.person},
             {line.organisation},
             {utf8(duty.responsibility)},
             {text.weekdays(duty.weekdays) + QLatin1Char('\n') + text.hours(duty.startMinute, duty.endMinute)},
             {period}});
    }
    return std::move(table).flow();
}

Piece numbersInARow(const std::array<KeyFigure, 3>& figures) {
    const double height = millimetres(26);
    return {.height = height,
            .paint =
                [figures, height](QPainter& painter, QPointF corner) {
                    const double gap = millimetres(3);
                    const double width = (sheet::TypeWidth - 2 * gap) / 3;
                    for (std::size_t i = 0; i < figures.size(); ++i)
                        paintKeyFigure(painter, corner + QPointF(static_cast<double>(i) * (width + gap), 0),
                                       {width, height}, figures[i]);
                },
            .spaceBefore = points(4),
            .content = std::make_shared<const DocumentBlocks>(DocumentBlocks{keyFigureTable(figures)})};
}

/// The first 16 digits in groups of four: enough to compare by eye.
QString shortHash(const std::string& hash) {
    QString text;
    for (std::size_t i = 0; i < 16 && i < hash.size(); i += 4)
        text += (i == 0 ? QString() : QStringLiteral(" ")) + QString::fromStdString(hash.substr(i, 4));
    return text;
}

QString commonKind(const std::vector<AreaNumbers>& areas, const ReportText& text) {
    const core::AreaKind first = areas.front().area->kind;
    const bool isCommon =
        std::all_of(areas.begin(), areas.end(), [&](const AreaNumbers& each) { return each.area->kind == first; });
    return isCommon ? text.word("area_kinds", core::areaKindKey(first)) : text("areas_mixed");
}

} // namespace

Flow areaChapter(const ReportScope& scope, const AreaReport& report, std::shared_ptr<const AreaMap> map) {
    const ReportText& text = scope.text;
    Sections sections(text);
    Flow flow = areaOpening(scope, report, std::move(map));

    append(flow, sections.next(text("duties")));
    append(flow, dutiesTable(text, report.duties));

    append(flow, sections.next(text("figures")));
    append(flow, figuresTable(scope, report));
    append(flow, paragraph(text("figures_note", {text.period(core::previousPeriod(scope.period)),
                                                 text.period(core::sameLastYear(scope.period))}),
                           TextStyle::Small, ink::Faint));

    if (!report.inside.empty()) {
        append(flow, sections.next(text("inside", {text.word("area_kinds", "grid")})));
        append(flow, areasTable(text, report.inside, numbersOf(nullptr, report.now)));
    }
    if (report.reported.count > 0) {
        append(flow, sections.next(text("categories")));
        append(flow, categoriesTable(scope, report));
        append(flow, sourcesTable(scope, report));
        append(flow, paragraph(text("categories_note"), TextStyle::Small, ink::Faint));
    }
    if (Flow relapses = relapseTable(scope, *report.relapses); !relapses.empty()) {
        append(flow, sections.next(text("relapses")));
        append(flow, std::move(relapses));
    }
    append(flow, sections.next(text("cases")));
    append(flow, report.cases.empty() ? paragraph(text("cases_none")) : casesTable(scope, report));
    return flow;
}

Flow summaryChapter(const ReportScope& scope, const Summary& summary, const std::function<int(std::size_t)>& pageOf) {
    const ReportText& text = scope.text;
    const QString district = utf8(scope.district.name());
    const QString kind = commonKind(summary.areas, text);
    const QString count = text.count(static_cast<std::int64_t>(summary.areas.size()));
    Flow flow = titleBlock(text("summary_title", {district, kind}),
                           text("summary_subtitle", {text.period(scope.period), count}), originOf(scope));
    flow.front().startsPage = true;
    flow.push_back(numbersInARow(keyFigures(summary.now, summary.before, text)));
    append(flow, paragraph(leadSentence(scope, summary.now, text("summary_who", {count, kind}))));
    append(flow, heading(text("summary_table", {kind})));
    append(flow, areasTable(text, summary.areas, numbersOf(nullptr, summary.now), pageOf));
    append(flow, paragraph(text("summary_note", {text.period(scope.period)}), TextStyle::Small, ink::Faint));
    return flow;
}

Flow definitionsChapter(const ReportScope& scope, const core::Indicators& any) {
    Flow flow = heading(scope.text("definitions"));
    flow.front().startsPage = true;
    append(flow, definitionsTable(scope.text, any));
    if (scope.head)
        append(flow,
               paragraph(scope.text("journal_head", {QString::number(scope.head->sequence),
                                                     scope.text.time(scope.head->at), shortHash(scope.head->hash)}),
                         TextStyle::Small, ink::Faint));
    return flow;
}

} // namespace gridwarden::app
