// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/staged_file.h"

#include "core/base/digest.h"
#include "core/base/durable_file.h"

#include <atomic>
#include <fmt/format.h>
#include <fstream>
#include <unistd.h>
#include <vector>

namespace gridwarden::core {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t Piece = 1 << 20; // bytes

/// Unlike any other of this folder, also of another program at the same time.
fs::path newName(const fs::path& folder) {
    static std::atomic<unsigned> count{0};
    return folder / fmt::format("incoming-{}-{}.part", ::getpid(), ++count);
}

tl::unexpected<Error> notKept(const fs::path& path, std::string detail = {}) {
    return fail(ErrorCode::Io, {"photo-not-kept", {path.string()}}, path.string(), std::move(detail));
}

} // namespace

StagedFile::StagedFile(const fs::path& folder) : m_folder(folder) {
    std::error_code problem;
    fs::create_directories(folder, problem);
    m_staged = newName(folder);
}

StagedFile::~StagedFile() {
    std::error_code ignored;
    fs::remove(m_staged, ignored);
}

Result<std::shared_ptr<const StagedFile>> StagedFile::copy(const fs::path& from, const fs::path& folder,
                                                           const Progress& progress) {
    const auto unreadable = [&] {
        return fail(ErrorCode::Io, {"photo-unreadable", {from.filename().string()}}, from.string());
    };
    std::error_code problem;
    const std::uintmax_t size = fs::file_size(from, problem);
    std::ifstream in(from, std::ios::binary);
    if (problem || !in)
        return unreadable();
    if (const auto space = freeSpace(folder.parent_path()); space && *space < size)
        return notKept(folder);
    const std::shared_ptr<StagedFile> staged(new StagedFile(folder));
    std::ofstream out(staged->m_staged, std::ios::binary | std::ios::trunc);
    Sha256 hash;
    std::vector<char> piece(Piece);
    while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0) {
        const std::string_view bytes(piece.data(), static_cast<std::size_t>(in.gcount()));
        hash.add(bytes);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        if (!out)
            return notKept(folder);
        staged->m_size += bytes.size();
        if (progress &&
            !progress(size == 0 ? 1 : std::min(1.0, static_cast<double>(staged->m_size) / static_cast<double>(size))))
            return fail(ErrorCode::Cancelled, {"cancelled", {}});
    }
    if (in.bad())
        return unreadable();
    out.close();
    if (!out)
        return notKept(folder);
    if (auto synced = syncFile(staged->m_staged); !synced)
        return notKept(folder, synced.error().detail);
    staged->m_sha256 = hash.hex();
    return staged;
}

Result<std::shared_ptr<const StagedFile>> StagedFile::write(std::string_view bytes, const fs::path& folder) {
    const std::shared_ptr<StagedFile> staged(new StagedFile(folder));
    std::ofstream out(staged->m_staged, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out)
        return notKept(folder);
    if (auto synced = syncFile(staged->m_staged); !synced)
        return notKept(folder, synced.error().detail);
    staged->m_sha256 = core::sha256(bytes);
    staged->m_size = bytes.size();
    return staged;
}

fs::path StagedFile::path() const {
    std::error_code ignored;
    return fs::exists(m_staged, ignored) ? m_staged : m_folder / m_sha256;
}

Result<void> StagedFile::keep() const {
    const fs::path kept = m_folder / m_sha256;
    std::error_code problem;
    if (fs::exists(kept, problem)) // written once; of an earlier try as well
        return {};
    if (auto renamed = renameDurably(m_staged, kept, /*overwrite=*/true); !renamed)
        return notKept(kept, renamed.error().detail);
    return {};
}

} // namespace gridwarden::core
