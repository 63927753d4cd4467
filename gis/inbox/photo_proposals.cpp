// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/inbox/photo_proposals.h"

#include "core/base/digest.h"
#include "gis/draw/thumbnail.h"

namespace gridwarden::gis {

core::Result<InboxPhoto> readInboxPhoto(const std::filesystem::path& path, const core::TimeZone& zone) {
    auto draft = preparePhoto(path, zone);
    if (!draft)
        return core::fail(draft);
    auto digest = core::sha256OfFile(path);
    if (!digest)
        return core::fail(digest);
    draft->kind = "before";
    return InboxPhoto{path.filename().string(), std::move(*digest), std::move(*draft)};
}

Proposal proposalOf(const InboxPhoto& photo) {
    Proposal proposal;
    proposal.digest = photo.digest;
    proposal.file = photo.name;
    proposal.draft.place = photo.draft.place;
    proposal.draft.time = photo.draft.taken;
    proposal.draft.origin = photo.name;
    proposal.draft.photos = {photo.draft};
    proposal.problems.push_back({"inbox-says-nothing", {}});
    if (!photo.draft.place)
        proposal.problems.push_back({"inbox-no-place", {}});
    if (!photo.draft.taken)
        proposal.problems.push_back({"inbox-no-time", {}});
    return proposal;
}

} // namespace gridwarden::gis
