// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handout/count_handout.h"

#include "app/cases/case_labels.h"
#include "app/cases/table_writer.h"
#include "app/handout/account_text.h"
#include "app/text/message_text.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <algorithm>
#include <unordered_map>

namespace gridwarden::app {

namespace {

struct HandoutWords {
    Q_DECLARE_TR_FUNCTIONS(Handout)
};

QString keyTitle(core::TallyKey key) {
    switch (key) {
    case core::TallyKey::Area:
        return HandoutWords::tr("Area");
    case core::TallyKey::Category:
    case core::TallyKey::CategoryTop:
        return HandoutWords::tr("Category");
    case core::TallyKey::State:
        return HandoutWords::tr("State");
    case core::TallyKey::Lamp:
        return HandoutWords::tr("Lamp");
    case core::TallyKey::Source:
        return HandoutWords::tr("Source");
    case core::TallyKey::Handler:
        return HandoutWords::tr("Handler");
    case core::TallyKey::Organisation:
        return HandoutWords::tr("Organisation");
    case core::TallyKey::Method:
        return HandoutWords::tr("Method");
    case core::TallyKey::RoadGrade:
        return HandoutWords::tr("Grade of the road");
    case core::TallyKey::Month:
        return HandoutWords::tr("Month");
    case core::TallyKey::Week:
        return HandoutWords::tr("Week");
    case core::TallyKey::Day:
        return HandoutWords::tr("Day");
    case core::TallyKey::HourOfWeek:
        return HandoutWords::tr("Weekday and hour");
    }
    return {};
}

QString label(const core::District& district, core::TallyKey key, const core::TallyValue& value) {
    if (!value.text)
        return QStringLiteral("—");
    const std::string& text = *value.text;
    if (key == core::TallyKey::Area)
        if (const core::Area* const area = district.areas().find(core::AreaId(value.id)))
            return areaLabel(*area);
    if (key == core::TallyKey::Category || key == core::TallyKey::CategoryTop)
        if (const core::Category* const category = district.categories().find(core::CategoryId(value.id)))
            return categoryName(*category);
    if (key == core::TallyKey::State)
        return word("states", text);
    if (key == core::TallyKey::Lamp)
        return word("lamps", text);
    if (key == core::TallyKey::RoadGrade)
        return word("road_grades", text);
    if (key == core::TallyKey::Source)
        return sourceName(district, text);
    if (key == core::TallyKey::Method)
        return methodName(district, text);
    return QString::fromStdString(text);
}

/// The values of a key that occur, by their texts, none last.
std::vector<std::size_t> usedValues(const core::CrossCount& counted, std::size_t key) {
    std::vector<std::size_t> used;
    for (const auto& group : counted.groups)
        used.push_back(group.values.at(key));
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    const auto& values = counted.values[key];
    std::stable_sort(used.begin(), used.end(), [&](std::size_t a, std::size_t b) {
        const auto &one = values[a].text, &other = values[b].text;
        return one.has_value() != other.has_value() ? one.has_value() : one < other;
    });
    return used;
}

std::unordered_map<std::size_t, std::size_t> positions(const std::vector<std::size_t>& values) {
    std::unordered_map<std::size_t, std::size_t> places;
    for (std::size_t i = 0; i < values.size(); ++i)
        places.emplace(values[i], i);
    return places;
}

/// In a text table without the commas that people read numbers by.
CellValue cellOf(std::int64_t count, core::CellShown shown, int smallest, bool isWorkbook) {
    if (shown == core::CellShown::Small)
        return QStringLiteral("<%1").arg(smallest);
    if (shown == core::CellShown::Withheld)
        return QStringLiteral("■");
    return isWorkbook ? CellValue(CellNumber{static_cast<double>(count), {}}) : CellValue(QString::number(count));
}

} // namespace

core::Result<CountSheet> countSheet(const core::District& district, const core::DisclosureRules& rules, const core::FiguresContext& context,
                                    const core::Selection& selection, const std::vector<core::TallyKey>& keys, core::AreaKind kind, core::GridsOf grids) {
    constexpr std::size_t MostColumns = 1000;
    const bool isByPerson = std::find(keys.begin(), keys.end(), core::TallyKey::Handler) != keys.end();
    if (isByPerson && rules.people != core::PeopleShown::Names)
        return core::fail(core::ErrorCode::Refused, {"disclosure-by-person", {}});
    const core::CrossCount counted = core::crossCount(context, district.people(), selection, keys, kind, grids);
    const std::vector<std::size_t> down = usedValues(counted, 0);
    CountSheet sheet;
    sheet.title = keyTitle(keys.front());
    for (const std::size_t value : down)
        sheet.rows << label(district, keys.front(), counted.values[0][value]);
    const std::vector<std::size_t> across = keys.size() > 1 ? usedValues(counted, 1) : std::vector<std::size_t>{0};
    if (across.size() > MostColumns)
        return core::fail(core::ErrorCode::Unsupported, {"disclosure-table-too-wide", {std::to_string(across.size()), std::to_string(MostColumns)}});
    if (keys.size() > 1) {
        sheet.title += QStringLiteral(" \\ ") + keyTitle(keys[1]);
        for (const std::size_t value : across)
            sheet.columns << label(district, keys[1], counted.values[1][value]);
    }
    const auto rowOf = positions(down), columnOf = positions(across);
    std::vector<std::int64_t> cells(down.size() * across.size(), 0);
    for (const auto& group : counted.groups)
        cells.at(rowOf.at(group.values[0]) * across.size() + (keys.size() > 1 ? columnOf.at(group.values[1]) : 0)) = group.count;
    sheet.table = keys.size() > 1 ? core::tableWithTotals(down.size(), across.size(), cells) : core::listWithTotal(cells);
    return sheet;
}

core::Result<core::DisclosureAccount> handOutCounts(const CountSheet& sheet, core::DisclosureAccount account, const core::TimeZone& zone,
                                                    const std::filesystem::path& target, bool overwrite) {
    const std::string ending = core::lowered(target.extension().string());
    if (ending != ".csv" && ending != ".xlsx")
        return core::fail(core::ErrorCode::BadInput, {"handout-counts-format", {target.filename().string()}}, target.string());
    if (auto free = checkTarget(target, overwrite); !free)
        return core::fail(free);
    const int smallest = account.rules.smallestCount;
    const auto shown = core::suppressSmallCells(sheet.table, smallest);
    if (!shown)
        return core::fail(shown);
    account.isCounts = true;
    account.smallCells = std::count(shown->begin(), shown->end(), core::CellShown::Small);
    account.withheldCells = std::count(shown->begin(), shown->end(), core::CellShown::Withheld);
    const QString total = HandoutWords::tr("Total");
    constexpr int NameWidth = 28, CountWidth = 10;
    std::vector<TableHeading> headings{{sheet.title, NameWidth}};
    for (const QString& column : sheet.columns)
        headings.push_back({column, CountWidth});
    headings.push_back({sheet.columns.isEmpty() ? HandoutWords::tr("Cases") : total, CountWidth});
    const bool isWorkbook = ending == ".xlsx";
    auto writer = isWorkbook ? openXlsx(target, HandoutWords::tr("Counts"), headings, zone) : openCsv(target, headings, zone);
    if (!writer)
        return core::fail(writer);
    const std::size_t width = headings.size() - 1;
    const QStringList names = sheet.rows + QStringList{total};
    for (qsizetype row = 0; row < names.size(); ++row) {
        std::vector<CellValue> cells{names[row]};
        for (std::size_t column = 0; column < width; ++column) {
            const std::size_t at = static_cast<std::size_t>(row) * width + column;
            cells.push_back(cellOf(sheet.table.counts.at(at), shown->at(at), smallest, isWorkbook));
        }
        if (auto added = (*writer)->addRow(cells); !added)
            return core::fail(added);
    }
    const QStringList lines = accountText(account, zone);
    (*writer)->setNotes(HandoutWords::tr("What was handed out"), lines);
    if (auto named = nameWithAccount(target, lines, overwrite, [&] { return (*writer)->finish(overwrite); }); !named)
        return core::fail(named);
    return account;
}

} // namespace gridwarden::app
