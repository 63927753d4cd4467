// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/work_beside.h"

namespace gridwarden::app {

int workBeside(Workspace& workspace, const QString& title, std::function<void(const Jobs::Progress&)> work,
               std::function<void()> done, std::chrono::milliseconds patience) {
    Jobs* const jobs = workspace.jobs();
    if (jobs == nullptr) {
        work([](double) { return true; });
        done();
        return 0;
    }
    const int job = jobs->start(
        title, [work = std::move(work)](const Jobs::Progress& progress, const std::stop_token&) { work(progress); },
        std::move(done));
    return patience.count() > 0 && jobs->endsWithin(job, patience) ? 0 : job;
}

} // namespace gridwarden::app
