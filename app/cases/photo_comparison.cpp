// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/photo_comparison.h"

#include "app/cases/panel_text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace gridwarden::app {

namespace {

constexpr double LargestZoom = 16;
constexpr double ZoomStep = 1.25;
constexpr double LineStep = 0.02, LargeLineStep = 0.1; // of the width
constexpr double MoveStep = 0.1;                       // of the size
constexpr double GrabPixels = 14;                      // beside the line
constexpr double HandleRadius = 14;
const QColor Room(0x20, 0x20, 0x20);

} // namespace

PhotoComparison::PhotoComparison(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("photoComparison"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(240, 180);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Two photos with a line between them that is moved with the arrow keys"));
}

void PhotoComparison::setPicture(Side side, const QImage& picture, const QString& words) {
    m_photos[side] = {picture, {}, words};
    update();
}

void PhotoComparison::setLine(double share) {
    m_line = std::clamp(share, 0.0, 1.0);
    update();
    emit viewChanged();
}

void PhotoComparison::zoomBy(double factor, QPointF about) {
    const double zoom = std::clamp(m_zoom * factor, 1.0, LargestZoom);
    const QPointF fromMiddle = about - QRectF(rect()).center() - m_shift;
    m_shift -= fromMiddle * (zoom / m_zoom - 1); // what is under the point stays under it
    m_zoom = zoom;
    keepInView();
    update();
    emit viewChanged();
}

void PhotoComparison::fit() {
    m_zoom = 1;
    m_shift = {};
    update();
    emit viewChanged();
}

void PhotoComparison::moveBy(QPointF distance) {
    m_shift += distance;
    keepInView();
    update();
    emit viewChanged();
}

void PhotoComparison::keepInView() {
    const QPointF most = QPointF(width(), height()) * (m_zoom - 1) / 2;
    m_shift = {std::clamp(m_shift.x(), -most.x(), most.x()), std::clamp(m_shift.y(), -most.y(), most.y())};
}

QRectF PhotoComparison::place(Side side) const {
    const QImage& whole = m_photos[side].whole;
    if (whole.isNull())
        return {};
    const QSizeF size = QSizeF(whole.size()).scaled(QSizeF(this->size()), Qt::KeepAspectRatio) * m_zoom;
    const QPointF middle = QRectF(rect()).center() + m_shift;
    return {middle - QPointF(size.width() / 2, size.height() / 2), size};
}

// ── Painting ──

void PhotoComparison::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Room);
    const double x = m_line * width();
    painter.save();
    painter.setClipRect(QRectF(0, 0, x, height()));
    paintSide(painter, Left);
    painter.restore();
    painter.save();
    painter.setClipRect(QRectF(x, 0, width() - x, height()));
    paintSide(painter, Right);
    painter.restore();
    paintWords(painter, Left);
    paintWords(painter, Right);

    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF handle(x, height() / 2.0);
    for (const QPen& pen : {QPen(QColor(0, 0, 0, 160), 4), QPen(Qt::white, 2)}) { // seen on pale and on dark photos
        painter.setPen(pen);
        painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    }
    painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Highlight), 3) : QPen(QColor(0, 0, 0, 160), 1.5));
    painter.setBrush(Qt::white);
    painter.drawEllipse(handle, HandleRadius, HandleRadius);
    painter.setPen(QPen(Qt::black, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const double way : {-1.0, 1.0})
        painter.drawPolyline(
            QPolygonF{handle + QPointF(way * 4, -5), handle + QPointF(way * 9, 0), handle + QPointF(way * 4, 5)});
}

