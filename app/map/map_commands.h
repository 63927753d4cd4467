// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_widget.h"

#include <QMenu>
#include <QObject>

namespace gridwarden::app {

/// The map's menus: what the right button offers at a place, and the bookmarks.
class MapCommands : public QObject {
    Q_OBJECT
  public:
    MapCommands(MapWidget& map, LayerList& layers);
    /// Coordinates to copy and what can be done at the place. Deletes itself when closed.
    void showMenuAt(core::GeoPoint place, QPoint globalPosition);
    void fillBookmarks(QMenu* menu);
    /// Asks for a name and keeps what is seen.
    void addBookmark();

  private:
    MapWidget& m_map;
    LayerList& m_layers;
};

} // namespace gridwarden::app
