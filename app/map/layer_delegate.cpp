// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/layer_delegate.h"

#include "app/map/layer_list.h"

#include <QMouseEvent>
#include <QPainter>

namespace gridwarden::app {

namespace {

QFont badgeFont(const QStyleOptionViewItem& option) {
    QFont font = option.font;
    font.setPointSizeF(font.pointSizeF() * 0.85);
    return font;
}

} // namespace

QRect LayerDelegate::badgeBox(const QStyleOptionViewItem& option, const QModelIndex& index) {
    const QString badge = index.data(LayerList::BadgeRole).toString();
    if (badge.isEmpty())
        return {};
    const QFontMetrics metrics(badgeFont(option));
    const QSize size(metrics.horizontalAdvance(badge) + 12, metrics.height() + 2);
    return {QPoint(option.rect.right() - size.width() - 3, option.rect.center().y() - size.height() / 2), size};
}

void LayerDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QRect box = badgeBox(option, index);
    if (box.isEmpty()) {
        RoomyDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem rest = option;
    rest.rect.setRight(box.left() - 5);
    painter->fillRect(option.rect, (option.state & QStyle::State_Selected) != 0 ? option.palette.brush(QPalette::Highlight) : QBrush(Qt::NoBrush));
    RoomyDelegate::paint(painter, rest, index);
    // Orange with dark letters: seen by the colour-blind, and readable on a selected row as well.
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(QColor(0xf5, 0xb8, 0x4a));
    painter->drawRoundedRect(QRectF(box), 4, 4);
    painter->setPen(QColor(0x2b, 0x1d, 0x00));
    painter->setFont(badgeFont(option));
    painter->drawText(box, Qt::AlignCenter, index.data(LayerList::BadgeRole).toString());
    painter->restore();
}

bool LayerDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                                const QModelIndex& index) {
    const bool isClick =
        event->type() == QEvent::MouseButtonRelease && static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton;
    if (isClick && badgeBox(option, index).contains(static_cast<QMouseEvent*>(event)->position().toPoint())) {
        emit badgeClicked(index);
        return true;
    }
    return RoomyDelegate::editorEvent(event, model, option, index);
}

} // namespace gridwarden::app
