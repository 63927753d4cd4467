// SPDX-License-Identifier: GPL-3.0-or-later
// The file that cases are handed out in: a table or one for maps, by its ending. It gets its name when all of it is there, with the account beside it.
#pragma once

#include "app/handout/handout_cells.h"

#include <QStringList>
#include <filesystem>
#include <memory>

namespace gridwarden::app {

class HandoutFile {
  public:
    virtual ~HandoutFile() = default;
    HandoutFile() = default;
    HandoutFile(const HandoutFile&) = delete;
    HandoutFile& operator=(const HandoutFile&) = delete;
    virtual core::Result<void> add(const core::DisclosedCase& disclosed, const QStringList& pictures) = 0;
    /// Puts the account into the file where it has room for one, and completes it; it does not have its name yet.
    virtual core::Result<void> complete(const QStringList& account) = 0;
    virtual core::Result<void> name(bool overwrite) = 0;
};

/// .csv, .xlsx, .geojson and .gpkg. Errors: BadInput "handout-format-unknown" {file}; Io "file-unwritable" {path}; Database.
[[nodiscard]] core::Result<std::unique_ptr<HandoutFile>> openHandout(const std::filesystem::path& target, const HandoutCells& cells,
                                                                     const core::DisclosureRules& rules);

} // namespace gridwarden::app
