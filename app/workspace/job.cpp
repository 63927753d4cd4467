// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/job.h"

#include <QPointer>
#include <algorithm>
#include <chrono>

namespace gridwarden::app {

struct Jobs::Job {
    int number = 0;
    std::function<void()> done;
    std::jthread thread;
};

Jobs::Jobs(QObject* parent) : QObject(parent) {}

Jobs::~Jobs() {
    for (const auto& job : m_jobs)
        job->thread.request_stop();
    m_jobs.clear(); // joins
}

int Jobs::start(const QString& title, std::function<void(const Progress&, std::stop_token)> work, std::function<void()> done) {
    const int number = m_next++;
    m_jobs.push_back(std::make_unique<Job>());
    Job& job = *m_jobs.back();
    job.number = number;
    job.done = std::move(done);
    emit started(number, title);
    job.thread = std::jthread([this, number, work = std::move(work)](std::stop_token stop) {
        auto last = std::chrono::steady_clock::time_point{};
        const Progress progress = [&](double share) {
            // Twenty times a second is enough for eyes; a flood of events would slow the window.
            const auto now = std::chrono::steady_clock::now();
            if (now - last > std::chrono::milliseconds(50)) {
                last = now;
                QMetaObject::invokeMethod(this, [this, number, share] { emit progressed(number, share); }, Qt::QueuedConnection);
            }
            return !stop.stop_requested();
        };
        work(progress, stop);
        QMetaObject::invokeMethod(this, [this, number] {
            const auto found = std::find_if(m_jobs.begin(), m_jobs.end(), [&](const auto& j) { return j->number == number; });
            if (found == m_jobs.end())
                return;
            const std::unique_ptr<Job> ended = std::move(*found);
            m_jobs.erase(found);
            ended->thread.join();
            emit finished(number);
            if (ended->done)
                ended->done();
        }, Qt::QueuedConnection);
    });
    return number;
}

void Jobs::cancel(int number) {
    for (const auto& job : m_jobs)
        if (job->number == number)
            job->thread.request_stop();
}

bool Jobs::isBusy() const { return !m_jobs.empty(); }

} // namespace gridwarden::app
