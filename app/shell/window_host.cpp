// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/window_host.h"

#include "app/text/language.h"
#include "app/workspace/settings.h"

namespace gridwarden::app {

WindowHost::WindowHost() { build(); }

/// Work ends before the window that it tells of waiting goes.
WindowHost::~WindowHost() { m_jobs.stop(); }

void WindowHost::build() {
    m_window = std::make_unique<MainWindow>(m_workspace, m_jobs);
    connect(m_window.get(), &MainWindow::languageWanted, this, &WindowHost::changeLanguage, Qt::QueuedConnection);
}

void WindowHost::changeLanguage(core::Language language) {
    chooseLanguage(language);
    setLanguage(language);
    const QByteArray geometry = m_window->saveGeometry();
    const gis::MapView view = m_window->map().view();
    m_window->close();
    build();
    m_window->restoreGeometry(geometry);
    m_window->show();
    m_window->map().setView(view.resized(m_window->map().size()));
}

} // namespace gridwarden::app
