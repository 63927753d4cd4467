// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/time_window.h"

#include <QPointer>
#include <utility>

namespace gridwarden::app {

namespace {

constexpr int RestMs = 250; // a hand that hesitates so long has arrived

core::Filter withoutDays(core::Filter filter) {
    filter.from.reset();
    filter.to.reset();
    return filter;
}

} // namespace

TimeWindow::TimeWindow(Workspace& workspace, Jobs& jobs, QObject* parent) : QObject(parent), m_workspace(workspace), m_jobs(jobs) {
    m_rest.setSingleShot(true);
    m_rest.setInterval(RestMs);
    connect(&m_rest, &QTimer::timeout, &workspace, &Workspace::settleDays);
    connect(&workspace, &Workspace::filterChanged, this, &TimeWindow::follow);
    connect(&workspace, &Workspace::daysMoved, this, &TimeWindow::moved);
}

TimeWindow::~TimeWindow() {
    if (m_job != 0)
        m_jobs.cancel(m_job);
}

void TimeWindow::setUsed(bool isUsed) {
    if (isUsed == m_isUsed)
        return;
    m_isUsed = isUsed;
    follow();
}

void TimeWindow::follow() {
    const bool isWanted = m_isUsed && m_workspace.district() != nullptr;
    const core::Filter filter = withoutDays(m_workspace.filter());
    if (!isWanted || m_facts != m_workspace.facts() || filter != m_filter) {
        if (m_job != 0)
            m_jobs.cancel(std::exchange(m_job, 0));
        m_order = nullptr;
        m_facts = isWanted ? m_workspace.facts() : nullptr;
        m_filter = filter;
        if (isWanted)
            arrange();
        emit orderChanged();
    }
    emit moved();
}

void TimeWindow::arrange() {
    const core::District& district = *m_workspace.district();
    const auto order = std::make_shared<std::shared_ptr<const core::TimeOrder>>();
    // Texts are searched in the file, which belongs to this thread.
    std::shared_ptr<const core::Selection> found;
    if (!m_filter.text.empty()) {
        auto selected = m_workspace.connection() != nullptr ? core::select(m_workspace.figuresContext(), m_filter) : core::Result<core::Selection>();
        found = std::make_shared<const core::Selection>(selected ? std::move(*selected) : core::Selection());
    }
    const auto work = [order, found, filter = m_filter, facts = m_facts, areas = district.areaSnapshot(),
                       categories = district.categorySnapshot(), people = district.peopleSnapshot(),
                       zone = district.timeZone(), asOf = core::now()](const Jobs::Progress&, std::stop_token) {
        const core::FiguresContext context{facts.get(), areas.get(), categories.get(), zone,
                                           asOf,        nullptr,     people.get()};
        if (found)
            *order = std::make_shared<const core::TimeOrder>(*facts, *found);
        else if (const auto selected = core::select(context, filter))
            *order = std::make_shared<const core::TimeOrder>(*facts, *selected);
    };
    const auto number = std::make_shared<int>(0);
    m_job = m_jobs.start(tr("Sorting by time"), work, [self = QPointer<TimeWindow>(this), order, number] {
        if (!self || self->m_job != *number)
            return; // there is something newer to sort
        self->m_job = 0;
        self->m_order = *order;
        emit self->orderChanged();
    });
    *number = m_job;
}

void TimeWindow::moveTo(std::optional<core::Day> from, std::optional<core::Day> to) {
    if (!m_order || m_workspace.isBusy())
        return;
    m_workspace.moveDays(from, to, m_order->within(m_workspace.district()->timeZone(), from, to));
    if (!m_isMoving)
        m_rest.start();
}

void TimeWindow::setMoving(bool isMoving) {
    m_isMoving = isMoving;
    if (isMoving)
        m_rest.stop();
    else
        m_rest.start();
}

} // namespace gridwarden::app
