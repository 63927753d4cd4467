// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates (证件) of people: of which kind and how long they are good for. Numbers of certificates are not kept.
#pragma once

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/store/store.h"

#include <optional>
#include <string>
#include <vector>

namespace gridwarden::core {

struct Certificate {
    CertificateId id;
    PersonId person;
    std::string kind;        ///< a key of words.json "certificate_kinds", or the bureau's own word
    std::optional<Day> from; ///< first day; none: since ever
    std::optional<Day> to;   ///< last day; none: without end

    bool operator==(const Certificate&) const = default;
    [[nodiscard]] bool isValidOn(Day day) const { return (!from || *from <= day) && (!to || day <= *to); }
};

/// By person, kind and last day, those without end last. Errors: Database.
[[nodiscard]] Result<std::vector<Certificate>> loadCertificates(Connection& connection);
/// Makes these the certificates of a person: those with an id are rewritten, the others added, what is not among them
/// goes. Errors: BadInput "certificate-incomplete", "certificate-ends-before-start" {kind}.
Result<void> saveCertificates(Change& change, PersonId person, const std::vector<Certificate>& certificates);

} // namespace gridwarden::core
