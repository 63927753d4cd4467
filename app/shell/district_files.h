// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/job.h"
#include "app/workspace/workspace.h"

#include <QObject>

class QWidget;

namespace gridwarden::app {

/// Opening, making and backing up districts. Files are read and made by jobs, so that the window keeps answering.
class DistrictFiles : public QObject {
    Q_OBJECT
  public:
    DistrictFiles(Workspace& workspace, Jobs& jobs, QWidget* window);

    /// A district in use by another program is offered for reading only.
    void open(const QString& path, core::OpenMode mode = core::OpenMode::ReadWrite);
    void chooseAndOpen(core::OpenMode mode);
    void makeNew();
    /// Asks where, makes the demo district and opens it.
    void makeDemo();
    void makeDemoAt(const QString& path);
    void backup();
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

  signals:
    void failedToOpen(const QString& path);

  private:
    using Maker = std::function<core::Result<std::unique_ptr<core::District>>(const Jobs::Progress&)>;
    void run(const QString& title, Maker maker, std::function<void(const core::Error&)> failed);

    Workspace& m_workspace;
    Jobs& m_jobs;
    QWidget* m_window;
    bool m_isBusy = false;
};

} // namespace gridwarden::app
