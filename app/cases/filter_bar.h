// SPDX-License-Identifier: GPL-3.0-or-later
// The one filter of the window: a search field, a menu to add conditions, a chip for each condition that is set, and how
// many cases are left of how many.
#pragma once

#include "app/cases/filter_words.h"
#include "app/workspace/workspace.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace gridwarden::app {

class ChipRow;

class FilterBar : public QWidget {
    Q_OBJECT
  public:
    explicit FilterBar(Workspace& workspace, QWidget* parent = nullptr);
    [[nodiscard]] QLineEdit* searchField() const { return m_search; }
    /// Puts a button beside the one that adds conditions.
    void addButton(QWidget* button);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void follow();
    void showCount();
    void fillMenu();
    void applySearch();
    /// Opens what changes one condition, under a button.
    void edit(FilterPart part, QWidget* button);
    /// Days of the reported time (Time) or of the deadline (Due).
    void addDays(QMenu& menu, FilterPart part);
    void editRange(FilterPart part, QWidget* button);
    void setPeriod(FilterPart part, const core::Period& period);
    Workspace& m_workspace;
    QLineEdit* m_search;
    QToolButton* m_add;
    ChipRow* m_chips;
    QLabel* m_count;
    QTimer m_typing;
};

} // namespace gridwarden::app
