// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/official_workbook.h"

#include "core/base/durable_file.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <string_view>
#include <utility>
#include <xlsxwriter.h>

namespace gridwarden::app {

namespace {

constexpr qsizetype LongestSheetName = 31;
constexpr qsizetype LongestText = 32'767; // letters in a cell
constexpr std::uintmax_t Megabyte = 1024 * 1024,
                         NeededRoom = 16 * Megabyte;     // far more than the tables of a document take
constexpr double NarrowestColumn = 8, WidestColumn = 60; // digits

/// XML knows no control characters.
QByteArray cellText(QString text) {
    text.truncate(LongestText);
    for (QChar& letter : text)
        if ((letter.unicode() < 0x20 && letter != QLatin1Char('\n')) || letter.unicode() >= 0xfffe)
            letter = QLatin1Char(' ');
    return text.toUtf8();
}

/// The library does not look at what becomes of its last bytes; a zip file without a comment ends with a record of this
/// length.
bool isWhole(const std::filesystem::path& zip) {
    constexpr int EndRecord = 22;
    std::array<char, 4> signature{};
    std::ifstream file(zip, std::ios::binary);
    file.seekg(-EndRecord, std::ios::end);
    file.read(signature.data(), signature.size());
    return file && std::string_view(signature.data(), signature.size()) == "PK\x05\x06";
}

class Workbook {
public:
    /// \param folder for temporary files
    Workbook(const std::filesystem::path& file, std::string folder) : m_folder(std::move(folder)) {
        lxw_workbook_options options{};
        options.tmpdir = m_folder.data();
        m_workbook = workbook_new_opt(file.c_str(), &options);
        if (m_workbook == nullptr)
            return;
        m_bold = workbook_add_format(m_workbook);
        format_set_bold(m_bold);
        m_wrapped = workbook_add_format(m_workbook);
        format_set_text_wrap(m_wrapped);
        m_percent = workbook_add_format(m_workbook);
        format_set_num_format(m_percent, "0.00%");
        m_signedPercent = workbook_add_format(m_workbook);
        format_set_num_format(m_signedPercent, "+0.00%;-0.00%;0.00%");
    }
    ~Workbook() {
        if (m_workbook != nullptr)
            lxw_workbook_free(m_workbook); // writes nothing
    }
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    void add(const DocumentTable& table, const QString& name) {
        lxw_worksheet* const sheet =
            m_workbook == nullptr ? nullptr : workbook_add_worksheet(m_workbook, sheetName(name).toUtf8().constData());
        if (sheet == nullptr)
            return take(LXW_ERROR_MEMORY_MALLOC_FAILED);
        worksheet_freeze_panes(sheet, 1, 0);
        lxw_row_t row = 0;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            take(worksheet_set_column(sheet, column, column, widthOf(table, static_cast<qsizetype>(i)), nullptr));
            take(worksheet_write_string(
                sheet, row, column,
                cellText(QString(table.columns[i].title).replace(QLatin1Char('\n'), QString())).constData(), m_bold));
        }
        for (const QStringList& cells : table.rows)
            addRow(sheet, ++row, table, cells, nullptr);
        if (!table.total.isEmpty())
            addRow(sheet, ++row, table, table.total, m_bold);
        if (!table.note.isEmpty())
            take(worksheet_write_string(sheet, row + 2, 0, cellText(table.note).constData(), nullptr));
        ++m_sheets;
    }

    /// The library's error; without a sheet there is no workbook.
    lxw_error close() {
        if (m_sheets == 0)
            add({.caption = {}, .columns = {}, .rows = {}, .total = {}, .note = {}}, {});
        return m_error != LXW_NO_ERROR ? m_error : workbook_close(std::exchange(m_workbook, nullptr));
    }

private:
    void take(lxw_error error) {
        if (m_error == LXW_NO_ERROR)
            m_error = error;
    }

    /// Short enough, without what no name of a sheet may hold, and unlike the others.
    QString sheetName(QString name) {
        static const QRegularExpression unfit(QStringLiteral("[\\[\\]:*?/\\\\\\x00-\\x1f]|^'|'$"));
        name = name.replace(unfit, QStringLiteral(" ")).trimmed().left(LongestSheetName);
        QString unlike = name.isEmpty() ? QStringLiteral("1") : name;
        for (int i = 2; !m_names.insert(unlike.toLower()).second; ++i) {
            const QString number = QStringLiteral(" %1").arg(i);
            unlike = name.left(LongestSheetName - number.size()) + number;
        }
        return unlike;
    }

