// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/inbox/proposal.h"

namespace gridwarden::gis {

std::optional<core::Message> whyNotAcceptable(const Proposal& proposal, const std::vector<core::CaseSource>& sources, const core::TimeZone& zone) {
    if (proposal.draft.category.isNull())
        return proposal.categoryText.empty() ? core::Message{"inbox-says-nothing", {}} : core::Message{"category-unknown", {proposal.categoryText}};
    if (proposal.draft.time && *proposal.draft.time > core::now())
        return core::Message{"time-in-future", {core::isoUtc(*proposal.draft.time)}};
    if (const core::CaseSource* const source = core::findSource(sources, proposal.draft.source))
        if (const auto fields = core::checkedFieldValues(source->fields, proposal.draft.fields, zone, /*isCorrection=*/false); !fields)
            return fields.error().what;
    return std::nullopt;
}

} // namespace gridwarden::gis
