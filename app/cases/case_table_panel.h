// SPDX-License-Identifier: GPL-3.0-or-later
// The case table with its filter: one selection with the map, copies and exports of what is shown.
#pragma once

#include "app/workspace/workspace.h"

#include <QWidget>

class QItemSelection;
class QLabel;
class QStackedLayout;
class QTableView;

namespace gridwarden::app {

class CaseTableModel;
class FilterBar;
class ViewMenu;
struct ExportedCases;
struct SavedView;

class CaseTablePanel : public QWidget {
    Q_OBJECT
  public:
      CaseTablePanel(Workspace& workspace, Jobs& jobs, QWidget* parent = nullptr);

      [[nodiscard]] QTableView* view() const { return m_view; }
      [[nodiscard]] FilterBar* filterBar() const { return m_filterBar; }
      /// The selected rows with their headings, tab separated, into the clipboard.
      void copySelection();
      /// Asks for a file and has what is shown written into it by a job, in its order: as a workbook or as CSV, by the
      /// ending of its name.
      void exportShown();
      /// Asks the map to show the selected cases.
      void zoomToSelected();

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
    /// The columns and the order of the table, and back from a view that was chosen.
    void describeLook(SavedView& view) const;
    void takeLook(const SavedView& view);
    void tellExported(const ExportedCases& exported, const QString& file);
    void restoreColumns();
    void rememberColumns();
    /// The columns that are shown, from left to right.
    [[nodiscard]] std::vector<int> shownColumns() const;

    Workspace& m_workspace;
    Jobs& m_jobs;
    CaseTableModel* m_model;
    FilterBar* m_filterBar;
    QTableView* m_view;
    QStackedLayout* m_pages;
    QWidget* m_empty;
    QLabel* m_emptyText;
    QWidget* m_clear;
    bool m_isFollowing = false; ///< the selection comes from the workspace
};

} // namespace gridwarden::app
