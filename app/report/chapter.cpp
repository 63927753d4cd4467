// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/chapter.h"

#include "app/report/page_layout.h"
#include "app/report/text_block.h"

#include <QFontMetricsF>

namespace gridwarden::app {

Chapter::Chapter(QString title, Flow flow, QString footer)
    : m_title(std::move(title)), m_flow(std::move(flow)), m_footer(std::move(footer)),
      m_pages(paginate(m_flow, sheet::TypeHeight)) {}

void Chapter::paint(QPainter& painter, int page, int number) const {
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF origin = typeArea().topLeft();
    for (const PlacedPiece& placed : m_pages[static_cast<std::size_t>(page)]) {
        painter.save();
        placed.piece->paint(painter, origin + QPointF(0, placed.top));
        painter.restore();
    }
    paintFooter(painter, number);
}

/// GB/T 9704: between dashes, one character in from the right on odd pages and from the left on even ones.
void Chapter::paintFooter(QPainter& painter, int number) const {
    const QRectF area = typeArea();
    const double character = textWidth(QStringLiteral("字"), TextStyle::PageNumber);
    const QPointF corner(area.left() + character, area.bottom() + sheet::PageNumberDrop);
    const double width = area.width() - 2 * character;
    const bool isOdd = number % 2 == 1;
    paintLines(painter, corner, width, {QStringLiteral("— %1 —").arg(number)}, TextStyle::PageNumber, ink::Text,
               isOdd ? Qt::AlignRight : Qt::AlignLeft);
    const double drop = baselineIn(TextStyle::PageNumber) - baselineIn(TextStyle::Fine);
    const double room = area.width() - millimetres(26); // what the widest page number leaves
    const QString footer = QFontMetricsF(fontOf(TextStyle::Fine)).elidedText(m_footer, Qt::ElideRight, room);
    paintLines(painter, {area.left(), corner.y() + drop}, area.width(), {footer}, TextStyle::Fine, ink::Faint,
               isOdd ? Qt::AlignLeft : Qt::AlignRight);
}

} // namespace gridwarden::app
