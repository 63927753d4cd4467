// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/file_lock.h"

#include "core/base/resources.h"
#include "tests/support/small_district.h"

#include <csignal>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

using namespace gridwarden::core;
using gridwarden::test::ScratchFolder;
using gridwarden::test::SmallDistrict;

namespace {

void killMe() { ::kill(getpid(), SIGKILL); }

/// Runs `work`, which kills itself, in a process of its own.
void inKilledProcess(const std::function<void()>& work) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        work();
        _exit(1);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
}

const RunningWork Import{EntryId(42), EntryKind::Import, {"import-cases", {"cases \"七月\".csv"}}, Moment(seconds(1700000000))};

} // namespace

TEST_CASE("a lock given back leaves nothing", "[core][store]") {
    const ScratchFolder folder;
    const auto district = folder / "a.gpkg";
    {
        auto lock = FileLock::take(district);
        REQUIRE(lock);
        CHECK_FALSE(lock->leftOver());
        lock->note(Import);
        CHECK(FileLock::take(district).error().what.arguments.at(1) == machineName());
        lock->clearNote();
    }
    CHECK_FALSE(std::filesystem::exists(folder / "a.gpkg.lock"));
    CHECK_FALSE(FileLock::take(district)->leftOver());
}

TEST_CASE("the next holder learns what a killed one was doing", "[core][store]") {
    const ScratchFolder folder;
    const auto district = folder / "a.gpkg";
    inKilledProcess([&] {
        auto lock = FileLock::take(district);
        lock->note(Import);
        killMe();
    });
    const auto lock = FileLock::take(district);
    REQUIRE(lock);
    REQUIRE(lock->leftOver());
    CHECK(lock->leftOver()->who == userName());
    CHECK(lock->leftOver()->machine == machineName());
    REQUIRE(lock->leftOver()->work);
    CHECK(lock->leftOver()->work->entry == Import.entry);
    CHECK(lock->leftOver()->work->kind == EntryKind::Import);
    CHECK(lock->leftOver()->work->label == Import.label);
    CHECK(lock->leftOver()->work->since == Import.since);
}

TEST_CASE("a holder killed outside of long work leaves its name only", "[core][store]") {
    const ScratchFolder folder;
    const auto district = folder / "a.gpkg";
    inKilledProcess([&] {
        auto lock = FileLock::take(district);
        lock->note(Import);
        lock->clearNote();
        killMe();
    });
    const auto lock = FileLock::take(district);
    REQUIRE(lock);
    REQUIRE(lock->leftOver());
    CHECK_FALSE(lock->leftOver()->work);
}

TEST_CASE("a lock file with rubbish in it is taken over", "[core][store]") {
    const ScratchFolder folder;
    const std::string rubbish = GENERATE(std::string("\n"), std::string(5000, '\xff'), std::string("a\nb\nc\n1\n{\"entry\":1}\n"),
                                         std::string("a\nb\nc\n1\n{\"entry\":1e99,\"kind\":2,\"since\":0,\"label\":\"[]\"}\n"));
    std::ofstream(folder / "a.gpkg.lock", std::ios::binary) << rubbish;
    const auto lock = FileLock::take(folder / "a.gpkg");
    REQUIRE(lock);
    REQUIRE(lock->leftOver());
    CHECK_FALSE(lock->leftOver()->work);
    CHECK(FileLock::take(folder / "a.gpkg").error().what.key == "district-in-use");
}

TEST_CASE("an import killed half way is noted with the entry that never came", "[core][store]") {
    SmallDistrict small;
    const auto path = small.district->path();
    small.district.reset();
    inKilledProcess([&] {
        auto store = Store::open(path, OpenMode::ReadWrite);
        ImportRecord record{"cases.csv", "digest", 3};
        (void)(*store)->importBatch({"import-cases", {"cases.csv"}}, small.actor, record, [&](Change& change) -> Result<void> {
            (void)saveSetting(change, "name", "half");
            killMe();
            return {};
        });
    });
    std::optional<LeftOver> left;
    {
        const auto lock = FileLock::take(path);
        REQUIRE(lock);
        left = lock->leftOver();
    }
    REQUIRE(left);
    REQUIRE(left->work);
    CHECK(left->work->label == Message{"import-cases", {"cases.csv"}});
    auto again = District::open(path, OpenMode::ReadWrite);
    REQUIRE(again);
    CHECK((*again)->name() == "测试区");
    CHECK((*again)->connection().integer("SELECT count(*) FROM journal WHERE id = ?", {left->work->entry}).value() == 0);
    // A whole import leaves no note behind.
    ImportRecord record{"cases.csv", "digest", 0};
    REQUIRE((*again)->importBatch({"import-cases", {"cases.csv"}}, small.actor, record,
                                  [&](Change& change) { return saveSetting(change, "name", "whole"); }));
    CHECK(readFile(path.string() + ".lock")->find("import-cases") == std::string::npos);
}
