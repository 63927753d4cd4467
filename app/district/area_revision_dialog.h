// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/workspace.h"
#include "core/district/area_revision.h"

#include <functional>

namespace gridwarden::app {

/// Asks from which day an edit of areas holds and why, and for codes and names of the new ones; then carries it out as one change.
/// \param revision without day and codes. \param labelKey of the journal's entry: a message of the areas concerned and the reason.
/// \param done told when it is in the file.
void openAreaRevision(Workspace& workspace, core::AreaRevision revision, std::string labelKey, std::function<void()> done, QWidget* parent);

} // namespace gridwarden::app
