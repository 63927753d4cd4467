// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/file_lock.h"

#include "core/base/text.h"
#include "core/base/time.h"
#include "core/store/journal_store.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

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

namespace {

// The file: who, machine, since when and process id, a line each; then, during long work, one line of JSON.
constexpr std::size_t NoteLine = 4;
constexpr Moment EndOfMoments{std::chrono::sys_days(std::chrono::year(10000) / 1 / 1)};

std::string noteText(const RunningWork& work) {
    const nlohmann::json note = {{"entry", work.entry.value()},
                                 {"kind", static_cast<int>(work.kind)},
                                 {"since", work.since.time_since_epoch().count()},
                                 {"label", labelText(work.label)}};
    return note.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::optional<RunningWork> noteFromText(const std::string& text) {
    const auto note = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (!note.is_object())
        return std::nullopt;
    for (const char* number : {"entry", "kind", "since"})
        if (!note.contains(number) || !note[number].is_number_integer())
            return std::nullopt;
    if (!note.contains("label") || !note["label"].is_string())
        return std::nullopt;
    RunningWork work{EntryId(note["entry"].get<std::int64_t>()), static_cast<EntryKind>(note["kind"].get<int>()),
                     labelFromText(note["label"].get<std::string>()), Moment(seconds(note["since"].get<std::int64_t>()))};
    if (entryKindKey(work.kind).empty() || work.since < Moment() || work.since >= EndOfMoments)
        return std::nullopt;
    return work;
}

/// What the file holds; of something else that lies there under its name the beginning.
std::string textIn(int descriptor) {
    constexpr std::size_t LongestText = 64 * 1024;
    std::string text(LongestText, '\0');
    const ssize_t count = ::pread(descriptor, text.data(), text.size(), 0);
    text.resize(count < 0 ? 0 : static_cast<std::size_t>(count));
    return text;
}

std::optional<LeftOver> leftOverFrom(const std::string& text) {
    if (text.empty())
        return std::nullopt;
    auto lines = split(text, '\n');
    lines.resize(std::max(lines.size(), NoteLine + 1));
    return LeftOver{lines[0], lines[1], noteFromText(lines[NoteLine])};
}

void syncFolderOf(const std::filesystem::path& file) {
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

} // namespace

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
            auto lines = split(textIn(descriptor), '\n');
            ::close(descriptor);
            if (!held)
                return fail(ErrorCode::Io, {"lock-failed", {path.string()}}, path.string(), problem);
            lines.resize(3);
            return fail(ErrorCode::Locked, {"district-in-use", lines}, district.string());
        }
        struct stat mine {};
        struct stat there {};
        if (fstat(descriptor, &mine) == 0 && stat(path.c_str(), &there) == 0 && mine.st_ino == there.st_ino) {
            FileLock lock(path, descriptor);
            lock.m_leftOver = leftOverFrom(textIn(descriptor));
            lock.m_holder = userName() + "\n" + machineName() + "\n" + isoUtc(now()) + "\n" + std::to_string(getpid()) + "\n";
            lock.write({});
            return lock;
        }
        ::close(descriptor);
    }
}

FileLock::FileLock(FileLock&& other) noexcept
    : m_path(std::move(other.m_path)), m_descriptor(std::exchange(other.m_descriptor, -1)), m_holder(std::move(other.m_holder)),
      m_leftOver(std::move(other.m_leftOver)) {}

FileLock::~FileLock() {
    if (m_descriptor < 0)
        return;
    ::unlink(m_path.c_str());
    ::close(m_descriptor);
}

/// One write over what is there, cut afterwards: whoever reads meanwhile finds a name.
void FileLock::write(const std::string& noteLine) const {
    const std::string text = m_holder + noteLine;
    const ssize_t written = ::pwrite(m_descriptor, text.data(), text.size(), 0);
    const bool isWhole = written == static_cast<ssize_t>(text.size());
    if (::ftruncate(m_descriptor, static_cast<off_t>(isWhole ? text.size() : 0)) != 0)
        return; // a full disk, say: the lock holds all the same
}

void FileLock::note(const RunningWork& work) {
    write(noteText(work) + "\n");
    ::fdatasync(m_descriptor);
    syncFolderOf(m_path);
}

void FileLock::clearNote() { write({}); }

} // namespace gridwarden::core
