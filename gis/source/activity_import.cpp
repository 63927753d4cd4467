// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/activity_import.h"

#include "gis/source/activity_row_reader.h"
#include "gis/source/table.h"

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

constexpr std::size_t MostRows = 200'000; // they are kept until the format of their days is known

bool goesOn(const Progress& progress, double part) {
    return !progress || progress(part);
}

TableOptions tableOptions(const ActivityImportOptions& options) {
    TableOptions wanted;
    wanted.layer = options.layer;
    wanted.encoding = options.encoding;
    return wanted;
}

Result<std::vector<Row>> allRows(Table& table, const Progress& progress) {
    std::vector<Row> rows;
    while (true) {
        auto row = table.next();
        if (!row)
            return fail(row);
        if (!*row)
            return rows;
        if (rows.size() == MostRows)
            return fail(ErrorCode::BadInput, {"activities-too-many", {std::to_string(MostRows)}});
        if (!goesOn(progress, table.progressPercent() / 200.0))
            return fail(ErrorCode::Cancelled, {"cancelled", {}});
        rows.push_back(std::move(**row));
    }
}

} // namespace

Result<TableColumns> activityColumns(const std::filesystem::path& path, const ActivityImportOptions& options) {
    auto table = Table::open(path, tableOptions(options));
    if (!table)
        return fail(table);
    TableColumns columns{table->fields(), std::vector<std::string>(table->fields().size())};
    constexpr int SampleRows = 20;
    for (int i = 0; i < SampleRows; ++i) {
        const auto row = table->next();
        if (!row)
            return fail(row);
        if (!*row)
            break;
        for (std::size_t k = 0; k < columns.samples.size() && k < (*row)->values.size(); ++k)
            if (columns.samples[k].empty())
                columns.samples[k] = (*row)->values[k];
    }
    return columns;
}

Result<ActivityImportReport> readActivities(core::District& district, const std::filesystem::path& path,
                                            const ActivityImportOptions& options, const Progress& progress) {
    auto table = Table::open(path, tableOptions(options));
    if (!table)
        return fail(table);
    const auto rows = allRows(*table, progress);
    if (!rows)
        return fail(rows);
    const auto known = district.activities();
    if (!known)
        return fail(known);
    ActivityImportReport report;
    report.encoding = table->encodingUsed();
    report.mapping =
        options.mapping.isEmpty() ? guessActivityMapping(table->fields(), district.activityLists()) : options.mapping;
    auto reader =
        ActivityRowReader::make(district, **known, *table, *rows, report.mapping, options, path.filename().string());
    if (!reader)
        return fail(reader);
    report.timeFormat = reader->timeFormat();
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const Row& row = (*rows)[i];
        if (!goesOn(progress, 0.5 + static_cast<double>(i) / static_cast<double>(rows->size()) / 2))
            return fail(ErrorCode::Cancelled, {"cancelled", {}});
        ++report.read;
        auto found = reader->read(row);
        bool isRefused = false;
        for (ImportProblem& problem : found.problems) {
            isRefused |= problem.isRefused;
            report.problems.push_back(std::move(problem));
        }
        if (found.isLeftOut) {
            ++report.leftOut;
            report.totals += found.isTotal ? 1 : 0;
        } else if (isRefused || found.activities.empty()) {
            ++report.rejected;
        } else {
            ++report.accepted;
            std::move(found.activities.begin(), found.activities.end(), std::back_inserter(report.activities));
        }
    }
    return report;
}

Result<ActivityImportReport> importActivities(core::District& district, const core::Actor& actor,
                                              const std::filesystem::path& path, const ActivityImportOptions& options,
                                              const Progress& progress) {
    auto report = readActivities(district, path, options, progress);
    if (!report || report->activities.empty())
        return report;
    const core::Message label{"import-activities",
                              {std::to_string(report->activities.size()), path.filename().string()}};
    const auto done = district.change(label, actor, [&](core::Change& change) -> Result<void> {
        for (core::Activity& activity : report->activities) {
            const auto written = core::writeActivity(change, activity);
            if (!written)
                return fail(written);
            activity.id = *written;
        }
        return {};
    });
    if (!done)
        return fail(done);
    return report;
}

} // namespace gridwarden::gis
