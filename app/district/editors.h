// SPDX-License-Identifier: GPL-3.0-or-later
// The editors of the district's lists, one window for each.
#pragma once

#include "app/workspace/job.h"
#include "app/workspace/workspace.h"

namespace gridwarden::app {

enum class EditorKind { Categories, Calendar, Sources, Organisations, People, Duties, Numbering, Areas, ActivityKinds, ActivityPlans, Methods, DispatchRules, Absences };

/// Opens the editor of a list, or raises the one that is open; it closes with the district. Nothing without a district.
void openEditor(EditorKind kind, Workspace& workspace, Jobs& jobs, QWidget* parent);

} // namespace gridwarden::app
