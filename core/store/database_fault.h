// SPDX-License-Identifier: GPL-3.0-or-later
// What SQLite's result codes mean to people; for core/store only.
#pragma once

#include "core/base/result.h"

#include <string>

namespace gridwarden::core {

/// \param code SQLite's primary result code
/// \param file the database
[[nodiscard]] tl::unexpected<Error> databaseFault(int code, const std::string& file, const std::string& detail);
/// A full disk and the like make SQLite roll a whole transaction back; what followed would be committed on its own.
[[nodiscard]] tl::unexpected<Error> lostTransaction(const std::string& file);

} // namespace gridwarden::core
