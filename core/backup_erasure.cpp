// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup_erasure.h"

#include "core/store/backup_shelf.h"
#include "core/store/interruption.h"
#include "core/store/journal_erasure.h"
#include "core/store/schema.h"

namespace gridwarden::core {

namespace fs = std::filesystem;

namespace {

/// What must hold in every backup.
struct Rule {
    std::optional<SealKeys> keys;
    std::vector<CaseId> erased;
};

/// What a backup lacks.
struct Lacking {
    bool protection = false;
    bool passphrase = false; ///< it opens with an older one
    bool scrub = false;
    std::vector<CaseId> erasures;
    [[nodiscard]] bool nothing() const { return !protection && !passphrase && !scrub && erasures.empty(); }
};

bool isSame(const WrappedKey& a, const WrappedKey& b) { return a.salt == b.salt && a.box == b.box; }

Result<Lacking> compare(Store& backup, const Rule& rule) {
    Connection& connection = backup.connection();
    Lacking lacking;
    const auto keys = loadSealKeys(connection);
    if (!keys)
        return fail(keys);
    if (rule.keys) {
        lacking.protection = !*keys;
        lacking.passphrase = *keys && !isSame((*keys)->byPassphrase, rule.keys->byPassphrase);
    }
    for (const CaseId id : rule.erased) {
        const auto stored = loadContact(connection, id);
        if (!stored)
            return fail(stored);
        const auto entries = entriesWithContactOf(connection, id);
        if (!entries)
            return fail(entries);
        if (*stored || !entries->empty())
            lacking.erasures.push_back(id);
    }
    const auto scrub = backup.needsScrub();
    if (!scrub)
        return fail(scrub);
    lacking.scrub = *scrub;
    return lacking;
}

Result<void> rewrite(Store& backup, const Actor& actor, const Rule& rule, const Lacking& lacking, const GoesOn& goesOn) {
    if (lacking.protection)
        if (auto done = protectPersonalData(backup, actor, *rule.keys); !done)
            return fail(done);
    if (lacking.passphrase)
        if (auto done = backup.note({"change-passphrase", {}}, actor, [&](Change& change) { return saveSealKeys(change, *rule.keys); }); !done)
            return fail(done);
    if (!lacking.erasures.empty())
        if (auto done = eraseContacts(backup, actor, lacking.erasures, {"erase-contacts", {std::to_string(lacking.erasures.size())}}); !done)
            return fail(done);
    if (lacking.protection || lacking.scrub || !lacking.erasures.empty() || lacking.passphrase) {
        const Interruption interruption(backup.connection(), goesOn);
        return backup.scrub();
    }
    return {};
}

/// True when it was rewritten. Errors: what stood in the way.
Result<bool> bringInLine(const fs::path& file, const Actor& actor, const Rule& rule, const GoesOn& goesOn) {
    {
        auto backup = Store::open(file, OpenMode::ReadOnly);
        if (!backup)
            return fail(backup);
        const auto lacking = compare(**backup, rule);
        if (!lacking)
            return fail(lacking);
        if (lacking->nothing())
            return false;
    }
    // One of an older schema is brought to the current one first: what it holds is worth more than its form.
    auto backup = Store::open(file, OpenMode::ReadWrite, /*forMigration=*/true);
    if (!backup)
        return fail(backup);
    if ((*backup)->schema() < CurrentSchema)
        if (auto migrated = (*backup)->migrate(actor); !migrated)
            return fail(migrated);
    const auto lacking = compare(**backup, rule);
    if (!lacking)
        return fail(lacking);
    if (auto done = rewrite(**backup, actor, rule, *lacking, goesOn); !done)
        return fail(done);
    return true;
}

} // namespace

Result<BackupErasure> eraseFromBackups(Store& store, const Actor& actor, const std::vector<fs::path>& backups, const GoesOn& goesOn) {
    Rule rule;
    auto keys = loadSealKeys(store.connection());
    if (!keys)
        return fail(keys);
    rule.keys = std::move(*keys);
    auto erased = erasedContacts(store.connection());
    if (!erased)
        return fail(erased);
    rule.erased = std::move(*erased);
    BackupErasure result;
    if (!rule.keys && rule.erased.empty())
        return result;
    for (const fs::path& file : backups) {
        if (goesOn && !goesOn())
            return fail(ErrorCode::Cancelled, {"cancelled", {}});
        const auto done = bringInLine(file, actor, rule, goesOn);
        if (!done && done.error().code == ErrorCode::Cancelled)
            return fail(done);
        if (done) {
            result.rewritten += *done ? 1 : 0;
            continue;
        }
        // A damaged one cannot be rewritten and must not stay. Anything else is tried again next time.
        std::error_code problem;
        const ErrorCode code = done.error().code;
        if ((code == ErrorCode::NotDistrict || code == ErrorCode::Damaged) && fs::remove(file, problem))
            result.removed.push_back(file);
        else
            result.problems.push_back(done.error());
    }
    return result;
}

Result<BackupErasure> finishErasure(Store& store, const Actor& actor, const TimeZone& zone, const GoesOn& goesOn) {
    {
        const Interruption interruption(store.connection(), goesOn);
        if (auto scrubbed = store.scrub(); !scrubbed)
            return fail(scrubbed);
    }
    const auto files = BackupShelf(store.path(), zone).files();
    if (!files)
        return fail(files);
    std::vector<fs::path> paths;
    for (const BackupFile& file : *files)
        paths.push_back(file.path);
    return eraseFromBackups(store, actor, paths, goesOn);
}

} // namespace gridwarden::core
