// SPDX-License-Identifier: GPL-3.0-or-later
// Photos and papers lie beside the district under their hashes; other programs get copies under names that people read.
#pragma once

#include "app/workspace/workspace.h"

#include <QString>
#include <functional>

namespace gridwarden::app {

/// "2026-000012 before 1.jpg"; a paper keeps its own name behind the number, which is left out while there is none.
/// Nothing in it that a file name may not have.
[[nodiscard]] QString readableName(const QString& number, const core::Photo& photo, int position);
/// Copies a file into the program's temporary folder, which goes with the program, where nobody can write it.
/// Errors: Io "photo-unreadable" {file}, "file-unwritable" {path}; Cancelled.
[[nodiscard]] core::Result<QString> readableCopy(const std::filesystem::path& file, const QString& name,
                                                 const std::function<bool(double)>& progress = {});
/// Whether that has been done already.
[[nodiscard]] bool hasReadableCopy(const std::filesystem::path& file, const QString& name);
/// Has it done by a job, for later.
void prepareReadableCopy(Workspace& workspace, const QString& file, const QString& name);
/// The program that the desktop has for it gets a readable copy: what belongs to a case stays as it is. By a job.
void openElsewhere(Workspace& workspace, const QString& file, const QString& name);
/// Where the user wants it. By a job.
void saveCopy(Workspace& workspace, QWidget* window, const QString& file, const QString& name);

} // namespace gridwarden::app
