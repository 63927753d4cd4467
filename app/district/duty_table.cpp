// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/duty_table.h"

#include "app/cases/table_writer.h"
#include "app/text/message_text.h"
#include "core/district/hours_text.h"
#include "gis/source/duty_columns.h"

#include <QCoreApplication>
#include <algorithm>
#include <tuple>

namespace gridwarden::app {

namespace {

using gis::DutyColumn;

struct DutyTableWords {
    Q_DECLARE_TR_FUNCTIONS(DutyTable)
};

QString cellText(const core::District& district, const core::Duty& duty, DutyColumn column) {
    const core::Area* const area = district.areas().find(duty.area);
    const core::Person* const person = district.people().find(duty.person);
    const auto day = [](const std::optional<core::Day>& one) { return one ? core::dayText(*one) : std::string(); };
    const auto degrees = [](double value) { return QString::number(value, 'f', 6); };
    switch (column) {
    case DutyColumn::Kind:
        return area == nullptr ? QString() : word("area_kinds", core::areaKindKey(area->kind));
    case DutyColumn::Area:
        return area == nullptr ? QString() : QString::fromStdString(area->code);
    case DutyColumn::AreaName:
        return area == nullptr ? QString() : QString::fromStdString(area->name);
    case DutyColumn::Post:
        return QString::fromStdString(duty.post);
    case DutyColumn::Longitude:
        return duty.place ? degrees(duty.place->longitude) : QString();
    case DutyColumn::Latitude:
        return duty.place ? degrees(duty.place->latitude) : QString();
    case DutyColumn::PersonCode:
        return person == nullptr ? QString() : QString::fromStdString(person->code);
    case DutyColumn::Person:
        return person == nullptr ? QString() : QString::fromStdString(person->name);
    case DutyColumn::Responsibility:
        return QString::fromStdString(duty.responsibility);
    case DutyColumn::Weekdays:
        return QString::fromStdString(core::weekdaysCode(duty.weekdays));
    case DutyColumn::Start:
        return QString::fromStdString(core::clockText(duty.startMinute));
    case DutyColumn::End:
        return QString::fromStdString(core::clockText(duty.endMinute));
    case DutyColumn::From:
        return QString::fromStdString(day(duty.from));
    case DutyColumn::To:
        return QString::fromStdString(day(duty.to));
    }
    return {};
}

int widthOf(DutyColumn column) {
    switch (column) {
    case DutyColumn::AreaName:
    case DutyColumn::Post:
        return 18;
    case DutyColumn::Responsibility:
        return 32;
    default:
        return 12;
    }
}

} // namespace

core::Result<std::size_t> writeDuties(const core::District& district, const std::optional<core::Period>& within,
                                      const std::filesystem::path& target, bool overwrite) {
    std::vector<const core::Duty*> duties;
    for (const core::Duty& duty : district.people().duties())
        if (!within || (!(duty.from && *duty.from > within->to) && !(duty.to && *duty.to < within->from)))
            duties.push_back(&duty);
    const auto placeInList = [&](const core::Duty* duty) {
        const core::Area* const area = district.areas().find(duty->area);
        return std::tuple(area == nullptr ? -1 : static_cast<int>(area->kind),
                          area == nullptr ? std::string() : area->code, duty->startMinute, duty->id);
    };
    std::sort(duties.begin(), duties.end(),
              [&](const core::Duty* a, const core::Duty* b) { return placeInList(a) < placeInList(b); });

    std::vector<TableHeading> headings;
    for (const DutyColumn column : gis::AllDutyColumns) {
        const auto title = gis::dutyColumnTitle(column, language());
        headings.push_back({QString::fromUtf8(title.data(), static_cast<qsizetype>(title.size())), widthOf(column)});
    }
    const bool isWorkbook =
        QString::fromStdString(target.extension().string()).compare(QLatin1String(".xlsx"), Qt::CaseInsensitive) == 0;
    auto writer = isWorkbook ? openXlsx(target, DutyTableWords::tr("Duties"), headings, district.timeZone())
                             : openCsv(target, headings, district.timeZone());
    if (!writer)
        return core::fail(writer);
    for (const core::Duty* const duty : duties) {
        std::vector<CellValue> cells;
        for (const DutyColumn column : gis::AllDutyColumns)
            cells.emplace_back(cellText(district, *duty, column));
        if (auto added = (*writer)->addRow(cells); !added)
            return core::fail(added);
    }
    if (auto finished = (*writer)->finish(overwrite); !finished)
        return core::fail(finished);
    return duties.size();
}

} // namespace gridwarden::app
