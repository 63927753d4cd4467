// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/case_labels.h"
#include "app/cases/table_writer.h"
#include "core/base/durable_file.h"

#include <algorithm>
#include <map>
#include <xlsxwriter.h>

namespace gridwarden::app {

namespace {

constexpr std::int64_t SecondsOfDay = 86'400;
constexpr double UnixEpoch =
    25'569; // 1 January 1970 in days of Excel, whose day 1 is 1 January 1900 with a 29 February 1900
constexpr double FirstSafeDay = 61;       // 1 March 1900: before it the days of Excel are others
constexpr qsizetype LongestText = 32'767; // letters in a cell
constexpr std::size_t MostUnits = 200;    // each needs a format, of which a workbook may have some thousands

/// What a cell may hold of a text: XML knows no control characters.
QByteArray cellText(QString text) {
    if (text.size() > LongestText) {
        text.truncate(text.at(LongestText - 2).isHighSurrogate() ? LongestText - 2 : LongestText - 1);
        text += QChar(0x2026); // …
    }
    for (QChar& letter : text)
        if ((letter.unicode() < 0x20 && letter != QLatin1Char('\n') && letter != QLatin1Char('\t')) ||
            letter.unicode() >= 0xFFFE)
            letter = QLatin1Char(' ');
    return text.toUtf8();
}

class XlsxWriter : public TableWriter {
public:
    XlsxWriter(const std::filesystem::path& target, const QString& sheetName, std::vector<TableHeading> headings,
               const core::TimeZone& zone, std::uint32_t rowsOfSheet)
        : m_target(target), m_part(target),
          m_folder(target.parent_path().empty() ? "." : target.parent_path().string()), m_sheetName(sheetName),
          m_headings(std::move(headings)), m_zone(zone), m_rowsOfSheet(std::min(rowsOfSheet, RowsOfSheet)) {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        options.tmpdir = m_folder.data(); // where the file will be anyway; /tmp is memory on many computers
        m_workbook = workbook_new_opt(m_part.path().c_str(), &options);
        if (m_workbook == nullptr)
            return;
        m_bold = workbook_add_format(m_workbook);
        format_set_bold(m_bold);
        format_set_bottom(m_bold, LXW_BORDER_THIN);
        m_time = workbook_add_format(m_workbook);
        format_set_num_format(m_time, "yyyy-mm-dd hh:mm");
        beginSheet();
    }
    ~XlsxWriter() override {
        if (m_workbook == nullptr)
            return;
        for (const lxw_worksheet* sheet : m_allSheets)
            if (sheet->optimize_tmpfile != nullptr)
                std::fclose(sheet->optimize_tmpfile); // which only workbook_close() would do
        lxw_workbook_free(m_workbook);                // writes nothing
    }

    core::Result<void> addRow(std::span<const CellValue> cells) override {
        if (m_row == m_rowsOfSheet) {
            endSheet();
            beginSheet();
        }
        ++m_row;
        for (std::size_t i = 0; i < cells.size() && m_error == LXW_NO_ERROR; ++i)
            write(static_cast<lxw_col_t>(i), cells[i]);
        constexpr std::uint32_t RowsBetweenLooks = 4096;
        if (m_row % RowsBetweenLooks == 0)
            if (const auto room = checkRoom(); !room)
                return room;
        return m_error == LXW_NO_ERROR && m_sheet != nullptr ? core::Result<void>() : unwritable();
    }

