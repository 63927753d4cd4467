// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/figures_tables.h"

#include "app/report/page_layout.h"
#include "app/report/table.h"
#include "core/base/words.h"

namespace gridwarden::app {

namespace {

/// Counted at the moment of the data, so that an earlier period has no counterpart.
bool isOfTheMoment(const core::Figure& figure) {
    return figure.key == "open" || figure.key == "overdue";
}

using NameOf = std::function<QString(const core::TallyRow&)>;

Flow countsTable(const ReportText& text, const char* title, const std::vector<core::TallyRow>& rows,
                 const core::Counts& all, const NameOf& nameOf) {
    const double narrow = millimetres(15);
    Table table({{text(title), 0},
                 {text("column_count"), narrow, Qt::AlignRight},
                 {text("column_problems"), narrow, Qt::AlignRight},
                 {text("column_share"), millimetres(19), Qt::AlignRight},
                 {text("column_count_open"), narrow, Qt::AlignRight},
                 {text("column_count_overdue"), narrow, Qt::AlignRight},
                 {text("column_count_closed"), narrow, Qt::AlignRight},
                 {text("column_count_late"), millimetres(19), Qt::AlignRight},
                 {text("column_count_void"), narrow, Qt::AlignRight}},
                TextStyle::Small);
    const auto cells = [&](const QString& name, const core::Counts& counts) -> std::vector<TableCell> {
        return {{name},
                {text.count(counts.count)},
                {text.count(counts.problems)},
                {text.percent(counts.count, all.count)},
                {text.count(counts.open)},
                {text.count(counts.overdue), counts.overdue > 0 ? ink::Late : ink::Text},
                {text.count(counts.closed)},
                {text.count(counts.late)},
                {text.count(counts.voided)}};
    };
    for (const core::TallyRow& row : rows)
        table.addRow(cells(nameOf(row), row.counts));
    table.addTotal(cells(text("total"), all));
    return std::move(table).flow();
}

} // namespace

Flow figuresTable(const ReportScope& scope, const AreaReport& report) {
    const ReportText& text = scope.text;
    const double value = millimetres(17);
    const double change = millimetres(26);
    Table table({{text("figure"), 0},
                 {text("this_period"), value, Qt::AlignRight},
                 {text("fraction"), millimetres(23), Qt::AlignRight},
                 {text("before"), value, Qt::AlignRight},
                 {text("change"), change, Qt::AlignRight},
                 {text("last_year"), value, Qt::AlignRight},
                 {text("change_year"), change, Qt::AlignRight}},
                TextStyle::Small);
    const QString none = text("undefined");
    for (std::size_t i = 0; i < report.now.figures.size(); ++i) {
        const core::Figure& figure = report.now.figures[i];
        const std::int64_t now = figure.value(), before = report.before.figures[i].value(),
                           lastYear = report.lastYear.figures[i].value();
        const bool isAlone = isOfTheMoment(figure);
        table.addRow({{text.figureName(figure.key)},
                      {text.count(now)},
                      {QString()},
                      {isAlone ? none : text.count(before)},
                      {isAlone ? none : text.change(now, before)},
                      {isAlone ? none : text.count(lastYear)},
                      {isAlone ? none : text.change(now, lastYear)}});
    }
    for (std::size_t i = 0; i < report.now.rates.size(); ++i) {
        const core::Rate& now = report.now.rates[i];
        const core::Rate& before = report.before.rates[i];
        const core::Rate& lastYear = report.lastYear.rates[i];
        table.addRow({{text.figureName(now.key)},
                      {text.percent(now)},
                      {text.count(now.numerator) + QLatin1Char('/') + text.count(now.denominator)},
                      {text.percent(before)},
                      {text.difference(now, before)},
                      {text.percent(lastYear)},
                      {text.difference(now, lastYear)}});
    }
    return std::move(table).flow();
}

Flow areasTable(const ReportText& text, const std::vector<AreaNumbers>& rows, const AreaNumbers& all,
                const std::function<int(std::size_t)>& pageOf) {
    const double narrow = millimetres(text.language() == core::Language::Chinese ? 10 : 11.5);
    const double rate = millimetres(16);
    std::vector<TableColumn> columns = {{text("code"), millimetres(15)},
                                        {text("name"), 0},
                                        {text("column_reported"), narrow, Qt::AlignRight},
                                        {text("column_filed"), narrow, Qt::AlignRight},
                                        {text("column_due"), narrow, Qt::AlignRight},
                                        {text("column_closed"), narrow, Qt::AlignRight},
                                        {text("column_late"), narrow, Qt::AlignRight},
                                        {text("column_open"), narrow, Qt::AlignRight},
                                        {text("column_overdue"), narrow, Qt::AlignRight},
                                        {text("column_closing"), rate, Qt::AlignRight},
                                        {text("column_closing_in_time"), rate, Qt::AlignRight}};
    if (pageOf)
        columns.push_back({text("column_page"), narrow, Qt::AlignRight, /*isOnPaperOnly=*/true});
    Table table(std::move(columns), TextStyle::Small);
    const auto cells = [&](const QString& code, const QString& name, const AreaNumbers& numbers, const QString& page) {
        std::vector<TableCell> row = {{code},
                                      {name},
                                      {text.count(numbers.reported)},
                                      {text.count(numbers.filed)},
                                      {text.count(numbers.due)},
                                      {text.count(numbers.closed)},
                                      {text.count(numbers.closed - numbers.closedInTime)},
                                      {text.count(numbers.open)},
                                      {text.count(numbers.overdue), numbers.overdue > 0 ? ink::Late : ink::Text},
                                      {text.percent(numbers.closed, numbers.due)},
                                      {text.percent(numbers.closedInTime, numbers.due)}};
        if (pageOf)
            row.push_back({page});
        return row;
    };
    for (std::size_t i = 0; i < rows.size(); ++i)
        table.addRow(cells(utf8(rows[i].area->code), utf8(rows[i].area->name), rows[i],
                           pageOf ? text.count(pageOf(i)) : QString()));
    table.addTotal(cells(text("total"), {}, all, {}));
    return std::move(table).flow();
}

Flow categoriesTable(const ReportScope& scope, const AreaReport& report) {
    return countsTable(scope.text, "category", report.categories, report.reported, [&](const core::TallyRow& row) {
        return categoryName(scope, core::CategoryId(row.ids.front()), {});
    });
}

Flow sourcesTable(const ReportScope& scope, const AreaReport& report) {
    return countsTable(scope.text, "source", report.sources, report.reported, [&](const core::TallyRow& row) {
        return sourceName(scope, row.keys.front().value_or(std::string()));
    });
}

Flow definitionsTable(const ReportText& text, const core::Indicators& any) {
    Table table({{text("figure"), millimetres(34)}, {text("definitions"), 0}}, TextStyle::Small);
    const auto add = [&](std::string_view key) { table.addRow({{text.figureName(key)}, {text.figureNote(key)}}); };
    for (const core::Figure& figure : any.figures)
        add(figure.key);
    for (const core::Rate& rate : any.rates)
        add(rate.key);
    return std::move(table).flow();
}

} // namespace gridwarden::app
