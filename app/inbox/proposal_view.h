// SPDX-License-Identifier: GPL-3.0-or-later
// One proposal of the inbox in full: what it says, what is missing, and hints: its grid and open cases that it may be the same as.
#pragma once

#include "app/workspace/workspace.h"
#include "gis/inbox/proposal.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace gridwarden::app {

class DuplicateList;
class PhotoStrip;

class ProposalView : public QWidget {
    Q_OBJECT
  public:
    ProposalView(Workspace& workspace, QWidget* parent);
    void show(const gis::Proposal& proposal);
    /// A sentence in place of a proposal.
    void say(const QString& sentence);
    /// Open cases that it may be the same as, the nearest first; none where nothing is shown.
    [[nodiscard]] const std::vector<core::CaseId>& duplicates() const { return m_near; }
    /// The one chosen among them, else the nearest.
    [[nodiscard]] core::CaseId duplicate() const;

  private:
    void clear();
    void addRow(const QString& name, const QString& value, const char* objectName = nullptr);
    void addHints(const gis::Proposal& proposal);
    void addProblems(const gis::Proposal& proposal);
    Workspace& m_workspace;
    QLabel* m_title;
    QLabel* m_problems;
    QWidget* m_facts = nullptr;
    QGridLayout* m_rows = nullptr;
    PhotoStrip* m_photos;
    DuplicateList* m_duplicates;
    std::vector<core::CaseId> m_near;
};

} // namespace gridwarden::app
