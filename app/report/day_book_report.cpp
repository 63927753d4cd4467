// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/day_book_report.h"

#include "app/report/day_book_keys.h"
#include "app/report/opening.h"
#include "app/report/page_layout.h"
#include "app/report/table.h"
#include "app/report/text_block.h"
#include "app/text/activity_kind_name.h"

#include <QLocale>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr std::size_t MostListed = 100; ///< cases handed over by name

/// Lays the sections of one book out, one after the other.
class BookWriter {
public:
    BookWriter(const ReportScope& scope, const core::DayBook& book)
        : m_scope(scope), m_text(scope.text), m_book(book) {}

    template <class Keys> [[nodiscard]] Flow numbers(const Keys& keys) const {
        std::vector<TableColumn> columns;
        std::vector<TableCell> cells;
        const double width = sheet::TypeWidth / static_cast<double>(keys.size());
        for (const char* const key : keys) {
            columns.push_back(
                {m_text.word("day_book", key), columns.size() + 1 == keys.size() ? 0 : width, Qt::AlignHCenter});
            const bool isBad = std::string_view(key) == "overdue" && m_book.figure(key).value() > 0;
            cells.push_back({m_text.count(m_book.figure(key).value()), isBad ? ink::Late : ink::Text});
        }
        Table table(std::move(columns), TextStyle::Small);
        table.addRow(cells);
        return std::move(table).flow();
    }

    [[nodiscard]] Flow cameIn() const {
        if (m_book.figure("came_in").rows.empty())
            return paragraph(m_text("daybook_nothing_came"), TextStyle::Small, ink::Faint);
        Table table({{m_text("daybook_source"), millimetres(48)},
                     {m_text("daybook_cases"), millimetres(20), Qt::AlignRight},
                     {QString(), millimetres(8)},
                     {m_text("daybook_class"), 0},
                     {m_text("daybook_cases"), millimetres(20), Qt::AlignRight}},
                    TextStyle::Small);
        for (std::size_t i = 0; i < std::max(m_book.sources.size(), m_book.categories.size()); ++i) {
            std::vector<TableCell> cells(5);
            if (i < m_book.sources.size()) {
                const auto& key = m_book.sources[i].keys.front();
                cells[0].text = key ? sourceName(m_scope, *key) : m_text("daybook_unknown");
                cells[1].text = m_text.count(m_book.sources[i].counts.count);
            }
            if (i < m_book.categories.size()) {
                const core::CategoryId id(m_book.categories[i].ids.front());
                cells[3].text = id.isNull() ? m_text("daybook_unknown") : categoryName(m_scope, id, {});
                cells[4].text = m_text.count(m_book.categories[i].counts.count);
            }
            table.addRow(cells);
        }
        return std::move(table).flow();
    }

    [[nodiscard]] core::Result<Flow> handedOver() const {
        core::Selection rows = m_book.figure("overdue").rows;
        const core::Selection& next = m_book.figure("due_next").rows;
        rows.insert(rows.end(), next.begin(), next.end());
        if (rows.empty())
            return Flow();
        const core::CaseFacts& facts = *m_scope.figures.facts;
        std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::pair(facts[a].due, a) < std::pair(facts[b].due, b);
        });
        const std::size_t all = rows.size();
        rows.resize(std::min(all, MostListed));
        const auto lines = readCaseLines(m_scope, rows);
        if (!lines)
            return core::fail(lines);
        Table table({{m_text("worklist_case"), millimetres(31)},
                     {m_text("cases_category"), millimetres(26)},
                     {m_text("worklist_what"), 0},
                     {m_text("daybook_handler"), millimetres(28)},
                     {m_text("worklist_due"), millimetres(29)}},
                    TextStyle::Fine);
        for (const CaseLine& line : *lines) {
            const bool isLate = line.fact.isOverdueAt(m_scope.asOf());
            const QString address = utf8(line.text.address);
            table.addRow({{utf8(line.text.number)},
                          {categoryName(m_scope, line.fact.category, line.text.categoryText)},
                          {address.isEmpty() ? utf8(line.text.description) : address},
                          {handlerOf(line.fact)},
                          {line.due ? m_text.time(*line.due) : m_text("undefined"), isLate ? ink::Late : ink::Text,
                           line.fact.lampAt(m_scope.asOf())}});
        }
        Flow flow = std::move(table).flow();
        if (all > rows.size())
            append(flow, paragraph(m_text("daybook_cut", {m_text.count(static_cast<std::int64_t>(all - rows.size()))}),
                                   TextStyle::Small));
        return flow;
    }

    [[nodiscard]] Flow activities() const {
        if (m_book.activities.empty())
            return paragraph(m_text("daybook_no_activities"), TextStyle::Small, ink::Faint);
        Table table({{m_text("daybook_activity"), 0},
                     {m_text("daybook_entries"), millimetres(24), Qt::AlignRight},
                     {m_text("daybook_quantity"), millimetres(36), Qt::AlignRight},
                     {m_text("daybook_people"), millimetres(24), Qt::AlignRight}},
                    TextStyle::Small);
        for (const core::ActivityRow& row : m_book.activities) {
            const QString name =
                kindName(m_scope.district.activityLists(), row.keys.front().value_or(""), m_text.language());
            const core::UnitSum sum = row.counts.quantities.empty() ? core::UnitSum() : row.counts.quantities.front();
            table.addRow({{name},
                          {m_text.count(row.counts.entries)},
                          {QLocale::c().toString(sum.sum, 'g', 12) + QLatin1Char(' ') + utf8(sum.unit)},
                          {row.counts.people == 0 ? QString() : m_text.count(row.counts.people)}});
        }
        return std::move(table).flow();
    }

    [[nodiscard]] Flow remarks(const QString& written) const {
        if (!written.trimmed().isEmpty()) {
            Flow flow;
            const QStringList parts = written.trimmed().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
            for (const QString& part : parts)
                append(flow, paragraph(part));
            flow.back().keepsWithNext = true;
            return flow;
        }
        Flow flow;
        constexpr int Lines = 4;
        for (int line = 0; line < Lines; ++line)
            flow.push_back({.height = millimetres(9),
                            .paint =
                                [](QPainter& painter, QPointF corner) {
                                    painter.fillRect(QRectF(corner + QPointF(0, millimetres(8.5)),
                                                            QSizeF(sheet::TypeWidth, points(0.5))),
                                                     ink::Rule);
                                },
                            .keepsWithNext = true}); // up to where one signs
        setContent(flow, DocumentBlocks(Lines, documentParagraph({})));
        return flow;
    }

