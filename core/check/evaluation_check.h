// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the district's schemes can be read, whether marks still have what they were given for, and whether what was
// published can still be read.
#pragma once

#include "core/check/check_run.h"

namespace gridwarden::core {

/// "scheme-lost" {key, the part that is missing or damaged}, after which nothing is known of marks. Noted, because
/// nothing else follows from them: "mark-without-scheme" {id, scheme}, "mark-without-item" {id, scheme, item},
/// "mark-subject-gone" {id, scheme}; "publication-unreadable" {id, title, part}. Errors: Database; Cancelled
/// "cancelled".
Result<void> checkEvaluation(CheckRun& run);

} // namespace gridwarden::core
