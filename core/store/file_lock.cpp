// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/file_lock.h"

#include "core/base/resources.h"
#include "core/base/text.h"
#include "core/base/time.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gridwarden::core {

std::string machineName() {
    std::array<char, 256> name{};
    gethostname(name.data(), name.size() - 1);
    return name.data();
}

std::string userName() {
    if (const passwd* entry = getpwuid(getuid()); entry != nullptr && entry->pw_name != nullptr)
        return entry->pw_name;
    return std::to_string(getuid());
}

Result<FileLock> FileLock::take(const std::filesystem::path& district) {
    std::filesystem::path path = district;
    path += ".lock";
    // The holder removes the file when it is done, so a lock won on a file that is gone is tried again.
    for (;;) {
        const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (descriptor < 0)
            return fail(ErrorCode::Io, {"lock-failed", {path.string()}}, path.string(), std::strerror(errno));
        if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            const bool held = errno == EWOULDBLOCK;
            const std::string problem = std::strerror(errno);
            ::close(descriptor);
            if (!held)
                return fail(ErrorCode::Io, {"lock-failed", {path.string()}}, path.string(), problem);
            auto lines = split(readFile(path).value_or(""), '\n');
            lines.resize(3);
            return fail(ErrorCode::Locked, {"district-in-use", lines}, district.string());
        }
        struct stat mine {};
        struct stat there {};
        if (fstat(descriptor, &mine) == 0 && stat(path.c_str(), &there) == 0 && mine.st_ino == there.st_ino) {
            const std::string who = userName() + "\n" + machineName() + "\n" + isoUtc(now()) + "\n" + std::to_string(getpid()) + "\n";
            if (ftruncate(descriptor, 0) != 0 || ::write(descriptor, who.data(), who.size()) != static_cast<ssize_t>(who.size())) {
                ::close(descriptor);
                return fail(ErrorCode::Io, {"lock-failed", {path.string()}}, path.string(), std::strerror(errno));
            }
            return FileLock(path, descriptor);
        }
        ::close(descriptor);
    }
}

FileLock::FileLock(FileLock&& other) noexcept : m_path(std::move(other.m_path)), m_descriptor(other.m_descriptor) {
    other.m_descriptor = -1;
}

FileLock::~FileLock() {
    if (m_descriptor < 0)
        return;
    ::unlink(m_path.c_str());
    ::close(m_descriptor);
}

} // namespace gridwarden::core