    core::Result<void> finish(bool overwrite) override {
        if (const auto room = checkRoom(); !room)
            return room;
        endSheet();
        writeNotes();
        if (m_error != LXW_NO_ERROR)
            return unwritable();
        m_error = workbook_close(std::exchange(m_workbook, nullptr));
        return m_error == LXW_NO_ERROR ? m_part.finish(overwrite) : unwritable();
    }
    void setNotes(const QString& title, const QStringList& lines) override {
        m_notesTitle = title;
        m_notes = lines;
    }
    [[nodiscard]] int sheets() const override { return static_cast<int>(m_allSheets.size()) - (m_hasNotesSheet ? 1 : 0); }
    [[nodiscard]] bool isOpen() const { return m_workbook != nullptr && m_sheet != nullptr && m_error == LXW_NO_ERROR; }
    [[nodiscard]] core::Result<void> unwritable() const {
        return core::fail(core::ErrorCode::Io, {"file-unwritable", {m_target.string()}}, m_target.string(),
                          lxw_strerror(m_error));
    }

private:
    void take(lxw_error error) {
        if (m_error == LXW_NO_ERROR)
            m_error = error;
    }
    void beginSheet() {
        m_row = 0;
        const QString name =
            m_allSheets.empty() ? m_sheetName : QStringLiteral("%1 %2").arg(m_sheetName).arg(m_allSheets.size() + 1);
        m_sheet = workbook_add_worksheet(m_workbook, name.toUtf8().constData());
        if (m_sheet == nullptr)
            return;
        m_allSheets.push_back(m_sheet);
        worksheet_freeze_panes(m_sheet, 1, 0);
        worksheet_set_landscape(m_sheet);
        constexpr std::uint8_t A4 = 9;
        worksheet_set_paper(m_sheet, A4);
        worksheet_fit_to_pages(m_sheet, 1, 0); // one page wide, as many long as it takes
        take(worksheet_repeat_rows(m_sheet, 0, 0));
        take(worksheet_set_footer(m_sheet, "&C&P / &N"));
        for (std::size_t i = 0; i < m_headings.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            take(worksheet_set_column(m_sheet, column, column, m_headings[i].width, nullptr));
            take(worksheet_write_string(m_sheet, 0, column, cellText(m_headings[i].title).constData(), m_bold));
        }
    }
    void endSheet() {
        if (m_sheet == nullptr || m_headings.empty())
            return;
        take(worksheet_autofilter(m_sheet, 0, 0, m_row, static_cast<lxw_col_t>(m_headings.size() - 1)));
        take(worksheet_ignore_errors(m_sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT,
                                     "A1:XFD1048576")); // numbers of cases are texts
    }
    void writeNotes() {
        if (m_notes.isEmpty())
            return;
        lxw_worksheet* const sheet = workbook_add_worksheet(m_workbook, m_notesTitle.toUtf8().constData());
        if (sheet == nullptr)
            return take(LXW_ERROR_MEMORY_MALLOC_FAILED);
        m_allSheets.push_back(sheet);
        m_hasNotesSheet = true;
        constexpr double Digits = 110;
        take(worksheet_set_column(sheet, 0, 0, Digits, nullptr));
        for (qsizetype line = 0; line < m_notes.size(); ++line)
            take(worksheet_write_string(sheet, static_cast<lxw_row_t>(line), 0, cellText(m_notes[line]).constData(), nullptr));
    }
    void write(lxw_col_t column, const CellValue& cell) {
        constexpr std::uint64_t AroundCell = 60; // what XML puts around a value, about
        m_bytes += AroundCell;
        if (const auto* number = std::get_if<CellNumber>(&cell))
            return take(worksheet_write_number(m_sheet, m_row, column, number->value, formatOf(number->unit)));
        if (const auto* moment = std::get_if<core::Moment>(&cell)) {
            const std::int64_t local = m_zone.toLocal(*moment).time_since_epoch().count();
            const double day = static_cast<double>(local) / SecondsOfDay + UnixEpoch;
            if (day >= FirstSafeDay)
                return take(worksheet_write_number(m_sheet, m_row, column, day, m_time));
            return writeText(column, fullTime(*moment, m_zone));
        }
        if (const auto* text = std::get_if<QString>(&cell))
            writeText(column, *text);
    }
    void writeText(lxw_col_t column, const QString& text) {
        const QByteArray bytes = cellText(text);
        m_bytes += static_cast<std::uint64_t>(bytes.size());
        take(worksheet_write_string(m_sheet, m_row, column, bytes.constData(), nullptr));
    }
    /// The number with its unit behind it; none without a unit.
    lxw_format* formatOf(const QString& unit) {
        if (unit.isEmpty())
            return nullptr;
        const auto known = m_units.find(unit);
        if (known != m_units.end())
            return known->second;
        if (m_units.size() == MostUnits)
            return nullptr;
        constexpr int LongestUnit = 40;
        QString word = unit.left(LongestUnit);
        word.remove(QLatin1Char('"'));
        lxw_format* format = workbook_add_format(m_workbook);
        format_set_num_format(format, cellText(QStringLiteral("General\" %1\"").arg(word)).constData());
        return m_units.emplace(unit, format).first->second;
    }
    /// The library does not look at what becomes of its temporary files, so it must not come to a full disk.
    [[nodiscard]] core::Result<void> checkRoom() const {
        constexpr std::uint64_t Megabyte = 1024 * 1024;
        constexpr std::uint64_t Spare = 16 * Megabyte;
        const std::uint64_t needed = 2 * m_bytes + Spare; // the sheets once more, and packed
        const auto room = core::freeSpace(m_folder);
        if (room && *room < needed)
            return core::fail(core::ErrorCode::Io, {"table-no-room", {m_folder, std::to_string(needed / Megabyte)}},
                              m_target.string());
        return {};
    }

    std::filesystem::path m_target;
    core::PartialFile m_part;
    std::string m_folder;
    QString m_sheetName;
    std::vector<TableHeading> m_headings;
    core::TimeZone m_zone;
    std::uint32_t m_rowsOfSheet;
    lxw_workbook* m_workbook = nullptr;
    lxw_worksheet* m_sheet = nullptr; ///< the last of them
    std::vector<lxw_worksheet*> m_allSheets;
    QString m_notesTitle;
    QStringList m_notes;
    bool m_hasNotesSheet = false; ///< the last of all sheets
    lxw_format* m_bold = nullptr;
    lxw_format* m_time = nullptr;
    std::map<QString, lxw_format*> m_units;
    lxw_error m_error = LXW_NO_ERROR;
    std::uint64_t m_bytes = 0; ///< written so far, about
    std::uint32_t m_row = 0;   ///< that was written last in the present sheet; 0: its headings
};

} // namespace

core::Result<std::unique_ptr<TableWriter>> openXlsx(const std::filesystem::path& target, const QString& sheetName,
                                                    const std::vector<TableHeading>& headings,
                                                    const core::TimeZone& zone, std::uint32_t rowsOfSheet) {
    auto writer = std::make_unique<XlsxWriter>(target, sheetName, headings, zone, rowsOfSheet);
    // The library opens its file at the end only; whether there can be one is known now.
    std::error_code problem;
    if (!writer->isOpen() ||
        !std::filesystem::is_directory(target.parent_path().empty() ? "." : target.parent_path(), problem))
        return core::fail(writer->unwritable());
    return writer;
}

} // namespace gridwarden::app
