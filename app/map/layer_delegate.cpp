// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/layer_delegate.h"

#include "app/map/layer_list.h"

#include <QPainter>

namespace gridwarden::app {

void LayerDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QString badge = index.data(LayerList::BadgeRole).toString();
    if (badge.isEmpty()) {
        RoomyDelegate::paint(painter, option, index);
        return;
    }
    QFont font = option.font;
    font.setPointSizeF(font.pointSizeF() * 0.85);
    const QFontMetrics metrics(font);
    const QSize size(metrics.horizontalAdvance(badge) + 12, metrics.height() + 2);
    QStyleOptionViewItem rest = option;
    rest.rect.setRight(option.rect.right() - size.width() - 8);
    painter->fillRect(option.rect, (option.state & QStyle::State_Selected) != 0 ? option.palette.brush(QPalette::Highlight) : QBrush(Qt::NoBrush));
    RoomyDelegate::paint(painter, rest, index);
    const QRect box(QPoint(option.rect.right() - size.width() - 3, option.rect.center().y() - size.height() / 2), size);
    // Orange with dark letters: seen by the colour-blind, and readable on a selected row as well.
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(QColor(0xf5, 0xb8, 0x4a));
    painter->drawRoundedRect(QRectF(box), 4, 4);
    painter->setPen(QColor(0x2b, 0x1d, 0x00));
    painter->setFont(font);
    painter->drawText(box, Qt::AlignCenter, badge);
    painter->restore();
}

} // namespace gridwarden::app
