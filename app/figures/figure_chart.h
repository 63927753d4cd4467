// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChartView>
#include <optional>
#include <vector>

namespace gridwarden::app {

/// Numbers as bars that can be clicked. Saved and printed as lines, not as a picture.
class FigureChart : public QChartView {
    Q_OBJECT
  public:
    struct Bar {
        QString label;
        std::optional<double> value; ///< none: undefined, no bar
        QString text;                ///< the value as it is printed
    };
    enum class Lie { Upright, Across };
    explicit FigureChart(Lie lie, QWidget* parent = nullptr);

    /// \param marked the position of one bar that is told from the others; negative: none
    void setBars(std::vector<Bar> bars, const QString& title, int marked);
    [[nodiscard]] const std::vector<Bar>& bars() const { return m_bars; }
    /// Paints the chart as it is into a file: .pdf and .svg as lines, .png. False where it cannot be written; what was there before stays then.
    [[nodiscard]] bool save(const QString& path);

  signals:
    void barClicked(int bar);

  protected:
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

  private:
    void draw();
    void showBar(bool isOver, int bar);
    Lie m_lie;
    std::vector<Bar> m_bars;
    QString m_title;
    int m_marked = -1;
};

} // namespace gridwarden::app
