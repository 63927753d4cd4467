// SPDX-License-Identifier: GPL-3.0-or-later
// From a number to the cases behind it.
#pragma once

#include "app/figures/figure_basis.h"

#include <QString>

namespace gridwarden::app {

/// Filters the window to the cases behind a value, those whose steps it counts included; the conditions of its basis stay. False: there is none.
/// \param title what they are
bool showCases(Workspace& workspace, const QString& title, const core::FigureValue& value, const FigureBasis& basis);

} // namespace gridwarden::app
