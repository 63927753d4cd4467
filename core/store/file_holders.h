// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace gridwarden::core {

/// Other programs of this computer that hold a lock on the file at this moment, as "name (process)"; for people to read.
[[nodiscard]] std::vector<std::string> programsHolding(const std::filesystem::path& file);

} // namespace gridwarden::core
