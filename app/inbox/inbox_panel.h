// SPDX-License-Identifier: GPL-3.0-or-later
// The inbox (收件箱): what waits in the watched folder, to be accepted, linked, corrected or refused, one by one or many at once.
#pragma once

#include "app/inbox/inbox.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSplitter;
class QToolButton;
class QTreeView;

namespace gridwarden::app {

class ProposalView;
class RecordModel;

class InboxPanel : public QWidget {
    Q_OBJECT
  public:
    InboxPanel(Workspace& workspace, Inbox& inbox, QWidget* parent);
    /// Ready for the keyboard: the first proposal is chosen where none is.
    void startDeciding();

  signals:
    /// A proposal is to be corrected before it is accepted.
    void correctionWanted(const gridwarden::gis::Proposal& proposal);

  protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void build();
    QWidget* buildButtons();
    void refresh();
    void followSelection();
    void tellEmpty();
    [[nodiscard]] std::vector<gis::Proposal> selected() const;
    void accept();
    void acceptAndLink();
    void correct();
    void refuse();
    Workspace& m_workspace;
    Inbox& m_inbox;
    RecordModel* m_model;
    QTreeView* m_list;
    ProposalView* m_detail;
    QSplitter* m_parts;
    QWidget* m_none;
    QLabel* m_noneText;
    QPushButton* m_makeFolder;
    QPushButton* m_accept;
    QPushButton* m_link;
    QPushButton* m_correct;
    QPushButton* m_refuse;
    QToolButton* m_more;
    QAction* m_move;
};

} // namespace gridwarden::app
