// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inbox/count_badge.h"

#include <QApplication>
#include <QPainter>
#include <QPalette>

namespace gridwarden::app {

namespace {

constexpr int Most = 99; // more do not fit

QPixmap badgedPixmap(const QIcon& plain, const QString& number, int side) {
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    plain.paint(&painter, QRect(0, 0, side, side));
    QFont font = QApplication::font();
    font.setPixelSize(side * 11 / 20);
    font.setBold(true);
    painter.setFont(font);
    const int height = side * 12 / 20;
    const int width = std::max(height, painter.fontMetrics().horizontalAdvance(number) + side / 5);
    const QRect room(side - std::min(width, side), 0, std::min(width, side), height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QApplication::palette().color(QPalette::Highlight));
    painter.drawRoundedRect(room, height / 2.0, height / 2.0);
    painter.setPen(QApplication::palette().color(QPalette::HighlightedText));
    painter.drawText(room, Qt::AlignCenter, number);
    return pixmap;
}

} // namespace

QIcon badged(const QIcon& plain, int count) {
    if (count <= 0)
        return plain;
    const QString number = count > Most ? QStringLiteral("99+") : QString::number(count);
    QIcon icon;
    for (const int side : {20, 40})
        icon.addPixmap(badgedPixmap(plain, number, side));
    return icon;
}

} // namespace gridwarden::app
