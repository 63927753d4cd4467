// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/year_calendar.h"

#include "app/text/message_text.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace gridwarden::app {

namespace {

namespace chrono = std::chrono;

constexpr int MonthsAcross = 4;
constexpr int MonthsDown = 3;
constexpr int Lines = 8; // title, weekdays, six weeks
constexpr int Between = 12;
// Hues that do not stand for lateness; a mark beside the number says the same without colour.
const QColor HolidayColour(0xCC, 0x79, 0xA7);
const QColor WorkdayColour(0x00, 0x72, 0xB2);

core::Day dayOf(int year, int month, int day) {
    return core::Day(chrono::local_days(chrono::year(year) / chrono::month(static_cast<unsigned>(month + 1)) / chrono::day(static_cast<unsigned>(day))));
}

int daysIn(int year, int month) {
    const chrono::year_month_day_last last(chrono::year(year), chrono::month_day_last(chrono::month(static_cast<unsigned>(month + 1))));
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

/// 0 Monday … 6 Sunday
int weekdayOf(core::Day day) { return static_cast<int>(chrono::weekday(day).iso_encoding()) - 1; }

} // namespace

YearCalendar::YearCalendar(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("yearCalendar"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void YearCalendar::setCalendar(const core::CalendarDefinition& definition, int year) {
    m_definition = definition;
    m_year = year;
    if (m_chosen && static_cast<int>(chrono::year_month_day(*m_chosen).year()) != year) {
        m_chosen.reset();
        emit dayChosen();
    }
    update();
}

void YearCalendar::chooseDay(core::Day day) {
    if (static_cast<int>(chrono::year_month_day(day).year()) != m_year || m_chosen == day)
        return;
    m_chosen = day;
    update();
    emit dayChosen();
}

QSize YearCalendar::sizeHint() const {
    const int cell = fontMetrics().horizontalAdvance(QStringLiteral("00")) + 10;
    return {MonthsAcross * 7 * cell + (MonthsAcross - 1) * Between, MonthsDown * Lines * (fontMetrics().height() + 2) + (MonthsDown - 1) * Between};
}

QSize YearCalendar::minimumSizeHint() const { return sizeHint(); }

QRect YearCalendar::monthBox(int month) const {
    const int width = (this->width() - (MonthsAcross - 1) * Between) / MonthsAcross;
    const int height = (this->height() - (MonthsDown - 1) * Between) / MonthsDown;
    return {month % MonthsAcross * (width + Between), month / MonthsAcross * (height + Between), width, height};
}

QRect YearCalendar::cellOf(core::Day day) const {
    const chrono::year_month_day date(day);
    if (static_cast<int>(date.year()) != m_year)
        return {};
    const int month = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
    const QRect box = monthBox(month);
    const int place = weekdayOf(dayOf(m_year, month, 1)) + static_cast<int>(static_cast<unsigned>(date.day())) - 1;
    const int column = place % 7;
    const int line = 2 + place / 7;
    const int left = box.left() + column * box.width() / 7;
    const int top = box.top() + line * box.height() / Lines;
    return {left, top, box.left() + (column + 1) * box.width() / 7 - left, box.top() + (line + 1) * box.height() / Lines - top};
}

std::optional<core::Day> YearCalendar::dayAt(const QPoint& position) const {
    for (int month = 0; month < 12; ++month)
        if (monthBox(month).contains(position))
            for (int day = 1; day <= daysIn(m_year, month); ++day)
                if (const core::Day found = dayOf(m_year, month, day); cellOf(found).contains(position))
                    return found;
    return std::nullopt;
}

bool YearCalendar::isWorked(core::Day day) const {
    if (const auto special = m_definition.days.find(day); special != m_definition.days.end())
        return special->second.isWorkday;
    return std::any_of(m_definition.plans.begin(), m_definition.plans.end(), [day](const core::WorkingPlan& plan) {
        return (!plan.from || *plan.from <= day) && (!plan.to || day <= *plan.to) && (plan.weekdays & (1 << weekdayOf(day))) != 0 && !plan.spans.empty();
    });
}

void YearCalendar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QLocale locale;
    const QColor strong = palette().color(QPalette::Text);
    const QColor quiet = palette().color(QPalette::PlaceholderText);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.7);
    QFont bold = font();
    bold.setBold(true);
    for (int month = 0; month < 12; ++month) {
        const QRect box = monthBox(month);
        const int line = box.height() / Lines;
        painter.setPen(strong);
        painter.setFont(bold);
        painter.drawText(QRect(box.left(), box.top(), box.width(), line), Qt::AlignCenter, locale.standaloneMonthName(month + 1));
        painter.setFont(font());
        painter.setPen(quiet);
        for (int weekday = 0; weekday < 7; ++weekday) {
            const int left = box.left() + weekday * box.width() / 7;
            painter.drawText(QRect(left, box.top() + line, box.width() / 7, line), Qt::AlignCenter, locale.dayName(weekday + 1, QLocale::NarrowFormat));
        }
        for (int number = 1; number <= daysIn(m_year, month); ++number) {
            const core::Day day = dayOf(m_year, month, number);
            const QRect cell = cellOf(day).adjusted(1, 1, -1, -1);
            const auto special = m_definition.days.find(day);
            if (special != m_definition.days.end()) {
                QColor tint = special->second.isWorkday ? WorkdayColour : HolidayColour;
                tint.setAlphaF(0.30F);
                painter.setPen(Qt::NoPen);
                painter.setBrush(tint);
                painter.drawRoundedRect(cell, 3, 3);
                painter.setPen(strong);
                painter.setFont(small);
                // A sign of one character over the number: rest or work.
                painter.drawText(cell.adjusted(0, 0, -1, 0), Qt::AlignTop | Qt::AlignRight,
                                 special->second.isWorkday ? tr("w", "make-up working day, one character") : tr("h", "holiday, one character"));
                painter.setFont(font());
            }
            painter.setPen(isWorked(day) ? strong : quiet);
            painter.drawText(cell, Qt::AlignCenter, QString::number(number));
            if (m_chosen == day) {
                painter.setBrush(Qt::NoBrush);
                painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
                painter.drawRoundedRect(cell, 3, 3);
            }
        }
    }
}

void YearCalendar::mousePressEvent(QMouseEvent* event) {
    const auto day = event->button() == Qt::LeftButton ? dayAt(event->position().toPoint()) : std::nullopt;
    if (!day)
        return;
    chooseDay(*day);
    if (isEnabled())
        emit dayToggled(*day);
}

void YearCalendar::keyPressEvent(QKeyEvent* event) {
    const core::Day from = m_chosen.value_or(dayOf(m_year, 0, 1));
    switch (event->key()) {
    case Qt::Key_Left:
        return chooseDay(from - chrono::days(1));
    case Qt::Key_Right:
        return chooseDay(m_chosen ? from + chrono::days(1) : from);
    case Qt::Key_Up:
        return chooseDay(from - chrono::days(7));
    case Qt::Key_Down:
        return chooseDay(m_chosen ? from + chrono::days(7) : from);
    case Qt::Key_Space:
        if (m_chosen)
            emit dayToggled(*m_chosen);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool YearCalendar::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto* const help = static_cast<QHelpEvent*>(event);
    const auto day = dayAt(help->pos());
    const auto special = day ? m_definition.days.find(*day) : m_definition.days.end();
    if (special == m_definition.days.end()) {
        QToolTip::hideText();
        return true;
    }
    QString says = QString::fromStdString(core::dayText(*day)) + QLatin1Char(' ') + word("day_kinds", special->second.isWorkday ? "workday" : "holiday");
    if (!special->second.name.empty())
        says += QStringLiteral(" · ") + QString::fromStdString(special->second.name);
    QToolTip::showText(help->globalPos(), says, this, cellOf(*day));
    return true;
}

} // namespace gridwarden::app
