// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/inbox_item.h"

#include <algorithm>
#include <array>

namespace gridwarden::core {

namespace {

constexpr std::array<std::string_view, 3> Keys = {"accepted", "linked", "refused"};

InboxDecision decisionFromKey(std::string_view key) {
    const auto found = std::find(Keys.begin(), Keys.end(), key);
    return found == Keys.end() ? InboxDecision::Refused : static_cast<InboxDecision>(found - Keys.begin());
}

} // namespace

std::string_view inboxDecisionKey(InboxDecision decision) {
    return Keys[static_cast<std::size_t>(decision)];
}

Result<std::unordered_map<std::string, InboxItem>> loadInboxItems(Connection& connection) {
    std::unordered_map<std::string, InboxItem> items;
    const auto read = connection.each("SELECT digest, file, place, decision, case_id, note FROM inbox_item", {}, [&](const Row& row) {
        items.emplace(row.text(0), InboxItem{row.text(0), row.text(1), row.text(2), decisionFromKey(row.text(3)), row.id<CaseId>(4), row.text(5)});
        return true;
    });
    if (!read)
        return fail(read);
    return items;
}

Result<std::unordered_set<std::string>> loadDecidedDigests(Connection& connection) {
    std::unordered_set<std::string> digests;
    const auto read = connection.each("SELECT digest FROM inbox_item", {}, [&](const Row& row) {
        digests.insert(row.text(0));
        return true;
    });
    if (!read)
        return fail(read);
    return digests;
}

Result<bool> isInboxDecided(Connection& connection, const std::string& digest) {
    bool isDecided = false;
    const auto read = connection.each("SELECT 1 FROM inbox_item WHERE digest = ?", {digest}, [&](const Row&) {
        isDecided = true;
        return false;
    });
    if (!read)
        return fail(read);
    return isDecided;
}

Result<void> saveInboxItem(Change& change, const InboxItem& item) {
    const auto isDecided = isInboxDecided(change.connection(), item.digest);
    if (!isDecided)
        return fail(isDecided);
    if (*isDecided)
        return fail(ErrorCode::Exists, {"inbox-decided", {item.file, item.place}}, item.file);
    const auto done = change.connection().run("INSERT INTO inbox_item(digest, file, place, decision, case_id, note) VALUES (?, ?, ?, ?, ?, ?)",
                                              {item.digest, item.file, item.place, inboxDecisionKey(item.decision), item.caseId, item.note});
    if (!done)
        return fail(done);
    return {};
}

} // namespace gridwarden::core
