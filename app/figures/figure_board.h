// SPDX-License-Identifier: GPL-3.0-or-later
// The board of figures (考核): all figures of a period with what they are compared with, and one of them taken apart. The conditions of the
// filter hold for all of them, its days do not. Each number leads to the records behind it.
#pragma once

#include "app/figures/board_counting.h"
#include "app/workspace/newest_answer.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace gridwarden::app {

class DetailView;
class FigureTable;
class PeriodStepper;
class Workspace;

class FigureBoard : public QWidget {
    Q_OBJECT
  public:
    FigureBoard(Workspace& workspace, QWidget* parent);
    ~FigureBoard() override;
    [[nodiscard]] bool isCounting() const;
    [[nodiscard]] FigureTable& table() { return *m_table; }
    void setPeriod(core::Period period);

  signals:
    /// Activities are behind a number that was clicked.
    void activitiesWanted(gridwarden::core::Period period, const std::vector<gridwarden::core::ActivityId>& entries);
    void definitionsWanted(const QString& key); ///< to be looked at or changed

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    void build();
    void ask();
    void take(const std::shared_ptr<const BoardAnswer>& answer);
    void followCurrent();
    void showRecords(const core::FigureValue& value, core::Period period, const FigureBasis& basis, const QString& part = {});
    Workspace& m_workspace;
    PeriodStepper* m_period;
    QLineEdit* m_search;
    QCheckBox* m_hidesZeros;
    QLabel* m_about; ///< what is counted, under which conditions
    FigureTable* m_table;
    DetailView* m_detail;
    bool m_isStale = true;
    std::optional<BoardWish> m_wish; ///< the newest
    NewestAnswer<BoardWish, BoardAnswer> m_counting; ///< the last: answers through all of the others
};

} // namespace gridwarden::app
