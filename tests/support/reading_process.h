// SPDX-License-Identifier: GPL-3.0-or-later
// Another program that reads a district and holds commits up. A program of its own: a copy of a test that has threads could be
// left with their locks.
#pragma once

#include <catch2/catch.hpp>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <sys/wait.h>
#include <unistd.h>

namespace gridwarden::test {

class ReadingProcess {
  public:
    /// Waits until it reads.
    explicit ReadingProcess(const std::filesystem::path& file) {
        constexpr const char* Program = "import sqlite3, sys, signal\n"
                                        "file = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
                                        "file.execute('BEGIN')\n"
                                        "file.execute('SELECT count(*) FROM category').fetchall()\n"
                                        "print('x', end='', flush=True)\n"
                                        "signal.pause()\n";
        int ready[2];
        REQUIRE(pipe2(ready, O_CLOEXEC) == 0);
        m_process = fork();
        REQUIRE(m_process >= 0);
        if (m_process == 0) {
            dup2(ready[1], STDOUT_FILENO);
            execlp("python3", "python3", "-c", Program, file.c_str(), nullptr);
            _exit(127);
        }
        close(ready[1]);
        char byte = 0;
        const bool isReading = read(ready[0], &byte, 1) == 1;
        close(ready[0]);
        REQUIRE(isReading);
    }
    ~ReadingProcess() { stop(); }
    ReadingProcess(const ReadingProcess&) = delete;
    ReadingProcess& operator=(const ReadingProcess&) = delete;
    void stop() {
        if (m_process <= 0)
            return;
        kill(m_process, SIGKILL);
        waitpid(m_process, nullptr, 0);
        m_process = 0;
    }
    [[nodiscard]] int process() const { return m_process; }

  private:
    int m_process = 0;
};

} // namespace gridwarden::test
