// SPDX-License-Identifier: GPL-3.0-or-later
// Photos of the inbox made ready to be kept, before the change that accepts them.
#pragma once

#include "core/inbox_actions.h"
#include "gis/draw/attachment.h"

namespace gridwarden::gis {

/// Stages the photos that are to be accepted as prepareAttachment does; those that are staged already stay. All drafts are as they were when it fails.
/// Errors: as prepareAttachment, with the thing as their subject; Refused "inbox-file-changed" {name}: the photo is not the one that was looked at.
/// \param progress told the part that is done; answers whether to go on
[[nodiscard]] core::Result<void> stagePhotos(std::vector<core::InboxAcceptance>& accepted, const AttachmentOptions& options,
                                             const core::StagedFile::Progress& progress = {});

} // namespace gridwarden::gis
