// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace gridwarden::test {

struct SourceFile {
    std::filesystem::path path; ///< relative to the top of the source tree
    std::string text;
};

/// All .h and .cpp files below a folder of the source tree.
inline std::vector<SourceFile> sourcesBelow(const std::string& folder) {
    const std::filesystem::path top(GRIDWARDEN_SOURCE_DIR);
    std::vector<SourceFile> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(top / folder)) {
        const auto extension = entry.path().extension();
        if (!entry.is_regular_file() || (extension != ".h" && extension != ".cpp"))
            continue;
        std::ostringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        files.push_back({std::filesystem::relative(entry.path(), top), text.str()});
    }
    return files;
}

/// The names between <> or "" of every #include.
inline std::vector<std::string> includesOf(const SourceFile& file) {
    std::vector<std::string> names;
    std::istringstream lines(file.text);
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind("#include", 0) != 0)
            continue;
        const auto open = line.find_first_of("<\"");
        const auto close = line.find_last_of(">\"");
        if (open != std::string::npos && close > open)
            names.push_back(line.substr(open + 1, close - open - 1));
    }
    return names;
}

} // namespace gridwarden::test
