// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/inbox/photo_staging.h"

#include "core/base/digest.h"

#include <algorithm>

namespace gridwarden::gis {

using core::fail;
using core::Result;

namespace {

/// What of the choice the file is; null: something that was added since.
const core::InboxThing* thingOf(const core::InboxChoice& choice, const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    if (choice.thing.file == name)
        return &choice.thing;
    const auto found = std::find_if(choice.with.begin(), choice.with.end(), [&](const core::InboxThing& thing) { return thing.file == name; });
    return found == choice.with.end() ? nullptr : &*found;
}

Result<core::PhotoDraft> staged(const core::PhotoDraft& photo, const core::InboxChoice& choice, const AttachmentOptions& options,
                                const core::StagedFile::Progress& progress) {
    auto prepared = prepareAttachment(photo.file, options, progress);
    if (!prepared)
        return prepared;
    if (const core::InboxThing* thing = thingOf(choice, photo.file)) {
        const auto digest = core::sha256OfFile(photo.file); // after it was copied: what changed meanwhile is noticed as well
        if (!digest)
            return fail(digest);
        if (*digest != thing->digest)
            return fail(core::ErrorCode::Refused, {"inbox-file-changed", {thing->file}}, thing->file);
    }
    prepared->kind = photo.kind;
    return prepared;
}

} // namespace

Result<void> stagePhotos(std::vector<core::InboxAcceptance>& accepted, const AttachmentOptions& options, const core::StagedFile::Progress& progress) {
    std::vector<core::InboxAcceptance> ready = accepted;
    double done = 0;
    for (core::InboxAcceptance& each : ready) {
        const std::size_t count = each.draft.photos.size();
        for (std::size_t i = 0; i < count; ++i) {
            core::PhotoDraft& photo = each.draft.photos[i];
            if (photo.staged)
                continue;
            const auto here = [&](double part) {
                return !progress || progress((done + (static_cast<double>(i) + part) / static_cast<double>(count)) / static_cast<double>(ready.size()));
            };
            if (!here(0))
                return fail(core::ErrorCode::Cancelled, {"cancelled", {}});
            auto made = staged(photo, each.choice, options, here);
            if (!made)
                return fail(made);
            photo = std::move(*made);
        }
        ++done;
    }
    accepted = std::move(ready);
    return {};
}

} // namespace gridwarden::gis
