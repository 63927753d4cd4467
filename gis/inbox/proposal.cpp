// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/inbox/proposal.h"

#include "core/step_taking.h"

namespace gridwarden::gis {

std::optional<core::Message> whyNotAcceptable(const Proposal& proposal, const std::vector<core::CaseSource>& sources, const core::TimeZone& zone) {
    if (proposal.draft.category.isNull())
        return proposal.categoryText.empty() ? core::Message{"inbox-says-nothing", {}} : core::Message{proposal.categoryProblem, {proposal.categoryText}};
    if (proposal.draft.time)
        if (const auto sensible = core::checkTime(*proposal.draft.time); !sensible)
            return sensible.error().what;
    if (const core::CaseSource* const source = core::findSource(sources, proposal.draft.source))
        if (const auto fields = core::checkedFieldValues(source->fields, proposal.draft.fields, zone, /*isCorrection=*/false); !fields)
            return fields.error().what;
    return std::nullopt;
}

bool keepNumberAsField(Proposal& proposal, const std::vector<core::CaseSource>& sources) {
    const core::CaseSource* const source = core::findSource(sources, proposal.draft.source);
    const core::SourceField* const field = source == nullptr ? nullptr : core::findField(source->fields, "number");
    if (field == nullptr || proposal.number.empty())
        return false;
    proposal.draft.fields[field->key] = proposal.number;
    return true;
}

} // namespace gridwarden::gis
