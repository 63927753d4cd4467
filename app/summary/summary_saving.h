// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/summary/summary.h"

class QWidget;

namespace gridwarden::app {

class Workspace;

/// Asks where a summary goes and writes it: as a document to be read (.pdf, .odt, .txt) or as the list of its numbers that can be verified later (.json).
void saveSummary(Workspace& workspace, const core::Summary& summary, core::Language language, QWidget* parent);

} // namespace gridwarden::app
