// SPDX-License-Identifier: GPL-3.0-or-later
// What the reader takes from itself before it looks at a file.
#pragma once

#include <filesystem>

namespace gridwarden::gis {

struct Confines {
    std::filesystem::path source;    ///< empty: no file is read
    std::filesystem::path overviews; ///< one more file; may be empty
    std::filesystem::path folder;
    bool writesMuch = false;         ///< files of more than a gigabyte
};

/// Bounds memory and files, leaves no core, gains no rights, reads only beside the source and what the libraries need,
/// writes only in the folder, opens no connection and starts no program. Where the kernel knows no Landlock, files are
/// bounded by the rights of the user alone.
void confine(const Confines& confines);

/// Ends the process, and removes `folder`, when the other end of the channel is closed.
void endWithProgram(int channel, const std::filesystem::path& folder);

} // namespace gridwarden::gis
