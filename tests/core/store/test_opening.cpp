// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/digest.h"
#include "core/base/resources.h"
#include "core/check/check.h"
#include "core/store/damage.h"
#include "core/store/journal_store.h"
#include "core/store/schema.h"
#include "tests/support/small_district.h"

#include <fstream>
#include <map>
#include <unistd.h>

using namespace gridwarden;
using namespace gridwarden::core;
using gridwarden::test::ScratchFolder;
using gridwarden::test::SmallDistrict;

namespace fs = std::filesystem;

namespace {

/// What a folder holds: name, digest, time of the last change.
std::map<std::string, std::pair<std::string, fs::file_time_type>> listing(const fs::path& folder) {
    std::map<std::string, std::pair<std::string, fs::file_time_type>> files;
    for (const auto& entry : fs::directory_iterator(folder))
        files[entry.path().filename().string()] = {sha256OfFile(entry.path()).value(), entry.last_write_time()};
    return files;
}

/// Opens, reads everything and closes again.
std::vector<OpeningRemark> openAndRead(const fs::path& path, OpenMode mode) {
    auto district = District::open(path, mode);
    INFO((district ? std::string() : district.error().what.key + " " + district.error().detail));
    REQUIRE(district);
    REQUIRE((*district)->facts());
    REQUIRE(checkFile((*district)->store()));
    return (*district)->store().remarks();
}

std::string keyOf(const fs::path& path, OpenMode mode = OpenMode::ReadWrite) {
    const auto opened = Store::open(path, mode);
    return opened ? std::string("opened") : opened.error().what.key;
}

void makeDatabase(const fs::path& path, const std::string& sql) {
    auto connection = Connection::open(path, Connection::Access::Create);
    REQUIRE(connection);
    REQUIRE(connection->script(sql));
}

/// A copy as a crash leaves it: in the middle of a transaction whose pages are partly in the file.
fs::path interruptedCopy(SmallDistrict& small, const fs::path& target) {
    const fs::path source = small.district->path();
    small.district.reset();
    auto connection = Connection::open(source, Connection::Access::ReadWrite);
    REQUIRE(connection->script("PRAGMA cache_size=1; BEGIN IMMEDIATE; CREATE TABLE half(x); UPDATE category SET english = english || ' changed'; "
                               "UPDATE limit_rule SET origin = origin || ' changed'; UPDATE setting SET value = 'half' WHERE key = 'name'"));
    REQUIRE(connection->script("UPDATE category SET aliases = hex(randomblob(400))"));
    REQUIRE(fs::file_size(source.string() + "-journal") > 0);
    fs::copy_file(source, target);
    fs::copy_file(source.string() + "-journal", target.string() + "-journal");
    REQUIRE(connection->script("ROLLBACK"));
    return target;
}

/// Rights do not bind the superuser, as whom some machines run tests.
class OrdinaryUser {
  public:
    OrdinaryUser() : m_wasRoot(geteuid() == 0) {
        if (m_wasRoot)
            REQUIRE(seteuid(65534) == 0);
    }
    ~OrdinaryUser() {
        if (m_wasRoot)
            (void)!seteuid(0);
    }
    OrdinaryUser(const OrdinaryUser&) = delete;
    OrdinaryUser& operator=(const OrdinaryUser&) = delete;

