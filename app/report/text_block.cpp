// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/text_block.h"

#include "app/report/page_layout.h"

namespace gridwarden::app {

void paintLines(QPainter& painter, QPointF corner, double width, const QStringList& lines, TextStyle style,
                QColor colour, Qt::Alignment alignment) {
    painter.setFont(fontOf(style));
    painter.setPen(colour);
    double y = corner.y() + baselineIn(style);
    for (const QString& line : lines) {
        double x = corner.x();
        if (!(alignment & Qt::AlignLeft)) {
            const double spare = width - textWidth(line, style);
            x += alignment & Qt::AlignHCenter ? spare / 2 : spare;
        }
        painter.drawText(QPointF(x, y), line);
        y += lineHeight(style);
    }
}

Flow heading(const QString& text, TextStyle style) {
    const QStringList lines = wrapped(text, style, sheet::TypeWidth);
    const QColor colour = style == TextStyle::Heading ? ink::Accent : ink::Text;
    Flow flow = {{.height = static_cast<double>(lines.size()) * lineHeight(style) + points(3),
                  .paint =
                      [lines, style, colour](QPainter& painter, QPointF corner) {
                          paintLines(painter, corner, sheet::TypeWidth, lines, style, colour);
                      },
                  .spaceBefore = points(style == TextStyle::Heading ? 14 : 8),
                  .keepsWithNext = true}};
    setContent(flow, {DocumentHeading{style == TextStyle::Heading ? 1 : 2, text}});
    return flow;
}

Flow paragraph(const QString& text, TextStyle style, QColor colour) {
    // Body text begins two characters in, as official documents do; notes do not.
    const double indent = style == TextStyle::Body ? 2 * textWidth(QStringLiteral("字"), style) : 0;
    const QStringList lines = wrapped(text, style, sheet::TypeWidth, indent);
    Flow flow;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QPointF start(i == 0 ? indent : 0, 0);
        flow.push_back({.height = lineHeight(style),
                        .paint =
                            [line = lines[i], start, style, colour](QPainter& painter, QPointF corner) {
                                paintLines(painter, corner + start, sheet::TypeWidth, {line}, style, colour);
                            },
                        .spaceBefore = i == 0 ? points(4) : 0,
                        .keepsWithNext = (i == 0 || i + 2 == lines.size()) && i + 1 < lines.size()});
    }
    setContent(flow, {documentParagraph(text, style != TextStyle::Body)});
    return flow;
}

} // namespace gridwarden::app
