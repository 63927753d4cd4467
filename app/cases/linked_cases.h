// SPDX-License-Identifier: GPL-3.0-or-later
// Several reports of one problem: the case that stands for it, and the further reports, each to be gone to.
#pragma once

#include "app/workspace/workspace.h"

class QWidget;

namespace gridwarden::app {

/// "Same problem as …" of a case that is linked, and its further reports; null when it is the only one.
QWidget* makeLinkedCases(Workspace& workspace, const core::CaseRecord& record, QWidget* parent);

} // namespace gridwarden::app
