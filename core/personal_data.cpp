// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/personal_data.h"

#include "core/cases/case_store.h"
#include "core/store/journal_erasure.h"

namespace gridwarden::core {

namespace {

Result<std::int64_t> sealPlainContacts(Connection& connection, const std::string& publicKey) {
    std::int64_t count = 0;
    for (;;) { // in pages, so that a large table needs little memory
        const auto page = connection.rows("SELECT case_id, reporter, phone FROM case_contact WHERE sealed IS NULL LIMIT 1000", {}, [](const Row& row) {
            return StoredContact{row.id<CaseId>(0), {row.text(1), row.text(2)}, {}};
        });
        if (!page)
            return fail(page);
        if (page->empty())
            return count;
        for (const StoredContact& contact : *page) {
            const auto done = connection.run("UPDATE case_contact SET reporter = '', phone = '', sealed = ? WHERE case_id = ?",
                                             {Blob{sealedContact(publicKey, contact.id, contact.plain)}, contact.id});
            if (!done)
                return fail(done);
            ++count;
        }
    }
}

Store::ErasureBody protection(const SealKeys& keys) {
    return [&keys](Change& change) -> Result<Erasure> {
        const auto known = loadSealKeys(change.connection());
        if (!known)
            return fail(known);
        if (*known)
            return fail(ErrorCode::Refused, {"already-protected", {}});
        if (auto saved = saveSealKeys(change, keys); !saved)
            return fail(saved);
        const auto count = sealPlainContacts(change.connection(), keys.publicKey);
        if (!count)
            return fail(count);
        auto entries = entriesWithContacts(change.connection());
        if (!entries)
            return fail(entries);
        return Erasure{{}, std::move(*entries), *count};
    };
}

Store::ErasureBody removal(std::span<const CaseId> cases) {
    return [cases](Change& change) -> Result<Erasure> {
        Erasure erasure;
        std::set<EntryId> entries;
        for (const CaseId id : cases) {
            const auto removed = change.connection().run("DELETE FROM case_contact WHERE case_id = ?", {id});
            if (!removed)
                return fail(removed);
            const auto inJournal = entriesWithContactOf(change.connection(), id);
            if (!inJournal)
                return fail(inJournal);
            entries.insert(inJournal->begin(), inJournal->end());
            erasure.cases.insert(id.value());
            if (*removed > 0 || !inJournal->empty())
                ++erasure.rows;
        }
        erasure.entries.assign(entries.begin(), entries.end());
        return erasure;
    };
}

/// Runs an erasure through the district's or the store's door and keeps what it counted.
template <class Door> Result<ErasureCounts> erase(Door& door, const Message& label, const Actor& actor, const Store::ErasureBody& body) {
    ErasureCounts counts;
    const auto done = door.erase(label, actor, [&](Change& change) {
        auto erasure = body(change);
        if (erasure)
            counts = {erasure->rows, static_cast<std::int64_t>(erasure->entries.size())};
        return erasure;
    });
    if (!done)
        return fail(done);
    return counts;
}

Message protectionLabel(const SealKeys& keys) { return {"protect-personal-data", {keys.fingerprint()}}; }

constexpr const char* RetentionSetting = "retention";

} // namespace

Result<ErasureCounts> protectPersonalData(District& district, const Actor& actor, const SealKeys& keys) {
    return erase(district, protectionLabel(keys), actor, protection(keys));
}

Result<ErasureCounts> protectPersonalData(Store& store, const Actor& actor, const SealKeys& keys) {
    return erase(store, protectionLabel(keys), actor, protection(keys));
}

Result<void> noteAccess(District& district, const Actor& actor, const Message& what) {
    if (auto noted = district.note(what, actor); !noted)
        return fail(noted);
    return {};
}

Result<void> changePassphrase(District& district, const Actor& actor, const WrappedKey& byPassphrase, bool byCode) {
    const auto done = district.note({byCode ? "recover-passphrase" : "change-passphrase", {}}, actor, [&](Change& change) -> Result<void> {
        auto keys = loadSealKeys(change.connection());
        if (!keys)
            return fail(keys);
        if (!*keys)
            return fail(ErrorCode::Refused, {"not-protected", {}});
        (*keys)->byPassphrase = byPassphrase;
        return saveSealKeys(change, **keys);
    });
    if (!done)
        return fail(done);
    return {};
}

RetentionRules retentionRules(const District& district) { return retentionFromText(district.setting(RetentionSetting)); }

Result<void> saveRetentionRules(Change& change, const RetentionRules& rules) { return saveSetting(change, RetentionSetting, retentionText(rules)); }

Result<void> setRetentionRules(District& district, const Actor& actor, const RetentionRules& rules) {
    const auto done = district.change({"edit-retention", {}}, actor, [&](Change& change) { return saveRetentionRules(change, rules); });
    if (!done)
        return fail(done);
    return {};
}

Result<ErasureCounts> eraseContacts(District& district, const Actor& actor, std::span<const CaseId> cases, const Message& label) {
    return erase(district, label, actor, removal(cases));
}

Result<ErasureCounts> eraseContacts(Store& store, const Actor& actor, std::span<const CaseId> cases, const Message& label) {
    return erase(store, label, actor, removal(cases));
}

Result<void> setContact(District& district, const Actor& actor, CaseId id, const Contact& contact) {
    const auto report = loadReport(district.connection(), id);
    if (!report)
        return fail(report);
    if (!*report)
        return fail(ErrorCode::NotFound, {"case-unknown", {std::to_string(id.value())}});
    const auto done = district.change({"edit-contact", {(*report)->number}}, actor, [&](Change& change) { return writeContact(change, id, contact); });
    if (!done)
        return fail(done);
    return {};
}

Result<std::vector<CaseId>> erasedContacts(Connection& connection) {
    return connection.rows("SELECT DISTINCT CAST(t.record AS INTEGER) FROM journal AS j JOIN journal_touch AS t ON t.entry = j.id WHERE j.kind = 8 AND "
                           "t.table_name = 'case_contact'",
                           {}, [](const Row& row) { return row.id<CaseId>(0); });
}

} // namespace gridwarden::core
