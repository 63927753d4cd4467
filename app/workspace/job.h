// SPDX-License-Identifier: GPL-3.0-or-later
// Background work: a function on a worker thread with progress and cancel; the result comes back on the window's thread.
#pragma once

#include <QObject>
#include <QString>
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
    ~Jobs() override; ///< asks all to stop and joins them

    /// Given to the work: report(0 … 1) returns false when it should stop.
    using Progress = std::function<bool(double)>;
    /// Runs `work` on a worker thread; `done` is called on the window's thread, also after a cancel.
    /// Returns a number to cancel it by.
    int start(const QString& title, std::function<void(const Progress&, std::stop_token)> work, std::function<void()> done);
    void cancel(int job);
    [[nodiscard]] bool isBusy() const;

  signals:
    void started(int job, const QString& title);
    void progressed(int job, double share);
    void finished(int job);

  private:
    struct Job;
    std::vector<std::unique_ptr<Job>> m_jobs;
    int m_next = 1;
};

} // namespace gridwarden::app
