// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/job.h"
#include "app/workspace/workspace.h"

#include <QObject>
#include <QTimer>

namespace gridwarden::app {

/// Looks after the backup of the day: says when it failed, checks a good one thoroughly in the background, and makes it in time where the
/// program stays open over midnight, so that the first change of the morning does not wait for it.
class BackupWatch : public QObject {
    Q_OBJECT
  public:
    BackupWatch(Workspace& workspace, Jobs& jobs, QObject* parent);
    void lookNow(); ///< what the timer does each minute

  private:
    void follow(const core::Result<core::BackupEntry>& made);
    void check(const std::filesystem::path& backup);
    Workspace& m_workspace;
    Jobs& m_jobs;
    QTimer m_timer;
    bool m_isMaking = false;
};

} // namespace gridwarden::app
