// SPDX-License-Identifier: GPL-3.0-or-later
// The schema of a district: numbered SQL files in resources/schema, applied forward only and never edited once released.
#pragma once

#include "core/store/connection.h"

namespace gridwarden::core {

inline constexpr int CurrentSchema = 6;

/// The version written in the file. Errors: NotDistrict when there is none; NewerSchema when this program is too old for it.
[[nodiscard]] Result<int> checkSchema(Connection& connection, const std::string& file);

/// Applies the files after `from` up to the current one. \pre inside a write transaction.
Result<void> applySchemas(Connection& connection, int from);

} // namespace gridwarden::core
