// SPDX-License-Identifier: GPL-3.0-or-later
// What the reader takes from itself before it looks at a file.
#pragma once

#include <filesystem>

namespace gridwarden::gis {

/// Bounds memory and files, leaves no core, gains no rights, reads only beside `source` and what the libraries need,
/// writes only in `folder`, opens no connection and starts no program. Where the kernel knows no Landlock, files are
/// bounded by the rights of the user alone.
void confine(const std::filesystem::path& source, const std::filesystem::path& folder);

/// Ends the process, and removes `folder`, when the other end of the channel is closed.
void endWithProgram(int channel, const std::filesystem::path& folder);

} // namespace gridwarden::gis
