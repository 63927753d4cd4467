// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures that go with cases that are handed out, in a folder beside the file: written anew, under names that tell nothing.
#pragma once

#include "core/base/result.h"

#include <QStringList>
#include <filesystem>

namespace gridwarden::app {

class PictureFolder {
  public:
    /// <target without its ending>.photos, made with the first picture; until it is named its name ends in .part.
    explicit PictureFolder(const std::filesystem::path& target);
    ~PictureFolder(); ///< what was not named goes
    PictureFolder(const PictureFolder&) = delete;
    PictureFolder& operator=(const PictureFolder&) = delete;

    /// Errors: Exists "file-exists" {path} where there is such a folder, which is not replaced: nobody knows what else is in it.
    [[nodiscard]] core::Result<void> check() const;
    /// Adds a picture without what a camera wrote into it and gives its name, "000012-1.jpg" for the first one of the twelfth case; none where it
    /// cannot be read. Errors: Io "file-unwritable" {path}.
    core::Result<QString> add(const std::filesystem::path& picture, std::size_t caseNumber, std::size_t number);
    /// Errors: as renameDurably.
    core::Result<void> name();
    /// Takes a folder that was named away again.
    void withdraw();

  private:
    std::filesystem::path m_folder, m_part;
    bool m_isMade = false;
};

} // namespace gridwarden::app
