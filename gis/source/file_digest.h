// SPDX-License-Identifier: GPL-3.0-or-later
// The SHA-256 of a file, worked out piece by piece beside other work.
#pragma once

#include "core/base/digest.h"
#include "core/base/result.h"

#include <filesystem>
#include <fstream>

namespace gridwarden::gis {

class FileDigest {
public:
    explicit FileDigest(std::filesystem::path path) : m_path(std::move(path)), m_file(m_path, std::ios::binary) {}
    /// Reads on. False when all of it is read. Errors: Io "file-unreadable" {path}.
    core::Result<bool> addPiece() {
        constexpr std::size_t PieceBytes = 512 * 1024;
        m_piece.resize(PieceBytes);
        m_file.read(m_piece.data(), static_cast<std::streamsize>(m_piece.size()));
        if (!m_file.is_open() || m_file.bad())
            return core::fail(core::ErrorCode::Io, {"file-unreadable", {m_path.string()}}, m_path.string());
        m_hash.add({m_piece.data(), static_cast<std::size_t>(m_file.gcount())});
        return m_file.good();
    }
    std::string hex() { return m_hash.hex(); }

private:
    std::filesystem::path m_path;
    std::ifstream m_file;
    std::string m_piece;
    core::Sha256 m_hash;
};

} // namespace gridwarden::gis
