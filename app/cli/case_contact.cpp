// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/case_contact.h"

#include "app/cli/secret_prompt.h"
#include "core/personal_data.h"

namespace gridwarden::app {

using namespace core;

Result<ContactReader> ContactReader::open(Desk desk, const Message& what) {
    ContactReader reader;
    reader.m_desk = std::move(desk);
    District& district = *reader.m_desk.district;
    const auto keys = loadSealKeys(district.connection());
    if (!keys)
        return fail(keys);
    if (*keys) {
        const auto passphrase = readSecret("Passphrase: ");
        if (!passphrase)
            return fail(passphrase);
        auto key = openSeal(**keys, *passphrase);
        if (!key)
            return fail(key);
        reader.m_key = std::move(*key);
    }
    if (auto noted = noteAccess(district, reader.m_desk.actor, what); !noted)
        return fail(noted);
    return reader;
}

Result<Contact> ContactReader::read(CaseId id) const {
    const auto stored = loadContact(m_desk.district->connection(), id);
    if (!stored)
        return fail(stored);
    if (!*stored)
        return Contact();
    if (!(*stored)->isSealed())
        return (*stored)->plain;
    if (!m_key)
        return fail(ErrorCode::Refused, {"seal-unreadable", {}});
    return openContact(**stored, *m_key);
}

Json contactDocument(const Contact& contact) {
    return contact.isEmpty() ? Json() : Json{{"reporter", contact.reporter}, {"phone", contact.phone}};
}

Result<Json> contactMark(District& district, CaseId id) {
    const auto stored = loadContact(district.connection(), id);
    if (!stored)
        return fail(stored);
    return *stored ? Json((*stored)->isSealed() ? "sealed" : "withheld") : Json();
}

} // namespace gridwarden::app
