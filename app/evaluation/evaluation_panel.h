// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluating areas, organisations or people by a scheme: the ranking with its scores, marks by hand, publishing.
#pragma once

#include "app/evaluation/evaluation_counting.h"
#include "app/workspace/newest_answer.h"
#include "core/evaluation/scheme_list.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace gridwarden::app {

class FigureChart;
class PeriodStepper;
class ScoreTable;
class Workspace;

class EvaluationPanel : public QWidget {
    Q_OBJECT
  public:
    EvaluationPanel(Workspace& workspace, QWidget* parent);
    ~EvaluationPanel() override;
    [[nodiscard]] bool isCounting() const { return m_counting.isAsked(); }
    [[nodiscard]] ScoreTable& table() { return *m_table; }
    void setPeriod(core::Period period);
    void editSchemes(); ///< opens their editor with the one that is shown

  signals:
    void activitiesWanted(gridwarden::core::Period period, const std::vector<gridwarden::core::ActivityId>& entries);

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    void build();
    void loadSchemes();
    void chooseScheme(); ///< areas as it says
    void ask();
    void take(const std::shared_ptr<const EvaluationAnswer>& answer);
    void drawTotals();
    void showRecords(std::size_t subject, std::size_t item);
    void giveMark();
    void publish();
    void exportRanking();
    [[nodiscard]] const core::EvaluationScheme* scheme() const;
    Workspace& m_workspace;
    QComboBox* m_schemes;
    QToolButton* m_edit;
    QComboBox* m_kinds; ///< of areas
    PeriodStepper* m_period;
    QLabel* m_about;
    ScoreTable* m_table;
    FigureChart* m_chart;
    QPushButton* m_mark;
    QPushButton* m_publish;
    QPushButton* m_published;
    QPushButton* m_export;
    std::vector<core::ListedScheme> m_known;
    std::shared_ptr<const EvaluationAnswer> m_answer; ///< null after a fault
    std::optional<EvaluationWish> m_wish;             ///< the newest
    bool m_isStale = true;
    NewestAnswer<EvaluationWish, EvaluationAnswer> m_counting; ///< the last: answers through all of the others
};

} // namespace gridwarden::app
