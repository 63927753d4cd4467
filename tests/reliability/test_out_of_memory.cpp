// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite gets no memory at the n-th request of a write: the error is said, the file is as before or as after.
#include "tests/reliability/desk_work.h"
#include "tests/reliability/proof.h"
#include "tests/support/scratch_folder.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <iostream>
#include <sqlite3.h>

using namespace gridwarden;
using namespace gridwarden::core;
using gridwarden::test::DeskWork;
using gridwarden::test::faultText;
using gridwarden::test::Proof;
using gridwarden::test::prove;
using gridwarden::test::ScratchFolder;

namespace {

/// SQLite's allocator with a request that fails. It has to be in place before SQLite is used for the first time.
struct Memory {
    sqlite3_mem_methods real{};
    long left = 0; ///< requests until one fails; 0: none does
    bool wasHit = false;

    Memory() {
        sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real);
        sqlite3_mem_methods mine = real;
        mine.xMalloc = give;
        mine.xRealloc = giveMore;
        sqlite3_config(SQLITE_CONFIG_MALLOC, &mine);
    }
    bool refuses() {
        if (left == 0 || --left != 0)
            return false;
        return wasHit = true;
    }
    static void* give(int size);
    static void* giveMore(void* block, int size);
};

Memory memory;

void* Memory::give(int size) { return memory.refuses() ? nullptr : memory.real.xMalloc(size); }
void* Memory::giveMore(void* block, int size) { return memory.refuses() ? nullptr : memory.real.xRealloc(block, size); }

} // namespace

TEST_CASE("memory that runs out during a write is said and leaves the file as before or as after", "[reliability][memory]") {
    const char* set = std::getenv("GRIDWARDEN_FAULT_STEP");
    const ScratchFolder folder;
    const auto path = folder / "district.gpkg";
    REQUIRE(test::makeDistrict(path));
    auto district = District::open(path, OpenMode::ReadWrite);
    REQUIRE(district);
    (*district)->dayWasKept(); // the write alone is disturbed
    DeskWork desk(**district, 3);
    using Work = std::function<Result<void>()>;
    const std::pair<const char*, Work> works[] = {{"report", [&] { return desk.report(); }},
                                                  {"step", [&] { return desk.step(); }},
                                                  {"area", [&] { return desk.changeArea(); }},
                                                  {"import", [&] { return desk.importCases(5); }},
                                                  {"undo", [&] { return desk.undo(); }},
                                                  {"redo", [&] { return desk.redo(); }}};
    Proof before = prove(**district);
    for (const auto& [name, work] : works) {
        int faults = 0, said = 0;
        for (long n = 1;; n = set != nullptr ? n + std::atol(set) : n < 4 ? n + 1 : n * 2) {
            INFO(name << ", request " << n);
            if (std::string_view(name) == "redo" && !(*district)->store().redoable())
                REQUIRE(desk.undo());
            before = prove(**district);
            memory.left = n;
            memory.wasHit = false;
            const auto done = work();
            memory.left = 0;
            const Proof after = prove(**district);
            CHECK(faultText(after) == "");
            CHECK(after.entries == before.entries + (done ? 1 : 0));
            if (!done)
                CHECK(after.digest == before.digest);
            if (std::string_view(name) == "undo" && done)
                REQUIRE(desk.report()); // something to take back next time
            if (!memory.wasHit)
                break;
            ++faults;
            said += done ? 0 : 1;
        }
        if (set != nullptr)
            std::cout << name << ": " << faults << " requests refused, " << said << " said" << std::endl;
    }
    district->reset();
    CHECK(faultText(prove(path)) == "");
}
