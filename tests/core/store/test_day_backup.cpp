// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/day_backup.h"
#include "tests/support/small_district.h"

#include <fstream>

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

Moment at(const char* text) { return parseMoment(text, TimeZone()).value(); }
TimeZone zone(const char* name) { return TimeZone::find(name).value(); }

/// As if nothing had been done since some days ago. The chain of the journal is not what these tests look at.
void age(SmallDistrict& small, int days) {
    REQUIRE(small.district->connection().run("UPDATE journal SET at = at - ?", {days * 86400}));
}

std::unique_ptr<District> reopened(SmallDistrict& small) {
    const auto path = small.district->path();
    small.district.reset();
    auto district = District::open(path, OpenMode::ReadWrite);
    REQUIRE(district);
    return std::move(*district);
}

} // namespace

TEST_CASE("a day begins with the first change on another local day", "[core][backup]") {
    struct Case {
        const char* last;
        const char* now;
        const char* zoneName;
        bool begins;
    };
    const auto example = GENERATE(values<Case>({
        {"2026-11-20T17:05:00+08:00", "2026-11-20T23:59:59+08:00", "Asia/Shanghai", false},
        {"2026-11-20T23:59:59+08:00", "2026-11-21T00:00:00+08:00", "Asia/Shanghai", true},
        {"2026-11-20T23:59:59Z", "2026-11-21T00:00:00Z", "Asia/Shanghai", false},   // 7:59 and 8:00 of one morning
        {"2026-11-20T15:59:00Z", "2026-11-20T16:00:00Z", "Asia/Shanghai", true},    // midnight there
        {"2026-11-20T16:30:00Z", "2026-11-21T15:30:00Z", "Asia/Shanghai", false},   // nearly a day, and the same one
        {"2026-11-20T17:00:00Z", "2026-11-20T18:00:00Z", "Asia/Urumqi", true},      // two hours behind Shanghai
        {"2026-03-29T00:30:00+01:00", "2026-03-29T23:30:00+02:00", "Europe/Berlin", false}, // a day of 23 hours
        {"2026-10-25T00:30:00+02:00", "2026-10-25T23:30:00+01:00", "Europe/Berlin", false}, // a day of 25 hours
        {"2026-10-25T23:30:00+01:00", "2026-10-26T00:30:00+01:00", "Europe/Berlin", true},
        {"2026-11-21T09:00:00+08:00", "2026-11-19T09:00:00+08:00", "Asia/Shanghai", true},  // the clock was set back
        {"2026-11-21T09:00:00+08:00", "2026-11-21T08:00:00+08:00", "Asia/Shanghai", false}, // by an hour only
    }));
    INFO(example.last << " " << example.now << " " << example.zoneName);
    CHECK(beginsDay(at(example.last), at(example.now), zone(example.zoneName)) == example.begins);
    CHECK_FALSE(beginsDay({}, at(example.now), zone(example.zoneName)));
}

TEST_CASE("the first change of a day is preceded by a backup of what was before", "[core][backup]") {
    SmallDistrict small;
    small.report(GeoPoint{120.645, 28.005});
    CHECK(small.district->backups().files()->empty()); // everything so far is of today
    age(small, 3);
    small.district = reopened(small);
    const std::string before = small.district->store().journal(1)->front().hash;
    std::vector<Result<BackupEntry>> told;
    small.district->setBackupObserver([&](const auto& made) { told.push_back(made); });
    small.report(GeoPoint{120.646, 28.006});
    const auto files = small.district->backups().files();
    REQUIRE(files->size() == 1);
    CHECK(files->front().reason == BackupReason::NewDay);
    const auto entry = BackupShelf::examine(files->front(), BackupShelf::Depth::Thorough);
    REQUIRE(entry.isGood());
    CHECK(entry.summary->cases == 1);
    CHECK(entry.summary->head == before);
    REQUIRE(told.size() == 1);
    CHECK(told.front().has_value());

    small.report(GeoPoint{120.646, 28.006});
    REQUIRE(small.district->undo(small.actor));
    CHECK(small.district->backups().files()->size() == 1);
    small.district = reopened(small);
    small.report(GeoPoint{120.646, 28.006});
    CHECK(small.district->backups().files()->size() == 1); // once a day, whoever asks
}

TEST_CASE("opening and reading make no backup", "[core][backup]") {
    SmallDistrict small;
    age(small, 3);
    small.district = reopened(small);
    CHECK(small.district->isDayBackupDue().value());
    CHECK(small.district->facts());
    small.district.reset();
    auto reader = District::open(small.folder / "small.gpkg", OpenMode::ReadOnly);
    REQUIRE(reader);
    (*reader)->keepDay();
    CHECK((*reader)->backups().files()->empty());
}

TEST_CASE("what is on the shelf already is not copied again", "[core][backup]") {
    SmallDistrict small;
    age(small, 3);
    small.district = reopened(small);
    REQUIRE(small.district->backups().make(BackupReason::Asked));
    SECTION("and good") { CHECK_FALSE(small.district->isDayBackupDue().value()); }
    SECTION("but damaged") {
        const auto file = small.district->backups().files()->front();
        std::filesystem::resize_file(file.path, file.bytes / 2);
        CHECK(small.district->isDayBackupDue().value());
    }
}

TEST_CASE("a failed backup is told and does not keep anybody from working", "[core][backup]") {
    SmallDistrict small;
    age(small, 3);
    std::ofstream(small.folder / "small.backups") << "in the way";
    small.district = reopened(small);
    small.report(GeoPoint{120.646, 28.006});
    small.report(GeoPoint{120.646, 28.006});
    CHECK(small.district->connection().integer("SELECT count(*) FROM case_report").value() == 2);
    std::vector<Result<BackupEntry>> told;
    small.district->setBackupObserver([&](const auto& made) { told.push_back(made); });
    REQUIRE(told.size() == 1); // kept until somebody listens, tried once
    REQUIRE_FALSE(told.front());
    CHECK(told.front().error().what.key == "backup-folder-failed");
}

TEST_CASE("the settings say how many backups are kept", "[core][backup]") {
    SmallDistrict small;
    REQUIRE(small.district->change({"test", {}}, small.actor, [](Change& change) { return saveSetting(change, "backup_count", "2"); }));
    for (int i = 0; i < 4; ++i)
        REQUIRE(small.district->backups().make(BackupReason::Asked));
    CHECK(small.district->backups().files()->size() == 2);
}