void PhotoComparison::paintSide(QPainter& painter, Side side) {
    Photo& photo = m_photos[side];
    if (photo.whole.isNull())
        return;
    const QRectF target = place(side);
    if (m_zoom > 1) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        const QRectF seen = target.intersected(QRectF(rect()));
        const double scale = photo.whole.width() / target.width();
        painter.drawImage(seen, photo.whole, QRectF((seen.topLeft() - target.topLeft()) * scale, seen.size() * scale));
        return;
    }
    if (photo.fitted.isNull()) {
        const double ratio = devicePixelRatioF();
        photo.fitted = QPixmap::fromImage(photo.whole.scaled((target.size() * ratio).toSize().expandedTo({1, 1}),
                                                             Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        photo.fitted.setDevicePixelRatio(ratio);
    }
    painter.drawPixmap(target.topLeft(), photo.fitted);
}

void PhotoComparison::paintWords(QPainter& painter, Side side) const {
    const Photo& photo = m_photos[side];
    if (photo.words.isEmpty())
        return;
    const double half = width() / 2.0;
    if (photo.whole.isNull()) {
        painter.setPen(Qt::white);
        painter.drawText(QRectF(side == Left ? 0 : half, 0, half, height()).adjusted(16, 16, -16, -16),
                         Qt::AlignCenter | Qt::TextWordWrap, photo.words);
        return;
    }
    const QFontMetricsF metrics(font());
    const QString words = metrics.elidedText(photo.words, Qt::ElideRight, half - 4 * Gap);
    const QSizeF size(metrics.horizontalAdvance(words) + 2 * Gap, metrics.height() + Gap);
    const QRectF box(QPointF(side == Left ? Gap : width() - Gap - size.width(), Gap), size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 170));
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(Qt::white);
    painter.drawText(box, Qt::AlignCenter, words);
}

void PhotoComparison::resizeEvent(QResizeEvent*) {
    for (Photo& photo : m_photos)
        photo.fitted = {};
    keepInView();
}

// ── Mouse and keyboard ──

bool PhotoComparison::isNearLine(double x) const {
    return std::abs(x - m_line * width()) <= GrabPixels;
}

void PhotoComparison::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    m_last = event->position();
    m_dragged = m_zoom <= 1 || isNearLine(m_last.x()) ? Dragged::Line : Dragged::Photos;
    if (m_dragged == Dragged::Line)
        setLine(m_last.x() / width());
}

void PhotoComparison::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (m_dragged == Dragged::Line)
        setLine(at.x() / width());
    else if (m_dragged == Dragged::Photos)
        moveBy(at - m_last);
    m_last = at;
    setCursor(m_zoom <= 1 || isNearLine(at.x()) || m_dragged == Dragged::Line ? Qt::SplitHCursor
              : m_dragged == Dragged::Photos                                  ? Qt::ClosedHandCursor
                                                                              : Qt::OpenHandCursor);
}

void PhotoComparison::mouseReleaseEvent(QMouseEvent*) {
    m_dragged = Dragged::Nothing;
}

void PhotoComparison::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && m_zoom > 1)
        fit();
}

void PhotoComparison::wheelEvent(QWheelEvent* event) {
    constexpr double Notch = 120;
    zoomBy(std::pow(ZoomStep, event->angleDelta().y() / Notch), event->position());
    event->accept();
}

void PhotoComparison::keyPressEvent(QKeyEvent* event) {
    const QPointF middle = QRectF(rect()).center();
    const double way = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up ? -1 : 1;
    const bool isAcross = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (isAcross && !(event->modifiers() & Qt::ControlModifier))
            setLine(m_line + way * (event->modifiers() & Qt::ShiftModifier ? LargeLineStep : LineStep));
        else // as if the window were moved over the photos
            moveBy(isAcross ? QPointF(-way * MoveStep * width(), 0) : QPointF(0, -way * MoveStep * height()));
        break;
    case Qt::Key_Home:
        setLine(0);
        break;
    case Qt::Key_End:
        setLine(1);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(ZoomStep, middle);
        break;
    case Qt::Key_Minus:
        zoomBy(1 / ZoomStep, middle);
        break;
    case Qt::Key_0:
        fit();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace gridwarden::app
