// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/work_list.h"

#include "app/report/district_layers.h"
#include "app/report/opening.h"
#include "app/report/page_layout.h"
#include "app/report/table.h"
#include "app/report/text_block.h"

#include <algorithm>

namespace gridwarden::app {

namespace {

QSizeF listMapSize() {
    return {sheet::TypeWidth, millimetres(92)};
}

/// "张三 · 一中队", or the organisation.
QString nameOf(const ReportScope& scope, WorkListOf whose) {
    const core::PeopleRegister& people = scope.district.people();
    const core::Person* const person = people.find(whose.person);
    const core::Organisation* const organisation =
        people.find(person != nullptr ? person->organisation : whose.organisation);
    const QString unit = organisation != nullptr ? utf8(organisation->name) : QString();
    if (person == nullptr)
        return unit;
    return unit.isEmpty() ? utf8(person->name) : scope.text("worklist_person", {utf8(person->name), unit});
}

core::Result<core::Selection> rowsOf(const ReportScope& scope, WorkListOf whose) {
    core::Filter filter;
    filter.states = {core::CaseState::Handling, core::CaseState::Suspended};
    if (whose.person.isNull())
        filter.organisations = {whose.organisation};
    else
        filter.people = {whose.person};
    auto rows = core::select(scope.figures.context, filter);
    if (!rows)
        return rows;
    const core::CaseFacts& facts = *scope.figures.facts;
    std::vector<std::pair<core::CaseFact, std::uint32_t>> sorted;
    for (const std::uint32_t row : *rows)
        sorted.emplace_back(facts[row], row);
    // What stands still, then what has no deadline, come last.
    const auto order = [&](const core::CaseFact& fact) {
        return std::tuple(fact.stateAt(scope.asOf()) == core::CaseState::Suspended, fact.due == 0, fact.due,
                          fact.reported, fact.id);
    };
    std::sort(sorted.begin(), sorted.end(),
              [&](const auto& a, const auto& b) { return order(a.first) < order(b.first); });
    core::Selection ordered;
    for (const auto& [fact, row] : sorted)
        ordered.push_back(row);
    return ordered;
}

Piece mapPiece(std::shared_ptr<const AreaMap> map) {
    const DocumentBlocks content = {pictureOf(map, listMapSize())};
    return {.height = listMapSize().height() + points(4),
            .paint = [map = std::move(map)](QPainter& painter, QPointF corner) { map->paint(painter, corner); },
            .keepsWithNext = true,
            .content = std::make_shared<const DocumentBlocks>(content)};
}

Flow listTable(const ReportScope& scope, const std::vector<CaseLine>& lines, bool withHandler) {
    const ReportText& text = scope.text;
    Table table({{text("cases_number"), millimetres(8), Qt::AlignRight},
                 {text("worklist_case"), millimetres(31)},
                 {text("cases_category"), millimetres(24)},
                 {text("worklist_what"), 0},
                 {text("worklist_due"), millimetres(28)},
                 {text("worklist_result"), millimetres(30)}},
                TextStyle::Fine);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const CaseLine& line = lines[i];
        const core::CaseState state = line.fact.stateAt(scope.asOf());
        QString number = utf8(line.text.number);
        if (withHandler)
            if (const core::Person* const person = scope.district.people().find(line.fact.person))
                number += QLatin1Char('\n') + utf8(person->name);
        QString what = utf8(line.text.address);
        if (const QString description = utf8(line.text.description); !description.isEmpty())
            what += (what.isEmpty() ? QString() : QStringLiteral("\n")) + description;
        const QString due = line.due ? text.time(*line.due) : text("worklist_no_limit");
        const bool isLate = line.fact.isOverdueAt(scope.asOf());
        QString rest = state == core::CaseState::Suspended ? text.word("states", core::caseStateKey(state)) : QString();
        if (isLate)
            rest = text("late_open", {text.duration(scope.asOf() - *line.due)});
        table.addRow({{text.count(static_cast<std::int64_t>(i + 1))},
                      {number},
                      {categoryName(scope, line.fact.category, line.text.categoryText)},
                      {what},
                      {due + (rest.isEmpty() ? QString() : QLatin1Char('\n') + rest), isLate ? ink::Late : ink::Text,
                       line.fact.lampAt(scope.asOf())},
                      {.text = {}, .colour = ink::Faint, .linesToWriteOn = 2}});
    }
    return std::move(table).flow();
}

} // namespace

core::Result<WorkList> makeWorkList(core::District& district, WorkListOf whose, const PaperOptions& options,
                                    const std::function<bool(double)>& progress) {
    const auto isStopped = [&](double share) { return progress && !progress(share); };
    const auto cancelled = [] { return core::fail(core::ErrorCode::Cancelled, {"cancelled", {}}); };
    if (isStopped(0))
        return cancelled();
    const auto scope = deskScope(district, options);
    if (!scope)
        return core::fail(scope);
    const ReportText& text = scope->text;
    const auto rows = rowsOf(*scope, whose);
    if (!rows)
        return core::fail(rows);
    if (isStopped(0.3))
        return cancelled();
    const auto lines = readCaseLines(*scope, *rows);
    if (!lines)
        return core::fail(lines);
    if (isStopped(0.5))
        return cancelled();
    auto maps = ReportMaps::load(*scope, layersOf(district), {});
    if (!maps)
        return core::fail(maps);
    if (isStopped(0.8))
        return cancelled();
    const std::shared_ptr<const AreaMap> map = maps->of(*lines, listMapSize());

    const QString name = nameOf(*scope, whose);
    const QString title = text("worklist_title", {utf8(district.name()), name});
    const auto late = std::count_if(lines->begin(), lines->end(),
                                    [&](const CaseLine& line) { return line.fact.isOverdueAt(scope->asOf()); });
    Flow flow = titleBlock(
        title, text("worklist_subtitle", {text.count(static_cast<std::int64_t>(lines->size())), text.count(late)}),
        originOf(*scope));
    flow.front().startsPage = true;
    flow.front().keepsWithNext = true;
    if (map) {
        flow.push_back(mapPiece(map));
        flow.push_back(legendOf(*map, text.language()));
        append(flow, paragraph(mapNote(*map, text), TextStyle::Small, ink::Faint));
    }
    append(flow, lines->empty() ? paragraph(text("worklist_none")) : listTable(*scope, *lines, whose.person.isNull()));
    append(flow, paragraph(text("worklist_sign"), TextStyle::Body));
    return WorkList{paperChapter(*scope, text("worklist_name", {name}), std::move(flow)), title, lines->size(),
                    maps->notes()};
}

} // namespace gridwarden::app
