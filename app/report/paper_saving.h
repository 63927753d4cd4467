// SPDX-License-Identifier: GPL-3.0-or-later
// Asking where a paper goes, writing it, and saying so.
#pragma once

#include "app/report/desk_paper.h"
#include "app/workspace/workspace.h"

namespace gridwarden::app {

/// The file that was written; empty: none.
/// \param name of the file, without its ending; what no file name can hold is replaced
QString savePaper(Workspace& workspace, const QString& name, const QString& title, const std::vector<std::shared_ptr<const Chapter>>& chapters,
               core::Language language, QWidget* parent);

} // namespace gridwarden::app
