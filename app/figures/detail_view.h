// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/figures/figure_detail.h"
#include "app/workspace/newest_answer.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTableWidget;

namespace gridwarden::app {

class FigureChart;

/// One figure through time or by what it is made up of, as a chart and as a table; each number leads to its records.
class DetailView : public QWidget {
    Q_OBJECT
  public:
    explicit DetailView(QWidget* parent);
    ~DetailView() override;
    /// Which kinds of areas the district has, to be chosen from.
    void setAreaKinds(const std::vector<core::AreaKind>& kinds);
    /// \param basis none: nothing is shown
    void setFigure(const FigureBasis* basis, core::Period period, const std::string& figure);
    void forget();
    [[nodiscard]] const std::shared_ptr<const DetailAnswer>& answer() const { return m_answer; }
    [[nodiscard]] bool isCounting() const { return m_counting.isAsked(); }

  signals:
    void recordsWanted(const gridwarden::core::FigureValue& value, gridwarden::core::Period period, const QString& part);
    void definitionWanted(const QString& key);

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    void build();
    void ask();
    void take(const std::shared_ptr<const DetailAnswer>& answer);
    void fillTable(const core::FigureDefinition& definition);
    void choose(int part);
    QLabel* m_name;
    QLabel* m_note;
    QComboBox* m_by;
    FigureChart* m_chart;
    QTableWidget* m_table;
    std::optional<DetailWish> m_wish;
    std::shared_ptr<const DetailAnswer> m_answer;
    NewestAnswer<DetailWish, DetailAnswer> m_counting; ///< the last: answers through all of the others
};

} // namespace gridwarden::app
