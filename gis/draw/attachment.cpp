// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/attachment.h"

#include "core/district.h"
#include "gis/draw/clean_picture.h"
#include "gis/draw/thumbnail.h"
#include "gis/source/photo.h"

#include <QFile>
#include <QFileInfo>
#include <QImageReader>

namespace gridwarden::gis {

namespace {

int longerSide(const std::filesystem::path& path) {
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    QImageReader reader(&file);
    reader.setDecideFormatFromContent(true);
    const QSize size = reader.size();
    return std::max(size.width(), size.height());
}

/// Stages the photo smaller where it is larger than wanted and that saves room.
core::Result<void> stageSmaller(core::PhotoDraft& draft, const QImage& picture, const AttachmentOptions& options) {
    const QByteArray bytes = jpegOf(picture);
    if (bytes.isEmpty() || bytes.size() >= QFileInfo(QString::fromStdString(draft.file.string())).size())
        return {};
    auto staged = core::StagedFile::write({bytes.constData(), static_cast<std::size_t>(bytes.size())}, options.folder);
    if (!staged)
        return core::fail(staged);
    draft.staged = std::move(*staged);
    draft.name = draft.file.stem().string() + ".jpg";
    return {};
}

} // namespace

AttachmentOptions AttachmentOptions::of(const core::District& district) {
    const std::string pixels = district.setting("photo_copy_pixels", std::to_string(UsualCopyPixels));
    return {district.timeZone(), std::atoi(pixels.c_str()), district.filesFolder()};
}

bool isPictureName(const std::filesystem::path& path) {
    static const QList<QByteArray> formats = QImageReader::supportedImageFormats();
    const QByteArray suffix = QFileInfo(QString::fromStdString(path.string())).suffix().toLower().toLatin1();
    return suffix != "pdf" && formats.contains(suffix);
}

core::Result<core::PhotoDraft> prepareAttachment(const std::filesystem::path& path, const AttachmentOptions& options,
                                                 const core::StagedFile::Progress& progress) {
    core::PhotoDraft draft{.file = path, .kind = {}, .taken = {}, .place = {}, .thumbnail = {}};
    if (!isPictureName(path)) {
        draft.kind = core::PaperKind;
    } else {
        const bool shrinks = options.copyPixels > 0 && longerSide(path) > options.copyPixels;
        const int side = shrinks ? options.copyPixels : 2 * ThumbnailSide;
        const auto picture = readPicture(path, {side, side});
        if (!picture)
            return core::fail(picture);
        const auto info = readPhoto(path);
        if (!info)
            return core::fail(info);
        draft.taken = info->moment(options.zone);
        draft.place = info->place;
        draft.thumbnail = thumbnailOf(*picture);
        if (shrinks)
            if (auto done = stageSmaller(draft, *picture, options); !done)
                return core::fail(done);
    }
    if (draft.staged)
        return draft;
    auto staged = core::StagedFile::copy(path, options.folder, progress);
    if (!staged)
        return core::fail(staged);
    draft.staged = std::move(*staged);
    return draft;
}

} // namespace gridwarden::gis