  private:
    bool m_wasRoot;
};

/// A folder in which nothing can be written, for as long as it is one.
class LockedFolder {
  public:
    explicit LockedFolder(fs::path folder) : m_folder(std::move(folder)) {
        fs::permissions(m_folder, fs::perms::owner_read | fs::perms::owner_exec | fs::perms::group_read | fs::perms::group_exec | fs::perms::others_read |
                                      fs::perms::others_exec);
        for (const auto& entry : fs::directory_iterator(m_folder))
            fs::permissions(entry.path(), fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
    }
    ~LockedFolder() { fs::permissions(m_folder, fs::perms::owner_all); }
    LockedFolder(const LockedFolder&) = delete;
    LockedFolder& operator=(const LockedFolder&) = delete;

  private:
    fs::path m_folder;
};

struct Probe {
    explicit Probe(FilePlace place) {
        setPlaceProbe([place](const fs::path&) { return place; });
    }
    ~Probe() { setPlaceProbe({}); }
    Probe(const Probe&) = delete;
    Probe& operator=(const Probe&) = delete;
};

} // namespace

TEST_CASE("what is no district is refused by what it is", "[core][store][opening]") {
    const ScratchFolder folder;
    fs::create_directory(folder / "folder.gpkg");
    std::ofstream(folder / "empty.gpkg").close();
    std::ofstream(folder / "text.gpkg") << "number,reported\n1,2026-03-01\n";
    makeDatabase(folder / "database.gpkg", "CREATE TABLE t(x)");
    makeDatabase(folder / "layers.gpkg", "PRAGMA application_id = 0x47504B47; CREATE TABLE gpkg_contents(table_name TEXT)");
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
        CHECK(keyOf(folder / "nothing.gpkg", mode) == "file-not-found");
        CHECK(keyOf(folder / "folder.gpkg", mode) == "file-is-folder");
        CHECK(keyOf(folder / "empty.gpkg", mode) == "file-empty");
        CHECK(keyOf(folder / "text.gpkg", mode) == "file-not-district");
        CHECK(keyOf(folder / "database.gpkg", mode) == "file-is-database");
        CHECK(keyOf(folder / "layers.gpkg", mode) == "file-is-geopackage");
    }
    CHECK(listing(folder.path() / "folder.gpkg").empty());
    CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 5); // and nothing was put beside them
}

TEST_CASE("a file that was cut off is damaged, and its sizes are said", "[core][store][opening]") {
    SmallDistrict small;
    const auto path = small.district->path();
    small.district.reset();
    fs::resize_file(path, fs::file_size(path) / 2);
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
        const auto opened = Store::open(path, mode);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == ErrorCode::Damaged);
        CHECK(opened.error().what.key == "file-cut-off");
    }
}

TEST_CASE("opening and reading change nothing in the folder", "[core][store][opening]") {
    SmallDistrict small;
    small.report(GeoPoint{120.645, 28.005});
    const auto path = small.district->path();
    small.district.reset();
    SECTION("as we leave it") {}
    SECTION("in write-ahead mode, as QGIS leaves it") {
        auto other = Connection::open(path, Connection::Access::ReadWrite);
        REQUIRE(other->text("PRAGMA journal_mode=WAL").value() == "wal");
    }
    SECTION("written by another program") {
        auto other = Connection::open(path, Connection::Access::ReadWrite);
        REQUIRE(other->run("UPDATE area SET note = 'x'"));
    }
    const auto before = listing(small.folder.path());
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
        openAndRead(path, mode);
        CHECK(listing(small.folder.path()) == before);
    }
}

TEST_CASE("an interrupted write is taken back at opening, and said", "[core][store][opening]") {
    SmallDistrict small;
    const auto path = interruptedCopy(small, small.folder / "crashed.gpkg");
    const OpenMode mode = GENERATE(OpenMode::ReadWrite, OpenMode::ReadOnly);
    SECTION("a change") {
        std::ofstream(path.string() + ".lock") << "zhang\nPC-3\n2026-11-21T01:02:03Z\n4711\n";
        const auto remarks = openAndRead(path, mode);
        REQUIRE(remarks.size() == 1);
        CHECK(remarks[0].kind == RemarkKind::Interrupted);
        CHECK(remarks[0].what == Message{"interrupted-write-finished", {"zhang", "PC-3"}});
    }
    SECTION("an import") {
        std::ofstream(path.string() + ".lock") << "zhang\nPC-3\n2026-11-21T01:02:03Z\n4711\n"
                                               << R"({"entry":123,"kind":2,"since":1795262391,"label":"[\"import-cases\",\"cases.csv\"]"})" << "\n";
        const auto remarks = openAndRead(path, mode);
        REQUIRE(remarks.size() == 1);
        CHECK(remarks[0].what.key == "interrupted-work-undone");
        CHECK(labelFromText(remarks[0].what.arguments[0]) == Message{"import-cases", {"cases.csv"}});
    }
    CHECK_FALSE(fs::exists(path.string() + "-journal"));
    CHECK_FALSE(fs::exists(path.string() + ".lock"));
    CHECK((*District::open(path, OpenMode::ReadOnly))->name() == "测试区");
    CHECK(openAndRead(path, mode).empty()); // said once
}

