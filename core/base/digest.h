// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace gridwarden::core {

/// SHA-256 of bytes as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// SHA-256 of a file's content. Errors: Io "file-unreadable" {path}.
[[nodiscard]] Result<std::string> sha256OfFile(const std::filesystem::path& path);

} // namespace gridwarden::core
