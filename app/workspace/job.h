// SPDX-License-Identifier: GPL-3.0-or-later
// Background work: a function on a worker thread with progress and cancel; the result comes back on the window's thread.
#pragma once

#include <QObject>
#include <QStringList>
#include <chrono>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace gridwarden::app {

/// Work over half a second shows in the status bar with a cross.
class Jobs : public QObject {
    Q_OBJECT
  public:
    explicit Jobs(QObject* parent = nullptr);
    ~Jobs() override; ///< as stop()

    /// Given to the work: report(0 … 1) returns false when it should stop.
    using Progress = std::function<bool(double)>;
    /// Runs `work` on a worker thread; `done` is called on the window's thread, also after a cancel.
    /// Returns a number to cancel it by.
    int start(const QString& title, std::function<void(const Progress&, std::stop_token)> work, std::function<void()> done);
    void cancel(int job);
    void cancelAll();
    /// Waits here for a job that is likely to end at once, and then ends it; false when it goes on.
    bool endsWithin(int job, std::chrono::milliseconds limit);
    /// Asks all to stop and joins them; nobody is told. For the end of the program, before what they work on goes.
    void stop();
    /// As stop, unless one does not answer in time (a file on a dead network share): then false, and they go on.
    bool stopsWithin(std::chrono::milliseconds limit);
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] QStringList titles() const; ///< of what is running, the oldest first
    /// On a job's thread: whether nobody has cancelled it. True on every other thread.
    [[nodiscard]] static bool goesOn();

  signals:
    void started(int job, const QString& title);
    void progressed(int job, double share);
    void finished(int job);

  private:
    struct Job;
    void end(int number);
    std::vector<std::unique_ptr<Job>> m_jobs;
    int m_next = 1;
};

} // namespace gridwarden::app
