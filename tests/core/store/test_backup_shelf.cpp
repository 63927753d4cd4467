// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup_shelf.h"
#include "tests/support/small_district.h"

#include <csignal>
#include <fstream>
#include <random>
#include <sys/resource.h>

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace fs = std::filesystem;

namespace {

std::string bytesOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void writeBytes(const fs::path& file, const std::string& bytes) { std::ofstream(file, std::ios::binary) << bytes; }

BackupShelf shelfOf(SmallDistrict& small, BackupLimits limits = {}) { return BackupShelf(small.district->path(), small.district->timeZone(), limits); }

std::size_t filesIn(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

/// Files larger than this cannot be written while it lives, as on a full disk.
class SmallFilesOnly {
  public:
    explicit SmallFilesOnly(rlim_t bytes) {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~SmallFilesOnly() {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }

  private:
    rlimit m_before{};
    void (*m_handler)(int);
};

} // namespace

TEST_CASE("a backup on the shelf tells what it holds", "[core][backup]") {
    SmallDistrict small;
    small.report(GeoPoint{120.645, 28.005});
    auto shelf = shelfOf(small);
    CHECK(shelf.files()->empty());
    const auto made = shelf.make(BackupReason::Asked);
    REQUIRE(made);
    CHECK(made->file.path.parent_path() == small.folder / "small.backups");
    const auto files = shelf.files();
    REQUIRE(files->size() == 1);
    const BackupEntry entry = BackupShelf::examine(files->front(), BackupShelf::Depth::Quick);
    REQUIRE(entry.isGood());
    CHECK(entry.file.reason == BackupReason::Asked);
    CHECK(std::abs((entry.file.made - now()).count()) < 60);
    CHECK(entry.summary->name == "测试区");
    CHECK(entry.summary->cases == 1);
    CHECK(entry.summary->areas == 5);
    CHECK(entry.summary->people == 2);
    CHECK(entry.summary->steps == 1);
    CHECK(entry.summary->head == small.district->store().journal(1)->front().hash);
    CHECK(entry.summary->lastLabel.key == "report-case");
    CHECK(BackupShelf::examine(files->front(), BackupShelf::Depth::Thorough).isGood());
    CHECK(filesIn(shelf.folder()) == 1); // no journal, no lock, nothing half written
}

TEST_CASE("a backup is the same state, page for page, and one file even of a WAL district", "[core][backup]") {
    SmallDistrict small;
    small.report(GeoPoint{120.645, 28.005});
    auto shelf = shelfOf(small);
    SECTION("rollback journal") {
        const auto made = shelf.make(BackupReason::NewDay);
        REQUIRE(made);
        CHECK(fs::file_size(made->file.path) == fs::file_size(small.district->path()));
    }
    SECTION("left in WAL mode by another program") {
        const fs::path path = small.district->path();
        small.district.reset();
        auto other = Connection::open(path, Connection::Access::ReadWrite);
        REQUIRE(other);
        CHECK(other->text("PRAGMA journal_mode=WAL").value() == "wal");
        BackupShelf of(path);
        const auto made = of.make(*other, BackupReason::NewDay);
        REQUIRE(made);
        auto copy = Connection::open(made->file.path, Connection::Access::ReadOnly);
        REQUIRE(copy);
        CHECK(copy->text("PRAGMA journal_mode").value() == "delete");
        CHECK(filesIn(of.folder()) == 1);
    }
}

TEST_CASE("flipped bytes are found by the thorough check or change nothing that is stored", "[core][backup]") {
    SmallDistrict small;
    for (int i = 0; i < 20; ++i)
        small.report(GeoPoint{120.645, 28.005});
    auto shelf = shelfOf(small);
    const auto made = shelf.make(BackupReason::NewDay);
    REQUIRE(made);
    const std::string whole = bytesOf(made->file.path);
    SECTION("a torn first page") {
        std::string torn = whole;
        std::fill_n(torn.begin(), 100, '\0');
        writeBytes(made->file.path, torn);
        CHECK_FALSE(BackupShelf::examine(made->file, BackupShelf::Depth::Quick).isGood());
        CHECK_FALSE(shelf.newestGood()->has_value());
    }
    SECTION("cut off") {
        fs::resize_file(made->file.path, whole.size() - 4096);
        CHECK_FALSE(BackupShelf::examine(shelf.files()->front(), BackupShelf::Depth::Quick).isGood());
    }
    SECTION("zeroed pages") {
        int found = 0;
        int pages = 0;
        for (std::size_t page = 1; page < whole.size() / 4096; page += 3, ++pages) {
            std::string torn = whole;
            std::fill_n(torn.begin() + static_cast<std::ptrdiff_t>(page * 4096), 4096, '\0');
            writeBytes(made->file.path, torn);
            found += BackupShelf::examine(made->file, BackupShelf::Depth::Thorough).isGood() ? 0 : 1;
        }
        CHECK(found == pages);
    }
    SECTION("the newest good one is the older one when the newer is damaged") {
        const auto second = shelf.make(BackupReason::Asked);
        REQUIRE(second);
        std::string torn = bytesOf(second->file.path);
        std::fill_n(torn.begin() + 3 * 4096, 4096, '\xff');
        writeBytes(second->file.path, torn);
        const auto good = shelf.newestGood();
        REQUIRE(good);
        REQUIRE(good->has_value());
        CHECK((*good)->file.path == made->file.path);
    }
}

TEST_CASE("a backup that cannot be written is said and leaves nothing behind", "[core][backup]") {
    SmallDistrict small;
    small.report(GeoPoint{120.645, 28.005});
    auto shelf = shelfOf(small);
    REQUIRE(shelf.make(BackupReason::NewDay));
    SECTION("the file cannot grow") {
        Result<BackupEntry> made = fail(ErrorCode::Internal, {"test", {}});
        {
            const SmallFilesOnly limit(64 * 1024);
            made = shelf.make(BackupReason::Asked);
        }
        REQUIRE_FALSE(made);
        CHECK(made.error().code == ErrorCode::Io);
        CHECK(made.error().what.key == "backup-failed");
    }
    SECTION("the disk is full") {
        shelf.setFreeSpace([](const fs::path&) { return std::optional<std::uintmax_t>(1000); });
        const auto made = shelf.make(BackupReason::Asked);
        REQUIRE_FALSE(made);
        CHECK(made.error().what.key == "backup-no-space");
    }
    SECTION("a file is where the folder should be") {
        const fs::path district = small.folder / "other.gpkg";
        fs::copy_file(small.district->path(), district);
        writeBytes(small.folder / "other.backups", "in the way");
        const auto made = BackupShelf(district).make(BackupReason::Asked);
        REQUIRE_FALSE(made);
        CHECK(made.error().what.key == "backup-folder-failed");
    }
    SECTION("cancelled at any report of progress") {
        for (int at = 1; at <= 4; ++at) {
            int reports = 0;
            const auto made = shelf.make(BackupReason::Asked, [&](double) { return ++reports < at; });
            if (!made)
                CHECK(made.error().code == ErrorCode::Cancelled);
            if (made)
                fs::remove(made->file.path);
        }
    }
    CHECK(filesIn(shelf.folder()) == 1);
    CHECK(BackupShelf::examine(shelf.files()->front(), BackupShelf::Depth::Thorough).isGood());
}

TEST_CASE("the shelf keeps to its limits", "[core][backup]") {
    SmallDistrict small;
    SECTION("in number") {
        auto shelf = shelfOf(small, {3, 50});
        for (int i = 0; i < 5; ++i)
            REQUIRE(shelf.make(BackupReason::Asked));
        CHECK(shelf.files()->size() == 3);
    }
    SECTION("in room: older ones go and the last good one stays") {
        auto shelf = shelfOf(small, {10, 10});
        const std::uintmax_t size = fs::file_size(small.district->path());
        shelf.setFreeSpace([&](const fs::path&) { return std::optional<std::uintmax_t>((64 << 20) + size * 20); });
        for (int i = 0; i < 6; ++i)
            REQUIRE(shelf.make(BackupReason::Asked));
        std::uintmax_t total = 0;
        for (const BackupFile& file : *shelf.files())
            total += file.bytes;
        CHECK(total <= ((64 << 20) + size * 26) / 10 + size);
    }
    SECTION("a damaged district that was kept stays") {
        auto shelf = shelfOf(small, {2, 50});
        writeBytes(shelf.place(BackupReason::Damaged).value(), "not even a database");
        for (int i = 0; i < 4; ++i)
            REQUIRE(shelf.make(BackupReason::Asked));
        CHECK(shelf.files()->size() == 3);
    }
}

TEST_CASE("a backup does not look as if another program had written it", "[core][backup]") {
    SmallDistrict small;
    small.report(GeoPoint{120.645, 28.005});
    auto shelf = shelfOf(small);
    const auto made = shelf.make(BackupReason::Asked);
    REQUIRE(made);
    const auto check = [&] {
        const auto copy = Store::open(made->file.path, OpenMode::ReadOnly);
        REQUIRE(copy);
        CHECK((*copy)->remarks().empty());
    };
    check();
    REQUIRE(shelf.rewrite(made->file, [](Connection& connection) { return connection.script("VACUUM"); }));
    check();
}

TEST_CASE("a backup can be rewritten in one step", "[core][backup]") {
    SmallDistrict small;
    auto shelf = shelfOf(small);
    const auto made = shelf.make(BackupReason::NewDay);
    REQUIRE(made);
    REQUIRE(shelf.rewrite(made->file, [](Connection& connection) -> Result<void> {
        if (auto done = connection.run("UPDATE person SET name = ''"); !done)
            return fail(done);
        return {};
    }));
    {
        auto copy = Connection::open(made->file.path, Connection::Access::ReadOnly);
        CHECK(copy->integer("SELECT count(*) FROM person WHERE name = ''").value() == 2);
    }
    const std::string before = bytesOf(made->file.path);
    CHECK_FALSE(shelf.rewrite(made->file, [](Connection& connection) -> Result<void> {
        (void)connection.run("DELETE FROM person");
        return fail(ErrorCode::Refused, {"test", {}});
    }));
    CHECK(bytesOf(made->file.path) == before);
    CHECK(filesIn(shelf.folder()) == 1);
}

TEST_CASE("a commit waits for a copy and the copy holds one state", "[core][backup]") {
    SmallDistrict small;
    small.report(GeoPoint{120.645, 28.005});
    auto writer = Connection::open(small.district->path(), Connection::Access::ReadWrite);
    REQUIRE(writer);
    REQUIRE(writer->script("PRAGMA busy_timeout=0"));
    REQUIRE(writer->run("INSERT INTO counter VALUES ('test', 1)"));
    bool refused = false;
    auto shelf = shelfOf(small);
    const auto made = shelf.make(BackupReason::NewDay, [&](double share) {
        if (share == 0)
            refused = !writer->run("UPDATE counter SET value = 2").has_value();
        return true;
    });
    REQUIRE(made);
    CHECK(refused);
    CHECK(writer->run("UPDATE counter SET value = 2")); // afterwards it is free again
    auto copy = Connection::open(made->file.path, Connection::Access::ReadOnly);
    REQUIRE(copy);
    CHECK(copy->integer("SELECT value FROM counter WHERE name = 'test'").value() == 1);
}
