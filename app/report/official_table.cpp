// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/official_table.h"

#include "app/report/official_blocks.h"
#include "app/report/page_layout.h"

#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr double Padding = points(3);
constexpr double RuleWidth = points(0.5);
constexpr double NeverCut = sheet::TypeHeight / 3; // a table lower than this stays on one page

struct Column {
    double x;
    double width;
    Qt::Alignment alignment;
};

using Cell = std::vector<SetLine>;

/// The lines of a row's cells from one on, and as many as the highest has.
struct Row {
    std::vector<Cell> cells;
    std::size_t lines = 1;

    [[nodiscard]] Row part(std::size_t first, std::size_t most) const {
        Row result;
        for (const Cell& cell : cells) {
            const std::size_t from = std::min(first, cell.size()), to = std::min(first + most, cell.size());
            result.cells.emplace_back(cell.begin() + static_cast<std::ptrdiff_t>(from),
                                      cell.begin() + static_cast<std::ptrdiff_t>(to));
        }
        result.lines = std::min(most, lines - first);
        return result;
    }
};

class TableSetting {
public:
    TableSetting(const DocumentTable& table, core::Language language) : m_table(table), m_language(language) {
        double shares = 0;
        for (const DocumentColumn& column : table.columns)
            shares += column.share;
        double x = 0;
        for (const DocumentColumn& column : table.columns) {
            const double width = sheet::TypeWidth * column.share / shares;
            m_columns.push_back({x, width, column.alignment});
            x += width;
        }
    }

    Flow flow() {
        const OfficialStyle body = m_table.isDense ? OfficialStyle::DenseCell : OfficialStyle::TableCell;
        const OfficialStyle head = m_table.isDense ? OfficialStyle::DenseHead : OfficialStyle::TableHead;
        Flow flow;
        QStringList titles;
        for (const DocumentColumn& column : m_table.columns)
            titles += column.title;
        Piece header = pieceOf(rowOf(titles, head, true), head, true);
        header.keepsWithNext = true;
        header.spaceBefore = m_table.caption.isEmpty() ? points(8) : points(3);
        const auto repeated = std::make_shared<const Piece>(header);
        flow.push_back(std::move(header));
        const auto add = [&](const QStringList& texts, OfficialStyle style) {
            const Row row = rowOf(texts, style, false);
            const auto linesInPage =
                static_cast<std::size_t>((sheet::TypeHeight - repeated->height - 2 * Padding) / officialPitch(style));
            for (std::size_t first = 0; first < row.lines; first += linesInPage) {
                flow.push_back(pieceOf(row.part(first, linesInPage), style, false));
                flow.back().repeated = repeated;
            }
        };
        for (const QStringList& row : m_table.rows) {
            add(row, body);
            flow.back().keepsWithNext = row.size() == 1 && m_columns.size() > 1; // it names the rows below it
        }
        if (!m_table.total.isEmpty()) {
            flow.back().keepsWithNext = true;
            add(m_table.total, head);
        }
        if (m_table.rows.empty() && m_table.total.isEmpty())
            flow.back().keepsWithNext = false;
        double height = 0;
        for (const Piece& piece : flow)
            height += piece.height;
        if (height < NeverCut)
            for (std::size_t i = 0; i + 1 < flow.size(); ++i)
                flow[i].keepsWithNext = true;
        return flow;
    }

private:
    /// One for a row that goes across all of them.
    [[nodiscard]] std::vector<Column> columnsFor(std::size_t cells) const {
        return cells == 1 && m_columns.size() > 1 ? std::vector<Column>{{0, sheet::TypeWidth, Qt::AlignLeft}}
                                                  : m_columns;
    }

    [[nodiscard]] Row rowOf(const QStringList& texts, OfficialStyle style, bool isHeader) const {
        const QFont font = officialFont(style, m_language);
        Row row;
        const std::vector<Column> columns = columnsFor(static_cast<std::size_t>(texts.size()));
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const Qt::Alignment alignment = isHeader ? Qt::Alignment(Qt::AlignHCenter) : columns[i].alignment;
            row.cells.push_back(
                setAligned(texts.value(static_cast<qsizetype>(i)), font, columns[i].width - 2 * Padding, alignment));
            row.lines = std::max(row.lines, row.cells.back().size());
        }
        return row;
    }

    [[nodiscard]] Piece pieceOf(const Row& row, OfficialStyle style, bool isHeader) const {
        const double pitch = officialPitch(style);
        const double height = static_cast<double>(row.lines) * pitch + 2 * Padding;
        return {.height = height,
                .paint = [columns = columnsFor(row.cells.size()), row, style, language = m_language, pitch, height,
                          isHeader](QPainter& painter, QPointF corner) {
                    const auto rule = [&](double x, double y, double width, double ruleHeight) {
                        painter.fillRect(QRectF(corner + QPointF(x, y), QSizeF(width, ruleHeight)), Qt::black);
                    };
                    if (isHeader)
                        rule(0, 0, sheet::TypeWidth, RuleWidth);
                    rule(0, height - RuleWidth / 2, sheet::TypeWidth, RuleWidth);
                    for (const Column& column : columns)
                        rule(column.x, 0, RuleWidth, height);
                    rule(sheet::TypeWidth - RuleWidth, 0, RuleWidth, height);
                    const QFont font = officialFont(style, language);
                    for (std::size_t i = 0; i < columns.size(); ++i) {
                        double y = (height - static_cast<double>(row.cells[i].size()) * pitch) / 2;
                        for (const SetLine& line : row.cells[i]) {
                            paintSetLine(painter, corner + QPointF(columns[i].x + Padding, y), line, font,
                                         officialBaseline(style));
                            y += pitch;
                        }
                    }
                }};
    }

    const DocumentTable& m_table;
    core::Language m_language;
    std::vector<Column> m_columns;
};

} // namespace

Flow officialTable(const DocumentTable& table, core::Language language) {
    Flow flow;
    if (!table.caption.isEmpty()) {
        const QFont font = officialFont(OfficialStyle::Caption, language);
        flow = officialLines(setAligned(balancedLines(table.caption, font, sheet::TypeWidth).join(QLatin1Char('\n')),
                                        font, sheet::TypeWidth, Qt::AlignHCenter),
                             OfficialStyle::Caption, language);
        flow.front().spaceBefore = points(8);
        for (Piece& piece : flow)
            piece.keepsWithNext = true;
    }
    append(flow, TableSetting(table, language).flow());
    if (!table.note.isEmpty()) {
        Flow note = officialLines(setLines(table.note, officialFont(OfficialStyle::Note, language), sheet::TypeWidth),
                                  OfficialStyle::Note, language);
        note.front().spaceBefore = points(3);
        for (std::size_t i = 0; i + 1 < note.size(); ++i)
            note[i].keepsWithNext = true;
        flow.back().keepsWithNext = true;
        append(flow, std::move(note));
    }
    return flow;
}

} // namespace gridwarden::app
