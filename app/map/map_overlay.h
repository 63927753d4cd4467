// SPDX-License-Identifier: GPL-3.0-or-later
// Something that lies over the map for a while: the squares of a result, the places of work of a day. It is painted
// with each frame, so it paints what is in view only and works out nothing there.
#pragma once

#include "app/map/map_widget.h"
#include "gis/draw/decorations.h"

#include <QObject>
#include <QPainter>
#include <QPointer>
#include <vector>

namespace gridwarden::app {

struct MapPointer;

/// Is on the map from its making to its end.
class MapOverlay : public QObject {
    Q_OBJECT
public:
    MapOverlay(MapWidget& map, QObject* parent);
    ~MapOverlay() override;

    /// In pixels of the widget, antialiased.
    virtual void paint(QPainter& painter) const = 0;
    /// What its signs mean, as long as it shows any.
    [[nodiscard]] virtual std::vector<gis::LegendEntry> legend() const { return {}; }
    /// Whether the click was meant for it; else it goes to cases and areas.
    virtual bool click(const MapPointer& pointer) = 0;

protected:
    /// The map is painted again, with its legend.
    void refresh();
    [[nodiscard]] MapWidget& map() const { return *m_map; }

private:
    QPointer<MapWidget> m_map; ///< may go first
};

} // namespace gridwarden::app
