// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/key_figures.h"

#include "app/report/page_layout.h"
#include "app/report/text_block.h"

namespace gridwarden::app {

namespace {

KeyFigure ofRate(const char* label, const core::Rate& now, const core::Rate& before, const ReportText& text) {
    return {text(label), text.percent(now),
            text("key_fraction_of_due", {text.count(now.numerator), text.count(now.denominator)}),
            before.denominator == 0 ? text("key_before_undefined")
                                    : text("key_before", {text.percent(before), text.difference(now, before)})};
}

} // namespace

std::array<KeyFigure, 3> keyFigures(const core::Indicators& now, const core::Indicators& before,
                                    const ReportText& text) {
    const std::int64_t overdue = now.figure("overdue").value();
    return {ofRate("key_closing_in_time", now.rate("closing_in_time"), before.rate("closing_in_time"), text),
            ofRate("key_closing", now.rate("closing"), before.rate("closing"), text),
            KeyFigure{text("key_overdue"), text.count(overdue),
                      text("key_fraction_of_open", {text.count(overdue), text.count(now.figure("open").value())}),
                      text("key_now"), overdue > 0}};
}

void paintKeyFigure(QPainter& painter, QPointF corner, QSizeF size, const KeyFigure& figure) {
    painter.fillRect(QRectF(corner, size), ink::AccentPale);
    painter.fillRect(QRectF(corner, QSizeF(points(2.5), size.height())), ink::Accent);
    const double content =
        lineHeight(TextStyle::CellHead) + lineHeight(TextStyle::KeyFigure) + 2 * lineHeight(TextStyle::Small);
    QPointF line = corner + QPointF(points(9), (size.height() - content) / 2);
    const double width = size.width() - points(11);
    const auto add = [&](const QString& text, TextStyle style, QColor colour) {
        paintLines(painter, line, width, {text}, style, colour);
        line += QPointF(0, lineHeight(style));
    };
    add(figure.label, TextStyle::CellHead, ink::Accent);
    add(figure.value, TextStyle::KeyFigure, figure.isBad ? ink::Late : ink::Text);
    add(figure.fraction, TextStyle::Small, ink::Text);
    add(figure.comparison, TextStyle::Small, ink::Faint);
}

DocumentTable keyFigureTable(const std::array<KeyFigure, 3>& figures) {
    DocumentTable table;
    QStringList cells;
    for (const KeyFigure& figure : figures) {
        table.columns.push_back({figure.label, 1, Qt::AlignHCenter});
        cells += QStringList{figure.value, figure.fraction, figure.comparison}.join(QLatin1Char('\n'));
    }
    table.rows.push_back(std::move(cells));
    return table;
}

} // namespace gridwarden::app
