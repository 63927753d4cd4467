// SPDX-License-Identifier: GPL-3.0-or-later
// Counts beside the map: by category, state, source and hour of the week. What is chosen in one of them filters the others, the table and
// the map, since it is the one filter of the window.
#pragma once

#include "app/figures/linked_counting.h"
#include "app/workspace/workspace.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace gridwarden::app {

class BarList;
class WeekGrid;

class LinkedPanel : public QWidget {
    Q_OBJECT
  public:
    explicit LinkedPanel(Workspace& workspace, QWidget* parent = nullptr);
    /// Whether counts that were asked for are still to come.
    [[nodiscard]] bool isCounting() const { return m_asked != m_shown; }

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    void ask();
    void take(const LinkedAnswer& answer);
    void showCategories();
    void choose(core::Filter filter);
    [[nodiscard]] core::CategoryId shownAs(core::CategoryId id) const; ///< the big class, or itself
    Workspace& m_workspace;
    QLabel* m_total;
    QToolButton* m_clear;
    QComboBox* m_level;
    BarList* m_categories;
    BarList* m_states;
    BarList* m_sources;
    WeekGrid* m_week;
    std::optional<LinkedAnswer> m_answer;
    std::vector<core::CategoryId> m_categoryKeys; ///< of the rows
    std::vector<std::string> m_sourceKeys;
    bool m_showsAll = false; ///< of the categories, not the most frequent alone
    std::size_t m_asked = 0, m_shown = 0;
    LinkedCounting m_counting; ///< the last: answers through all of the others
};

} // namespace gridwarden::app
