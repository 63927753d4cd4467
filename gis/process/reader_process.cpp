// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/process/reader_process.h"

#include "gis/process/wire.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <optional>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace gridwarden::gis {

namespace fs = std::filesystem;
using core::Error;
using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

constexpr std::chrono::milliseconds Slice{50};
constexpr unsigned long long ReadAtLeast = 4ULL << 30;
constexpr unsigned long long ReadTimesSize = 16;

/// What a reader's environment has: nothing that changes what GDAL does.
std::vector<std::string> environmentFor(const fs::path& folder) {
    std::vector<std::string> environment = {"LANG=C.UTF-8"};
    for (const char* name : {"HOME", "TMPDIR", "CPL_TMPDIR", "SQLITE_TMPDIR"})
        environment.push_back(std::string(name) + "=" + folder.string());
    for (const char* name : {"TZ", "PROJ_DATA", "PROJ_LIB", "GDAL_DATA", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS"})
        if (const char* value = std::getenv(name))
            environment.push_back(std::string(name) + "=" + value);
    return environment;
}

std::vector<char*> pointersTo(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (std::string& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// Ends with errno, 0 for success. Safe while other threads run: nothing is inherited but the channel.
int spawn(const fs::path& program, std::vector<std::string> arguments, std::vector<std::string> environment, int channel,
          pid_t& pid) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        posix_spawn_file_actions_addopen(&actions, standard, "/dev/null", O_RDWR, 0);
    posix_spawn_file_actions_adddup2(&actions, channel, ReaderChannel);
    posix_spawn_file_actions_addclosefrom_np(&actions, ReaderChannel + 1);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t signals;
    sigfillset(&signals);
    posix_spawnattr_setsigdefault(&attributes, &signals);
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(&attributes, &signals);
    posix_spawnattr_setpgroup(&attributes, 0); // Ctrl-C is for the program, which ends its readers itself
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
    const int result = posix_spawn(&pid, program.c_str(), &actions, &attributes, pointersTo(arguments).data(),
                                   pointersTo(environment).data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return result;
}

/// Waits a moment for the end of a process; leaves it to a thread where a disk holds it.
std::optional<int> reap(pid_t pid, std::chrono::milliseconds longest) {
    constexpr std::chrono::milliseconds Step{1};
    int status = 0;
    for (auto waited = Step; waited <= longest; waited += Step) {
        const pid_t ended = waitpid(pid, &status, WNOHANG);
        if (ended == pid)
            return status;
        if (ended < 0 && errno != EINTR)
            return {};
        std::this_thread::sleep_for(Step);
    }
    kill(pid, SIGKILL);
    std::thread([pid] { waitpid(pid, nullptr, 0); }).detach();
    return {};
}

std::string signalName(int signal) {
    const char* const name = sigabbrev_np(signal);
    return name ? std::string("SIG") + name : std::to_string(signal);
}

} // namespace

fs::path ReaderProcess::program() {
    constexpr const char* Name = "gridwarden-reader";
    if (const char* set = std::getenv("GRIDWARDEN_READER"); set != nullptr && *set != '\0')
        return set;
    std::error_code problem;
    const fs::path folder = fs::read_symlink("/proc/self/exe", problem).parent_path();
    if (!problem)
        for (const fs::path& place : {folder / Name, folder.parent_path() / "libexec" / "gridwarden" / Name})
            if (fs::exists(place, problem))
                return place;
    return fs::path(GRIDWARDEN_READER_FOLDER) / Name;
}

Result<ReaderProcess> ReaderProcess::start(const fs::path& source, const ReaderOptions& options) {
    const fs::path executable = program();
    std::error_code problem;
    if (!fs::exists(executable, problem))
        return fail(ErrorCode::Internal, {"reader-missing", {executable.string()}}, executable.string());
    const auto notStarted = [&](int error) {
        return fail(ErrorCode::Io, {"reader-not-started", {std::strerror(error)}}, executable.string());
    };
    ReaderProcess reader(source);
    std::string folder = options.workIn.empty() ? (fs::temp_directory_path(problem) / "gridwarden-reader-XXXXXX").string()
                                                : (options.workIn / ".gridwarden-reader-XXXXXX").string();
    if (problem || mkdtemp(folder.data()) == nullptr)
        return notStarted(errno);
    reader.m_folder = folder;
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return notStarted(errno);
    reader.m_channel = ends[0];
    const int error =
        spawn(executable, {executable.string(), folder, source.string(), options.overviews.string(), options.writesMuch ? "much" : ""},
              environmentFor(folder), ends[1], reader.m_pid);
    close(ends[1]);
    if (error != 0) {
        reader.m_pid = -1;
        return notStarted(error);
    }
    const auto size = fs::is_regular_file(source, problem) ? fs::file_size(source, problem) : 0;
    reader.m_mostRead = ReadAtLeast + ReadTimesSize * (problem ? 0 : size);
    return reader;
}

ReaderProcess::ReaderProcess(ReaderProcess&& other) noexcept : ReaderProcess(std::filesystem::path()) {
    *this = std::move(other);
}

ReaderProcess& ReaderProcess::operator=(ReaderProcess&& other) noexcept {
    std::swap(m_source, other.m_source);
    std::swap(m_folder, other.m_folder);
    std::swap(m_pid, other.m_pid);
    std::swap(m_channel, other.m_channel);
    std::swap(m_isKept, other.m_isKept);
    std::swap(m_isAbandoned, other.m_isAbandoned);
    std::swap(m_head, other.m_head);
    std::swap(m_frame, other.m_frame);
    std::swap(m_received, other.m_received);
    std::swap(m_bytesRead, other.m_bytesRead);
    std::swap(m_mostRead, other.m_mostRead);
    return *this;
}

ReaderProcess::~ReaderProcess() {
    end();
}

void ReaderProcess::end() {
    if (m_channel >= 0)
        close(std::exchange(m_channel, -1));
    if (m_pid > 0) {
        kill(m_pid, SIGKILL);
        reap(std::exchange(m_pid, -1), Slice);
    }
    std::error_code ignored;
    if (!m_folder.empty())
        fs::remove_all(m_folder, ignored);
    m_folder.clear();
}

Error ReaderProcess::giveUp(core::Message what) {
    end();
    return {ErrorCode::BadInput, std::move(what), m_source.string(), {}};
}

/// How the reader ended of its own.
Error ReaderProcess::deathOf() {
    constexpr std::chrono::milliseconds Dying{1000};
    const std::string path = m_source.string();
    const auto status = m_pid > 0 ? reap(std::exchange(m_pid, -1), Dying) : std::nullopt;
    if (status && (WIFEXITED(*status) ? WEXITSTATUS(*status) == OutOfMemoryExit : WTERMSIG(*status) == SIGKILL))
        return giveUp({"source-too-large", {path}});
    if (status && WIFEXITED(*status))
        return giveUp({"source-crashed", {path, std::to_string(WEXITSTATUS(*status))}});
    return giveUp({"source-crashed", {path, status ? signalName(WTERMSIG(*status)) : "-"}});
}

/// Whether the reader has taken in more of its files since the last look.
bool ReaderProcess::hasReadOn() {
    std::ifstream counters("/proc/" + std::to_string(m_pid) + "/io");
    std::string name;
    unsigned long long bytes = 0;
    if (!(counters >> name >> bytes) || name != "rchar:" || bytes <= m_bytesRead)
        return false;
    m_bytesRead = bytes;
    return bytes <= m_mostRead;
}

/// Time is counted in the slices that were waited through, so that a machine that slept in between does no harm.
ReaderProcess::Waited ReaderProcess::wait(const GoOn& goOn) {
    constexpr auto MostSlices = Patience / Slice;
    for (long idle = 0; idle < MostSlices;) {
        if (goOn && !goOn())
            return Waited::Cancelled;
        pollfd channel{m_channel, POLLIN, 0};
        const int ready = poll(&channel, 1, static_cast<int>(Slice.count()));
        if (ready > 0)
            return (channel.revents & POLLIN) != 0 ? Waited::Ready : Waited::Gone;
        if (ready < 0 && errno != EINTR)
            return Waited::Gone;
        if (ready == 0)
            idle = hasReadOn() ? 0 : idle + 1;
    }
    return Waited::Stuck;
}

void ReaderProcess::cancel() {
    if (!m_isKept)
        end();
    else if (!std::exchange(m_isAbandoned, true) && !sendFrame(m_channel, FrameKind::Cancel, {}))
        end();
}

Result<Frame> ReaderProcess::receiveFrame(const GoOn& goOn) {
    const auto senseless = [this] { return tl::unexpected(giveUp({"source-crashed", {m_source.string(), "-"}})); };
    while (m_received < sizeof m_head || m_received < sizeof m_head + m_frame.bytes.size()) {
        if (m_channel < 0)
            return senseless();
        switch (wait(goOn)) {
        case Waited::Ready:
            break;
        case Waited::Gone:
            return tl::unexpected(deathOf());
        case Waited::Cancelled:
            cancel();
            return fail(ErrorCode::Cancelled, {"cancelled", {}}, m_source.string());
        case Waited::Stuck:
            return tl::unexpected(giveUp({"source-stuck", {m_source.string()}}));
        }
        const bool isHead = m_received < sizeof m_head;
        const std::size_t done = isHead ? m_received : m_received - sizeof m_head;
        char* const target = isHead ? reinterpret_cast<char*>(&m_head) : m_frame.bytes.data();
        const ssize_t got =
            recv(m_channel, target + done, (isHead ? sizeof m_head : m_frame.bytes.size()) - done, MSG_DONTWAIT);
        if (got < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (got <= 0)
            return tl::unexpected(deathOf());
        m_received += static_cast<std::size_t>(got);
        if (isHead && m_received == sizeof m_head) {
            if (m_head.size > LargestFrame || m_head.kind < FrameKind::Alive || m_head.kind > FrameKind::Failure)
                return senseless();
            m_frame = {m_head.kind, std::string(m_head.size, '\0')};
        }
    }
    m_received = 0;
    return std::exchange(m_frame, {});
}

Result<Frame> ReaderProcess::receive(const GoOn& goOn, const std::function<void(double)>& progress) {
    while (true) {
        auto frame = receiveFrame(goOn);
        if (!frame)
            return frame;
        WireReader values(frame->bytes);
        if (frame->kind == FrameKind::Alive) {
            if (const double share = values.get<double>(); progress && share >= 0 && share <= 1)
                progress(share);
        } else if (frame->kind == FrameKind::Failure) {
            return tl::unexpected(values.error());
        } else {
            return frame;
        }
    }
}

Result<void> ReaderProcess::send(FrameKind kind, const std::string& bytes, const GoOn& goOn) {
    while (m_isAbandoned) {
        const auto frame = receiveFrame(goOn);
        if (!frame)
            return fail(frame);
        m_isAbandoned = frame->kind != FrameKind::Done && frame->kind != FrameKind::Failure;
    }
    if (m_channel < 0 || !sendFrame(m_channel, kind, bytes))
        return tl::unexpected(deathOf());
    return {};
}

} // namespace gridwarden::gis
