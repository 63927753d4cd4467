// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/table.h"

#include "app/report/page_layout.h"
#include "app/report/text_block.h"
#include "gis/draw/symbol.h"

#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr double Padding = points(2.5);
constexpr double RuleWidth = points(0.5);

struct LaidCell {
    double x;
    double width;
    Qt::Alignment alignment;
    QStringList lines;
    QColor colour;
    std::optional<core::Lamp> lamp;
};

void fillLine(QPainter& painter, QPointF left, double thickness, const QColor& colour) {
    painter.fillRect(QRectF(left.x(), left.y() - thickness / 2, sheet::TypeWidth, thickness), colour);
}

TextStyle headOf(TextStyle body) {
    switch (body) {
    case TextStyle::Small:
        return TextStyle::SmallHead;
    case TextStyle::Fine:
        return TextStyle::FineHead;
    default:
        return TextStyle::CellHead;
    }
}

double lampSize(TextStyle style) {
    return lineHeight(style) * 0.62;
}
double lampSpace(TextStyle style) {
    return lampSize(style) + points(2);
}

void paintCells(QPainter& painter, QPointF corner, const std::vector<LaidCell>& cells, TextStyle style) {
    for (const LaidCell& cell : cells) {
        QPointF start = corner + QPointF(cell.x + Padding, Padding);
        double width = cell.width - 2 * Padding;
        if (cell.lamp) {
            const double size = lampSize(style);
            gis::drawIncidentSymbol(painter, start + QPointF(size / 2, lineHeight(style) / 2), size,
                                    gis::lampSymbol(*cell.lamp));
            start += QPointF(lampSpace(style), 0);
            width -= lampSpace(style);
        }
        paintLines(painter, start, width, cell.lines, style, cell.colour, cell.alignment);
    }
}

/// An empty line above the first, which would touch the rule of the table.
QStringList ruledLines(int count, TextStyle style, double width) {
    const QString stroke(QLatin1Char('_'));
    const QString line = stroke.repeated(static_cast<int>(width / textWidth(stroke, style)));
    return QStringList(QString()) + QStringList(count, line);
}

QStringList textsOf(const std::vector<TableColumn>& columns, const std::vector<TableCell>& cells) {
    QStringList texts;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (!columns[i].isOnPaperOnly)
            texts += cells[i].linesToWriteOn > 0 ? QString(cells[i].linesToWriteOn, QLatin1Char('\n')) : cells[i].text;
    return texts;
}

} // namespace

Table::Table(std::vector<TableColumn> columns, TextStyle body)
    : m_columns(std::move(columns)), m_body(body), m_head(headOf(body)) {
    double given = 0;
    for (const TableColumn& column : m_columns)
        given += column.width;
    for (TableColumn& column : m_columns)
        if (column.width == 0)
            column.width = sheet::TypeWidth - given;

    std::vector<LaidCell> cells;
    double x = 0;
    qsizetype lines = 1;
    for (const TableColumn& column : m_columns) {
        cells.push_back({x,
                         column.width,
                         column.alignment,
                         wrapped(column.title, m_head, column.width - 2 * Padding),
                         ink::Accent,
                         {}});
        lines = std::max(lines, cells.back().lines.size());
        x += column.width;
    }
    Piece header{.height = static_cast<double>(lines) * lineHeight(m_head) + 2 * Padding,
                 .paint = {},
                 .spaceBefore = points(6),
                 .keepsWithNext = true};
    header.paint = [cells, style = m_head, height = header.height](QPainter& painter, QPointF corner) {
        painter.fillRect(QRectF(corner, QSizeF(sheet::TypeWidth, height)), ink::AccentPale);
        fillLine(painter, corner + QPointF(0, RuleWidth), 2 * RuleWidth, ink::Accent);
        fillLine(painter, corner + QPointF(0, height), RuleWidth, ink::Accent);
        paintCells(painter, corner, cells, style);
    };
    for (const TableColumn& column : m_columns)
        if (!column.isOnPaperOnly)
            m_content.columns.push_back({column.title, column.width, column.alignment});
    m_content.isDense = body != TextStyle::Cell;
    m_header = std::make_shared<const Piece>(std::move(header));
    m_flow.push_back(*m_header);
}

void Table::add(const std::vector<TableCell>& cells, TextStyle style, bool keepsWithNext) {
    std::vector<LaidCell> laid;
    double x = 0;
    qsizetype lineCount = 1;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const TableColumn& column = m_columns[i];
        const double width = column.width - 2 * Padding - (cells[i].lamp ? lampSpace(style) : 0);
        laid.push_back({x, column.width, column.alignment,
                        cells[i].linesToWriteOn > 0 ? ruledLines(cells[i].linesToWriteOn, style, width)
                                                    : wrapped(cells[i].text, style, width),
                        cells[i].colour, cells[i].lamp});
        lineCount = std::max(lineCount, laid.back().lines.size());
        x += column.width;
    }
    // A row higher than a page is cut into rows of as many lines as a page holds.
    const auto linesInPage =
        static_cast<qsizetype>((sheet::TypeHeight - m_header->height - 2 * Padding) / lineHeight(style));
    for (qsizetype first = 0; first < lineCount; first += linesInPage) {
        const qsizetype count = std::min(linesInPage, lineCount - first);
        std::vector<LaidCell> part = laid;
        for (LaidCell& cell : part) {
            cell.lines = cell.lines.mid(first, count);
            if (first > 0)
                cell.lamp.reset();
        }
        const double height = static_cast<double>(count) * lineHeight(style) + 2 * Padding;
        m_flow.push_back({.height = height,
                          .paint =
                              [part = std::move(part), style, height](QPainter& painter, QPointF corner) {
                                  paintCells(painter, corner, part, style);
                                  fillLine(painter, corner + QPointF(0, height), RuleWidth, ink::Rule);
                              },
                          .keepsWithNext = keepsWithNext,
                          .repeated = m_header});
    }
}

void Table::addRow(const std::vector<TableCell>& cells) {
    add(cells, m_body, false);
    m_content.rows.push_back(textsOf(m_columns, cells));
    ++m_rowCount;
}

void Table::addTotal(const std::vector<TableCell>& cells) {
    m_flow.back().keepsWithNext = true;
    add(cells, m_head, false);
    m_content.total = textsOf(m_columns, cells);
}

void Table::addGroup(const QString& title) {
    m_content.rows.push_back({title});
    const double height = lineHeight(m_head) + 2 * Padding;
    m_flow.push_back({.height = height,
                      .paint =
                          [title, style = m_head, height](QPainter& painter, QPointF corner) {
                              paintLines(painter, corner + QPointF(Padding, Padding), sheet::TypeWidth, {title}, style,
                                         ink::Accent);
                              fillLine(painter, corner + QPointF(0, height), RuleWidth, ink::Rule);
                          },
                      .keepsWithNext = true,
                      .repeated = m_header});
}

Flow Table::flow() && {
    m_flow.back().keepsWithNext = false;
    setContent(m_flow, {std::move(m_content)});
    return std::move(m_flow);
}

} // namespace gridwarden::app
