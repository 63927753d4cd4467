// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/certificates.h"

#include "core/base/text.h"

#include <algorithm>

namespace gridwarden::core {

Result<std::vector<Certificate>> loadCertificates(Connection& connection) {
    return connection.rows("SELECT id, person, kind, valid_from, valid_to FROM person_certificate ORDER BY person, "
                           "kind, valid_to IS NULL, valid_to, id",
                           {}, [](const Row& row) {
                               return Certificate{row.id<CertificateId>(0), row.id<PersonId>(1), row.text(2),
                                                  row.optionalDay(3), row.optionalDay(4)};
                           });
}

Result<void> saveCertificates(Change& change, PersonId person, const std::vector<Certificate>& certificates) {
    for (const Certificate& certificate : certificates) {
        if (person.isNull() || trimmed(certificate.kind).empty())
            return fail(ErrorCode::BadInput, {"certificate-incomplete", {}});
        if (certificate.from && certificate.to && *certificate.to < *certificate.from)
            return fail(ErrorCode::BadInput, {"certificate-ends-before-start", {certificate.kind}});
    }
    const auto before = change.connection().rows("SELECT id FROM person_certificate WHERE person = ?", {person},
                                                 [](const Row& row) { return row.id<CertificateId>(0); });
    if (!before)
        return fail(before);
    for (const CertificateId id : *before)
        if (std::none_of(certificates.begin(), certificates.end(),
                         [&](const Certificate& kept) { return kept.id == id; }))
            if (const auto done = change.connection().run("DELETE FROM person_certificate WHERE id = ?", {id}); !done)
                return fail(done);
    for (const Certificate& certificate : certificates) {
        const CertificateId id = certificate.id.isNull() ? change.newId<CertificateId>() : certificate.id;
        const auto done = change.connection().run(
            "INSERT INTO person_certificate(id, person, kind, valid_from, valid_to) VALUES (?1,?2,?3,?4,?5) ON "
            "CONFLICT(id) DO UPDATE SET person = ?2, "
            "kind = ?3, valid_from = ?4, valid_to = ?5",
            {id, person, std::string(trimmed(certificate.kind)), certificate.from, certificate.to});
        if (!done)
            return fail(done);
    }
    return {};
}

} // namespace gridwarden::core
