// SPDX-License-Identifier: GPL-3.0-or-later
// Protecting and erasing as background work: the district is the worker's while it writes the file and its backups anew.
#pragma once

#include "app/workspace/job.h"
#include "app/workspace/workspace.h"
#include "core/backup_erasure.h"

namespace gridwarden::app {

using ErasureWork = std::function<core::Result<core::ErasureCounts>(core::District&, const core::Actor&)>;
/// Runs the work and brings the backups in line; then says what was done. `done` is told whether it was. An empty work only
/// brings the backups in line (a new passphrase, an erasure that was interrupted).
void runErasure(Workspace& workspace, const QString& title, ErasureWork work, std::function<void(bool)> done = {});

/// Asks, then erases the contact of one case.
void eraseContactOf(Workspace& workspace, core::CaseId id, const QString& number, QWidget* parent);

/// Erases what is past the time that the bureau has set, each day once while the program runs, and finishes what was interrupted.
class RetentionKeeper : public QObject {
    Q_OBJECT
  public:
    RetentionKeeper(Workspace& workspace, Jobs& jobs, QObject* parent);

  private:
    void look();
    Workspace& m_workspace;
    Jobs& m_jobs;
};

} // namespace gridwarden::app
