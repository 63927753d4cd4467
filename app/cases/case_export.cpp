// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/case_export.h"

#include <QCoreApplication>

namespace gridwarden::app {

namespace {

constexpr std::size_t PageRows = 1000;

bool isWorkbook(const std::filesystem::path& target) {
    return QString::fromStdString(target.extension().string()).compare(QLatin1String(".xlsx"), Qt::CaseInsensitive) ==
           0;
}

} // namespace

core::Result<ExportedCases> exportCases(const CaseExport& wanted, core::Connection& connection,
                                        const std::filesystem::path& target, bool overwrite,
                                        const std::function<bool(double)>& progress) {
    std::error_code problem;
    if (!overwrite && std::filesystem::exists(target, problem))
        return core::fail(core::ErrorCode::Exists, {"file-exists", {target.string()}}, target.string());
    std::vector<TableHeading> headings;
    for (const CaseColumn column : wanted.columns)
        headings.push_back({columnTitle(column), columnDigits(column)});
    auto writer = isWorkbook(target) ? openXlsx(target, QCoreApplication::translate("CaseExport", "Cases"), headings,
                                                wanted.cells.timeZone())
                                     : openCsv(target, headings, wanted.cells.timeZone());
    if (!writer)
        return core::fail(writer);
    std::vector<CellValue> cells(wanted.columns.size());
    const std::size_t count = wanted.rows.size();
    for (std::size_t begin = 0; begin < count; begin += PageRows) {
        if (progress && !progress(static_cast<double>(begin) / static_cast<double>(count)))
            return core::fail(core::ErrorCode::Cancelled, {"cancelled", {}});
        std::vector<core::CaseFact> facts;
        std::vector<core::CaseId> ids;
        for (std::size_t i = begin; i < std::min(begin + PageRows, count); ++i) {
            facts.push_back((*wanted.facts)[wanted.rows[i]]);
            ids.push_back(facts.back().id);
        }
        const auto texts = core::loadTexts(connection, ids);
        if (!texts)
            return core::fail(texts);
        for (std::size_t i = 0; i < facts.size(); ++i) {
            for (std::size_t column = 0; column < cells.size(); ++column)
                cells[column] = wanted.cells.value(facts[i], (*texts)[i], wanted.columns[column]);
            if (const auto added = (*writer)->addRow(cells); !added)
                return core::fail(added);
        }
    }
    if (progress && !progress(1))
        return core::fail(core::ErrorCode::Cancelled, {"cancelled", {}});
    if (const auto finished = (*writer)->finish(overwrite); !finished)
        return core::fail(finished);
    return ExportedCases{count, (*writer)->sheets()};
}

} // namespace gridwarden::app
