// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/file_holders.h"

#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

namespace gridwarden::core {

std::vector<std::string> programsHolding(const std::filesystem::path& file) {
    std::vector<std::string> names;
    struct stat about {};
    if (::stat(file.c_str(), &about) != 0)
        return names;
    std::ifstream locks("/proc/locks");
    std::set<int> seen{getpid()};
    // "1: POSIX  ADVISORY  READ 4711 08:01:131234 1073741826 1073742335"; the device is left aside: layered file systems show
    // another one there.
    for (std::string line; std::getline(locks, line);) {
        int process = 0;
        unsigned long long inode = 0;
        if (std::sscanf(line.c_str(), "%*d: POSIX %*s %*s %d %*x:%*x:%llu", &process, &inode) != 2 || inode != about.st_ino || process <= 0 ||
            !seen.insert(process).second)
            continue;
        std::string name;
        std::getline(std::ifstream(fmt::format("/proc/{}/comm", process)), name);
        names.push_back(fmt::format("{} ({})", name.empty() ? "?" : name, process));
    }
    return names;
}

} // namespace gridwarden::core
