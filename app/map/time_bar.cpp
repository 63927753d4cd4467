// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/time_bar.h"

#include "app/map/time_line.h"
#include "app/workspace/icon.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QLabel>
#include <QToolButton>

namespace gridwarden::app {

using std::chrono::days;

TimeBar::TimeBar(Workspace& workspace, Jobs& jobs, QWidget* parent)
    : QWidget(parent), m_window(workspace, jobs), m_line(new TimeLine(this)), m_play(new QToolButton(this)), m_step(new QComboBox(this)),
      m_speed(new QComboBox(this)), m_text(new QLabel(this)) {
    setObjectName(QStringLiteral("timeBar"));
    m_play->setObjectName(QStringLiteral("timePlay"));
    m_play->setAutoRaise(true);
    m_step->setObjectName(QStringLiteral("timeStep"));
    m_step->setToolTip(tr("How far one step moves the window"));
    m_step->setAccessibleName(tr("Step"));
    for (const auto& [title, length] : {std::pair(tr("Day"), 1), std::pair(tr("Week"), 7), std::pair(tr("30 days"), 30), std::pair(tr("90 days"), 90)})
        m_step->addItem(title, length);
    m_step->setCurrentIndex(1);
    m_speed->setObjectName(QStringLiteral("timeSpeed"));
    m_speed->setToolTip(tr("How many steps in a second"));
    m_speed->setAccessibleName(tr("Speed"));
    for (const int perSecond : {1, 2, 4, 8})
        m_speed->addItem(tr("%1/s").arg(perSecond), perSecond);
    m_speed->setCurrentIndex(1);
    m_text->setObjectName(QStringLiteral("timeText"));
    auto* const all = new QToolButton(this);
    all->setObjectName(QStringLiteral("timeAll"));
    all->setIcon(icon(QLatin1String("rotate-ccw")));
    all->setAutoRaise(true);
    all->setToolTip(tr("All days"));
    all->setAccessibleName(tr("All days"));
    auto* const close = new QToolButton(this);
    close->setObjectName(QStringLiteral("timeClose"));
    close->setIcon(icon(QLatin1String("x")));
    close->setAutoRaise(true);
    close->setToolTip(tr("Hide the time line"));
    close->setAccessibleName(tr("Hide the time line"));
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(8);
    row->addWidget(m_play);
    row->addWidget(m_step);
    row->addWidget(m_speed);
    row->addWidget(m_line, 1);
    row->addWidget(m_text);
    row->addWidget(all);
    row->addWidget(close);

    connect(m_play, &QToolButton::clicked, this, [this] { play(!isPlaying()); });
    connect(m_line, &TimeLine::playWanted, this, [this] { play(!isPlaying()); });
    connect(m_line, &TimeLine::windowWanted, &m_window, &TimeWindow::moveTo);
    connect(m_line, &TimeLine::dragging, this, [this](bool isDragging) {
        if (isDragging)
            play(false);
        m_window.setMoving(isDragging);
    });
    connect(all, &QToolButton::clicked, this, [this] {
        play(false);
        m_window.moveTo({}, {});
    });
    connect(close, &QToolButton::clicked, this, &TimeBar::closeWanted);
    connect(m_step, &QComboBox::currentIndexChanged, this, [this] { m_line->setStep(step()); });
    connect(m_speed, &QComboBox::currentIndexChanged, this, [this] { m_beat.setInterval(1000 / m_speed->currentData().toInt()); });
    connect(&m_beat, &QTimer::timeout, this, &TimeBar::beat);
    connect(&m_window, &TimeWindow::orderChanged, this, &TimeBar::follow);
    connect(&m_window, &TimeWindow::moved, this, &TimeBar::follow);
    m_line->setStep(step());
    m_beat.setInterval(1000 / m_speed->currentData().toInt());
    play(false);
    follow();
}

days TimeBar::step() const { return days(m_step->currentData().toInt()); }

void TimeBar::showEvent(QShowEvent*) { m_window.setUsed(true); }

void TimeBar::hideEvent(QHideEvent* event) {
    if (event->spontaneous())
        return;
    play(false);
    m_window.workspace().settleDays();
    m_window.setUsed(false); // the days stay, as a part of the filter that is seen and taken away elsewhere
}

void TimeBar::play(bool isPlaying) {
    const bool wasPlaying = this->isPlaying();
    if (isPlaying && m_line->window()) {
        const core::Period shown = *m_line->window();
        if (shown == *m_line->shownDays()) // all at once cannot be played: begin with one step
            m_window.moveTo(shown.from, std::min(shown.from + step() - days(1), shown.to));
        else if (shown.to == m_line->shownDays()->to) // from the beginning again
            m_window.moveTo(m_line->shownDays()->from, m_line->shownDays()->from + (shown.to - shown.from));
        m_beat.start();
    } else {
        m_beat.stop();
    }
    if (wasPlaying != this->isPlaying())
        m_window.setMoving(this->isPlaying());
    m_play->setIcon(icon(this->isPlaying() ? QLatin1String("pause") : QLatin1String("play")));
    m_play->setToolTip(this->isPlaying() ? tr("Pause (space bar on the time line)") : tr("Let time run (space bar on the time line)"));
    m_play->setAccessibleName(m_play->toolTip());
}

void TimeBar::beat() {
    const auto shown = m_line->window();
    const auto all = m_line->shownDays();
    if (!shown || shown->to >= all->to) {
        play(false);
        return;
    }
    const days distance = std::min(step(), std::chrono::duration_cast<days>(all->to - shown->to));
    m_window.moveTo(shown->from + distance, shown->to + distance);
}

void TimeBar::follow() {
    const core::District* const district = m_window.workspace().district();
    setEnabled(district != nullptr);
    const auto order = m_window.order();
    if (district == nullptr || !order) {
        if (m_beat.isActive())
            play(false);
        m_line->setOrder(nullptr, core::TimeZone());
        m_text->clear();
        return;
    }
    const core::Filter& filter = m_window.workspace().filter();
    m_line->setOrder(order, district->timeZone());
    m_line->setWindow(filter.from, filter.to);
    const auto shown = m_line->window();
    const qlonglong count = static_cast<qlonglong>(order->countWithin(district->timeZone(), filter.from, filter.to));
    m_text->setText(shown ? tr("%1 to %2: %L3 cases").arg(QString::fromStdString(core::dayText(shown->from)), QString::fromStdString(core::dayText(shown->to))).arg(count)
                          : tr("No cases"));
}

} // namespace gridwarden::app
