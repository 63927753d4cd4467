// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backup/backup_list.h"
#include "app/workspace/job.h"
#include "app/workspace/workspace.h"

#include <QWidget>
#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace gridwarden::app {

/// Opens a district again after a restore.
using Reopen = std::function<void(const QString& path)>;

/// Opens the window for a district, which need not be open (a damaged one cannot be); or raises the one that is there.
void openBackups(Workspace& workspace, Jobs& jobs, const QString& district, Reopen reopen, QWidget* parent);

/// The backups of a district: what they hold beside what the file holds now; making, checking, copying and restoring them.
class BackupWindow : public QWidget {
    Q_OBJECT
  public:
    BackupWindow(Workspace& workspace, Jobs& jobs, const QString& district, Reopen reopen, QWidget* parent);
    ~BackupWindow() override;
    [[nodiscard]] const QString& district() const { return m_district; }

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    struct Outcome;
    using Work = std::function<void(Outcome&, const Jobs::Progress&)>;
    void start(const QString& title, Work work, std::function<void(const Outcome&)> then);
    void list(core::BackupShelf::Depth depth);
    void makeOne();
    void saveCopy();
    void restore();
    void saveLimits();
    void followSelection();
    void updateButtons();
    [[nodiscard]] core::BackupShelf shelf() const;
    [[nodiscard]] bool isOpenHere() const; ///< the district is the one of the workspace

    Workspace& m_workspace;
    Jobs& m_jobs;
    QString m_district;
    Reopen m_reopen;
    core::TimeZone m_zone;
    core::BackupLimits m_limits;
    BackupList* m_list;
    QLabel* m_words;
    QLabel* m_title;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QPushButton* m_make;
    QPushButton* m_check;
    QPushButton* m_copy;
    QPushButton* m_restore;
    QSpinBox* m_count;
    QSpinBox* m_share;
    int m_job = 0;
    bool m_isRestoring = false;
};

} // namespace gridwarden::app
