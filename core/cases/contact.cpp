// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/contact.h"

#include <nlohmann/json.hpp>

namespace gridwarden::core {

Result<ContactWriter> ContactWriter::open(Connection& connection) {
    const auto keys = loadSealKeys(connection);
    if (!keys)
        return fail(keys);
    ContactWriter writer;
    if (*keys)
        writer.m_publicKey = (*keys)->publicKey;
    return writer;
}

Result<void> ContactWriter::write(Change& change, CaseId id, const Contact& contact) const {
    Connection& connection = change.connection();
    Result<int> done;
    if (contact.isEmpty())
        done = connection.run("DELETE FROM case_contact WHERE case_id = ?", {id});
    else if (m_publicKey.empty())
        done = connection.run("INSERT INTO case_contact(case_id, reporter, phone, sealed) VALUES (?1,?2,?3,NULL) ON CONFLICT(case_id) DO UPDATE SET "
                              "reporter = ?2, phone = ?3, sealed = NULL",
                              {id, contact.reporter, contact.phone});
    else
        done = connection.run("INSERT INTO case_contact(case_id, sealed) VALUES (?1,?2) ON CONFLICT(case_id) DO UPDATE SET reporter = '', phone = '', "
                              "sealed = ?2",
                              {id, Blob{sealedContact(m_publicKey, id, contact)}});
    if (!done)
        return fail(done);
    return {};
}

Result<void> writeContact(Change& change, CaseId id, const Contact& contact) {
    const auto writer = ContactWriter::open(change.connection());
    if (!writer)
        return fail(writer);
    return writer->write(change, id, contact);
}

Result<std::optional<StoredContact>> loadContact(Connection& connection, CaseId id) {
    return connection.first("SELECT case_id, reporter, phone, sealed FROM case_contact WHERE case_id = ?", {id}, [](const Row& row) {
        return StoredContact{row.id<CaseId>(0), {row.text(1), row.text(2)}, row.isNull(3) ? std::string() : row.blob(3)};
    });
}

Result<Contact> openContact(const StoredContact& stored, const UnsealKey& key) {
    if (!stored.isSealed())
        return stored.plain;
    auto text = key.unseal(stored.sealed);
    if (!text)
        return fail(text);
    const auto document = nlohmann::json::parse(*text, nullptr, false);
    wipe(*text);
    if (!document.is_array() || document.size() != 3 || document[0] != stored.id.value() || !document[1].is_string() || !document[2].is_string())
        return fail(ErrorCode::Refused, {"seal-unreadable", {}});
    return Contact{document[1].get<std::string>(), document[2].get<std::string>()};
}

std::string sealedContact(std::string_view publicKey, CaseId id, const Contact& contact) {
    // The case is part of the text, so that a sealed contact cannot be moved to another one.
    std::string text = nlohmann::json::array({id.value(), contact.reporter, contact.phone}).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    std::string box = sealed(publicKey, text);
    wipe(text);
    return box;
}

} // namespace gridwarden::core
