// SPDX-License-Identifier: GPL-3.0-or-later
// Deciding about what lies in the inbox. The decision is written together with the case that comes of it, so that an undo brings the
// proposal back.
#pragma once

#include "core/case_actions.h"
#include "core/inbox/inbox_item.h"

namespace gridwarden::core {

/// What is decided about: its digest, file and place there.
struct InboxThing {
    std::string digest;
    std::string file;
    std::string place;
    bool operator==(const InboxThing&) const = default;
};

/// With it, what belongs to it: photos of a row. They are decided about with it unless they were before.
struct InboxChoice {
    InboxThing thing;
    std::vector<InboxThing> with;
};

struct InboxAcceptance {
    InboxChoice choice;
    CaseDraft draft;
};

/// Makes a case of each, all in one change. Errors: those of reportCase, with the thing as their subject; Exists "inbox-decided".
Result<std::vector<CaseId>> acceptFromInbox(District& district, const Actor& actor, std::span<const InboxAcceptance> accepted);
/// Errors: BadInput "inbox-refusal-needs-note"; Exists "inbox-decided"; ReadOnly; Database.
Result<void> refuseFromInbox(District& district, const Actor& actor, std::span<const InboxChoice> refused, const std::string& note);

/// The folder that the district watches: the setting "inbox_folder" (relative to the district's own folder), or <district>.inbox beside the file. It may not
/// exist.
[[nodiscard]] std::filesystem::path inboxFolder(const District& district);

} // namespace gridwarden::core
