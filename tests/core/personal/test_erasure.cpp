// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing one person's data: from the table, the journal, the unused bytes of the file and the backups.
#include "tests/core/personal/protected_district.h"

using namespace gridwarden;
using namespace gridwarden::core;
using namespace gridwarden::test;

TEST_CASE("an erased contact is gone from file, journal and backups; the case and the others stay", "[core][personal]") {
    const bool isProtected = GENERATE(false, true);
    SmallDistrict small;
    const NewSeal seal = quickSeal();
    if (isProtected)
        REQUIRE(protectPersonalData(*small.district, small.actor, seal.keys));
    const CaseId gone = reportWith(small, contactNumber(1));
    const CaseId kept = reportWith(small, contactNumber(2));
    REQUIRE(setContact(*small.district, small.actor, gone, contactNumber(3))); // an older one is in the journal only
    const std::string box = loadContact(small.district->connection(), gone).value()->sealed;
    const auto backup = small.folder / "backup.gpkg";
    REQUIRE(small.district->store().backup(backup, false));

    const auto counts = eraseContacts(*small.district, small.actor, std::vector{gone}, {"erase-contact", {"1"}});
    REQUIRE(counts);
    CHECK(counts->contacts == 1);
    CHECK(counts->entries == 2);
    REQUIRE(small.district->store().scrub());
    const auto inBackups = eraseFromBackups(small.district->store(), small.actor, {backup});
    REQUIRE(inBackups);
    CHECK(inBackups->rewritten == 1);
    CHECK(eraseFromBackups(small.district->store(), small.actor, {backup})->rewritten == 0); // nothing left to do

    for (const auto& file : {small.district->path(), backup}) {
        CHECK_FALSE(occursIn(file, contactNumber(1)));
        CHECK_FALSE(occursIn(file, contactNumber(3)));
        if (isProtected)
            CHECK(readFile(file)->find(box) == std::string::npos);
        else
            CHECK(occursIn(file, contactNumber(2)));
    }
    CHECK_FALSE(loadContact(small.district->connection(), gone).value());
    CHECK(loadContact(small.district->connection(), kept).value());
    CHECK(loadReport(small.district->connection(), gone).value());
    CHECK(erasedContacts(small.district->connection()).value() == std::vector{gone});
    requireWholeChain(*small.district);
    CHECK(small.district->undo(small.actor).error().what.key == "nothing-to-undo");
    CHECK(small.district->store().journal(1)->front().kind == EntryKind::Erasure);
    small.district.reset();
    requireWholeChain(*District::open(backup, OpenMode::ReadOnly).value());
}

TEST_CASE("redo never jumps over an undo whose content was erased", "[core][personal]") {
    SmallDistrict small;
    const CaseId first = reportWith(small, contactNumber(1));
    small.report(GeoPoint{120.645, 28.005});
    REQUIRE(small.district->undo(small.actor)); // the second report
    REQUIRE(small.district->undo(small.actor)); // the first, with its contact: the next to redo
    REQUIRE(eraseContacts(*small.district, small.actor, std::vector{first}, {"erase-contact", {"1"}}));
    CHECK(small.district->redo(small.actor).error().what.key == "nothing-to-redo");
    requireWholeChain(*small.district);
}

TEST_CASE("a changed passphrase reaches the backups; one that cannot be rewritten is removed", "[core][personal]") {
    SmallDistrict small;
    const NewSeal seal = quickSeal();
    reportWith(small, contactNumber(1));
    const auto plain = small.folder / "plain.gpkg";
    REQUIRE(small.district->store().backup(plain, false));
    REQUIRE(protectPersonalData(*small.district, small.actor, seal.keys));
    const auto sealedBackup = small.folder / "sealed.gpkg";
    REQUIRE(small.district->store().backup(sealedBackup, false));
    const auto damaged = small.folder / "damaged.gpkg";
    std::filesystem::copy_file(plain, damaged);
    std::filesystem::resize_file(damaged, 1 << 14);

    const auto key = openSeal(seal.keys, secret("正确的口令八个字"));
    REQUIRE(key);
    REQUIRE(changePassphrase(*small.district, small.actor, key->wrapped(secret("eine neue Losung"), KeyEffort::least()).value(), false));
    const auto done = eraseFromBackups(small.district->store(), small.actor, {plain, sealedBackup, damaged});
    REQUIRE(done);
    for (const Error& problem : done->problems)
        UNSCOPED_INFO(problem.what.key << " " << problem.detail);
    CHECK(done->rewritten == 2);
    CHECK(done->removed == std::vector{damaged});
    CHECK_FALSE(std::filesystem::exists(damaged));
    for (const auto& file : {plain, sealedBackup}) {
        auto backup = Store::open(file, OpenMode::ReadOnly);
        REQUIRE(backup);
        const auto keys = loadSealKeys((*backup)->connection()).value();
        REQUIRE(keys);
        CHECK(openSeal(*keys, secret("eine neue Losung")));
        CHECK_FALSE(openSeal(*keys, secret("正确的口令八个字")));
        CHECK_FALSE(occursIn(file, contactNumber(1)));
    }
}
