// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_widget.h"
#include "gis/draw/decorations.h"

#include <QTimer>
#include <QWidget>

class QListWidget;
class QToolButton;

namespace gridwarden::app {

/// What the signs on the map mean, as the map shows it now; the same entries as on paper. Can be folded away, which is remembered
/// on this machine.
class MapLegend : public QWidget {
    Q_OBJECT
  public:
    explicit MapLegend(MapWidget& map, QWidget* parent = nullptr);
    [[nodiscard]] const std::vector<gis::LegendEntry>& entries() const { return m_entries; }

  private:
    void refresh();
    void setFolded(bool isFolded);

    MapWidget& m_map;
    QToolButton* m_title;
    QListWidget* m_list;
    QTimer m_soon; // changes come in bursts while the map moves
    std::vector<gis::LegendEntry> m_entries;
};

} // namespace gridwarden::app
