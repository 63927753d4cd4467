// SPDX-License-Identifier: GPL-3.0-or-later
// A table that is written row by row into a file which gets its name when it is whole.
#pragma once

#include "app/cases/cell_value.h"
#include "core/base/result.h"

#include <QStringList>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace gridwarden::app {

struct TableHeading {
    QString title;
    int width = 12; ///< in digits
};

class TableWriter {
public:
    virtual ~TableWriter() = default;
    TableWriter() = default;
    TableWriter(const TableWriter&) = delete;
    TableWriter& operator=(const TableWriter&) = delete;
    /// \pre as many cells as headings. Errors: Io "file-unwritable" {path}.
    virtual core::Result<void> addRow(std::span<const CellValue> cells) = 0;
    /// Completes the file; without it nothing of it stays. Errors: Io "file-unwritable" {path}, "table-no-room"
    /// {folder, megabytes}; Exists "file-exists" {path} (without overwrite).
    virtual core::Result<void> finish(bool overwrite) = 0;
    /// Lines about the table that finish() puts on a sheet of their own; a text table has no room for them.
    virtual void setNotes(const QString& /*title*/, const QStringList& /*lines*/) {}
    /// How many sheets hold the rows; 1 where there are none.
    [[nodiscard]] virtual int sheets() const { return 1; }
};

/// UTF-8 with byte order mark, by RFC 4180; times and numbers in words. Errors: Io "file-unwritable" {path}.
[[nodiscard]] core::Result<std::unique_ptr<TableWriter>>
openCsv(const std::filesystem::path& target, const std::vector<TableHeading>& headings, const core::TimeZone& zone);

/// Rows that a sheet of Excel holds below the line of headings.
inline constexpr std::uint32_t RowsOfSheet = 1'048'575;
/// A workbook for spreadsheets: headings bold and always in view, filters on them, times as dates, numbers with their
/// unit as numbers, texts as texts. Rows go to the disk of the target as they come, so that memory does not grow with
/// them; further sheets follow where one is full. Errors: Io "file-unwritable" {path}.
[[nodiscard]] core::Result<std::unique_ptr<TableWriter>>
openXlsx(const std::filesystem::path& target, const QString& sheetName, const std::vector<TableHeading>& headings,
         const core::TimeZone& zone, std::uint32_t rowsOfSheet = RowsOfSheet);

} // namespace gridwarden::app
