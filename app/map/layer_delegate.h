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
};

} // namespace gridwarden::app