TEST_CASE("a first page that a power cut tore is taken back before the file is judged", "[core][store][opening]") {
    const OpenMode mode = GENERATE(OpenMode::ReadWrite, OpenMode::ReadOnly);
    SmallDistrict small;
    const auto path = interruptedCopy(small, small.folder / "crashed.gpkg");
    std::fstream(path, std::ios::in | std::ios::out | std::ios::binary) << std::string(512, '\x5a');
    const auto remarks = openAndRead(path, mode);
    REQUIRE(remarks.size() == 1);
    CHECK(remarks[0].kind == RemarkKind::Interrupted);
    CHECK((*District::open(path, OpenMode::ReadOnly))->name() == "测试区");
}

TEST_CASE("an interrupted write that cannot be taken back is not read as if it were whole", "[core][store][opening]") {
    SmallDistrict small;
    fs::create_directory(small.folder / "medium");
    const auto path = interruptedCopy(small, small.folder / "medium" / "crashed.gpkg");
    fs::permissions(small.folder.path(), fs::perms::all);
    const LockedFolder locked(path.parent_path());
    const OrdinaryUser user;
    CHECK(keyOf(path, OpenMode::ReadOnly) == "interrupted-cannot-finish");
    CHECK(keyOf(path, OpenMode::ReadWrite) == "folder-not-writable");
}

TEST_CASE("a lock left by a dead process does not block, and is said", "[core][store][opening]") {
    SmallDistrict small;
    const auto path = small.district->path();
    small.district.reset();
    std::ofstream(path.string() + ".lock") << "zhang\nPC-3\n2026-11-21T01:02:03Z\n4711\n";
    const auto remarks = openAndRead(path, OpenMode::ReadWrite);
    REQUIRE(remarks.size() == 1);
    CHECK(remarks[0].what == Message{"district-not-closed", {"zhang", "PC-3"}});
    CHECK_FALSE(fs::exists(path.string() + ".lock"));
}

TEST_CASE("while another desk writes, its journal is no crash", "[core][store][opening]") {
    SmallDistrict small;
    const auto path = small.district->path();
    const auto done = small.district->change({"test", {}}, small.actor, [&](Change& change) -> Result<void> {
        if (auto saved = saveSetting(change, "name", "新名"); !saved)
            return saved;
        CHECK(openAndRead(path, OpenMode::ReadOnly).empty());
        CHECK(keyOf(path) == "district-in-use");
        return {};
    });
    CHECK(done);
    CHECK(small.district->name() == "新名");
}

TEST_CASE("while another program writes, its journal is no crash", "[core][store][opening]") {
    SmallDistrict small;
    const auto path = small.district->path();
    small.district.reset();
    auto other = Connection::open(path, Connection::Access::ReadWrite);
    REQUIRE(other->script("BEGIN IMMEDIATE; UPDATE area SET note = 'x'"));
    REQUIRE(fs::file_size(path.string() + "-journal") > 0);
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite})
        CHECK(openAndRead(path, mode).empty());
    CHECK(other->script("COMMIT"));
}

TEST_CASE("on a read-only medium a district is read and not written", "[core][store][opening]") {
    SmallDistrict small;
    const auto path = small.district->path();
    small.district.reset();
    fs::permissions(small.folder.path(), fs::perms::all);
    SECTION("rights") {
        fs::create_directory(small.folder / "medium");
        const auto there = small.folder / "medium" / "small.gpkg";
        fs::copy_file(path, there);
        const bool inWal = GENERATE(false, true);
        if (inWal) {
            // With content that stands in the log alone.
            auto other = Connection::open(path, Connection::Access::ReadWrite);
            REQUIRE(other->text("PRAGMA journal_mode=WAL").value() == "wal");
            REQUIRE(other->run("UPDATE setting SET value = '来自日志' WHERE key = 'name'"));
            fs::copy_file(path, there, fs::copy_options::overwrite_existing);
            fs::copy_file(path.string() + "-wal", there.string() + "-wal");
        }
        const auto before = listing(there.parent_path());
        const LockedFolder locked(there.parent_path());
        {
            const OrdinaryUser user;
            CHECK(keyOf(there) == "folder-not-writable");
            openAndRead(there, OpenMode::ReadOnly);
            CHECK((*District::open(there, OpenMode::ReadOnly))->name() == (inWal ? "来自日志" : "测试区"));
        }
        CHECK(listing(there.parent_path()) == before);
    }
    SECTION("the medium") {
        FilePlace place;
        place.isReadOnlyMedium = true;
        const Probe probe(place);
        CHECK(keyOf(path) == "medium-read-only");
        CHECK(keyOf(path, OpenMode::ReadOnly) == "opened");
    }
    SECTION("the file alone") {
        FilePlace place;
        place.canWriteFile = false;
        const Probe probe(place);
        CHECK(keyOf(path) == "file-not-writable");
    }
}

