// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <array>
#include <optional>
#include <vector>

namespace gridwarden::app {

/// Cases by hour of the week, Monday to Sunday from top to bottom, as shades; hours are chosen by dragging over them, whole days and hours
/// of the day at the edges, with Ctrl in addition. A click on what alone is chosen leaves it. Keys: arrows move, space chooses, Delete leaves all.
class WeekGrid : public QWidget {
    Q_OBJECT
  public:
    static constexpr int Days = 7, Hours = 24, Cells = Days * Hours;
    using Counts = std::array<std::int64_t, Cells>;

    explicit WeekGrid(QWidget* parent = nullptr);
    void setCounts(const Counts& counts, const std::vector<int>& chosen);
    [[nodiscard]] const Counts& counts() const { return m_counts; }
    [[nodiscard]] QRectF cellRect(int cell) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

  signals:
    /// By somebody's hand; ascending, 0 Monday 00:00 … 167.
    void chosen(const std::vector<int>& cells);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

  private:
    struct Spot {
        int day;  ///< −1: at the upper edge
        int hour; ///< −1: at the left edge
    };
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] std::optional<Spot> spotAt(QPointF place) const;
    [[nodiscard]] std::array<bool, Cells> between(Spot from, Spot to) const;
    void choose(const std::array<bool, Cells>& cells);
    [[nodiscard]] QString textOf(int cell) const;
    [[nodiscard]] static QString dayName(int day);

    Counts m_counts{};
    std::array<bool, Cells> m_chosen{}, m_before{};
    std::optional<Spot> m_pressed;
    bool m_adds = false;
    int m_current = 8; ///< for the keyboard
};

} // namespace gridwarden::app
