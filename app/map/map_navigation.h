// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <optional>

namespace gridwarden::app {

class MapWidget;

/// What moves the view in every tool: wheel about the pointer (Ctrl: finer), middle drag or Space and movement pan, Shift+drag is a
/// zoom box (with Alt outwards), arrow keys pan, PgUp/PgDn and plus/minus zoom, the mouse's back and forward buttons walk through
/// the views. Events answer whether they were taken.
class MapNavigation {
  public:
    explicit MapNavigation(MapWidget& map) : m_map(map) {}

    bool press(const QMouseEvent& event);
    bool move(const QMouseEvent& event);
    bool release(const QMouseEvent& event);
    bool wheel(const QWheelEvent& event);
    bool keyPress(const QKeyEvent& event);
    bool keyRelease(const QKeyEvent& event);
    /// Of the gesture that goes on, if any.
    [[nodiscard]] std::optional<Qt::CursorShape> cursor() const;
    void paint(QPainter& painter) const;

  private:
    enum class Gesture { None, Pan, SpacePan, ZoomBox };
    void begin(Gesture gesture);
    MapWidget& m_map;
    Gesture m_gesture = Gesture::None;
    QPointF m_start;
    QPointF m_lastPointer;
    QPointF m_boxEnd;
};

} // namespace gridwarden::app
