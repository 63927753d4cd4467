// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/roomy_delegate.h"

namespace gridwarden::app {

/// A row of the list of layers with its badge at the end: a word on what the reader of the map has to know of the layer.
class LayerDelegate : public RoomyDelegate {
    Q_OBJECT
  public:
    using RoomyDelegate::RoomyDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;
    /// Where the badge is in a row; empty without one.
    [[nodiscard]] static QRect badgeBox(const QStyleOptionViewItem& option, const QModelIndex& index);

signals:
    void badgeClicked(const QModelIndex& index);
};

} // namespace gridwarden::app
