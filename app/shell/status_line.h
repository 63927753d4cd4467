// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_widget.h"
#include "app/workspace/job.h"

#include <QStatusBar>

namespace gridwarden::app {

class MessageBar;

/// The line at the bottom: jobs, what to do next, coordinates and scale, whether all is saved, notes.
class StatusLine : public QStatusBar {
    Q_OBJECT
  public:
    StatusLine(Workspace& workspace, MapWidget& map, LayerList& layers, Jobs& jobs, MessageBar& messages, QWidget* parent = nullptr);
    /// The parts that tell about the map.
    void showMapParts(bool visible);

  private:
    std::vector<QWidget*> m_mapParts;
};

} // namespace gridwarden::app
