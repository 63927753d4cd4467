// SPDX-License-Identifier: GPL-3.0-or-later
// The command line: `gridwarden VERB …`. Its forms are kept; users' scripts depend on them.
#pragma once

#include <string>
#include <vector>

namespace gridwarden::app {

/// Whether the first argument is a verb, asks for help or the version, or is a bare word that names no file (a mistyped verb);
/// otherwise the window opens.
[[nodiscard]] bool isCommand(const std::vector<std::string>& arguments);

/// Runs one verb, or says what is wrong with a first word that is none. Returns the exit code: 0 done, 1 a fault, 2 wrong usage.
/// \pre a QGuiApplication exists
int runCommand(const std::vector<std::string>& arguments);

} // namespace gridwarden::app
