// SPDX-License-Identifier: GPL-3.0-or-later
// The form of a changeset, as the comments of SQLite's session extension describe it. SQLite believes what a changeset says
// about itself; one from a damaged or hostile file can keep it busy without end.
#pragma once

#include <string_view>

namespace gridwarden::core {

/// Whether every table, change and value of a changeset ends within it. The empty changeset is well formed.
[[nodiscard]] bool isWellFormedChangeset(std::string_view changeset);

} // namespace gridwarden::core
