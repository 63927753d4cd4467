// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/evaluation_table.h"

#include "app/cases/table_writer.h"
#include "app/text/message_text.h"
#include "core/base/text.h"

namespace gridwarden::app {

using namespace core;

namespace {

constexpr int NameWidth = 20, NumberWidth = 12, RemarkWidth = 40;

QString wordOf(std::string_view key, Language language) {
    return QString::fromStdString(core::word("evaluation", key, language));
}

/// What a spreadsheet takes as the name of a sheet.
QString sheetName(const EvaluationScheme& scheme, Language language) {
    constexpr int Longest = 28;
    QString name = QString::fromStdString(scheme.nameIn(language));
    for (const QChar forbidden : QStringLiteral("[]:*?/\\'"))
        name.remove(forbidden);
    return name.isEmpty() ? QString::fromStdString(scheme.key).left(Longest) : name.left(Longest);
}

CellValue numberCell(const std::optional<double>& value, const QString& unit = {}) {
    return value ? CellValue(CellNumber{*value, unit}) : CellValue();
}
CellValue textCell(const std::string& text) {
    return text.empty() ? CellValue() : CellValue(QString::fromStdString(text));
}
CellValue rankCell(const std::optional<int>& rank) {
    return numberCell(rank ? std::optional(static_cast<double>(*rank)) : std::nullopt);
}

std::vector<TableHeading> headingsOf(const EvaluationScheme& scheme, Language language) {
    std::vector<TableHeading> headings = {{wordOf("rank", language)}, {wordOf("code", language)}, {wordOf("subject", language), NameWidth}};
    for (const SchemeItem& item : scheme.items) {
        const QString name = QString::fromStdString(item.nameIn(language));
        headings.push_back({name, NumberWidth});
        headings.push_back({wordOf("points", language).arg(name), NumberWidth});
    }
    for (const char* key : {"total", "grade", "list", "adjusted_rank", "adjusted_total", "reports", "reports_per_area"})
        headings.push_back({wordOf(key, language), NumberWidth});
    headings.push_back({wordOf("remark", language), RemarkWidth});
    return headings;
}

std::vector<CellValue> lineOf(const EvaluatedSubject& one, const EvaluationScheme& scheme, Language language) {
    std::vector<CellValue> cells = {rankCell(one.rank), textCell(one.subject.code), textCell(one.subject.name)};
    for (std::size_t i = 0; i < scheme.items.size(); ++i) {
        const EvaluatedItem& item = one.items[i];
        const bool isRate = std::holds_alternative<RateItem>(scheme.items[i].source);
        cells.push_back(
            numberCell(isRate && item.value ? std::optional(toTwoDecimals(100 * *item.value)) : item.value, isRate ? QStringLiteral("%") : QString()));
        cells.push_back(item.fate == ItemFate::Spread ? CellValue() : numberCell(toTwoDecimals(item.points)));
    }
    const SchemeGrade* const grade = scheme.grade(one.grade);
    cells.push_back(one.definedPercent > 0 ? numberCell(one.total) : CellValue());
    cells.push_back(grade == nullptr ? CellValue() : textCell(language == Language::Chinese || grade->english.empty() ? grade->name : grade->english));
    cells.push_back(one.isRed ? CellValue(wordOf("red", language)) : one.isBlack ? CellValue(wordOf("black", language)) : CellValue());
    cells.push_back(rankCell(one.adjusted.rank));
    cells.push_back(one.adjusted.rank ? numberCell(one.adjusted.total) : CellValue());
    cells.push_back(numberCell(one.collectorReports));
    cells.push_back(numberCell(one.reportsPerSquareKilometre ? std::optional(toTwoDecimals(*one.reportsPerSquareKilometre)) : std::nullopt));
    cells.push_back(one.whyNotRanked.key.empty() ? CellValue() : CellValue(text(one.whyNotRanked)));
    return cells;
}

} // namespace

Result<void> writeEvaluation(const Evaluation& evaluation, const EvaluationScheme& scheme, const std::filesystem::path& target, Language language,
                             const TimeZone& zone, bool overwrite) {
    const auto headings = headingsOf(scheme, language);
    const bool isWorkbook = lowered(target.extension().string()) == ".xlsx";
    auto writer = isWorkbook ? openXlsx(target, sheetName(scheme, language), headings, zone) : openCsv(target, headings, zone);
    if (!writer)
        return fail(writer);
    for (const EvaluatedSubject& one : evaluation.subjects)
        if (auto added = (*writer)->addRow(lineOf(one, scheme, language)); !added)
            return added;
    return (*writer)->finish(overwrite);
}

} // namespace gridwarden::app
