// SPDX-License-Identifier: GPL-3.0-or-later
// Who reported a case and how to reach them: personal data, in a table of their own. Plain until the district protects them,
// sealed from then on: anybody can enter a contact, reading one needs the open key.
#pragma once

#include "core/store/seal_store.h"

namespace gridwarden::core {

struct Contact {
    std::string reporter;
    std::string phone;
    [[nodiscard]] bool isEmpty() const { return reporter.empty() && phone.empty(); }
    bool operator==(const Contact&) const = default;
};

/// A contact as it lies in the file.
struct StoredContact {
    CaseId id;
    Contact plain;      ///< empty when sealed
    std::string sealed; ///< empty when plain
    [[nodiscard]] bool isSealed() const { return !sealed.empty(); }
};

/// Writes many contacts; knows whether they are to be sealed.
class ContactWriter {
  public:
    [[nodiscard]] static Result<ContactWriter> open(Connection& connection);
    /// Replaces what is there; an empty contact removes it.
    Result<void> write(Change& change, CaseId id, const Contact& contact) const;

  private:
    std::string m_publicKey; // empty: not protected
};
Result<void> writeContact(Change& change, CaseId id, const Contact& contact);

/// None when nothing is known about the reporter.
[[nodiscard]] Result<std::optional<StoredContact>> loadContact(Connection& connection, CaseId id);
/// Errors: Refused "seal-unreadable"; also for a sealed text that belongs to another case.
[[nodiscard]] Result<Contact> openContact(const StoredContact& stored, const UnsealKey& key);
[[nodiscard]] std::string sealedContact(std::string_view publicKey, CaseId id, const Contact& contact);

} // namespace gridwarden::core
