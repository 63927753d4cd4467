// SPDX-License-Identifier: GPL-3.0-or-later
// What people do about personal data: protect them, look at them, erase them. All of it stands in the journal.
#pragma once

#include "core/cases/contact.h"
#include "core/cases/retention.h"
#include "core/district.h"

#include <span>

namespace gridwarden::core {

struct ErasureCounts {
    std::int64_t contacts = 0;
    std::int64_t entries = 0; ///< journal entries whose content went
};

/// Seals all contacts and removes their plain text from the journal; undo goes back no further than to the last entry that held one.
/// Follow with Store::scrub and eraseFromBackups. Errors: Refused "already-protected"; ReadOnly; Database.
Result<ErasureCounts> protectPersonalData(District& district, const Actor& actor, const SealKeys& keys);
/// The same for a file that is open without its registers: a backup.
Result<ErasureCounts> protectPersonalData(Store& store, const Actor& actor, const SealKeys& keys);

/// To be written before anything is shown. `what`: "unseal-personal-data", "show-contact" {number}, "export-contacts" {count}.
Result<void> noteAccess(District& district, const Actor& actor, const Message& what);

/// Puts the private key under a new passphrase. `byCode`: the old one was not known. The recovery code stays as it is.
Result<void> changePassphrase(District& district, const Actor& actor, const WrappedKey& byPassphrase, bool byCode);

/// The bureau's rules on how long contacts are kept.
[[nodiscard]] RetentionRules retentionRules(const District& district);
Result<void> saveRetentionRules(Change& change, const RetentionRules& rules);
Result<void> setRetentionRules(District& district, const Actor& actor, const RetentionRules& rules);

/// Removes the contacts of cases, in the table and in the journal. Not undone. Follow as protectPersonalData.
Result<ErasureCounts> eraseContacts(District& district, const Actor& actor, std::span<const CaseId> cases, const Message& label);
Result<ErasureCounts> eraseContacts(Store& store, const Actor& actor, std::span<const CaseId> cases, const Message& label);
/// Replaces the contact of a case. Errors: ReadOnly; Database.
Result<void> setContact(District& district, const Actor& actor, CaseId id, const Contact& contact);

/// Cases whose contacts were erased, by the journal.
[[nodiscard]] Result<std::vector<CaseId>> erasedContacts(Connection& connection);

} // namespace gridwarden::core
