// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that name rows which do not exist.
#pragma once

#include "core/check/check_run.h"

namespace gridwarden::core {

/// "foreign-key-broken" {table, row, parent} of SQLite's own keys, and those of the program with the id of the row that names another:
/// "membership-orphan", "succession-orphan", "duty-orphan", "person-without-organisation", "contact-orphan",
/// "organisation-without-parent", "limit-orphan", "category-without-parent", "case-without-category-row", "case-without-batch",
/// "step-without-batch", "category-without-batch", "step-without-person", "photo-orphan", "photo-without-step",
/// "entry-without-target" {sequence}, "touch-orphan" {entry}. Noted: "number-twice" {number}.
Result<void> checkReferences(CheckRun& run);

} // namespace gridwarden::core
