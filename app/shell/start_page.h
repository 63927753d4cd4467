// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QListWidget;

namespace gridwarden::app {

/// What stands in the middle while no district is open: recent districts (missing ones greyed), a new one, the demo.
class StartPage : public QWidget {
    Q_OBJECT
  public:
    explicit StartPage(QWidget* parent = nullptr);
    /// Reads the list of recent districts again.
    void refresh();

  signals:
    void openRequested(const QString& path);
    void chooseRequested();
    void newRequested();
    void demoRequested();

  private:
    QListWidget* m_recent;
    QWidget* m_recentBox;
};

} // namespace gridwarden::app
