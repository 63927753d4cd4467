// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a tool of the system, and reads files.
#pragma once

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <sys/wait.h>

namespace gridwarden::test {

struct ToolRun {
    int exitCode = -1;
    std::string said; ///< stdout and stderr
};

/// A command as a shell reads it.
inline ToolRun runTool(const std::string& command) {
    ToolRun run;
    FILE* pipe = popen(("( " + command + " ) 2>&1").c_str(), "r");
    if (pipe == nullptr)
        return run;
    std::array<char, 4096> buffer{};
    for (std::size_t count = 0; (count = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        run.said.append(buffer.data(), count);
    run.exitCode = WEXITSTATUS(pclose(pipe));
    return run;
}

inline std::string contentOf(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

} // namespace gridwarden::test
