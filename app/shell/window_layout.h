// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/place_rail.h"

#include <QDockWidget>
#include <QMainWindow>
#include <vector>

namespace gridwarden::app {

/// Where the panels of the window stand: one layout for each work place, remembered on this machine.
class WindowLayout : public QObject {
    Q_OBJECT
  public:
    WindowLayout(QMainWindow& window, PlaceRail& rail);

    QDockWidget* addDock(const QString& name, const QString& title, QWidget* content, Qt::DockWidgetArea area);
    [[nodiscard]] const std::vector<QDockWidget*>& docks() const { return m_docks; }
    [[nodiscard]] QDockWidget* dock(const char* name) const;
    void setPanelsVisible(bool visible);
    /// Size, position and work place of the last time.
    void restoreWindow();
    /// The panels of the present work place as they were left there.
    void arrange();
    /// All work places as they are shipped.
    void reset();
    void save();
    void showFullScreen(bool on);

  private:
    void arrangeAsShipped();
    QMainWindow& m_window;
    PlaceRail& m_rail;
    std::vector<QDockWidget*> m_docks;
    QByteArray m_beforeFullScreen;
};

} // namespace gridwarden::app
