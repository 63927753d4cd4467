// SPDX-License-Identifier: GPL-3.0-or-later
// Importing areas from a layer: which layer and fields, a look at the first rows, the import in the background, its result.
#pragma once

#include "app/workspace/job.h"
#include "app/workspace/workspace.h"

namespace gridwarden::app {

/// Opens the window of the import. An empty file lets the user choose one there. Nothing without a district.
void openAreaImport(Workspace& workspace, Jobs& jobs, QWidget* parent, const QString& file);

} // namespace gridwarden::app
