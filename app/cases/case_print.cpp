// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/case_print.h"

#include <QPainter>
#include <QPrinter>

#include <algorithm>
#include <numeric>

namespace gridwarden::app {

namespace {

// In points.
constexpr int BodySize = 8;
constexpr int TitleSize = 14;
constexpr double CellMargin = 3;
constexpr double FootHeight = 20;
constexpr double Hair = 0.4;
constexpr int MostLines = 3; // of a cell

/// The face that PDF keeps to be searched and copied, as in reports.
QFont face(int size, bool isBold = false) {
    QFont font(QStringLiteral("WenQuanYi Micro Hei"));
    font.setPixelSize(size);
    font.setBold(isBold);
    font.setHintingPreference(QFont::PreferNoHinting); // so that widths are those of the paper
    return font;
}

constexpr int Flow = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

} // namespace

CasePages::CasePages(const CaseSheet& sheet, QSizeF paper) : m_sheet(sheet), m_paper(paper) {
    const int digits = std::accumulate(sheet.headings.begin(), sheet.headings.end(), 0,
                                       [](int sum, const TableHeading& each) { return sum + each.width; });
    std::vector<QString> titles;
    for (const TableHeading& heading : sheet.headings) {
        m_widths.push_back(paper.width() * heading.width / std::max(digits, 1));
        titles.push_back(heading.title);
    }
    m_headingHeight = heightOf(titles);
    const QRectF wide(0, 0, paper.width(), paper.height());
    m_headHeight = QFontMetricsF(face(TitleSize, true)).height() +
                   QFontMetricsF(face(BodySize)).boundingRect(wide, Flow, sheet.subtitle).height() + 2 * CellMargin;
    m_firstRows.push_back(0);
    const double bottom = paper.height() - FootHeight;
    double y = m_headHeight + m_headingHeight;
    for (const std::vector<QString>& row : sheet.rows) {
        const double height = heightOf(row);
        if (y + height > bottom && m_firstRows.back() < m_heights.size()) {
            m_firstRows.push_back(m_heights.size());
            y = m_headingHeight;
        }
        m_heights.push_back(height);
        y += height;
    }
}

double CasePages::heightOf(const std::vector<QString>& cells) const {
    const QFontMetricsF metrics(face(BodySize));
    double height = metrics.height();
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (metrics.horizontalAdvance(cells[i]) > m_widths[i] - 2 * CellMargin)
            height = std::max(
                height,
                metrics.boundingRect(QRectF(0, 0, m_widths[i] - 2 * CellMargin, m_paper.height()), Flow, cells[i])
                    .height());
    return std::min(height, MostLines * metrics.lineSpacing()) + CellMargin;
}

void CasePages::paintRow(QPainter& painter, double top, double height, const std::vector<QString>& cells) const {
    double x = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const QRectF cell(x + CellMargin, top + CellMargin / 2, m_widths[i] - 2 * CellMargin, height - CellMargin);
        painter.save();
        painter.setClipRect(cell);
        painter.drawText(cell, Flow, cells[i]);
        painter.restore();
        x += m_widths[i];
    }
    const QPen pen = painter.pen();
    painter.setPen(QPen(QColor(0xA0, 0xA0, 0xA0), Hair));
    painter.drawLine(QPointF(0, top + height), QPointF(m_paper.width(), top + height));
    painter.setPen(pen);
}

void CasePages::paint(QPainter& painter, int page) const {
    const auto index = static_cast<std::size_t>(page);
    const std::size_t begin = m_firstRows[index];
    const std::size_t end = index + 1 < m_firstRows.size() ? m_firstRows[index + 1] : m_heights.size();
    painter.setPen(QPen(Qt::black, Hair));
    double y = 0;
    if (page == 0) {
        painter.setFont(face(TitleSize, true));
        const double title = QFontMetricsF(painter.font()).height();
        painter.drawText(QRectF(0, 0, m_paper.width(), title), Qt::AlignLeft | Qt::AlignVCenter, m_sheet.title);
        painter.setFont(face(BodySize));
        painter.drawText(QRectF(0, title + CellMargin / 2, m_paper.width(), m_headHeight - title), Flow,
                         m_sheet.subtitle);
        y = m_headHeight;
    }
    std::vector<QString> titles;
    for (const TableHeading& heading : m_sheet.headings)
        titles.push_back(heading.title);
    painter.fillRect(QRectF(0, y, m_paper.width(), m_headingHeight), QColor(0xEC, 0xEC, 0xEC));
    painter.setFont(face(BodySize, true));
    paintRow(painter, y, m_headingHeight, titles);
    y += m_headingHeight;
    painter.setFont(face(BodySize));
    for (std::size_t row = begin; row < end; ++row) {
        paintRow(painter, y, m_heights[row], m_sheet.rows[row]);
        y += m_heights[row];
    }
    const QRectF foot(0, m_paper.height() - FootHeight, m_paper.width(), FootHeight);
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignBottom, m_sheet.note);
    painter.drawText(foot, Qt::AlignRight | Qt::AlignBottom, QStringLiteral("%1 / %2").arg(page + 1).arg(count()));
}

bool printCases(QPrinter& printer, const CaseSheet& sheet) {
    const CasePages pages(sheet, printer.pageRect(QPrinter::Point).size());
    QPainter painter;
    if (!painter.begin(&printer))
        return false;
    constexpr double PointsOfInch = 72;
    painter.scale(printer.resolution() / PointsOfInch, printer.resolution() / PointsOfInch);
    const int first = std::max(printer.fromPage(), 1);
    const int last = printer.toPage() == 0 ? pages.count() : std::min(printer.toPage(), pages.count());
    for (int page = first; page <= last; ++page) {
        if (page > first && !printer.newPage())
            return false;
        pages.paint(painter, page - 1);
    }
    return painter.end();
}

} // namespace gridwarden::app
