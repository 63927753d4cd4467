// SPDX-License-Identifier: GPL-3.0-or-later
// The index of words: whether each case with a text is in it, and making it anew.
#pragma once

#include "core/check/check_run.h"
#include "core/check/schema_objects.h"

namespace gridwarden::core {

/// Errors: Database.
[[nodiscard]] Result<std::int64_t> casesWithoutWords(Connection& connection);

Result<void> checkWords(CheckRun& run);

/// Makes table and content anew where either is not as it has to be; whether it did. \pre inside a transaction. Errors: Database.
Result<bool> repairWords(Connection& connection, const SchemaObjects& expected);

} // namespace gridwarden::core
