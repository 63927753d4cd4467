// SPDX-License-Identifier: GPL-3.0-or-later
// Personal data of the district: whether they are protected, the passphrase, and how long they are kept.
#pragma once

#include "app/workspace/job.h"
#include "app/workspace/unsealing.h"

namespace gridwarden::app {

/// Opens the window, or raises it when it is open. Nothing without a district.
void openPersonalData(Workspace& workspace, Unsealing& unsealing, Jobs& jobs, QWidget* parent);

} // namespace gridwarden::app
