// SPDX-License-Identifier: GPL-3.0-or-later
// Each call to the file system fails in turn during every kind of write: the error is said, the file is as before or as after,
// what is in memory is what is in the file, and work goes on once the disk is well again.
// GRIDWARDEN_FAULT_STEP sets how many calls lie between two faults (1: every call; default: one call of each kind in each write).
#include "core/store/migration.h"
#include "tests/reliability/desk_work.h"
#include "tests/reliability/proof.h"
#include "tests/reliability/trouble_files.h"
#include "tests/support/scratch_folder.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <iostream>
#include <random>
#include <sqlite3.h>

using namespace gridwarden;
using namespace gridwarden::core;
using gridwarden::test::CallKind;
using gridwarden::test::DeskWork;
using gridwarden::test::Fate;
using gridwarden::test::faultText;
using gridwarden::test::FileCall;
using gridwarden::test::Proof;
using gridwarden::test::prove;
using gridwarden::test::ScratchFolder;
using gridwarden::test::TroubleFiles;

namespace {

namespace fs = std::filesystem;

struct FaultKind {
    const char* name;
    CallKind call;
    Fate fate;
    bool stays; ///< from then on every such call fails
};

const FaultKind Faults[] = {
    {"a write fails", CallKind::Write, {SQLITE_IOERR_WRITE, 0, false}, false},
    {"half a write, then the disk is full", CallKind::Write, {SQLITE_FULL, 0.5, false}, true},
    {"the disk is full once", CallKind::Write, {SQLITE_FULL, 0, false}, false},
    {"a read fails", CallKind::Read, {SQLITE_IOERR_READ, 0, false}, false},
    {"all reads fail", CallKind::Read, {SQLITE_IOERR_READ, 0, false}, true},
    {"a sync fails", CallKind::Sync, {SQLITE_IOERR_FSYNC, 0, false}, false},
    {"all syncs fail", CallKind::Sync, {SQLITE_IOERR_FSYNC, 0, false}, true},
    {"a truncation fails", CallKind::Truncate, {SQLITE_IOERR_TRUNCATE, 0, false}, false},
    {"a deletion fails", CallKind::Delete, {SQLITE_IOERR_DELETE, 0, false}, false},
    {"all deletions fail", CallKind::Delete, {SQLITE_IOERR_DELETE, 0, false}, true},
    {"a folder's sync fails", CallKind::Delete, {SQLITE_IOERR_DIR_FSYNC, 0, true}, false},
    {"opening a file fails", CallKind::Open, {SQLITE_CANTOPEN, 0, false}, true},
    {"asking for a file fails", CallKind::Access, {SQLITE_IOERR_ACCESS, 0, false}, false},
    {"asking for a size fails", CallKind::Size, {SQLITE_IOERR_FSTAT, 0, false}, false},
    {"a lock fails", CallKind::Lock, {SQLITE_IOERR_LOCK, 0, false}, false},
};

using Work = std::function<Result<void>(District&, DeskWork&)>;

struct Operation {
    const char* name;
    Work before; ///< what has to be there, done without faults
    Work work;
    int cache = 2000; ///< pages
};

Result<void> nothing(District&, DeskWork&) { return {}; }

const Operation Operations[] = {
    {"report", nothing, [](District&, DeskWork& desk) { return desk.report(); }},
    {"report with photo", nothing, [](District&, DeskWork& desk) { return desk.reportWithPhoto(); }},
    {"step", [](District&, DeskWork& desk) { return desk.report(); }, [](District&, DeskWork& desk) { return desk.step(); }},
    {"area", [](District&, DeskWork& desk) { return desk.report(); }, [](District&, DeskWork& desk) { return desk.changeArea(); }},
    {"setting", nothing, [](District&, DeskWork& desk) { return desk.changeSetting(); }},
    {"import", nothing, [](District&, DeskWork& desk) { return desk.importCases(60); }},
    {"import larger than memory", nothing, [](District&, DeskWork& desk) { return desk.importCases(60); }, 20},
    {"undo", [](District&, DeskWork& desk) { return desk.report(); }, [](District&, DeskWork& desk) { return desk.undo(); }},
    {"undo of an import", [](District&, DeskWork& desk) { return desk.importCases(60); }, [](District&, DeskWork& desk) { return desk.undo(); }},
    {"redo", [](District&, DeskWork& desk) { auto done = desk.report(); return done ? desk.undo() : done; }, [](District&, DeskWork& desk) { return desk.redo(); }},
    {"backup", nothing,
     [](District& district, DeskWork&) { return district.store().backup(district.path().parent_path() / "copy.gpkg", /*overwrite=*/true); }},
};

int stepOf() {
    const char* text = std::getenv("GRIDWARDEN_FAULT_STEP");
    return text == nullptr ? 0 : std::atoi(text);
}

/// How often a write makes a kind of call.
using Calls = std::map<CallKind, int>;

/// Counts the calls of a write that nothing disturbs.
Calls counted(TroubleFiles& files, const std::function<void()>& write) {
    Calls calls;
    files.before = [&](const FileCall& call) {
        ++calls[call.kind];
        return Fate();
    };
    write();
    files.before = nullptr;
    return calls;
}

/// Which of so many calls fail, one after the other: one by dice, or every n-th.
std::vector<int> callsToFail(int count) {
    static std::mt19937 dice(5);
    std::vector<int> calls;
    if (const int step = stepOf(); step > 0)
        for (int n = 1; n <= count; n += step)
            calls.push_back(n);
    else if (count > 0)
        calls.push_back(1 + static_cast<int>(dice() % static_cast<unsigned>(count)));
    return calls;
}

bool isSensible(const Error& error) {
    return (error.code == ErrorCode::Io || error.code == ErrorCode::Database || error.code == ErrorCode::Locked || error.code == ErrorCode::ReadOnly) &&
           !error.what.key.empty();
}

/// Makes the n-th call of a kind fail.
class NthFault {
  public:
    NthFault(TroubleFiles& files, const FaultKind& kind, int n) : m_files(files) {
        m_files.before = [this, &kind, n](const FileCall& call) {
            if (call.kind != kind.call)
                return Fate();
            ++m_seen;
            const bool isHit = kind.stays ? m_seen >= n : m_seen == n;
            m_hits += isHit ? 1 : 0;
            return isHit ? kind.fate : Fate();
        };
    }
    ~NthFault() { m_files.before = nullptr; }
    NthFault(const NthFault&) = delete;
    NthFault& operator=(const NthFault&) = delete;
    [[nodiscard]] bool wasHit() const { return m_hits > 0; }

