// SPDX-License-Identifier: GPL-3.0-or-later
// Contacts before and after protection: who can read them, and that no plain byte stays anywhere.
#include "tests/core/personal/protected_district.h"

#include <cstdlib>
#include <random>

using namespace gridwarden;
using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {
/// How many random stories; more with GRIDWARDEN_LONG_TESTS.
int seeds() { return std::getenv("GRIDWARDEN_LONG_TESTS") != nullptr ? 40 : 2; }
} // namespace

TEST_CASE("a contact is plain at first and sealed once the district is protected", "[core][personal]") {
    SmallDistrict small;
    const CaseId before = reportWith(small, contactNumber(1));
    CHECK(plainContact(small, before) == contactNumber(1));
    CHECK(occursIn(small.district->path(), contactNumber(1)));

    const NewSeal seal = quickSeal();
    const auto counts = protectPersonalData(*small.district, small.actor, seal.keys);
    REQUIRE(counts);
    CHECK(counts->contacts == 1);
    CHECK(counts->entries == 1);
    CHECK(small.district->store().needsScrub().value());
    REQUIRE(small.district->store().scrub());
    CHECK_FALSE(small.district->store().needsScrub().value());
    CHECK_FALSE(occursIn(small.district->path(), contactNumber(1)));

    const CaseId after = reportWith(small, contactNumber(2)); // no passphrase needed to enter one
    CHECK_FALSE(occursIn(small.district->path(), contactNumber(2)));
    const auto key = openSeal(seal.keys, secret("正确的口令八个字"));
    REQUIRE(key);
    for (const auto& [id, number] : {std::pair(before, 1), std::pair(after, 2)}) {
        const auto stored = loadContact(small.district->connection(), id);
        REQUIRE((stored && *stored));
        CHECK((*stored)->isSealed());
        CHECK((*stored)->plain.isEmpty());
        CHECK(openContact(**stored, *key).value() == contactNumber(number));
    }
    // A sealed contact belongs to its case.
    auto moved = loadContact(small.district->connection(), before).value().value();
    moved.id = after;
    CHECK(openContact(moved, *key).error().what.key == "seal-unreadable");

    CHECK(protectPersonalData(*small.district, small.actor, seal.keys).error().what.key == "already-protected");
    requireWholeChain(*small.district);
    CHECK(small.district->store().journal(10)->at(1).label.key == "protect-personal-data");
}

TEST_CASE("undo goes back to the protection and no further than what it erased", "[core][personal]") {
    SmallDistrict small;
    reportWith(small, contactNumber(1));
    const CaseId harmless = small.report(GeoPoint{120.645, 28.005});
    const NewSeal seal = quickSeal();
    REQUIRE(protectPersonalData(*small.district, small.actor, seal.keys));
    const CaseId after = reportWith(small, contactNumber(2));

    REQUIRE(small.district->undo(small.actor)); // the report after
    CHECK_FALSE(loadContact(small.district->connection(), after).value());
    REQUIRE(small.district->redo(small.actor));
    CHECK(loadContact(small.district->connection(), after).value()->isSealed());
    REQUIRE(small.district->undo(small.actor));
    REQUIRE(small.district->undo(small.actor)); // the report without a contact
    CHECK_FALSE(loadReport(small.district->connection(), harmless).value());
    CHECK(small.district->undo(small.actor).error().what.key == "nothing-to-undo"); // its changeset is gone
    requireWholeChain(*small.district);
    REQUIRE(small.district->redo(small.actor));
    REQUIRE(small.district->redo(small.actor));
    CHECK(loadContact(small.district->connection(), after).value()->isSealed());
}

TEST_CASE("a changeset that vanished without an erasure shows", "[core][personal]") {
    SmallDistrict small;
    reportWith(small, contactNumber(1));
    const CaseId other = small.report(GeoPoint{120.645, 28.005});
    REQUIRE(eraseContacts(*small.district, small.actor, std::vector{other}, {"erase-contacts", {"0"}}));
    requireWholeChain(*small.district);
    Connection& db = small.district->connection();
    const auto sequence = db.text("SELECT sequence FROM journal WHERE kind = 1 ORDER BY sequence DESC LIMIT 1").value();
    REQUIRE(db.script("UPDATE journal SET changeset = NULL WHERE sequence = " + sequence));
    CHECK(small.district->store().verifyJournal().value() == std::vector<Message>{{"journal-changeset-missing", {sequence}}});
    // Naming it in an erasure afterwards changes what that erasure hashed.
    REQUIRE(db.script("INSERT INTO journal_touch SELECT (SELECT id FROM journal WHERE kind = 8), 'journal', id FROM journal WHERE sequence = " + sequence));
    const auto faults = small.district->store().verifyJournal().value();
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].key == "journal-erasure-altered");
}