TEST_CASE("on a network share a district is read; writing is refused with the reason", "[core][store][opening]") {
    SmallDistrict small;
    const auto path = small.district->path();
    small.district.reset();
    FilePlace place;
    place.network = "SMB";
    const Probe probe(place);
    const auto opened = Store::open(path, OpenMode::ReadWrite);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::ReadOnly);
    CHECK(opened.error().what == Message{"district-on-share", {path.string(), "SMB"}});
    CHECK(Store::create(small.folder / "new.gpkg").error().what.key == "district-on-share");
    CHECK_FALSE(fs::exists(small.folder / "new.gpkg"));
    CHECK(keyOf(path, OpenMode::ReadOnly) == "opened");
    // Who knows that the locks of the share work may say so; a lock of another computer counts there.
    setenv("GRIDWARDEN_WRITE_ON_SHARES", "1", 1);
    CHECK(keyOf(path) == "opened");
    std::ofstream(path.string() + ".lock") << "zhang\nPC-3\n2026-11-21T01:02:03Z\n4711\n";
    const auto held = Store::open(path, OpenMode::ReadWrite);
    unsetenv("GRIDWARDEN_WRITE_ON_SHARES");
    REQUIRE_FALSE(held);
    CHECK(held.error().code == ErrorCode::Locked);
    CHECK(held.error().what == Message{"district-in-use-elsewhere", {"zhang", "PC-3", "2026-11-21T01:02:03Z", path.string() + ".lock"}});
}

TEST_CASE("an ordinary folder counts as one", "[core][store][opening]") {
    const ScratchFolder folder;
    const FilePlace place = placeOfFile(folder / "new.gpkg");
    CHECK(place.network.empty());
    CHECK(place.canWrite());
}

TEST_CASE("damage is told by the table it is in", "[core][store][damage]") {
    SmallDistrict small;
    for (int i = 0; i < 30; ++i)
        small.report(GeoPoint{120.645, 28.005});
    const auto path = small.district->path();
    CHECK(describeDamage(path).empty());
    const auto root = small.district->connection().integer("SELECT rootpage FROM sqlite_master WHERE name = 'case_report'").value();
    const auto pageSize = small.district->connection().integer("PRAGMA page_size").value();
    small.district.reset();
    const auto overwrite = [&](std::int64_t offset, int count) {
        std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(offset);
        for (int i = 0; i < count; ++i)
            file.put('\xa5');
    };
    SECTION("the cases") {
        overwrite((root - 1) * pageSize, 200);
        const auto opened = District::open(path, OpenMode::ReadWrite);
        const auto facts = opened ? (*opened)->facts() : Result<std::shared_ptr<const CaseFacts>>(fail(opened));
        REQUIRE_FALSE(facts);
        CHECK(facts.error().code == ErrorCode::Damaged);
        const auto parts = describeDamage(path);
        REQUIRE(parts.size() == 1);
        CHECK(parts[0].key == "damaged-table");
        CHECK(parts[0].arguments[0] == "case_report");
    }
    SECTION("the list of tables") {
        overwrite(100, 400);
        CHECK(District::open(path, OpenMode::ReadWrite).error().code == ErrorCode::Damaged);
        const auto parts = describeDamage(path);
        REQUIRE(parts.size() == 1);
        CHECK(parts[0].key == "damaged-wholly");
    }
}
