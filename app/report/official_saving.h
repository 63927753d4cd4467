// SPDX-License-Identifier: GPL-3.0-or-later
// Asking where an official document goes, writing it beside the window, and saying so.
#pragma once

#include "app/report/official_document.h"
#include "app/workspace/workspace.h"

#include <filesystem>

namespace gridwarden::app {

/// What else can be saved of the same thing, such as its tables.
struct OtherForms {
    QString filters;      ///< as in QFileDialog, after those of documents
    QStringList endings;  ///< theirs, for instance ".json"
    std::function<core::Result<void>(const std::filesystem::path& file, bool overwrite)> write; ///< for these; on a job's thread
};

/// Documents to edit (.odt), PDF, tables (.xlsx), and the other forms by the ending that is chosen. \param name of the file, without its ending; what no file name can hold is replaced
void saveOfficial(Workspace& workspace, const QString& name, OfficialDocument document, QWidget* parent, OtherForms others = {});

} // namespace gridwarden::app