TEST_CASE("looking at contacts and a new passphrase stand in the journal and are never undone", "[core][personal]") {
    SmallDistrict small;
    NewSeal seal = quickSeal();
    REQUIRE(protectPersonalData(*small.district, small.actor, seal.keys));
    REQUIRE(noteAccess(*small.district, small.actor, {"unseal-personal-data", {}}));
    const JournalEntry entry = small.district->store().journal(1)->front();
    CHECK(entry.kind == EntryKind::Note);
    CHECK(entry.label.key == "unseal-personal-data");
    CHECK(entry.actor.name == "tester");
    CHECK_FALSE(entry.undoable);

    const auto key = openSealByCode(seal.keys, seal.recoveryCode.view());
    REQUIRE(key);
    REQUIRE(changePassphrase(*small.district, small.actor, key->wrapped(secret("eine neue Losung"), KeyEffort::least()).value(), true));
    CHECK(small.district->store().journal(1)->front().label.key == "recover-passphrase");
    while (small.district->undo(small.actor)) {
    }
    const auto keys = loadSealKeys(small.district->connection()).value();
    REQUIRE(keys);
    CHECK_FALSE(openSeal(*keys, secret("正确的口令八个字")));
    CHECK(openSeal(*keys, secret("eine neue Losung")));
    CHECK(openSealByCode(*keys, seal.recoveryCode.view()));
    requireWholeChain(*small.district);
}

TEST_CASE("no view for other programs shows contacts", "[core][personal]") {
    SmallDistrict small;
    reportWith(small, contactNumber(1));
    Connection& db = small.district->connection();
    const auto firstText = [](const Row& row) { return row.text(0); };
    const auto views = db.rows("SELECT name FROM sqlite_master WHERE type = 'view'", {}, firstText).value();
    CHECK(views.size() >= 4);
    for (const std::string& view : views) {
        const auto columns = db.rows("SELECT name FROM pragma_table_info('" + view + "')", {}, firstText).value();
        for (const std::string& column : columns)
            CHECK(db.integer("SELECT count(*) FROM " + view + " WHERE instr(\"" + column + "\", ?) OR instr(\"" + column + "\", ?)",
                             {contactNumber(1).reporter, contactNumber(1).phone})
                      .value() == 0);
    }
}

TEST_CASE("after protection no plain name or number is in any byte of file, journal and backups", "[core][personal][property]") {
    const unsigned seed = static_cast<unsigned>(GENERATE(range(1, 1 + seeds())));
    std::mt19937 random(seed);
    const auto pick = [&](int count) { return std::uniform_int_distribution<int>(0, count - 1)(random); };
    SmallDistrict small;
    std::vector<std::filesystem::path> backups;
    std::vector<CaseId> cases;
    int contacts = 0;
    const auto act = [&] {
        switch (pick(6)) {
        case 0:
        case 1:
            cases.push_back(reportWith(small, contactNumber(++contacts)));
            break;
        case 2:
            if (!cases.empty())
                (void)setContact(*small.district, small.actor, cases[static_cast<std::size_t>(pick(static_cast<int>(cases.size())))],
                                 pick(3) == 0 ? Contact() : contactNumber(++contacts));
            break;
        case 3:
            (void)small.district->undo(small.actor);
            break;
        case 4:
            (void)small.district->redo(small.actor);
            break;
        default: {
            ImportRecord record{"cases.csv", "", 1};
            const auto done = small.district->importBatch({"import-cases", {"cases.csv"}}, small.actor, record, [&](Change& change) -> Result<void> {
                std::vector<ImportedCase> imported(5);
                for (ImportedCase& one : imported) {
                    one.reported = now();
                    one.category = small.category("09006");
                    one.contact = contactNumber(++contacts);
                }
                const auto counts = writeImportedCases(*small.district, change, imported, OnDuplicate::Reject);
                return counts ? Result<void>() : fail(counts);
            });
            REQUIRE(done);
        }
        }
        if (pick(8) == 0) {
            backups.push_back(small.folder / ("backup" + std::to_string(backups.size()) + ".gpkg"));
            REQUIRE(small.district->store().backup(backups.back(), false));
        }
    };
    for (int i = 0; i < 25; ++i)
        act();
    backups.push_back(small.folder / "last.gpkg");
    REQUIRE(small.district->store().backup(backups.back(), false));
    REQUIRE(contacts > 5);
    const NewSeal seal = quickSeal();
    REQUIRE(protectPersonalData(*small.district, small.actor, seal.keys));
    REQUIRE(small.district->store().scrub());
    for (int i = 0; i < 10; ++i)
        act();
    const auto erased = eraseFromBackups(small.district->store(), small.actor, backups);
    REQUIRE(erased);
    CHECK(erased->problems.empty());
    CHECK(erased->removed.empty());
    backups.push_back(small.district->path());
    for (const auto& file : backups)
        for (int i = 1; i <= contacts; ++i) {
            INFO("contact " << i << " of seed " << seed << " in " << file);
            REQUIRE_FALSE(occursIn(file, contactNumber(i)));
        }
    requireWholeChain(*small.district);
    // Every backup still opens as a district with a whole chain, and its contacts are readable with the same passphrase.
    const auto key = openSeal(seal.keys, secret("正确的口令八个字"));
    REQUIRE(key);
    small.district.reset();
    for (const auto& file : backups) {
        const auto opened = District::open(file, OpenMode::ReadOnly);
        REQUIRE(opened);
        requireSound(**opened);
        for (const CaseId id : cases)
            if (const auto stored = loadContact((*opened)->connection(), id).value()) {
                CHECK(stored->isSealed());
                CHECK(openContact(*stored, *key));
            }
    }
}
