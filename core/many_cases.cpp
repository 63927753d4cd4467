// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/many_cases.h"

#include "core/step_taking.h"

#include <algorithm>
#include <set>

namespace gridwarden::core {

namespace {

/// Why a case should not be handed to whom it is with already.
std::optional<Message> whySame(const District& district, const CaseRecord& record, const StepDraft& draft, Moment at) {
    const DerivedCase& derived = record.derived;
    if (draft.kind != StepKind::Dispatch || stateAt(derived.state, derived.resumed, derived.suspendedUntil, at) != CaseState::Handling ||
        derived.handlerPerson != draft.detail.person || derived.handlerOrganisation != draft.detail.organisation)
        return std::nullopt;
    const Person* person = district.people().find(derived.handlerPerson);
    const Organisation* organisation = district.people().find(derived.handlerOrganisation);
    return Message{"dispatch-same-receiver", {person != nullptr ? person->name : organisation != nullptr ? organisation->name : std::string()}};
}

/// The draft for one case, or why there is none.
using DraftFor = std::function<Result<StepDraft>(const CaseRecord& record)>;

Result<ManySteps> takeMany(District& district, const Actor& actor, std::span<const CaseId> cases, StepKind kind, const DraftFor& draftFor, const GoesOn& goesOn) {
    ManySteps result;
    std::vector<PreparedStep> prepared, standing; // further reports first: closing what stands for them closes those that are still open
    std::vector<PhotoDraft> photos;
    std::set<CaseId> seen;
    for (const CaseId id : cases) {
        if (!seen.insert(id).second)
            continue;
        if (goesOn && !goesOn())
            return fail(ErrorCode::Cancelled, {"cancelled", {}});
        const auto record = loadCase(district.connection(), id);
        if (!record)
            return fail(record);
        const auto refuse = [&](const Message& why) { result.refused.push_back({id, record->report.number, why}); };
        const auto draft = draftFor(*record);
        if (!draft) {
            refuse(draft.error().what);
            continue;
        }
        if (const auto why = whySame(district, *record, *draft, draft->time.value_or(now()))) {
            refuse(*why);
            continue;
        }
        auto step = prepareStep(district, actor, *record, *draft);
        if (!step && step.error().code != ErrorCode::Refused)
            return fail(step);
        if (!step) {
            refuse(step.error().what);
            continue;
        }
        (record->derived.linkedTo.isNull() ? standing : prepared).push_back(std::move(*step));
        photos = draft->photos;
        result.done.push_back(id);
    }
    std::move(standing.begin(), standing.end(), std::back_inserter(prepared));
    if (prepared.empty())
        return result;
    const auto write = [&](Change& change) -> Result<void> {
        for (const PreparedStep& step : prepared) {
            if (goesOn && !goesOn())
                return fail(ErrorCode::Cancelled, {"cancelled", {}});
            if (auto written = writeStep(district, change, step, photos); !written)
                return fail(written);
        }
        return {};
    };
    const Message label = prepared.size() == 1 ? Message{"take-step", {std::string(stepKindKey(kind)), prepared.front().number}}
                                               : Message{"take-step-for-many", {std::string(stepKindKey(kind)), std::to_string(prepared.size())}};
    if (auto done = district.change(label, actor, write); !done)
        return fail(done);
    return result;
}

} // namespace

Result<ManySteps> takeStepForMany(District& district, const Actor& actor, std::span<const CaseId> cases, const StepDraft& draft, const GoesOn& goesOn) {
    return takeMany(district, actor, cases, draft.kind, [&](const CaseRecord&) -> Result<StepDraft> { return draft; }, goesOn);
}

Result<ManySteps> dispatchMany(District& district, const Actor& actor, std::span<const CaseId> cases, const StepDraft& draft, const GoesOn& goesOn) {
    const auto draftFor = [&](const CaseRecord& record) -> Result<StepDraft> {
        const Receiver receiver =
            receiverFor(district.dispatchContext(), record.derived.place, record.derived.category, draft.time.value_or(now()));
        if (receiver.isNobody())
            return fail(ErrorCode::NotFound, receiver.why.back());
        StepDraft own = draft;
        own.kind = StepKind::Dispatch;
        own.detail.organisation = receiver.organisation;
        own.detail.person = receiver.person;
        return own;
    };
    return takeMany(district, actor, cases, StepKind::Dispatch, draftFor, goesOn);
}

} // namespace gridwarden::core
