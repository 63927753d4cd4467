// SPDX-License-Identifier: GPL-3.0-or-later
// The case table with its filter: one selection with the map, copies, exports and prints of what is shown.
#pragma once

#include "app/cases/case_columns.h"
#include "app/workspace/workspace.h"

#include <QWidget>

class QItemSelection;
class QLabel;
class QStackedLayout;
class QTableView;

namespace gridwarden::app {

class CaseOutput;
class CaseTableModel;
class FilterBar;
class ViewMenu;
struct SavedView;

class CaseTablePanel : public QWidget {
    Q_OBJECT
  public:
      CaseTablePanel(Workspace& workspace, Jobs& jobs, QWidget* parent = nullptr);

      [[nodiscard]] QTableView* view() const { return m_view; }
      /// The selected rows with their headings, tab separated, into the clipboard.
      void copySelection();
      /// Asks the map to show the selected cases.
      void zoomToSelected();

  signals:
    void linkWanted();    ///< of the selected case to another one, as the same problem
    void handOutWanted(); ///< of the cases shown, for outside

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void buildView();
    void buildEmpty();
    void followSelection();
    void pushSelection();
    void showState();
    void showHeaderMenu(QPoint at);
    void showRowMenu(QPoint at);
    [[nodiscard]] bool canLink() const;
    /// The columns and the order of the table, and back from a view that was chosen.
    void describeLook(SavedView& view) const;
    void takeLook(const SavedView& view);
    void restoreColumns();
    void rememberColumns();
    /// The columns that are shown, from left to right.
    [[nodiscard]] std::vector<CaseColumn> shownColumns() const;

    Workspace& m_workspace;
    CaseTableModel* m_model;
    CaseOutput* m_output;
    FilterBar* m_filterBar;
    QTableView* m_view;
    QStackedLayout* m_pages;
    QWidget* m_empty;
    QLabel* m_emptyText;
    QWidget* m_clear;
    bool m_isFollowing = false; ///< the selection comes from the workspace
};

} // namespace gridwarden::app
