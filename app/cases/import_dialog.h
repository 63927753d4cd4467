// SPDX-License-Identifier: GPL-3.0-or-later
// The window for importing cases from a table or layer: source, fields, check and run.
#pragma once

#include <QString>

class QWidget;

namespace gridwarden::app {

class Jobs;
class Workspace;

/// Opens the window beside the main one; it deletes itself. Asks for the file when none is given.
/// Nothing happens without a district that can be written.
void openCaseImport(Workspace& workspace, Jobs& jobs, QWidget* parent, const QString& file);

} // namespace gridwarden::app
