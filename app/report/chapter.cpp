// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/chapter.h"

#include "app/report/official_lines.h"
#include "app/report/page_layout.h"
#include "app/report/text_block.h"

#include <QFontMetricsF>

namespace gridwarden::app {

Chapter::Chapter(QString title, Flow flow, QString footer, PageNumberFace numbers)
    : m_title(std::move(title)), m_flow(std::move(flow)), m_footer(std::move(footer)), m_numbers(numbers),
      m_pages(paginate(m_flow, sheet::TypeHeight)) {}

std::vector<Bookmark> Chapter::bookmarks() const {
    std::vector<Bookmark> all = {{m_title, 0}};
    for (std::size_t page = 0; page < m_pages.size(); ++page)
        for (const PlacedPiece& placed : m_pages[page])
            if (!placed.piece->bookmark.isEmpty())
                all.push_back({placed.piece->bookmark, static_cast<int>(page)});
    return all;
}

void Chapter::paint(QPainter& painter, int page, int number) const {
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF origin = typeArea().topLeft();
    bool hasNumber = true;
    for (const PlacedPiece& placed : m_pages[static_cast<std::size_t>(page)]) {
        hasNumber = hasNumber && !placed.piece->hidesPageNumber;
        painter.save();
        placed.piece->paint(painter, origin + QPointF(0, placed.top));
        painter.restore();
    }
    if (hasNumber)
        paintFooter(painter, number);
}

/// GB/T 9704: between dashes, one character in from the right on odd pages and from the left on even ones.
void Chapter::paintFooter(QPainter& painter, int number) const {
    const QRectF area = typeArea();
    const double character = textWidth(QStringLiteral("字"), TextStyle::PageNumber);
    const QPointF corner(area.left() + character, area.bottom() + sheet::PageNumberDrop);
    const double width = area.width() - 2 * character;
    const bool isOdd = number % 2 == 1;
    if (m_numbers == PageNumberFace::Official) {
        const QFont font = officialFont(OfficialStyle::PageNumber, core::Language::Chinese);
        const Qt::Alignment side = isOdd ? Qt::AlignRight : Qt::AlignLeft;
        paintSetLine(painter, corner, setAligned(QStringLiteral("— %1 —").arg(number), font, width, side).front(), font, officialBaseline(OfficialStyle::PageNumber));
        return;
    }
    paintLines(painter, corner, width, {QStringLiteral("— %1 —").arg(number)}, TextStyle::PageNumber, ink::Text,
               isOdd ? Qt::AlignRight : Qt::AlignLeft);
    const double drop = baselineIn(TextStyle::PageNumber) - baselineIn(TextStyle::Fine);
    const double room = area.width() - millimetres(26); // what the widest page number leaves
    const QString footer = QFontMetricsF(fontOf(TextStyle::Fine)).elidedText(m_footer, Qt::ElideRight, room);
    paintLines(painter, {area.left(), corner.y() + drop}, area.width(), {footer}, TextStyle::Fine, ink::Faint,
               isOdd ? Qt::AlignLeft : Qt::AlignRight);
}

} // namespace gridwarden::app
