// SPDX-License-Identifier: GPL-3.0-or-later
// The check of the district: what it found, where that is, what can be done about it, and the repair.
#pragma once

#include "app/workspace/job.h"
#include "app/workspace/workspace.h"
#include "gis/check/district_check.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QProgressBar;
class QPushButton;

namespace gridwarden::app {

/// Opens the window and begins to check, or raises the one that is open. Nothing without a district.
void openCheck(Workspace& workspace, Jobs& jobs, QWidget* parent);

/// Checks and repairs as jobs, during which the district belongs to the worker.
class CheckWindow : public QWidget {
    Q_OBJECT
  public:
    CheckWindow(Workspace& workspace, Jobs& jobs, QWidget* parent);
    ~CheckWindow() override;
    void check();
    [[nodiscard]] bool isRunning() const { return m_job != 0; }

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    struct Outcome;
    void repair();
    void start(const QString& title, std::function<void(Outcome&, core::District&, const Jobs::Progress&)> work);
    void finish(const Outcome& outcome);
    void list(const Outcome& outcome);
    void say(const QString& verdict, const char* iconName);
    void showFinding(const QListWidgetItem* item);
    void updateButtons();
    Workspace& m_workspace;
    Jobs& m_jobs;
    QLabel* m_sign;
    QLabel* m_verdict;
    QLabel* m_head;
    QListWidget* m_list;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QPushButton* m_repair;
    QPushButton* m_check;
    core::CheckReport m_report;
    int m_job = 0;
};

} // namespace gridwarden::app
