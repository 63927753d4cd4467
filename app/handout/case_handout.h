// SPDX-License-Identifier: GPL-3.0-or-later
// Cases for outside (对外提供): written by rules into a file, with an account of what was taken out.
#pragma once

#include "app/handout/handout_cells.h"

#include <filesystem>
#include <functional>

namespace gridwarden::app {

/// What is to be handed out; may be taken to another thread.
struct CaseHandout {
    HandoutCells cells;
    std::shared_ptr<const core::CaseFacts> facts;
    core::Selection rows;
    core::Moment asOf;
    core::DisclosureRules rules;
    std::filesystem::path photos;                    ///< the folder of the district's files
    std::shared_ptr<const core::UnsealKey> key = {}; ///< opens sealed contacts, so that their names are found in texts; may be null
};

/// Told the share that is done; answers whether to go on.
using HandoutProgress = std::function<bool(double)>;

/// The account without a file; photos are not opened. Errors: those of CaseDisclosure; Cancelled "cancelled".
[[nodiscard]] core::Result<core::DisclosureAccount> previewHandout(const CaseHandout& handout, core::Connection& connection,
                                                                   const HandoutProgress& progress = {});

/// Writes the file, its account and, where the rules say so, the photos. All of it has its names when this returns, or nothing has.
/// Errors: as previewHandout, openHandout, checkTarget and PictureFolder.
[[nodiscard]] core::Result<core::DisclosureAccount> handOutCases(const CaseHandout& handout, core::Connection& connection, const std::filesystem::path& target,
                                                                 bool overwrite, const HandoutProgress& progress = {});

} // namespace gridwarden::app
