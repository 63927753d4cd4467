// SPDX-License-Identifier: GPL-3.0-or-later
// The district that a verb works on, and who works.
#pragma once

#include "core/district.h"

#include <memory>
#include <string>

namespace gridwarden::app {

/// Opens the district a verb was given; what was noticed, and what is damaged, is said on stderr.
[[nodiscard]] core::Result<std::unique_ptr<core::District>> openDistrict(const std::string& path, core::OpenMode mode);

/// A district, with who acts where it is open for writing.
struct Desk {
    std::unique_ptr<core::District> district;
    core::Actor actor;
};
/// `actorName` of --actor; empty: the operating system's user.
[[nodiscard]] core::Result<Desk> openDesk(const std::string& path, const std::string& actorName);
/// The same where something is written; else open for reading, and nobody acts.
[[nodiscard]] core::Result<Desk> openDesk(const std::string& path, const std::string& actorName, core::OpenMode mode);

} // namespace gridwarden::app