  private:
    TroubleFiles& m_files;
    int m_seen = 0, m_hits = 0;
};

struct Count {
    int faults = 0, said = 0, unharmed = 0;
};

/// A copy of the file as it is before the operation, open.
std::unique_ptr<District> opened(const fs::path& start, const fs::path& path, const Operation& operation) {
    fs::copy_file(start, path, fs::copy_options::overwrite_existing);
    fs::remove(path.string() + "-journal");
    auto district = District::open(path, OpenMode::ReadWrite);
    REQUIRE(district);
    REQUIRE((*district)->connection().script("PRAGMA cache_size=" + std::to_string(operation.cache)));
    REQUIRE((*district)->facts());
    (*district)->dayWasKept(); // the write alone is disturbed
    return std::move(*district);
}

/// One fault in one operation.
void tryFault(const ScratchFolder& folder, const fs::path& start, const Proof& before, const Operation& operation, const FaultKind& kind, int n, Count& count) {
    const fs::path path = folder / "trouble.gpkg";
    TroubleFiles files;
    bool isDone = false, wasHit = false;
    {
        const auto district = opened(start, path, operation);
        DeskWork desk(*district, 8);
        Result<std::shared_ptr<const CaseFacts>> shown;
        {
            NthFault fault(files, kind, n);
            const auto done = operation.work(*district, desk);
            isDone = done.has_value();
            wasHit = fault.wasHit();
            if (!done) {
                INFO(done.error().what.key << " " << done.error().detail);
                CHECK(isSensible(done.error()));
            }
            shown = district->facts();
        }
        // The disk is well again: what is open goes on.
        const Proof after = prove(*district);
        CHECK(faultText(after) == "");
        if (shown) // while the disk was not well it gave the facts as they are, or none
            CHECK(*shown == district->facts().value_or(nullptr));
        CHECK((after.entries == before.entries || after.entries == before.entries + 1));
        if (isDone && std::string_view(operation.name) != "backup")
            CHECK(after.entries == before.entries + 1);
        if (after.entries == before.entries)
            CHECK(after.digest == before.digest);
        CHECK(desk.changeSetting());
        CHECK(district->store().verifyJournal()->empty());
    }
    const Proof again = prove(path);
    CHECK(faultText(again) == "");
    if (const fs::path copy = folder / "copy.gpkg"; fs::exists(copy)) {
        CHECK(faultText(prove(copy, test::Photos::Elsewhere)) == "");
        fs::remove(copy);
    }
    CHECK_FALSE(fs::exists(folder / "copy.gpkg.part"));
    if (!wasHit)
        return;
    ++count.faults;
    isDone ? ++count.unharmed : ++count.said;
}

} // namespace

