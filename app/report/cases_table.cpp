// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/cases_table.h"

#include "app/report/page_layout.h"
#include "app/report/table.h"
#include "app/report/text_block.h"

namespace gridwarden::app {

namespace {

/// How late a case is: still running, or when it ended. Empty where nothing can be said.
TableCell lateness(const CaseLine& line, const ReportScope& scope) {
    const ReportText& text = scope.text;
    const core::CaseFact& fact = line.fact;
    if (fact.isOverdueAt(scope.asOf()))
        return {text("late_open", {text.duration(scope.asOf() - core::Moment(core::seconds(fact.due)))}), ink::Late};
    if (fact.isLate())
        return {text("late_closed", {text.duration(core::seconds(fact.closed - fact.due))}), ink::Late};
    if (core::classOf(fact.stateAt(scope.asOf())) != core::CaseClass::Closed || fact.due == 0)
        return {{}};
    return {text(fact.closed > fact.due ? "excused" : "in_time"), ink::Faint};
}

std::vector<TableCell> cellsOf(std::size_t number, const CaseLine& line, const ReportScope& scope) {
    const ReportText& text = scope.text;
    const auto time = [&](std::int64_t moment) {
        return moment == 0 ? text("undefined") : text.time(core::Moment(core::seconds(moment)));
    };
    const QString address = utf8(line.text.address);
    const QString description = utf8(line.text.description);
    // A description often says the place as well.
    QString what = description.contains(address) ? description : address;
    if (what == address && !description.isEmpty() && description != address)
        what += QLatin1Char('\n') + description;
    QString due = line.due ? text.time(*line.due) : text("undefined");
    if (line.isForecast)
        due += QLatin1Char('*');
    return {{text.count(static_cast<std::int64_t>(number))},
            {utf8(line.text.number) + QLatin1Char('\n') + time(line.fact.reported)},
            {categoryName(scope, line.fact.category, line.text.categoryText)},
            {what},
            {text.word("states", core::caseStateKey(line.fact.stateAt(scope.asOf()))), ink::Text, line.fact.lampAt(scope.asOf())},
            {due + QLatin1Char('\n') + time(line.fact.closed)},
            lateness(line, scope)};
}

} // namespace

Flow casesTable(const ReportScope& scope, const AreaReport& report) {
    const ReportText& text = scope.text;
    Table table({{text("cases_number"), millimetres(8), Qt::AlignRight},
                 {text("cases_case"), millimetres(31)},
                 {text("cases_category"), millimetres(21)},
                 {text("cases_place"), 0},
                 {text("cases_state"), millimetres(15)},
                 {text("cases_due"), millimetres(25)},
                 {text("cases_late"), millimetres(15)}},
                TextStyle::Fine);
    const auto count = [&](std::size_t value) { return text.count(static_cast<std::int64_t>(value)); };
    for (std::size_t i = 0; i < report.cases.size(); ++i) {
        if (i == 0 && report.reportedCount > 0)
            table.addGroup(text("cases_reported", {count(report.reportedCount)}));
        if (i == report.reportedCount)
            table.addGroup(text("cases_carried", {count(report.carriedCount)}));
        table.addRow(cellsOf(i + 1, report.cases[i], scope));
    }
    Flow flow = std::move(table).flow();
    const std::size_t all = report.reportedCount + report.carriedCount;
    if (all > report.cases.size())
        append(flow, paragraph(text("cases_cut", {count(report.cases.size()), count(all - report.cases.size())}), TextStyle::Small));
    append(flow, paragraph(text("cases_note"), TextStyle::Small, ink::Faint));
    return flow;
}

} // namespace gridwarden::app
