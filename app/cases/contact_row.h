// SPDX-License-Identifier: GPL-3.0-or-later
// The reporter in the case panel: name and number, or a lock with the way to see them.
#pragma once

#include "app/workspace/unsealing.h"

#include <QWidget>

namespace gridwarden::app {

/// Null when nothing is known about the reporter.
[[nodiscard]] QWidget* makeContactRow(Unsealing& unsealing, core::CaseId id, QWidget* parent);

} // namespace gridwarden::app
