// SPDX-License-Identifier: GPL-3.0-or-later
// The readable part of the case panel: one case, several at once, or none.
#pragma once

#include "app/cases/selection_counts.h"
#include "app/workspace/unsealing.h"
#include "app/workspace/workspace.h"

#include <QWidget>

namespace gridwarden::app {

/// Everything known about a case, from the number down to the time line of its steps; of the reporter what `unsealing` lets see.
[[nodiscard]] QWidget* makeCaseView(Workspace& workspace, Unsealing& unsealing, const core::CaseRecord& record, QWidget* parent);
/// Several cases: how many, and of these how many by lamp and state once that is counted.
[[nodiscard]] QWidget* makeSelectionView(std::size_t cases, const SelectionCounts& counts, QWidget* parent);
/// What to do to see a case here.
[[nodiscard]] QWidget* makeEmptyView(const Workspace& workspace, QWidget* parent);

} // namespace gridwarden::app
