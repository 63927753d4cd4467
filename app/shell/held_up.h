// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/workspace.h"

#include <QPointer>

class QDialog;
class QLabel;
class QWidget;

namespace gridwarden::app {

/// While another program keeps a change from being written, says so and by whom, and lets the user give up. The change waits:
/// what was typed is not lost either way.
class HeldUp : public QObject {
    Q_OBJECT
  public:
    HeldUp(Workspace& workspace, QWidget* window);
    ~HeldUp() override;

  private:
    bool wait(std::chrono::milliseconds waited);
    void show();
    void end();
    Workspace& m_workspace;
    QWidget* m_window;
    QPointer<QDialog> m_dialog;
    QLabel* m_who = nullptr;
    bool m_givenUp = false;
};

} // namespace gridwarden::app