private:
    [[nodiscard]] QString handlerOf(const core::CaseFact& fact) const {
        const core::PeopleRegister& people = m_scope.district.people();
        if (const core::Person* const person = people.find(fact.person))
            return utf8(person->name);
        const core::Organisation* const organisation = people.find(fact.organisation);
        return organisation != nullptr ? utf8(organisation->name) : m_text("undefined");
    }

    const ReportScope& m_scope;
    const ReportText& m_text;
    const core::DayBook& m_book;
};

} // namespace

QString shiftName(const core::DayShifts& shifts, std::size_t index, const ReportText& text) {
    const core::DayShift& one = shifts.all()[index];
    const int end = shifts.all()[shifts.after({{}, index}).index].startMinute;
    const bool isWholeDay = shifts.all().size() == 1 && one.startMinute == 0;
    QStringList parts;
    if (!one.name.empty())
        parts << utf8(one.name);
    if (!isWholeDay)
        parts << text.hours(one.startMinute, end);
    return parts.join(QLatin1Char(' '));
}

QString shiftText(const core::DayShifts& shifts, const core::ShiftOfDay& shift, const ReportText& text) {
    const QString name = shiftName(shifts, shift.index, text);
    return name.isEmpty() ? text.day(shift.day) : text.day(shift.day) + QLatin1Char(' ') + name;
}

core::Result<DayBookPages> makeDayBook(core::District& district, const DayBookPaper& paper, const PaperOptions& options,
                                       const std::function<bool()>& goesOn) {
    auto read = core::readShiftBook(district, paper.shift, goesOn);
    if (!read)
        return core::fail(read);
    auto scope = deskScope(district, options);
    if (!scope)
        return core::fail(scope);
    scope->figures.facts = read->facts;
    scope->figures.context.facts = read->facts.get();
    const bool isOver =
        read->book.asOf + core::seconds(1) >= read->book.shift.to; // then the end of the shift is what people call it
    scope->figures.context.asOf = isOver ? read->book.shift.to : read->book.asOf;
    scope->period = {paper.shift.day, paper.shift.day};
    const ReportText& text = scope->text;
    const BookWriter writer(*scope, read->book);
    const QString title = text("daybook_title", {utf8(district.name())});
    const QString shift = shiftText(core::dayShiftsOf(district), paper.shift, text);
    Flow flow = titleBlock(title, shift, originOf(*scope));
    flow.front().startsPage = true;
    int number = 0;
    const auto section = [&](const char* key) {
        append(flow, heading(text("section", {text("section_" + std::to_string(++number)), text(key)})));
    };
    section("daybook_balance");
    append(flow, writer.numbers(BalanceKeys));
    append(flow, paragraph(text("daybook_balance_note"), TextStyle::Small, ink::Faint));
    section("daybook_came_in");
    append(flow, writer.cameIn());
    section("daybook_done");
    append(flow, writer.numbers(WorkKeys));
    section("daybook_handed_over");
    append(flow, writer.numbers(HandedOnKeys));
    auto handed = writer.handedOver();
    if (!handed)
        return core::fail(handed);
    if (!handed->empty())
        handed->front().spaceBefore = points(6);
    append(flow, std::move(*handed));
    section("daybook_activities");
    append(flow, writer.activities());
    section("daybook_remarks");
    append(flow, writer.remarks(paper.remarks));
    append(flow, paragraph(text("daybook_sign")));
    return DayBookPages{paperChapter(*scope, shift, std::move(flow)), title + QLatin1Char(' ') + shift,
                        std::move(*read)};
}

} // namespace gridwarden::app
