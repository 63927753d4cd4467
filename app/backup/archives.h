// SPDX-License-Identifier: GPL-3.0-or-later
// A district and its photos as one archive, in the window.
#pragma once

#include "app/workspace/job.h"
#include "app/workspace/workspace.h"

#include <functional>

class QWidget;

namespace gridwarden::app {

/// Asks where and packs the open district.
void packOpenDistrict(Workspace& workspace, Jobs& jobs, QWidget* parent);
/// Asks for what is not given (an empty archive, then the folder), unpacks, and opens the district through `open`.
void unpackArchive(Workspace& workspace, Jobs& jobs, const QString& archive, std::function<void(const QString& district)> open, QWidget* parent);

} // namespace gridwarden::app
