// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/time_line.h"

#include "app/text/days.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace gridwarden::app {

using core::Day;
using core::Period;
using std::chrono::days;

namespace {

constexpr double AxisHeight = 14;
constexpr double Side = 8;        // room for a handle at the ends
constexpr double GripReach = 6;   // pixels on both sides of a handle
constexpr double LeastBar = 3;    // pixels
constexpr double LeastLabel = 64; // pixels between two of the axis

/// Where labels stand: the first days of months, quarters or years, or every so many days.
QDate nextTick(const QDate& date, double pixelsOfDay) {
    if (pixelsOfDay * 7 >= LeastLabel)
        return date.addDays(std::max(1, static_cast<int>(std::ceil(LeastLabel / pixelsOfDay))));
    for (const int months : {1, 2, 3, 6, 12, 24, 60, 120})
        if (pixelsOfDay * 30 * months >= LeastLabel) {
            const int ahead = (date.year() * 12 + date.month() - 1) / months * months + months;
            return {ahead / 12, ahead % 12 + 1, 1};
        }
    return {date.year() / 240 * 240 + 240, 1, 1};
}

QString tickText(const QDate& date, double pixelsOfDay) {
    if (pixelsOfDay * 7 >= LeastLabel)
        return date.toString(QStringLiteral("MM-dd"));
    return date.month() == 1 ? QString::number(date.year()) : date.toString(QStringLiteral("yyyy-MM"));
}

} // namespace

TimeLine::TimeLine(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("timeLine"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Time line"));
    setToolTip(tr("Drag the window or its ends; double click: all days"));
}

void TimeLine::setOrder(std::shared_ptr<const core::TimeOrder> order, const core::TimeZone& zone) {
    m_order = std::move(order);
    m_zone = zone;
    m_days = m_order ? m_order->days(m_zone) : std::nullopt;
    countBars();
    update();
}

void TimeLine::setWindow(std::optional<Day> from, std::optional<Day> to) {
    m_from = from;
    m_to = to;
    update();
}

std::optional<Period> TimeLine::window() const {
    if (!m_days)
        return std::nullopt;
    const Day from = std::clamp(m_from.value_or(m_days->from), m_days->from, m_days->to);
    return Period{from, std::clamp(m_to.value_or(m_days->to), from, m_days->to)};
}

QRectF TimeLine::plot() const { return QRectF(rect()).adjusted(Side, 2, -Side, -AxisHeight); }

double TimeLine::xOf(Day day) const {
    return plot().left() + plot().width() * static_cast<double>((day - m_days->from).count()) / m_days->days();
}

Day TimeLine::dayAt(double x) const {
    return m_days->from + days(static_cast<int>(std::floor((x - plot().left()) / plot().width() * m_days->days())));
}

QRect TimeLine::windowRect() const {
    const auto shown = window();
    if (!shown)
        return {};
    return QRectF(QPointF(xOf(shown->from), plot().top()), QPointF(xOf(shown->to + days(1)), plot().bottom())).toRect();
}

void TimeLine::countBars() {
    m_bars.clear();
    if (!m_days || plot().width() < LeastBar)
        return;
    m_daysOfBar = std::max(1, static_cast<int>(std::ceil(m_days->days() * LeastBar / plot().width())));
    for (Day day = m_days->from; day <= m_days->to; day += days(m_daysOfBar))
        m_bars.push_back(m_order->countWithin(m_zone, day, day + days(m_daysOfBar - 1)));
}

// ── Painting ──

void TimeLine::paintBars(QPainter& painter) const {
    const std::size_t most = *std::max_element(m_bars.begin(), m_bars.end());
    const auto shown = window();
    const QColor inside = palette().color(QPalette::Highlight);
    QColor outside = palette().color(QPalette::Text);
    outside.setAlpha(70);
    for (std::size_t i = 0; i < m_bars.size() && most > 0; ++i) {
        const Day first = m_days->from + days(static_cast<int>(i) * m_daysOfBar);
        const double left = xOf(first);
        const double right = std::min(xOf(first + days(m_daysOfBar)), plot().right());
        const double height = (plot().height() - 3) * static_cast<double>(m_bars[i]) / static_cast<double>(most);
        const bool isInside = first >= shown->from && first <= shown->to;
        painter.fillRect(QRectF(left, plot().bottom() - height, std::max(1.0, right - left - 1), height), isInside ? inside : outside);
    }
}

void TimeLine::paintAxis(QPainter& painter) const {
    QColor faint = palette().color(QPalette::Text);
    faint.setAlpha(150);
    painter.setPen(faint);
    painter.drawLine(QPointF(plot().left(), plot().bottom()), QPointF(plot().right(), plot().bottom()));
    QFont small = font();
    small.setPixelSize(11);
    painter.setFont(small);
    const double pixelsOfDay = plot().width() / m_days->days();
    double taken = plot().left();
    for (QDate date = nextTick(dateOf(m_days->from).addDays(-1), pixelsOfDay); date <= dateOf(m_days->to); date = nextTick(date, pixelsOfDay)) {
        const double x = xOf(dayOf(date));
        const QString text = tickText(date, pixelsOfDay);
        const double width = painter.fontMetrics().horizontalAdvance(text);
        painter.drawLine(QPointF(x, plot().bottom()), QPointF(x, plot().bottom() + 3));
        if (x - width / 2 < taken || x + width / 2 > this->width())
            continue;
        painter.drawText(QRectF(x - width / 2 - 1, plot().bottom() + 2, width + 2, AxisHeight - 2), Qt::AlignCenter, text);
        taken = x + width / 2 + 8;
    }
}

void TimeLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (!m_days || m_bars.empty())
        return;
    const QRectF window = windowRect();
    QColor veil = palette().color(QPalette::Highlight);
    veil.setAlpha(40);
    painter.fillRect(window, veil);
    paintBars(painter);
    paintAxis(painter);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.drawLine(window.topLeft(), window.bottomLeft());
    painter.drawLine(window.topRight(), window.bottomRight());
    painter.setPen(QPen(palette().color(QPalette::Base), 1));
    painter.setBrush(palette().color(QPalette::Highlight));
    for (const double x : {window.left(), window.right()})
        painter.drawRoundedRect(QRectF(x - 4, window.center().y() - 8, 8, 16), 3, 3);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1, Qt::DotLine));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void TimeLine::resizeEvent(QResizeEvent*) { countBars(); }

