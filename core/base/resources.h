// SPDX-License-Identifier: GPL-3.0-or-later
// Where the program's resource files are and how they are read.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string_view>

namespace gridwarden::core {

/// The folder that holds categories/, calendars/, schema/, demo/ …: GRIDWARDEN_RESOURCES of the environment, else
/// share/gridwarden beside the program's bin folder, else the folder named when it was built: the source tree's, or that of the package.
[[nodiscard]] const std::filesystem::path& resourceFolder();

/// The text of a resource, for instance "schema/001.sql". Errors: Io "resource-missing" {path}.
[[nodiscard]] Result<std::string> readResource(std::string_view relativePath);

/// Errors: as readResource; BadInput "json-unreadable" {path, position}.
[[nodiscard]] Result<nlohmann::json> readJsonResource(std::string_view relativePath);

/// Reads any file whole. Errors: Io "file-unreadable" {path}.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path);

} // namespace gridwarden::core
