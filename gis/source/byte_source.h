// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a file, unpacked when its name ends in .gz.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace gridwarden::gis {

class ByteSource {
public:
    /// Errors: Io "file-unreadable" {path}.
    [[nodiscard]] static core::Result<ByteSource> open(const std::filesystem::path& path);

    /// How many bytes were read; fewer than wanted only at the end.
    [[nodiscard]] std::size_t read(std::span<char> buffer);
    void rewind();
    /// Everything from here on. Errors: BadInput "file-too-large" {path} beyond 256 MiB,
    /// "source-unreadable" {path} when it ends too soon.
    [[nodiscard]] core::Result<std::string> readRest();
    /// Bytes of the stored file; of a packed one those before unpacking.
    [[nodiscard]] std::uint64_t storedBytes() const { return m_storedBytes; }
    [[nodiscard]] bool isPacked() const { return m_isPacked; }
    /// What was read is not all: the packed file is cut off or damaged.
    [[nodiscard]] bool isBroken() const { return m_isBroken; }

private:
    struct Closer {
        void operator()(void* file) const;
    };
    std::filesystem::path m_path;
    std::unique_ptr<void, Closer> m_file; // a gzFile
    std::uint64_t m_storedBytes = 0;
    bool m_isPacked = false;
    bool m_isBroken = false;
};

} // namespace gridwarden::gis
