// SPDX-License-Identifier: GPL-3.0-or-later
// Which part of a damaged file is damaged. It reads the whole file and takes seconds for each gigabyte; never done at opening.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <vector>

namespace gridwarden::core {

/// One message for each damaged part: "damaged-table" {table, SQLite's words}, "damaged-pages" {SQLite's words} for what belongs to
/// no table, "damaged-wholly" {file} where not even the list of tables can be read. Empty: SQLite finds nothing.
[[nodiscard]] std::vector<Message> describeDamage(const std::filesystem::path& file);

} // namespace gridwarden::core
