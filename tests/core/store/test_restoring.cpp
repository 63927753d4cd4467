// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/restoring.h"
#include "tests/support/small_district.h"

#include <fstream>

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace fs = std::filesystem;

namespace {

std::string bytesOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A district with a case, a backup of it, and a second case since.
struct OneStepOn {
    SmallDistrict small;
    fs::path path = small.district->path();
    BackupEntry backup;
    std::string headBefore, headNow;
    OneStepOn() {
        small.report(GeoPoint{120.645, 28.005});
        headBefore = small.district->store().journal(1)->front().hash;
        backup = small.district->backups().make(BackupReason::Asked).value();
        small.report(GeoPoint{120.646, 28.006});
        headNow = small.district->store().journal(1)->front().hash;
    }
    [[nodiscard]] std::int64_t cases() const { return verifyDistrict(path)->cases; }
};

} // namespace

TEST_CASE("a restored district is the backup, and what was there is a backup now", "[core][backup]") {
    OneStepOn made;
    made.small.district.reset();
    const auto restored = restoreBackup(made.path, made.backup.file.path, made.small.actor);
    REQUIRE(restored);
    CHECK(made.cases() == 1);
    const auto kept = verifyDistrict(restored->kept);
    REQUIRE(kept);
    CHECK(kept->cases == 2);
    CHECK(kept->head == made.headNow);
    auto district = District::open(made.path, OpenMode::ReadWrite);
    REQUIRE(district);
    const auto journal = (*district)->store().journal(2);
    CHECK(journal->at(0).label.key == "backup-restored");
    CHECK(journal->at(1).hash == made.headBefore);
    CHECK((*district)->store().verifyJournal()->empty());

    // The number that the lost case had is not given out again.
    made.small.district = std::move(*district);
    const auto id = made.small.report(GeoPoint{120.646, 28.006});
    const std::string number = made.small.load(id).report.number;
    CHECK(number.substr(number.size() - 1) == "3");

    // And back again.
    made.small.district.reset();
    REQUIRE(restoreBackup(made.path, restored->kept, made.small.actor));
    CHECK(made.cases() == 2);
}

TEST_CASE("a restore that cannot be done leaves the district as it was", "[core][backup]") {
    OneStepOn made;
    SECTION("the backup is damaged") {
        made.small.district.reset();
        const std::string before = bytesOf(made.path);
        std::string torn = bytesOf(made.backup.file.path);
        std::fill_n(torn.begin() + 8192, 4096, '\xff');
        std::ofstream(made.backup.file.path, std::ios::binary) << torn;
        CHECK_FALSE(restoreBackup(made.path, made.backup.file.path, made.small.actor));
        CHECK(bytesOf(made.path) == before);
    }
    SECTION("somebody has the district open") {
        const auto refused = restoreBackup(made.path, made.backup.file.path, made.small.actor);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::Locked);
    }
    SECTION("another program holds it in WAL mode") {
        made.small.district.reset();
        auto other = Connection::open(made.path, Connection::Access::ReadWrite);
        REQUIRE(other->text("PRAGMA journal_mode=WAL").value() == "wal");
        REQUIRE(other->integer("SELECT count(*) FROM area"));
        const auto refused = restoreBackup(made.path, made.backup.file.path, made.small.actor);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::Locked);
    }
    SECTION("cancelled at any moment") {
        made.small.district.reset();
        for (int at = 1; at < 8; ++at) {
            int asked = 0;
            const auto done = restoreBackup(made.path, made.backup.file.path, made.small.actor, [&](double) { return ++asked != at; });
            if (done)
                break;
            CHECK(done.error().code == ErrorCode::Cancelled);
        }
    }
    made.small.district.reset();
    for (const auto& entry : fs::directory_iterator(made.small.folder.path()))
        CHECK(entry.path().string().find(".restoring") == std::string::npos);
    CHECK(fs::exists(made.path));
}

TEST_CASE("a damaged district is kept byte for byte and no journal is left beside the new one", "[core][backup]") {
    OneStepOn made;
    made.small.district.reset();
    std::string torn = bytesOf(made.path);
    std::fill_n(torn.begin() + 100, 3000, '\xff');
    std::ofstream(made.path, std::ios::binary) << torn;
    std::ofstream(made.path.string() + "-journal", std::ios::binary) << "left over";
    const auto restored = restoreBackup(made.path, made.backup.file.path, made.small.actor);
    REQUIRE(restored);
    CHECK(made.cases() == 1);
    CHECK(restored->kept.filename().string().find("damaged") != std::string::npos);
    CHECK(bytesOf(restored->kept) == torn);
    CHECK_FALSE(fs::exists(made.path.string() + "-journal"));
}

TEST_CASE("a lost district comes back from its backup", "[core][backup]") {
    OneStepOn made;
    made.small.district.reset();
    fs::remove(made.path);
    const auto restored = restoreBackup(made.path, made.backup.file.path, made.small.actor);
    REQUIRE(restored);
    CHECK(restored->kept.empty());
    CHECK(made.cases() == 1);
}
