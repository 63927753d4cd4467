// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handout/picture_folder.h"

#include "core/base/durable_file.h"
#include "gis/draw/attachment.h"
#include "gis/draw/clean_picture.h"

#include <fmt/format.h>

namespace gridwarden::app {

namespace fs = std::filesystem;

PictureFolder::PictureFolder(const fs::path& target) : m_folder(fs::path(target).replace_extension(".photos")), m_part(m_folder) { m_part += ".part"; }

PictureFolder::~PictureFolder() {
    std::error_code problem;
    if (m_isMade)
        fs::remove_all(m_part, problem);
}

core::Result<void> PictureFolder::check() const {
    std::error_code problem;
    if (fs::exists(m_folder, problem))
        return core::fail(core::ErrorCode::Exists, {"file-exists", {m_folder.string()}}, m_folder.string());
    return {};
}

core::Result<QString> PictureFolder::add(const fs::path& picture, std::size_t caseNumber, std::size_t number) {
    const auto bytes = gis::cleanPicture(picture, gis::UsualCopyPixels);
    if (!bytes)
        return QString();
    std::error_code problem;
    if (!m_isMade) {
        fs::remove_all(m_part, problem);
        m_isMade = fs::create_directory(m_part, problem);
        if (!m_isMade)
            return core::fail(core::ErrorCode::Io, {"file-unwritable", {m_part.string()}}, m_part.string());
    }
    const std::string name = fmt::format("{:06}-{}.jpg", caseNumber, number);
    const auto written = core::writeDurably(m_part / name, std::string_view(bytes->constData(), static_cast<std::size_t>(bytes->size())), /*overwrite=*/true);
    if (!written)
        return core::fail(written);
    return QString::fromStdString(name);
}

core::Result<void> PictureFolder::name() {
    if (!m_isMade)
        return {};
    if (auto named = core::renameDurably(m_part, m_folder, /*overwrite=*/false); !named)
        return named;
    m_isMade = false;
    return {};
}

void PictureFolder::withdraw() {
    std::error_code problem;
    fs::remove_all(m_folder, problem);
}

} // namespace gridwarden::app
