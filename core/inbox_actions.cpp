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

/// Writes the decision about it and what belongs to it.
Result<void> decide(Change& change, const InboxChoice& choice, InboxDecision decision, CaseId id, const std::string& note) {
    const auto itemOf = [&](const InboxThing& thing) { return InboxItem{thing.digest, thing.file, thing.place, decision, id, note}; };
    if (auto saved = saveInboxItem(change, itemOf(choice.thing)); !saved)
        return saved;
    for (const InboxThing& thing : choice.with) {
        const auto isDecided = isInboxDecided(change.connection(), thing.digest);
        if (!isDecided)
            return fail(isDecided);
        if (!*isDecided)
            if (auto saved = saveInboxItem(change, itemOf(thing)); !saved)
                return saved;
    }
    return {};
}

Result<CaseId> accept(District& district, Change& change, const InboxAcceptance& accepted) {
    const auto id = writeReport(district, change, accepted.draft);
    if (!id)
        return id;
    const InboxDecision decision = accepted.draft.linkTo.isNull() ? InboxDecision::Accepted : InboxDecision::Linked;
    if (auto decided = decide(change, accepted.choice, decision, *id, {}); !decided)
        return fail(decided);
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
                return about(each.choice.thing, id);
            cases.push_back(*id);
        }
        return {};
    };
    const Message label = accepted.size() == 1 ? Message{"inbox-accept", {nameOf(accepted.front().choice.thing)}}
                                               : Message{"inbox-accept-many", {std::to_string(accepted.size())}};
    if (auto done = district.change(label, actor, write); !done)
        return fail(done);
    return cases;
}

Result<void> refuseFromInbox(District& district, const Actor& actor, std::span<const InboxChoice> refused, const std::string& note) {
    if (refused.empty())
        return {};
    if (trimmed(note).empty())
        return fail(ErrorCode::BadInput, {"inbox-refusal-needs-note", {}});
    const Message label = refused.size() == 1 ? Message{"inbox-refuse", {nameOf(refused.front().thing)}}
                                              : Message{"inbox-refuse-many", {std::to_string(refused.size())}};
    const auto done = district.change(label, actor, [&](Change& change) -> Result<void> {
        for (const InboxChoice& each : refused)
            if (auto decided = decide(change, each, InboxDecision::Refused, CaseId(), std::string(trimmed(note))); !decided)
                return about(each.thing, decided);
        return {};
    });
    if (!done)
        return fail(done);
    return {};
}

std::filesystem::path inboxFolder(const District& district) {
    std::error_code problem;
    std::filesystem::path file = std::filesystem::absolute(district.path(), problem);
    if (problem)
        file = district.path();
    if (const std::string set = district.setting("inbox_folder"); !set.empty())
        return file.parent_path() / set; // an absolute one stays what it is
    return file.replace_extension(".inbox");
}

} // namespace gridwarden::core
