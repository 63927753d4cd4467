// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/job.h"

#include <algorithm>
#include <semaphore>

namespace gridwarden::app {

namespace {

thread_local std::stop_token ownStop; // of the job that this thread works on

} // namespace

struct Jobs::Job {
    int number = 0;
    QString title;
    std::function<void()> done;
    std::binary_semaphore hasWorked{0};
    std::jthread thread;
};

Jobs::Jobs(QObject* parent) : QObject(parent) {}

Jobs::~Jobs() { stop(); }

void Jobs::stop() {
    cancelAll();
    m_jobs.clear(); // joins
}

bool Jobs::stopsWithin(std::chrono::milliseconds limit) {
    cancelAll();
    const auto last = std::chrono::steady_clock::now() + limit;
    for (const auto& job : m_jobs)
        if (!job->hasWorked.try_acquire_until(last))
            return false;
    stop();
    return true;
}

bool Jobs::goesOn() { return !ownStop.stop_requested(); }

int Jobs::start(const QString& title, std::function<void(const Progress&, std::stop_token)> work, std::function<void()> done) {
    const int number = m_next++;
    m_jobs.push_back(std::make_unique<Job>());
    Job& job = *m_jobs.back();
    job.number = number;
    job.title = title;
    job.done = std::move(done);
    emit started(number, title);
    job.thread = std::jthread([this, number, &hasWorked = job.hasWorked, work = std::move(work)](std::stop_token stop) {
        ownStop = stop;
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
        hasWorked.release();
        QMetaObject::invokeMethod(this, [this, number] { end(number); }, Qt::QueuedConnection);
    });
    return number;
}

/// Nothing for one that has been ended already.
void Jobs::end(int number) {
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(), [number](const auto& job) { return job->number == number; });
    if (found == m_jobs.end())
        return;
    const std::unique_ptr<Job> ended = std::move(*found);
    m_jobs.erase(found);
    ended->thread.join();
    emit finished(number);
    if (ended->done)
        ended->done();
}

bool Jobs::endsWithin(int number, std::chrono::milliseconds limit) {
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(), [number](const auto& job) { return job->number == number; });
    if (found != m_jobs.end()) {
        if (!(*found)->hasWorked.try_acquire_for(limit))
            return false;
        end(number);
    }
    return true;
}

void Jobs::cancel(int number) {
    for (const auto& job : m_jobs)
        if (job->number == number)
            job->thread.request_stop();
}

void Jobs::cancelAll() {
    for (const auto& job : m_jobs)
        job->thread.request_stop();
}

bool Jobs::isBusy() const { return !m_jobs.empty(); }

QStringList Jobs::titles() const {
    QStringList titles;
    for (const auto& job : m_jobs)
        titles << job->title;
    return titles;
}

} // namespace gridwarden::app
