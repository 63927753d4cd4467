// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/main_window.h"

#include <memory>

namespace gridwarden::app {

/// Holds what outlives a window (workspace, jobs) and builds the window, anew when its language changes.
class WindowHost : public QObject {
    Q_OBJECT
  public:
    WindowHost();
    ~WindowHost() override;
    [[nodiscard]] MainWindow& window() { return *m_window; }
    [[nodiscard]] Workspace& workspace() { return m_workspace; }
    [[nodiscard]] Jobs& jobs() { return m_jobs; }

  private:
    void build();
    void changeLanguage(core::Language language);
    Jobs m_jobs;
    Workspace m_workspace{&m_jobs};
    std::unique_ptr<MainWindow> m_window;
};

} // namespace gridwarden::app
