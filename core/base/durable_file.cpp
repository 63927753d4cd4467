// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <unistd.h>

namespace gridwarden::core {

namespace fs = std::filesystem;

namespace {

tl::unexpected<Error> unwritable(const fs::path& path) {
    return fail(ErrorCode::Io, {"file-unwritable", {path.string()}}, path.string(), std::strerror(errno));
}

} // namespace

Result<void> syncFile(const fs::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return unwritable(file);
    Result<void> done;
    if (fsync(descriptor) != 0)
        done = unwritable(file);
    else
        (void)posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED);
    ::close(descriptor);
    return done;
}

Result<void> renameDurably(const fs::path& from, const fs::path& to, bool overwrite) {
    if (overwrite) {
        if (::rename(from.c_str(), to.c_str()) != 0)
            return unwritable(to);
    } else if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) != 0) {
        if (errno == EEXIST)
            return fail(ErrorCode::Exists, {"file-exists", {to.string()}}, to.string());
        // File systems that cannot promise it (FAT, some network shares): look, then rename.
        std::error_code problem;
        if (fs::exists(to, problem))
            return fail(ErrorCode::Exists, {"file-exists", {to.string()}}, to.string());
        if (::rename(from.c_str(), to.c_str()) != 0)
            return unwritable(to);
    }
    const fs::path folder = to.has_parent_path() ? to.parent_path() : fs::path(".");
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        (void)fsync(descriptor); // some file systems do not sync folders; the rename has been done
        ::close(descriptor);
    }
    return {};
}

void removeSideFiles(const fs::path& file) {
    std::error_code ignored;
    for (const char* side : {"-journal", "-wal", "-shm"})
        fs::remove(fs::path(file) += side, ignored);
}

PartialFile::PartialFile(fs::path target) : m_target(std::move(target)), m_path(m_target) {
    m_path += ".part";
    clear();
}

PartialFile::~PartialFile() { clear(); }

void PartialFile::clear() const {
    std::error_code ignored;
    fs::remove(m_path, ignored);
    removeSideFiles(m_path);
}

Result<void> PartialFile::finish(bool overwrite) {
    if (auto synced = syncFile(m_path); !synced)
        return synced;
    return renameDurably(m_path, m_target, overwrite);
}

Result<void> writeDurably(const fs::path& file, std::string_view bytes, bool overwrite) {
    PartialFile partial(file);
    {
        std::ofstream out(partial.path(), std::ios::binary | std::ios::trunc);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.close();
        if (!out)
            return unwritable(file);
    }
    return partial.finish(overwrite);
}

std::optional<std::uintmax_t> freeSpace(const fs::path& folder) {
    std::error_code problem;
    const fs::space_info space = fs::space(folder, problem);
    if (problem)
        return std::nullopt;
    return space.available;
}

} // namespace gridwarden::core
