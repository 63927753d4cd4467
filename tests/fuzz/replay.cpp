// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target over each file of the folders named: its corpus and what was once found. Built by every compiler.
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <unistd.h>
#include <vector>

namespace {

std::string current; // what a crash is blamed on

void sayWhere(int signal) {
    constexpr std::string_view Words = "Failed on ";
    (void)!write(STDERR_FILENO, Words.data(), Words.size());
    (void)!write(STDERR_FILENO, current.data(), current.size());
    (void)!write(STDERR_FILENO, "\n", 1);
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

} // namespace

int main(int count, char** names) {
    namespace fs = std::filesystem;
    std::signal(SIGABRT, sayWhere);
    std::signal(SIGSEGV, sayWhere);
    std::signal(SIGTERM, sayWhere); // a test that takes too long
    std::vector<fs::path> files;
    for (int i = 1; i < count; ++i) {
        if (!fs::exists(names[i]))
            continue; // nothing was found yet
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(names[i]))
            if (entry.is_regular_file())
                files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
        current = file.string();
        std::ifstream stream(file, std::ios::binary);
        const std::string bytes(std::istreambuf_iterator<char>(stream), {});
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    }
    std::printf("%zu files\n", files.size());
    return files.empty() ? 1 : 0;
}
