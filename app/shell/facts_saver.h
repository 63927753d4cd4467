// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps a snapshot of the facts of a large district for its next opening, in a job, when nothing has changed for a while.
#pragma once

#include "app/workspace/job.h"
#include "app/workspace/workspace.h"

#include <QTimer>
#include <filesystem>

namespace gridwarden::app {

class FactsSaver : public QObject {
    Q_OBJECT
  public:
    FactsSaver(Workspace& workspace, Jobs& jobs, QObject* parent);
    /// In the user's cache folder.
    [[nodiscard]] static std::filesystem::path folder();

  private:
    void save();
    Workspace& m_workspace;
    Jobs& m_jobs;
    QTimer m_quiet;
};

} // namespace gridwarden::app
