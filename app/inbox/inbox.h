// SPDX-License-Identifier: GPL-3.0-or-later
// What waits in the folder that the open district watches, and deciding about it. The folder is read by a job, never on the window's thread; nothing enters the
// district unless somebody accepts it.
#pragma once

#include "app/workspace/workspace.h"
#include "gis/inbox/inbox_reader.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace gridwarden::app {

class Inbox : public QObject {
    Q_OBJECT
  public:
    Inbox(Workspace& workspace, Jobs& jobs, QObject* parent = nullptr);

    [[nodiscard]] std::filesystem::path folder() const; ///< \pre a district is open
    /// What waits for a decision; of the last look.
    [[nodiscard]] const gis::InboxContent& content() const { return m_content; }
    [[nodiscard]] int count() const { return static_cast<int>(m_content.proposals.size()); }
    /// Looks into the folder, now or after the look that goes on.
    void look();
    /// Makes the folder where there is none yet.
    void makeFolder();
    void chooseFolder(QWidget* over);

    /// These end a little later, which `changed` tells; what went wrong is a notice. Those that cannot be accepted as they are, are left.
    void accept(const std::vector<gis::Proposal>& proposals, core::CaseId linkTo = {});
    void refuse(const std::vector<gis::Proposal>& proposals, const QString& note);
    /// Accepts one with what was corrected, at once.
    core::Result<core::CaseId> acceptCorrected(const gis::Proposal& proposal, core::CaseDraft draft);
    /// Files of which everything is decided.
    [[nodiscard]] QStringList decidedFiles() const;
    void moveDecidedFiles();

  signals:
    void changed();

  private:
    void follow();
    void loadDecisions();
    void take(core::Result<gis::InboxContent> content);
    void watch();
    Workspace& m_workspace;
    Jobs& m_jobs;
    std::shared_ptr<gis::InboxReader> m_reader; ///< used by one job at a time
    std::shared_ptr<const std::unordered_set<std::string>> m_decided;
    gis::InboxContent m_content;
    bool m_hasToLoad = false; ///< decisions, when the workspace is not busy any more
    bool m_isLooking = false;
    bool m_looksAgain = false;
    core::Message m_saidFault; ///< once, not at each look
    QFileSystemWatcher m_watcher;
    QTimer m_timer;
};

} // namespace gridwarden::app
