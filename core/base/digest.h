// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace gridwarden::core {

/// SHA-256 of bytes that come piece by piece.
class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    void add(std::string_view bytes);
    [[nodiscard]] std::string hex(); ///< 64 lower-case hexadecimal digits; the end

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// SHA-256 of bytes as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// SHA-256 of a file's content, which is not held in memory. Errors: Io "file-unreadable" {path}.
[[nodiscard]] Result<std::string> sha256OfFile(const std::filesystem::path& path);

} // namespace gridwarden::core
