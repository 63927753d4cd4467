// SPDX-License-Identifier: GPL-3.0-or-later
// Contacts of reporters on the command line: left out unless asked for, and then the journal says so first.
#pragma once

#include "app/cli/desk.h"
#include "app/cli/output.h"
#include "core/cases/contact.h"

namespace gridwarden::app {

/// A district open for writing whose contacts may be read.
class ContactReader {
  public:
    /// Asks for the passphrase where contacts are sealed and writes `what` into the journal.
    /// Errors: those of readSecret and openSeal; ReadOnly; Database.
    [[nodiscard]] static core::Result<ContactReader> open(Desk desk, const core::Message& what);
    /// Empty when there is none. Errors: Refused "seal-unreadable".
    [[nodiscard]] core::Result<core::Contact> read(core::CaseId id) const;

  private:
    Desk m_desk;
    std::optional<core::UnsealKey> m_key;
};

[[nodiscard]] Json contactDocument(const core::Contact& contact); ///< null when empty
/// What stands in place of a contact that is not shown: null when there is none, else "sealed" or "withheld".
[[nodiscard]] core::Result<Json> contactMark(core::District& district, core::CaseId id);

} // namespace gridwarden::app