TEST_CASE("a failing disk during any write is said and leaves the file as before or as after", "[reliability][fault]") {
    const ScratchFolder folder;
    REQUIRE(test::makeDistrict(folder / "start.gpkg"));
    for (const Operation& operation : Operations) {
        const fs::path start = folder / "before.gpkg";
        Proof before;
        Calls calls;
        {
            TroubleFiles files;
            {
                const auto district = opened(folder / "start.gpkg", start, operation);
                DeskWork desk(*district, 7);
                REQUIRE(operation.before(*district, desk));
                before = prove(*district);
            }
            const auto district = opened(start, folder / "trouble.gpkg", operation);
            DeskWork desk(*district, 8);
            calls = counted(files, [&] { REQUIRE(operation.work(*district, desk)); });
        }
        for (const FaultKind& kind : Faults) {
            Count count;
            for (const int n : callsToFail(calls[kind.call])) {
                INFO(operation.name << ": " << kind.name << " at call " << n);
                tryFault(folder, start, before, operation, kind, n, count);
            }
            if (stepOf() > 0)
                std::cout << operation.name << ": " << kind.name << ": " << count.faults << " faults, " << count.said << " said, " << count.unharmed
                          << " without harm" << std::endl;
        }
    }
}

TEST_CASE("a failing disk while a district is made leaves none, or a whole one", "[reliability][fault]") {
    const ScratchFolder folder;
    const fs::path path = folder / "new.gpkg";
    Calls calls;
    {
        TroubleFiles files;
        calls = counted(files, [&] { REQUIRE(District::create(path, {"新区", "Asia/Shanghai", ""})); });
    }
    fs::remove(path);
    int faults = 0;
    for (const FaultKind& kind : Faults)
        for (const int n : callsToFail(calls[kind.call])) {
            INFO(kind.name << " at call " << n);
            bool wasHit = false, isMade = false;
            {
                TroubleFiles files;
                const NthFault fault(files, kind, n);
                const auto made = District::create(path, {"新区", "Asia/Shanghai", ""});
                isMade = made.has_value();
                wasHit = fault.wasHit();
                if (!made)
                    CHECK(isSensible(made.error()));
            }
            if (!fs::exists(path))
                REQUIRE(District::create(path, {"新区", "Asia/Shanghai", ""}));
            else if (!isMade)
                CHECK(kind.call != CallKind::Write);
            CHECK(faultText(prove(path)) == "");
            for (const auto& entry : fs::directory_iterator(folder.path()))
                CHECK(entry.path().filename() == "new.gpkg");
            fs::remove(path);
            faults += wasHit ? 1 : 0;
        }
    if (stepOf() > 0)
        std::cout << "create: " << faults << " faults" << std::endl;
}

TEST_CASE("a failing disk during a migration leaves the old schema or the new one", "[reliability][fault]") {
    const ScratchFolder folder;
    const fs::path path = folder / "old.gpkg";
    const auto begin = [&] {
        for (const auto& entry : fs::directory_iterator(folder.path()))
            fs::remove_all(entry.path());
        fs::copy_file(GRIDWARDEN_TEST_DATA "/districts/schema_1.gpkg", path);
    };
    begin();
    Calls calls;
    {
        TroubleFiles files;
        calls = counted(files, [&] { REQUIRE(migrate(path, {"desk", PersonId()})); });
    }
    int faults = 0;
    for (const FaultKind& kind : Faults)
        for (const int n : callsToFail(calls[kind.call])) {
            INFO(kind.name << " at call " << n);
            begin();
            bool wasHit = false;
            {
                TroubleFiles files;
                const NthFault fault(files, kind, n);
                const auto migrated = migrate(path, {"desk", PersonId()});
                wasHit = fault.wasHit();
                if (!migrated)
                    CHECK(isSensible(migrated.error()));
            }
            CHECK(migrate(path, {"desk", PersonId()}));
            CHECK(faultText(prove(path)) == "");
            faults += wasHit ? 1 : 0;
        }
    if (stepOf() > 0)
        std::cout << "migration: " << faults << " faults" << std::endl;
}
