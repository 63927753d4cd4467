// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/workspace.h"

#include <QFrame>
#include <QTimer>
#include <deque>

class QLabel;
class QPushButton;
class QToolButton;

namespace gridwarden::app {

/// Notices over the map, one at a time, the latest first. Notes go by themselves; warnings and faults stay until they are closed
/// or the district is, and come back when what covered them is gone. All of them can be read again from the status bar.
class MessageBar : public QFrame {
    Q_OBJECT
  public:
    MessageBar(Workspace& workspace, QWidget* parent);
    [[nodiscard]] const std::deque<Notice>& history() const { return m_history; } ///< newest first
    [[nodiscard]] int unread() const { return m_unread; }
    void showHistory();

  signals:
    void historyChanged();

  private:
    void post(const Notice& notice);
    void dismiss();
    void show(const Notice& notice);
    void clear();
    void place();
    bool eventFilter(QObject* watched, QEvent* event) override;

    std::deque<Notice> m_history;
    std::vector<Notice> m_open; ///< not closed yet, the one shown last
    int m_unread = 0;
    QLabel* m_symbol;
    QLabel* m_text;
    QToolButton* m_details;
    QPushButton* m_action;
    QTimer m_goAway;
};

} // namespace gridwarden::app
