// SPDX-License-Identifier: GPL-3.0-or-later
// A photo with its time and place as a proposal: what is on it has to be said by a person.
#pragma once

#include "gis/inbox/proposal.h"

#include <filesystem>

namespace gridwarden::gis {

struct InboxPhoto {
    std::string name;       ///< of the file
    std::string digest;     ///< SHA-256 of the file
    core::PhotoDraft draft; ///< with its thumbnail
};

/// Errors: as preparePhoto ("photo-not-a-picture" {file}); Io "file-unreadable" {path}.
[[nodiscard]] core::Result<InboxPhoto> readInboxPhoto(const std::filesystem::path& path, const core::TimeZone& zone);

/// Problems: "inbox-says-nothing" (a category is missing), "inbox-no-place", "inbox-no-time" (the moment it is accepted counts then).
[[nodiscard]] Proposal proposalOf(const InboxPhoto& photo);

} // namespace gridwarden::gis
