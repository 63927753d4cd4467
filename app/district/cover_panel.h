// SPDX-License-Identifier: GPL-3.0-or-later
// Checks whether the areas of a kind cover the ground once, and lists the places where they do not.
#pragma once

#include "app/workspace/job.h"
#include "app/workspace/workspace.h"
#include "gis/source/cover_check.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace gridwarden::app {

class CoverPanel : public QWidget {
    Q_OBJECT
  public:
    CoverPanel(Workspace& workspace, Jobs& jobs, QWidget* parent);
    ~CoverPanel() override;
    void setKind(core::AreaKind kind);

  private:
    void check();
    void list(const std::vector<gis::CoverFinding>& findings);
    void zoomTo(int row);
    Workspace& m_workspace;
    Jobs& m_jobs;
    QComboBox* m_kind;
    QPushButton* m_check;
    QLabel* m_verdict;
    QListWidget* m_list;
    std::vector<gis::CoverFinding> m_findings;
    int m_job = 0;
};

} // namespace gridwarden::app
