// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_widget.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QToolButton;

namespace gridwarden::app {

/// On the map while areas are edited: which tool, of which kind, snapping, and what the edit does to the load of each area.
class AreaEditBar : public QFrame {
    Q_OBJECT
  public:
    explicit AreaEditBar(MapWidget& map);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    QToolButton* addTool(ToolKind kind, const char* name, const char* iconName, const QString& title, const QString& tip);
    void fillKinds();
    void follow();
    void showLoads();
    void place();
    MapWidget& m_map;
    QComboBox* m_kind;
    QComboBox* m_rule;
    QComboBox* m_days;
    QToolButton* m_snap;
    QToolButton* m_confirm;
    QLabel* m_loads;
    std::vector<std::pair<ToolKind, QToolButton*>> m_tools;
};

} // namespace gridwarden::app
