// SPDX-License-Identifier: GPL-3.0-or-later
// The reader: a child process in which the file of a stranger is read, so that a crash, a hang or a flood of memory in a
// format's code takes nothing with it. See ARCHITECTURE.md, "Reading untrusted files".
#pragma once

#include "core/base/result.h"
#include "gis/process/frame.h"
#include "gis/process/go_on.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <sys/types.h>

namespace gridwarden::gis {

struct ReaderOptions {
    std::filesystem::path workIn;    ///< where the folder for temporary files is made; empty: the system's
    std::filesystem::path overviews; ///< of an image, kept elsewhere than beside it; empty: none
    bool writesMuch = false;         ///< files larger than a gigabyte
};

/// One reader for one source. Belongs to one thread at a time. Its end kills the child.
class ReaderProcess {
public:
    static constexpr std::chrono::seconds Patience{10}; ///< without a sign of progress a reader is ended

    /// An empty source: a reader of what it is sent, which may look at no file. Errors: Internal "reader-missing" {path}; Io
    /// "reader-not-started" {reason}.
    [[nodiscard]] static core::Result<ReaderProcess> start(const std::filesystem::path& source, const ReaderOptions& options = {});
    ReaderProcess(ReaderProcess&& other) noexcept;
    ReaderProcess& operator=(ReaderProcess&& other) noexcept;
    ~ReaderProcess();

    /// Asks, or answers what was asked back. An answer that was left is awaited first. Errors: as `receive`.
    [[nodiscard]] core::Result<void> send(FrameKind kind, const std::string& bytes, const GoOn& goOn = {});

    /// The next Part or Done; `progress` hears what is said between. Errors: what the reader found; Cancelled "cancelled"
    /// when `goOn` says so (the reader is then at an end, unless it is kept); BadInput "source-crashed" {path, how}, "source-stuck" {path},
    /// "source-too-large" {path}.
    [[nodiscard]] core::Result<Frame> receive(const GoOn& goOn = {}, const std::function<void(double)>& progress = {});

    /// From now on a cancelled answer is left without ending the reader, which can be asked again.
    void keepWhenCancelled() { m_isKept = true; }
    [[nodiscard]] bool isAlive() const { return m_pid > 0; }
    /// The folder in which it may write; goes with it.
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

    /// Where the reader's program is: GRIDWARDEN_READER, beside this program, in libexec, or in the folder named when it was built.
    [[nodiscard]] static std::filesystem::path program();

private:
    explicit ReaderProcess(std::filesystem::path source) : m_source(std::move(source)) {}
    enum class Waited { Ready, Gone, Cancelled, Stuck };
    Waited wait(const GoOn& goOn);
    bool hasReadOn();
    core::Result<Frame> receiveFrame(const GoOn& goOn);
    void cancel();
    core::Error giveUp(core::Message what);
    core::Error deathOf();
    void end();

    std::filesystem::path m_source;
    std::filesystem::path m_folder; ///< for temporary files
    pid_t m_pid = -1;
    int m_channel = -1;
    bool m_isKept = false;
    bool m_isAbandoned = false; ///< an answer comes that is not wanted any more
    FrameHead m_head;           ///< of the frame that is being received
    Frame m_frame;
    std::size_t m_received = 0; ///< bytes of both
    unsigned long long m_bytesRead = 0; ///< by the reader, as far as it was looked at
    unsigned long long m_mostRead = 0;  ///< reading beyond it without a word is no progress any more
};

} // namespace gridwarden::gis
