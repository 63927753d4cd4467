// SPDX-License-Identifier: GPL-3.0-or-later
// What was decided about things that lay in the inbox folder (收件箱). What is proposed there is a case only when somebody accepts it.
#pragma once

#include "core/store/store.h"

#include <unordered_map>
#include <unordered_set>

namespace gridwarden::core {

enum class InboxDecision { Accepted, Linked, Refused };
[[nodiscard]] std::string_view inboxDecisionKey(InboxDecision decision);

struct InboxItem {
    std::string digest; ///< SHA-256 of what was proposed
    std::string file;   ///< name of the file that it lay in
    std::string place;  ///< in the file: a row or an entry; empty: the file itself
    InboxDecision decision = InboxDecision::Accepted;
    CaseId caseId;      ///< that came of it; null when refused
    std::string note;   ///< why it was refused
    bool operator==(const InboxItem&) const = default;
};

/// By digest. A row with a decision that this version does not know counts as refused: it was decided. Errors: Database.
[[nodiscard]] Result<std::unordered_map<std::string, InboxItem>> loadInboxItems(Connection& connection);
/// The digests alone. Errors: Database.
[[nodiscard]] Result<std::unordered_set<std::string>> loadDecidedDigests(Connection& connection);
[[nodiscard]] Result<bool> isInboxDecided(Connection& connection, const std::string& digest);
/// Errors: Exists "inbox-decided" {file, place}: somebody decided about it before; Database.
Result<void> saveInboxItem(Change& change, const InboxItem& item);

} // namespace gridwarden::core