    /// Ideographs are as wide as two digits.
    static double widthOf(const DocumentTable& table, qsizetype column) {
        double widest = NarrowestColumn;
        const auto look = [&](const QString& cell) {
            for (const QString& line : cell.split(QLatin1Char('\n'))) {
                const auto wide =
                    std::count_if(line.begin(), line.end(), [](QChar letter) { return letter.unicode() >= 0x2e80; });
                widest = std::max(widest, static_cast<double>(line.size() + wide) + 2);
            }
        };
        look(table.columns[static_cast<std::size_t>(column)].title);
        for (const QStringList& row : table.rows)
            look(row.value(column));
        return std::min(widest, WidestColumn);
    }

    void addRow(lxw_worksheet* sheet, lxw_row_t row, const DocumentTable& table, const QStringList& cells,
                lxw_format* format) {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const QString cell = cells.value(static_cast<qsizetype>(i));
            const auto column = static_cast<lxw_col_t>(i);
            bool isNumber = false;
            const bool isPercent = cell.endsWith(QLatin1Char('%'));
            const double value = table.columns[i].alignment & Qt::AlignRight
                                     ? (isPercent ? cell.chopped(1) : cell).toDouble(&isNumber)
                                     : 0;
            if (isNumber && isPercent)
                take(worksheet_write_number(sheet, row, column, value / 100,
                                            cell.startsWith(QLatin1Char('+')) || value < 0 ? m_signedPercent
                                                                                           : m_percent));
            else if (isNumber)
                take(worksheet_write_number(sheet, row, column, value, format));
            else
                take(worksheet_write_string(sheet, row, column, cellText(cell).constData(),
                                            cell.contains(QLatin1Char('\n')) ? m_wrapped : format));
        }
    }

    std::string m_folder;
    lxw_workbook* m_workbook = nullptr;
    lxw_format *m_bold = nullptr, *m_wrapped = nullptr, *m_percent = nullptr, *m_signedPercent = nullptr;
    std::set<QString> m_names;
    lxw_error m_error = LXW_NO_ERROR;
    int m_sheets = 0;
};

} // namespace

core::Result<void> writeWorkbook(const std::filesystem::path& file, bool overwrite, const OfficialDocument& document) {
    std::error_code problem;
    if (!overwrite && std::filesystem::exists(file, problem))
        return core::fail(core::ErrorCode::Exists, {"file-exists", {file.string()}}, file.string());
    core::PartialFile partial(file);
    const auto unwritable = [&](const char* detail) {
        return core::fail(core::ErrorCode::Io, {"file-unwritable", {file.string()}}, file.string(), detail);
    };
    if (!std::ofstream(partial.path())) // of which the library would tell standard error
        return unwritable("");
    // Nor does it look at its temporary files, so it must not come to a full disk.
    const std::string folder = file.parent_path().empty() ? "." : file.parent_path().string();
    if (const auto room = core::freeSpace(folder); room && *room < NeededRoom)
        return core::fail(core::ErrorCode::Io, {"table-no-room", {folder, std::to_string(NeededRoom / Megabyte)}},
                          file.string());
    lxw_error error = LXW_NO_ERROR;
    {
        Workbook workbook(partial.path(), folder);
        const auto add = [&](const DocumentBlocks& blocks, const QString& title) {
            QStringList headings; // above the table
            for (const DocumentBlock& block : blocks) {
                if (const auto* heading = std::get_if<DocumentHeading>(&block))
                    headings = headings.mid(0, heading->level - 1) + QStringList(heading->text);
                if (const auto* table = std::get_if<DocumentTable>(&block))
                    workbook.add(*table, !table->caption.isEmpty() ? table->caption
                                         : headings.isEmpty()      ? title
                                                                   : headings.join(QLatin1Char(' ')));
            }
        };
        add(document.body, document.title);
        for (const DocumentAnnex& annex : document.annexes)
            add(annex.blocks, annex.title);
        error = workbook.close();
    }
    if (error != LXW_NO_ERROR)
        return unwritable(lxw_strerror(error));
    if (!isWhole(partial.path()))
        return unwritable("");
    return partial.finish(overwrite);
}

} // namespace gridwarden::app
