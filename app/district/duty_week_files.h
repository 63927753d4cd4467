// SPDX-License-Identifier: GPL-3.0-or-later
// Duties from and to spreadsheets in the window: asking for the file, doing it, saying what came of it.
#pragma once

#include "app/workspace/workspace.h"
#include "core/district/area.h"

namespace gridwarden::app {

/// Beside the window; rows that were refused are listed in the notice. \param kind of areas in rows that say none.
void importDutyFile(Workspace& workspace, core::AreaKind kind, QWidget* parent);
/// Those that hold on some day of a week.
void exportDutyFile(Workspace& workspace, const core::Period& week, QWidget* parent);

} // namespace gridwarden::app
