// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/newest_work.h"

#include <QPointer>

namespace gridwarden::app {

NewestWork::NewestWork(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace) {
    connect(&workspace, &Workspace::busyChanged, this, &NewestWork::begin);
    connect(&workspace, &Workspace::districtClosing, this, &NewestWork::forget);
}

NewestWork::~NewestWork() { forget(); }

void NewestWork::ask(const QString& title, Workspace::LongWork work, std::function<void()> ended) {
    forget();
    m_wish = Wish{m_number, title, std::move(work), std::move(ended)};
    begin();
}

void NewestWork::forget() {
    ++m_number;
    m_wish.reset();
    if (m_goesOn && m_workspace.jobs() != nullptr)
        m_workspace.jobs()->cancel(m_job);
}

void NewestWork::begin() {
    if (!m_wish || m_goesOn || m_workspace.isBusy() || m_workspace.district() == nullptr)
        return;
    Wish wish = *std::exchange(m_wish, std::nullopt);
    m_goesOn = true;
    const QPointer<NewestWork> self(this);
    const auto job = m_workspace.run(
        wish.title, std::move(wish.work),
        [self, number = wish.number, ended = std::move(wish.ended)] {
            if (!self)
                return;
            self->m_goesOn = false;
            if (number == self->m_number)
                ended();
            else
                self->begin();
        },
        Workspace::AtOnce);
    if (self && job.value_or(0) != 0) // else it has ended already
        m_job = *job;
}

} // namespace gridwarden::app
