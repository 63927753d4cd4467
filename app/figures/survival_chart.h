// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statistics/survival.h"

#include <QChartView>
#include <vector>

namespace gridwarden::app {

/// Kaplan–Meier curves as steps from 1 downwards, with the 95 % interval of a curve that stands alone. Colours and line patterns both tell
/// the curves apart; `mark` says which is which in a text beside the chart.
class SurvivalChart : public QChartView {
    Q_OBJECT
  public:
    static constexpr std::size_t MostLines = 6;
    explicit SurvivalChart(QWidget* parent = nullptr);
    /// \param days the end of the axis
    void setCurves(const std::vector<core::SurvivalCurve>& curves, double days);
    /// The look of a curve as rich text. \pre curve < MostLines
    [[nodiscard]] static QString mark(std::size_t curve);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void draw();
    std::vector<core::SurvivalCurve> m_curves;
    double m_days = 90;
};

} // namespace gridwarden::app
