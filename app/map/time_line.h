// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/figures/time_order.h"

#include <QWidget>
#include <memory>

namespace gridwarden::app {

/// Reported cases over time as bars, and a window of days over them whose ends and whose middle are dragged. A double click takes
/// the window away. Keys: left and right move it by a step, with Shift its end and with Ctrl its beginning; Home and End go to the
/// first and the last days; Delete takes it away.
class TimeLine : public QWidget {
    Q_OBJECT
  public:
    explicit TimeLine(QWidget* parent = nullptr);

    /// What there is to see; null: nothing.
    void setOrder(std::shared_ptr<const core::TimeOrder> order, const core::TimeZone& zone);
    void setWindow(std::optional<core::Day> from, std::optional<core::Day> to);
    /// By how much keys and the wheel move the window.
    void setStep(std::chrono::days step) { m_step = step; }
    /// The days that are shown; none without cases.
    [[nodiscard]] std::optional<core::Period> shownDays() const { return m_days; }
    /// The window within them; all where it is open.
    [[nodiscard]] std::optional<core::Period> window() const;
    [[nodiscard]] QRect windowRect() const;
    QSize sizeHint() const override { return {480, 46}; }
    QSize minimumSizeHint() const override { return {160, 46}; }

  signals:
    /// Somebody wants another window; none: all days.
    void windowWanted(std::optional<gridwarden::core::Day> from, std::optional<gridwarden::core::Day> to);
    void dragging(bool isDragging);
    void playWanted(); ///< the space bar

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

  private:
    enum class Grip { None, Begin, End, Middle };
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] double xOf(core::Day day) const; ///< of its beginning
    [[nodiscard]] core::Day dayAt(double x) const;
    [[nodiscard]] Grip gripAt(QPointF place) const;
    /// Kept within the days that are shown.
    void want(core::Day from, core::Day to);
    void moveBy(std::chrono::days days, Grip grip);
    void countBars();
    void paintBars(QPainter& painter) const;
    void paintAxis(QPainter& painter) const;

    std::shared_ptr<const core::TimeOrder> m_order;
    core::TimeZone m_zone;
    std::optional<core::Period> m_days;
    std::optional<core::Day> m_from, m_to;
    std::chrono::days m_step{7};
    std::vector<std::size_t> m_bars; ///< cases of so many days each
    int m_daysOfBar = 1;
    Grip m_grip = Grip::None;
    double m_pressedAt = 0;
    std::optional<core::Period> m_pressedWindow;
};

} // namespace gridwarden::app
