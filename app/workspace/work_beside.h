// SPDX-License-Identifier: GPL-3.0-or-later
// Work that needs nothing of the district's file: done by a job, or at once where there are none.
#pragma once

#include "app/workspace/workspace.h"

namespace gridwarden::app {

/// `done` is told its end here, also of what was cancelled. What ends within `patience` is waited for.
/// \return the number of the job; 0 when it has ended already
int workBeside(Workspace& workspace, const QString& title, std::function<void(const Jobs::Progress&)> work,
               std::function<void()> done, std::chrono::milliseconds patience = {});

} // namespace gridwarden::app
