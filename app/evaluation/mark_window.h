// SPDX-License-Identifier: GPL-3.0-or-later
// Marks that are given by hand, with their evidence.
#pragma once

#include "core/evaluation/mark.h"
#include "core/evaluation/subject.h"

class QWidget;

namespace gridwarden::app {

class Workspace;

/// Opens the window in which marks of a scheme are given for a period and taken back. \param subject who is chosen at first; 0: the first
void openMarks(Workspace& workspace, const core::EvaluationScheme& scheme, std::vector<core::EvaluationSubject> subjects, core::Period period, std::int64_t subject,
               QWidget* parent);

} // namespace gridwarden::app