// ── Moving ──

TimeLine::Grip TimeLine::gripAt(QPointF place) const {
    if (!m_days)
        return Grip::None;
    const QRectF window = windowRect();
    const double toBegin = std::abs(place.x() - window.left());
    const double toEnd = std::abs(place.x() - window.right());
    if (std::min(toBegin, toEnd) <= GripReach)
        return toBegin < toEnd ? Grip::Begin : Grip::End;
    return window.left() < place.x() && place.x() < window.right() ? Grip::Middle : Grip::None;
}

void TimeLine::want(Day from, Day to) {
    from = std::clamp(from, m_days->from, m_days->to);
    to = std::clamp(to, from, m_days->to);
    const bool isAll = from == m_days->from && to == m_days->to;
    emit windowWanted(isAll ? std::nullopt : std::optional(from), isAll ? std::nullopt : std::optional(to));
}

void TimeLine::moveBy(days distance, Grip grip) {
    const auto from = grip == Grip::None ? std::nullopt : m_pressedWindow;
    if (!from)
        return;
    switch (grip) {
    case Grip::Begin:
        want(std::min(from->from + distance, from->to), from->to);
        break;
    case Grip::End:
        want(from->from, std::max(from->to + distance, from->from));
        break;
    case Grip::Middle: {
        const days kept = std::clamp(distance, m_days->from - from->from, m_days->to - from->to); // as long as it was
        want(from->from + kept, from->to + kept);
        break;
    }
    case Grip::None:
        break;
    }
}

void TimeLine::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_days)
        return;
    m_grip = gripAt(event->position());
    m_pressedAt = event->position().x();
    m_pressedWindow = window();
    emit dragging(true);
    if (m_grip == Grip::None) { // beside the window: it comes here, its middle under the pointer
        m_grip = Grip::Middle;
        const Period shown = *m_pressedWindow;
        const days half((shown.days() - 1) / 2);
        moveBy(dayAt(m_pressedAt) - half - shown.from, Grip::Middle);
        m_pressedWindow = window();
    }
}

void TimeLine::mouseMoveEvent(QMouseEvent* event) {
    if (m_grip == Grip::None) {
        const Grip grip = gripAt(event->position());
        setCursor(grip == Grip::Begin || grip == Grip::End ? Qt::SizeHorCursor : grip == Grip::Middle ? Qt::OpenHandCursor : Qt::ArrowCursor);
        return;
    }
    const double pixelsOfDay = plot().width() / m_days->days();
    moveBy(days(static_cast<int>(std::lround((event->position().x() - m_pressedAt) / pixelsOfDay))), m_grip);
}

void TimeLine::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_grip == Grip::None)
        return;
    m_grip = Grip::None;
    emit dragging(false);
}

void TimeLine::mouseDoubleClickEvent(QMouseEvent*) {
    if (m_days)
        emit windowWanted(std::nullopt, std::nullopt);
}

void TimeLine::wheelEvent(QWheelEvent* event) {
    if (!m_days || event->angleDelta().y() == 0)
        return;
    m_pressedWindow = window();
    moveBy(event->angleDelta().y() > 0 ? -m_step : m_step, Grip::Middle);
    event->accept();
}

bool TimeLine::event(QEvent* event) {
    // Keys that it needs itself are not for shortcuts of the window while it has the focus.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Space || key == Qt::Key_Delete || key == Qt::Key_Home || key == Qt::Key_End) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void TimeLine::keyPressEvent(QKeyEvent* event) {
    m_pressedWindow = window();
    if (event->key() == Qt::Key_Space) {
        emit playWanted();
        return;
    }
    if (!m_days) {
        QWidget::keyPressEvent(event);
        return;
    }
    const Grip grip = event->modifiers() & Qt::ShiftModifier ? Grip::End : event->modifiers() & Qt::ControlModifier ? Grip::Begin : Grip::Middle;
    switch (event->key()) {
    case Qt::Key_Left:
        moveBy(-m_step, grip);
        break;
    case Qt::Key_Right:
        moveBy(m_step, grip);
        break;
    case Qt::Key_Home:
        moveBy(m_days->from - m_pressedWindow->from, Grip::Middle);
        break;
    case Qt::Key_End:
        moveBy(m_days->to - m_pressedWindow->to, Grip::Middle);
        break;
    case Qt::Key_Delete:
        emit windowWanted(std::nullopt, std::nullopt);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace gridwarden::app
