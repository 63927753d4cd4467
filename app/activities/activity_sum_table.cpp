// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/activities/activity_sum_table.h"

#include "app/text/activity_kind_name.h"
#include "core/activity_actions.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

namespace gridwarden::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(gridwarden::app::ActivitySums)
};

std::size_t positionOf(const core::ActivityLists& lists, const std::string& key) {
    const auto& kinds = lists.kinds();
    return static_cast<std::size_t>(
        std::find_if(kinds.begin(), kinds.end(), [&](const core::ActivityKind& kind) { return kind.key == key; }) -
        kinds.begin());
}

/// The tally names them by their code, or by their name where they have none.
template <class Records>
QString nameOf(const Records& records, const std::optional<std::string>& key, const QString& none) {
    if (!key)
        return none;
    for (const auto& record : records)
        if ((record.code.empty() ? record.name : record.code) == *key)
            return QString::fromStdString(record.name);
    return QString::fromStdString(*key);
}

QString groupName(const core::ActivityContext& context, SumsBy by, const std::optional<std::string>& key) {
    return by == SumsBy::Organisation
               ? nameOf(context.people->organisations(), key, Words::tr("without an organisation"))
               : nameOf(context.people->people(), key, Words::tr("without a person"));
}

std::vector<SumLine> linesOf(const core::ActivityContext& context, const std::vector<const core::Activity*>& entries) {
    std::vector<core::ActivityRow> rows =
        core::tallyActivities(context, entries, {core::ActivityKey::Kind, core::ActivityKey::Unit});
    std::stable_sort(rows.begin(), rows.end(), [&](const core::ActivityRow& a, const core::ActivityRow& b) {
        return positionOf(*context.lists, *a.keys[0]) < positionOf(*context.lists, *b.keys[0]);
    });
    std::vector<SumLine> lines;
    for (core::ActivityRow& row : rows) {
        const core::UnitSum& sum = row.counts.quantities.front(); // of one unit
        lines.push_back({kindName(*context.lists, *row.keys[0]), sum.sum, QString::fromStdString(sum.unit),
                         row.counts.people, row.counts.entries, std::move(row.records)});
    }
    return lines;
}

SumGroup groupOf(core::ActivityRow row, const QString& name) {
    return {name, row.counts.people, row.counts.entries, std::move(row.records), {}};
}

bool hasGroups(const ActivitySumTable& table) {
    return table.by != SumsBy::Kind;
}

std::vector<TableHeading> headingsOf(const ActivitySumTable& table) {
    std::vector<TableHeading> headings;
    if (hasGroups(table))
        headings.push_back({table.by == SumsBy::Organisation ? Words::tr("Organisation") : Words::tr("Person"), 20});
    headings.push_back({Words::tr("Work"), 28});
    for (const QString& title : {Words::tr("Quantity"), Words::tr("Unit"), Words::tr("People"), Words::tr("Entries")})
        headings.push_back({title, 10});
    return headings;
}

} // namespace

ActivitySumTable sumActivities(const core::ActivityContext& context, core::Period period, SumsBy by) {
    core::ActivityFilter filter;
    filter.from = period.from;
    filter.to = period.to;
    const std::vector<const core::Activity*> selected = core::select(context, filter);
    ActivitySumTable table;
    table.by = by;
    table.all = groupOf(std::move(core::tallyActivities(context, selected, {}).front()), {});
    if (by == SumsBy::Kind) {
        table.groups.push_back(table.all);
        table.groups.back().lines = linesOf(context, selected);
        return table;
    }
    const core::ActivityKey key =
        by == SumsBy::Organisation ? core::ActivityKey::Organisation : core::ActivityKey::Person;
    for (core::ActivityRow& row : core::tallyActivities(context, selected, {key})) {
        std::vector<const core::Activity*> entries;
        for (const core::ActivityId id : row.records)
            entries.push_back(context.activities->find(id));
        const QString name = groupName(context, by, row.keys[0]);
        table.groups.push_back(groupOf(std::move(row), name));
        table.groups.back().lines = linesOf(context, entries);
    }
    return table;
}

QString tabbedText(const ActivitySumTable& table) {
    QString text;
    QStringList cells;
    for (const TableHeading& heading : headingsOf(table))
        cells << heading.title;
    text += cells.join(u'\t') + u'\n';
    for (const SumGroup& group : table.groups)
        for (const SumLine& line : group.lines) {
            cells = hasGroups(table) ? QStringList{group.name} : QStringList();
            cells << line.kind << QString::fromStdString(core::quantityText(line.quantity)) << line.unit
                  << QString::number(line.people) << QString::number(line.entries);
            text += cells.join(u'\t') + u'\n';
        }
    return text;
}

core::Result<void> writeSums(const ActivitySumTable& table, const std::filesystem::path& target,
                             const core::TimeZone& zone, bool overwrite) {
    const std::vector<TableHeading> headings = headingsOf(table);
    const bool isWorkbook = core::lowered(target.extension().string()) == ".xlsx";
    auto writer =
        isWorkbook ? openXlsx(target, Words::tr("Activities"), headings, zone) : openCsv(target, headings, zone);
    if (!writer)
        return core::fail(writer);
    for (const SumGroup& group : table.groups)
        for (const SumLine& line : group.lines) {
            std::vector<CellValue> cells;
            if (hasGroups(table))
                cells.emplace_back(group.name);
            cells.emplace_back(line.kind);
            cells.emplace_back(CellNumber{line.quantity, {}});
            cells.emplace_back(line.unit);
            cells.emplace_back(CellNumber{static_cast<double>(line.people), {}});
            cells.emplace_back(CellNumber{static_cast<double>(line.entries), {}});
            if (auto added = (*writer)->addRow(cells); !added)
                return added;
        }
    return (*writer)->finish(overwrite);
}

} // namespace gridwarden::app
