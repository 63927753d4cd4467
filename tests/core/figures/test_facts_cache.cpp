// SPDX-License-Identifier: GPL-3.0-or-later
// The snapshot of the facts is believed for exactly the state it was made from, and never when it is damaged.
#include "core/base/resources.h"
#include "core/figures/facts_cache.h"
#include "tests/core/figures/random_desk.h"

#include <fstream>

using namespace gridwarden::core;
using namespace gridwarden::test;
namespace fs = std::filesystem;

namespace {

/// Facts of which some were changed, removed and added later.
std::shared_ptr<const CaseFacts> someFacts() {
    FactsBuilder first;
    for (std::int64_t id = 1; id <= 5000; ++id) {
        CaseFact fact = reportedCase(2 * id);
        fact.longitude = 120.6 + static_cast<double>(id) / 3e6;
        fact.latitude = 28.0;
        fact.grid = AreaId(1 + id % 700);
        fact.source = first.source(id % 3 == 0 ? "patrol" : "video");
        first.append(fact);
    }
    FactsBuilder second(*first.finish());
    second.remove(CaseId(10));
    second.put(reportedCase(7));
    second.put(reportedCase(3));
    return second.finish();
}

void write(const fs::path& path, std::string_view bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::vector<std::tuple<std::size_t, std::int64_t, CaseState, std::int64_t, std::int64_t, std::string>> contentOf(const CaseFacts& facts) {
    std::vector<std::tuple<std::size_t, std::int64_t, CaseState, std::int64_t, std::int64_t, std::string>> all;
    facts.each([&](std::size_t row, const CaseFact& fact) {
        all.emplace_back(row, fact.id.value(), fact.state, fact.grid.value(), fact.due,
                         fact.source < 0 ? "" : facts.sources()[static_cast<std::size_t>(fact.source)]);
    });
    return all;
}

} // namespace

TEST_CASE("facts come back from their snapshot, rows and all", "[core][figures]") {
    const SmallDistrict sample;
    const fs::path file = sample.folder / "a.facts";
    const auto facts = someFacts();
    REQUIRE(FactsFile::write(file, *facts, "origin", {}));
    const auto again = FactsFile::read(file, "origin");
    REQUIRE(again);
    CHECK(contentOf(*again) == contentOf(*facts));
    CHECK(again->rowOf(CaseId(7)) == facts->rowOf(CaseId(7)));
    CHECK_FALSE(again->rowOf(CaseId(10)));
    FactsBuilder back(*again); // a case that comes back gets its row back
    back.put(reportedCase(10));
    CHECK(back.finish()->rowOf(CaseId(10)) == std::optional<std::size_t>(4));

    CHECK_FALSE(FactsFile::read(file, "origin "));
    CHECK_FALSE(FactsFile::read(sample.folder / "none.facts", "origin"));
    const std::string bytes = readFile(file).value();
    const fs::path damaged = sample.folder / "damaged.facts";
    for (std::size_t place = 0; place < bytes.size(); place += 1 + bytes.size() / 300) {
        std::string other = bytes;
        other[place] = static_cast<char>(other[place] ^ 0x10);
        write(damaged, other);
        CHECK_FALSE(FactsFile::read(damaged, "origin"));
        write(damaged, std::string_view(bytes).substr(0, place));
        CHECK_FALSE(FactsFile::read(damaged, "origin"));
    }
}

TEST_CASE("a snapshot is taken for the state it was made from and for no other", "[core][figures]") {
    RandomDesk desk(7);
    for (int i = 0; i < 60; ++i)
        desk.act();
    const fs::path cache = desk.sample.folder / "cache";
    const fs::path path = desk.district().path();
    desk.district().setFactsCache(cache);
    REQUIRE(desk.district().facts());
    CHECK_FALSE(desk.district().factsToKeep()); // so few are read at once
    auto keep = desk.district().factsToKeep(1);
    REQUIRE(keep);
    REQUIRE((*keep)({}));
    CHECK_FALSE(desk.district().factsToKeep(1)); // nothing new
    const auto before = contentOf(*desk.district().facts().value());

    // What opens takes it: a snapshot with other contents of the same state shows that.
    const auto reopened = [&] {
        auto district = District::open(path, OpenMode::ReadOnly).value();
        district->setFactsCache(cache);
        auto facts = district->facts().value();
        return std::pair(contentOf(*facts), district->factsToKeep(1).has_value());
    };
    CHECK(reopened() == std::pair(before, false));

    SECTION("not after a change, an undo, or an import") {
        const auto what = GENERATE(0, 1, 2);
        for (int i = 0; i < 8; ++i) // an act need not change what the facts say
            if (what == 0)
                desk.act();
            else if (what == 1)
                desk.takeBack();
        if (what == 2)
            desk.import(5);
        const auto now = contentOf(*desk.district().facts().value());
        CHECK(reopened() == std::pair(now, true));
        CHECK(now != before);
    }
    SECTION("not after another program wrote") {
        desk.sample.district.reset();
        auto other = Connection::open(path, Connection::Access::ReadWrite).value();
        REQUIRE(other.run("UPDATE case_state SET due = 12345"));
        const auto found = reopened();
        CHECK(found.second);
        CHECK(std::all_of(found.first.begin(), found.first.end(), [](const auto& fact) { return std::get<4>(fact) == 12345; }));
    }
    SECTION("not when it is damaged") {
        for (const auto& entry : fs::directory_iterator(cache))
            write(entry.path(), "damaged");
        CHECK(reopened() == std::pair(before, true));
    }
}

TEST_CASE("only the snapshots of the latest districts are kept", "[core][figures]") {
    const SmallDistrict sample;
    const auto facts = someFacts();
    for (int i = 0; i < 5; ++i) {
        const FactsCache cache(sample.folder / "cache", std::to_string(i));
        REQUIRE(cache.write(*facts, "origin", {}));
        fs::last_write_time(cache.file(), fs::file_time_type::clock::now() - std::chrono::minutes(10 - i));
    }
    write(sample.folder / "cache/other.txt", "not ours");
    REQUIRE(FactsCache(sample.folder / "cache", "last").write(*facts, "origin", {}));
    std::size_t kept = 0;
    for (const auto& entry : fs::directory_iterator(sample.folder / "cache"))
        kept += entry.path().extension() == ".facts" ? 1 : 0;
    CHECK(kept == FactsCache::MostFiles);
    CHECK(FactsCache(sample.folder / "cache", "last").read("origin"));
    CHECK(FactsCache(sample.folder / "cache", "4").read("origin"));
    CHECK_FALSE(FactsCache(sample.folder / "cache", "0").read("origin"));
    CHECK(fs::exists(sample.folder / "cache/other.txt"));
}

TEST_CASE("a snapshot that is not finished leaves the one before", "[core][figures]") {
    const SmallDistrict sample;
    const FactsCache cache(sample.folder / "cache", "one");
    const auto facts = someFacts();
    REQUIRE(cache.write(*facts, "before", {}));
    CHECK_FALSE(cache.write(*facts, "after", [] { return false; }));
    CHECK(cache.read("before"));
    CHECK_FALSE(cache.read("after"));
}
