// SPDX-License-Identifier: GPL-3.0-or-later
// The mark that each of our commits leaves in the file, so that a write by another program is noticed: SQLite's change counter
// as it stands after the commit. Everything of ours that writes a district ends its transaction with writeMark; what makes a
// copy or rebuilds the file (backup API, VACUUM) starts the counter anew and writes the mark afterwards.
#pragma once

#include "core/store/connection.h"

#include <optional>

namespace gridwarden::core {

struct FileMark {
    std::string machine;
    std::string program; ///< name and version
    Moment at;
};

/// Returns the counter that will stand in the file. \pre inside a write transaction, which then has to commit.
Result<std::uint32_t> writeMark(Connection& connection);
/// Outside of a transaction: a transaction of its own that only marks.
Result<void> markFile(Connection& connection);

/// The last mark of ours, when another program has written since; nothing when the mark fits or there is none.
[[nodiscard]] Result<std::optional<FileMark>> markBeforeForeignWrite(Connection& connection);

} // namespace gridwarden::core
