// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_navigation.h"

#include "app/map/map_widget.h"
#include "app/map/picking.h"

#include <cmath>

namespace gridwarden::app {

namespace {

constexpr double WheelStep = 1.5;      // factor of one notch
constexpr double FineWheelStep = 1.08; // with Ctrl
constexpr double KeyPanShare = 0.2;    // of the window

} // namespace

void MapNavigation::begin(Gesture gesture) {
    m_gesture = gesture;
    m_map.updateCursor();
}

std::optional<Qt::CursorShape> MapNavigation::cursor() const {
    switch (m_gesture) {
    case Gesture::Pan:
    case Gesture::SpacePan:
        return Qt::ClosedHandCursor;
    case Gesture::ZoomBox:
        return Qt::CrossCursor;
    case Gesture::None:
        break;
    }
    return std::nullopt;
}

void MapNavigation::paint(QPainter& painter) const {
    if (m_gesture == Gesture::ZoomBox)
        paintBox(painter, QRectF(m_start, m_boxEnd).normalized(), m_map.palette());
}

// ── Pointer ──

bool MapNavigation::press(const QMouseEvent& event) {
    m_lastPointer = event.position();
    m_start = event.position();
    m_boxEnd = event.position();
    switch (event.button()) {
    case Qt::BackButton:
        m_map.goBack();
        return true;
    case Qt::ForwardButton:
        m_map.goForward();
        return true;
    case Qt::MiddleButton:
        begin(Gesture::Pan);
        return true;
    case Qt::LeftButton:
        if (event.modifiers() & Qt::ShiftModifier) {
            begin(Gesture::ZoomBox);
            return true;
        }
        return false;
    default:
        return false;
    }
}

bool MapNavigation::move(const QMouseEvent& event) {
    const QPointF distance = event.position() - m_lastPointer;
    m_lastPointer = event.position();
    switch (m_gesture) {
    case Gesture::Pan:
    case Gesture::SpacePan:
        m_map.panBy(distance);
        return true;
    case Gesture::ZoomBox:
        m_boxEnd = event.position();
        m_map.update();
        return true;
    case Gesture::None:
        break;
    }
    return false;
}

bool MapNavigation::release(const QMouseEvent& event) {
    if (m_gesture == Gesture::ZoomBox && event.button() == Qt::LeftButton) {
        begin(Gesture::None);
        m_map.zoomToScreenBox(QRectF(m_start, event.position()).normalized(), event.modifiers() & Qt::AltModifier);
        m_map.update();
        return true;
    }
    if (m_gesture == Gesture::Pan && event.button() == Qt::MiddleButton) {
        begin(Gesture::None);
        return true;
    }
    return false;
}

bool MapNavigation::wheel(const QWheelEvent& event) {
    // A touch pad with Ctrl sends the vertical angle sideways under some platforms.
    const int angle = event.angleDelta().y() != 0 ? event.angleDelta().y() : event.angleDelta().x();
    if (angle == 0)
        return false;
    const double step = event.modifiers() & Qt::ControlModifier ? FineWheelStep : WheelStep;
    m_map.setView(m_map.view().zoomedAbout(event.position(), std::pow(step, angle / 120.0)));
    return true;
}

// ── Keys ──

bool MapNavigation::keyPress(const QKeyEvent& event) {
    const QPointF step(m_map.width() * KeyPanShare, m_map.height() * KeyPanShare);
    switch (event.key()) {
    case Qt::Key_Left:
        m_map.panBy({step.x(), 0});
        return true;
    case Qt::Key_Right:
        m_map.panBy({-step.x(), 0});
        return true;
    case Qt::Key_Up:
        m_map.panBy({0, step.y()});
        return true;
    case Qt::Key_Down:
        m_map.panBy({0, -step.y()});
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_Plus:
        m_map.zoomBy(WheelStep);
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_Minus:
        m_map.zoomBy(1 / WheelStep);
        return true;
    case Qt::Key_Space:
        if (!event.isAutoRepeat() && m_gesture == Gesture::None)
            begin(Gesture::SpacePan);
        return true;
    case Qt::Key_Escape:
        if (m_gesture != Gesture::ZoomBox)
            return false;
        begin(Gesture::None);
        m_map.update();
        return true;
    default:
        return false;
    }
}

bool MapNavigation::keyRelease(const QKeyEvent& event) {
    if (event.key() != Qt::Key_Space || event.isAutoRepeat() || m_gesture != Gesture::SpacePan)
        return false;
    begin(Gesture::None);
    return true;
}

} // namespace gridwarden::app
