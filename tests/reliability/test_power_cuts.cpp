// SPDX-License-Identifier: GPL-3.0-or-later
// The power goes at any moment of any write: what was not synced survives in any part, or torn. What had been acknowledged is there.
// GRIDWARDEN_CUTS sets how many moments of each kind of write are tried (default: a sample).
#include "tests/reliability/desk_work.h"
#include "tests/reliability/proof.h"
#include "tests/reliability/trouble_files.h"
#include "tests/support/scratch_folder.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <iostream>

using namespace gridwarden;
using namespace gridwarden::core;
using gridwarden::test::CallKind;
using gridwarden::test::DeskWork;
using gridwarden::test::faultText;
using gridwarden::test::FileCall;
using gridwarden::test::PowerCut;
using gridwarden::test::Proof;
using gridwarden::test::prove;
using gridwarden::test::ScratchFolder;
using gridwarden::test::TroubleFiles;

namespace {

namespace fs = std::filesystem;

using Work = std::function<Result<void>(DeskWork&)>;
struct Operation {
    const char* name;
    int cache; ///< pages
    Work before, work;
};

Result<void> nothing(DeskWork&) { return {}; }

const Operation Operations[] = {
    {"report", 2000, nothing, [](DeskWork& desk) { return desk.report(); }},
    {"area", 2000, [](DeskWork& desk) { return desk.report(); }, [](DeskWork& desk) { return desk.changeArea(); }},
    {"import", 2000, nothing, [](DeskWork& desk) { return desk.importCases(80); }},
    {"import larger than memory", 20, nothing, [](DeskWork& desk) { return desk.importCases(80); }},
    {"undo", 2000, [](DeskWork& desk) { return desk.report(); }, [](DeskWork& desk) { return desk.undo(); }},
    {"undo of an import", 20, [](DeskWork& desk) { return desk.importCases(80); }, [](DeskWork& desk) { return desk.undo(); }},
};

/// Does the work with the power going at the n-th change of a file (none: after it); returns how many changes there were.
int cutAt(const ScratchFolder& folder, const Operation& operation, int n, const std::vector<fs::path>& survivors, Proof& before) {
    const fs::path path = folder / "district.gpkg";
    fs::copy_file(folder / "start.gpkg", path, fs::copy_options::overwrite_existing);
    TroubleFiles files;
    auto district = District::open(path, OpenMode::ReadWrite);
    REQUIRE(district);
    REQUIRE((*district)->connection().script("PRAGMA cache_size=" + std::to_string(operation.cache)));
    (*district)->dayWasKept(); // the write alone is watched
    DeskWork desk(**district, 3);
    REQUIRE(operation.before(desk));
    before = prove(**district);
    PowerCut power;
    // The file has been open for long: all of it is synced.
    power.watch({CallKind::Open, path.string()});
    std::mt19937 random(static_cast<unsigned>(n));
    const auto cut = [&] {
        constexpr double Chances[] = {0, 1, 0.5, 0.8};
        for (std::size_t i = 0; i < survivors.size(); ++i) {
            fs::remove_all(survivors[i]);
            fs::create_directory(survivors[i]);
            power.write(survivors[i], Chances[i], random);
        }
    };
    int changes = 0;
    files.after = [&](const FileCall& call) {
        power.watch(call);
        if (call.kind == CallKind::Write || call.kind == CallKind::Truncate || call.kind == CallKind::Sync || call.kind == CallKind::Delete)
            if (++changes == n)
                cut();
    };
    REQUIRE(operation.work(desk));
    files.after = nullptr;
    if (n == 0)
        cut();
    return changes;
}

} // namespace

TEST_CASE("a power cut at any moment leaves the file as before or as after", "[reliability][power]") {
    const char* set = std::getenv("GRIDWARDEN_CUTS");
    const int cuts = set == nullptr ? 3 : std::atoi(set);
    const ScratchFolder folder;
    {
        auto made = test::makeDistrict(folder / "start.gpkg");
        REQUIRE(made);
        REQUIRE(DeskWork(**made, 5).importCases(50));
    }
    const std::vector<fs::path> survivors = {folder / "nothing", folder / "all", folder / "half", folder / "most"};
    std::mt19937 random(11);
    for (const Operation& operation : Operations) {
        Proof before;
        int asBefore = 0, asAfter = 0;
        const int changes = cutAt(folder, operation, 0, survivors, before);
        for (int i = 0; i <= cuts; ++i) {
            int n = 0; // first: the power goes after the acknowledgement
            if (i > 0)
                n = cuts >= changes ? 1 + (i - 1) % changes : 1 + static_cast<int>(random() % static_cast<unsigned>(changes));
            if (i > changes)
                break;
            cutAt(folder, operation, n, survivors, before);
            for (const fs::path& survivor : survivors) {
                INFO(operation.name << ", change " << n << " of " << changes << ", survived: " << survivor.filename());
                const Proof after = prove(survivor / "district.gpkg");
                CHECK(faultText(after) == "");
                CHECK((after.entries == before.entries || after.entries == before.entries + 1));
                if (n == 0)
                    CHECK(after.entries == before.entries + 1);
                CHECK(test::changeOnce(survivor / "district.gpkg") == "");
                after.entries == before.entries ? ++asBefore : ++asAfter;
            }
        }
        if (set != nullptr)
            std::cout << operation.name << ": " << changes << " changes of files; " << asBefore << " times as before, " << asAfter << " times as after" << std::endl;
    }
}
