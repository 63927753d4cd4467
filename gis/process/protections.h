// SPDX-License-Identifier: GPL-3.0-or-later
// What the system offers to bound a reader (see ARCHITECTURE.md, "Reading untrusted files").
#pragma once

#include "core/base/result.h"

#include <vector>

namespace gridwarden::gis {

/// What a kernel can refuse to a process that asks for it.
struct Protections {
    bool files = false; ///< Landlock: only the files that it needs
    bool calls = false; ///< seccomp: no connections, no programs
};

[[nodiscard]] Protections systemProtections();

/// "protection-files-missing", "protection-calls-missing": what is not there, and what that means.
[[nodiscard]] std::vector<core::Message> missingProtections(const Protections& protections = systemProtections());

} // namespace gridwarden::gis
