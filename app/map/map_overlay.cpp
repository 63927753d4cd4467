// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_overlay.h"

namespace gridwarden::app {

MapOverlay::MapOverlay(MapWidget& map, QObject* parent) : QObject(parent), m_map(&map) {
    map.addOverlay(this);
}

MapOverlay::~MapOverlay() {
    if (m_map != nullptr)
        m_map->removeOverlay(this);
}

void MapOverlay::refresh() {
    if (m_map == nullptr)
        return;
    m_map->update();
    emit m_map->overlaysChanged();
}

} // namespace gridwarden::app
