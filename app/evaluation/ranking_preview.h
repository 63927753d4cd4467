// SPDX-License-Identifier: GPL-3.0-or-later
// Beside a scheme that is being edited: the ranking of a period as it would be, with ranks and totals as they are.
#pragma once

#include "app/evaluation/ranking_change.h"
#include "app/workspace/newest_answer.h"

#include <QWidget>

class QLabel;
class QTreeWidget;

namespace gridwarden::app {

class PeriodStepper;
class Workspace;

class RankingPreview : public QWidget {
    Q_OBJECT
public:
    RankingPreview(Workspace& workspace, QWidget* parent);
    ~RankingPreview() override;
    void setPeriod(core::Period period);
    /// Ranks anew where something is otherwise. \param stored the scheme that is edited as it stands; none: a new one
    void ask(const std::optional<core::EvaluationScheme>& stored, const core::EvaluationScheme& edited);
    /// The ranking waits for something. What was shown stays, in the quieter colour.
    void wait(const QString& why);
    [[nodiscard]] bool isCounting() const { return m_counting.isAsked(); }

signals:
    void periodChanged();

private:
    void take(const std::shared_ptr<const RankingChange>& change);
    void list(const RankingChange& change);
    Workspace& m_workspace;
    PeriodStepper* m_period;
    QLabel* m_about;
    QTreeWidget* m_ranking;
    std::optional<RankingWish> m_wish;                   ///< the newest
    std::shared_ptr<const RankingChange> m_shown;        ///< null: nothing, or a fault
    NewestAnswer<RankingWish, RankingChange> m_counting; ///< the last: answers through all of the others
};

} // namespace gridwarden::app
