// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox_actions.h"

#include "core/base/text.h"

namespace gridwarden::core {

namespace {

std::string nameOf(const InboxThing& thing) {
    return thing.place.empty() ? thing.file : thing.file + ":" + thing.place;
}

/// The error of one of several, with the thing that it concerns.
template <class T> tl::unexpected<Error> about(const InboxThing& thing, const Result<T>& failed) {
    Error error = failed.error();
    error.subject = nameOf(thing);
    return tl::unexpected<Error>(std::move(error));
}

Result<void> link(Change& change, CaseId id, CaseId other, Moment reported) {
    Step step{change.newId<StepId>(), id, StepKind::Link, std::max(change.at(), reported), change.at(), change.actor().name, change.actor().person, {}};
    step.detail.with = other;
    const auto known = loadReport(change.connection(), other);
    if (!known)
        return fail(known);
    if (!*known)
        return fail(ErrorCode::NotFound, {"case-unknown", {std::to_string(other.value())}});
    return insertStep(change, step);
}

Result<CaseId> accept(District& district, Change& change, const InboxAcceptance& accepted) {
    const auto id = writeReport(district, change, accepted.draft);
    if (!id)
        return id;
    InboxItem item{accepted.thing.digest, accepted.thing.file, accepted.thing.place, InboxDecision::Accepted, *id, {}};
    if (!accepted.linkTo.isNull()) {
        item.decision = InboxDecision::Linked;
        if (auto linked = link(change, *id, accepted.linkTo, accepted.draft.time.value_or(change.at())); !linked)
            return fail(linked);
    }
    if (auto saved = saveInboxItem(change, item); !saved)
        return fail(saved);
    return *id;
}

} // namespace

Result<std::vector<CaseId>> acceptFromInbox(District& district, const Actor& actor, std::span<const InboxAcceptance> accepted) {
    std::vector<CaseId> cases;
    if (accepted.empty())
        return cases;
    const auto write = [&](Change& change) -> Result<void> {
        for (const InboxAcceptance& each : accepted) {
            const auto id = accept(district, change, each);
            if (!id)
                return about(each.thing, id);
            cases.push_back(*id);
        }
        return {};
    };
    const Message label = accepted.size() == 1 ? Message{"inbox-accept", {nameOf(accepted.front().thing)}}
                                               : Message{"inbox-accept-many", {std::to_string(accepted.size())}};
    if (auto done = district.change(label, actor, write); !done)
        return fail(done);
    return cases;
}

Result<void> refuseFromInbox(District& district, const Actor& actor, std::span<const InboxThing> refused, const std::string& note) {
    if (refused.empty())
        return {};
    if (trimmed(note).empty())
        return fail(ErrorCode::BadInput, {"inbox-refusal-needs-note", {}});
    const Message label = refused.size() == 1 ? Message{"inbox-refuse", {nameOf(refused.front())}}
                                              : Message{"inbox-refuse-many", {std::to_string(refused.size())}};
    const auto done = district.change(label, actor, [&](Change& change) -> Result<void> {
        for (const InboxThing& thing : refused)
            if (auto saved = saveInboxItem(change, {thing.digest, thing.file, thing.place, InboxDecision::Refused, CaseId(), std::string(trimmed(note))}); !saved)
                return about(thing, saved);
        return {};
    });
    if (!done)
        return fail(done);
    return {};
}

std::filesystem::path inboxFolder(const District& district) {
    if (const std::string set = district.setting("inbox_folder"); !set.empty())
        return district.path().parent_path() / set; // an absolute one stays what it is
    std::filesystem::path folder = district.path();
    return folder.replace_extension(".inbox");
}

} // namespace gridwarden::core
