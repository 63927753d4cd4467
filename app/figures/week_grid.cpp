// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/week_grid.h"

#include "app/cases/case_labels.h"

#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace gridwarden::app {

namespace {

constexpr int Margin = 8;

std::size_t at(int cell) { return static_cast<std::size_t>(cell); }

} // namespace

WeekGrid::WeekGrid(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Cases by hour of the week"));
}

QSize WeekGrid::sizeHint() const { return {220, fontMetrics().height() * (Days + 1) + Days * 3 + Margin}; }

QString WeekGrid::dayName(int day) { return QLocale().standaloneDayName(day + 1, QLocale::NarrowFormat); }

QRectF WeekGrid::plot() const {
    int widest = 0;
    for (int day = 0; day < Days; ++day)
        widest = std::max(widest, fontMetrics().horizontalAdvance(dayName(day)));
    return QRectF(rect()).adjusted(Margin + widest + 6, fontMetrics().height() + 2, -Margin, -2);
}

QRectF WeekGrid::cellRect(int cell) const {
    const QRectF room = plot();
    const double width = room.width() / Hours, height = room.height() / Days;
    return {room.left() + cell % Hours * width, room.top() + cell / Hours * height, width, height};
}

void WeekGrid::setCounts(const Counts& counts, const std::vector<int>& chosenCells) {
    m_counts = counts;
    if (!m_pressed) {
        m_chosen.fill(false);
        for (const int cell : chosenCells)
            if (cell >= 0 && cell < Cells)
                m_chosen[at(cell)] = true;
    }
    update();
}

void WeekGrid::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const std::int64_t most = std::max<std::int64_t>(1, *std::max_element(m_counts.begin(), m_counts.end()));
    const bool hasChoice = std::find(m_chosen.begin(), m_chosen.end(), true) != m_chosen.end();
    const QColor full = palette().color(QPalette::Highlight);
    const QColor empty = palette().color(QPalette::Base);
    for (int cell = 0; cell < Cells; ++cell) {
        const double share = std::sqrt(static_cast<double>(m_counts[at(cell)]) / static_cast<double>(most)); // small ones are seen as well
        const auto mix = [&](int from, int to) { return static_cast<int>(from + (to - from) * share); };
        QColor colour(mix(empty.red(), full.red()), mix(empty.green(), full.green()), mix(empty.blue(), full.blue()));
        if (hasChoice && !m_chosen[at(cell)])
            colour.setAlphaF(0.35F);
        painter.fillRect(cellRect(cell).adjusted(0.5, 0.5, -0.5, -0.5), colour);
        if (m_chosen[at(cell)]) {
            painter.setPen(palette().color(QPalette::WindowText));
            painter.drawRect(cellRect(cell).adjusted(0.5, 0.5, -1, -1));
        }
    }
    painter.setPen(mutedColour(palette()));
    for (int day = 0; day < Days; ++day) {
        const QRectF row = cellRect(day * Hours);
        painter.drawText(QRectF(0, row.top(), row.left() - 6, row.height()), Qt::AlignRight | Qt::AlignVCenter, dayName(day));
    }
    for (int hour = 0; hour < Hours; hour += 6) {
        const QRectF column = cellRect(hour);
        painter.drawText(QRectF(column.left(), 0, column.width() * 6, column.top() - 1), Qt::AlignLeft | Qt::AlignBottom, QString::number(hour));
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::WindowText), 1, Qt::DotLine));
        painter.drawRect(cellRect(m_current).adjusted(-0.5, -0.5, 0.5, 0.5));
    }
}

std::optional<WeekGrid::Spot> WeekGrid::spotAt(QPointF place) const {
    const QRectF room = plot();
    if (place.x() > room.right() + Margin || place.y() > room.bottom() + Margin)
        return std::nullopt;
    const auto part = [](double share, int count) { return share < 0 ? -1 : std::min(static_cast<int>(share * count), count - 1); };
    return Spot{part((place.y() - room.top()) / room.height(), Days), part((place.x() - room.left()) / room.width(), Hours)};
}

std::array<bool, WeekGrid::Cells> WeekGrid::between(Spot from, Spot to) const {
    std::array<bool, Cells> cells{};
    const auto isWithin = [](int value, int a, int b, bool isEdge) { return isEdge || (value >= std::min(a, b) && value <= std::max(a, b)); };
    for (int cell = 0; cell < Cells; ++cell)
        cells[at(cell)] = isWithin(cell / Hours, from.day, std::max(to.day, 0), from.day < 0) &&
                          isWithin(cell % Hours, from.hour, std::max(to.hour, 0), from.hour < 0);
    return cells;
}

void WeekGrid::choose(const std::array<bool, Cells>& cells) {
    std::array<bool, Cells> next = cells;
    if (m_adds)
        for (int cell = 0; cell < Cells; ++cell)
            next[at(cell)] = next[at(cell)] != m_before[at(cell)]; // what was chosen is left
    if (next == m_chosen)
        return;
    m_chosen = next;
    update();
    std::vector<int> list;
    for (int cell = 0; cell < Cells; ++cell)
        if (m_chosen[at(cell)])
            list.push_back(cell);
    emit chosen(list);
}

void WeekGrid::mousePressEvent(QMouseEvent* event) {
    const auto spot = spotAt(event->position());
    if (event->button() != Qt::LeftButton || !spot)
        return;
    m_before = m_chosen;
    m_adds = event->modifiers().testFlag(Qt::ControlModifier);
    m_pressed = spot;
    if (spot->day >= 0 && spot->hour >= 0)
        m_current = spot->day * Hours + spot->hour;
    choose(between(*spot, *spot));
}

void WeekGrid::mouseMoveEvent(QMouseEvent* event) {
    if (!m_pressed)
        return;
    if (const auto spot = spotAt(event->position()))
        choose(between(*m_pressed, *spot));
}

void WeekGrid::mouseReleaseEvent(QMouseEvent*) {
    if (!m_pressed)
        return;
    const bool isAsBefore = m_chosen == m_before;
    m_pressed.reset();
    if (isAsBefore && !m_adds)
        choose({});
    m_adds = false;
}

void WeekGrid::keyPressEvent(QKeyEvent* event) {
    int step = 0;
    switch (event->key()) {
    case Qt::Key_Left:
        step = m_current % Hours > 0 ? -1 : 0;
        break;
    case Qt::Key_Right:
        step = m_current % Hours < Hours - 1 ? 1 : 0;
        break;
    case Qt::Key_Up:
        step = m_current >= Hours ? -Hours : 0;
        break;
    case Qt::Key_Down:
        step = m_current < Cells - Hours ? Hours : 0;
        break;
    case Qt::Key_Space: {
        auto cells = m_chosen;
        cells[at(m_current)] = !cells[at(m_current)];
        choose(cells);
        return;
    }
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        choose({});
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    m_current += step;
    update();
}

QString WeekGrid::textOf(int cell) const {
    const int hour = cell % Hours;
    return tr("%1 %2:00 to %3:00: %L4 cases")
        .arg(QLocale().standaloneDayName(cell / Hours + 1))
        .arg(hour)
        .arg(hour + 1)
        .arg(static_cast<qlonglong>(m_counts[at(cell)]));
}

bool WeekGrid::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto& help = static_cast<const QHelpEvent&>(*event);
        const auto spot = spotAt(help.pos());
        if (spot && spot->day >= 0 && spot->hour >= 0)
            QToolTip::showText(help.globalPos(), textOf(spot->day * Hours + spot->hour), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace gridwarden::app
