// SPDX-License-Identifier: GPL-3.0-or-later
// A district gets its name when all of it is there.
#include "tests/support/small_district.h"
#include "tests/support/sound.h"

#include <fstream>

using namespace gridwarden::core;
using gridwarden::test::ScratchFolder;
using gridwarden::test::SmallDistrict;

namespace {

const NewDistrict Description{"新区", "Asia/Shanghai", ""};

std::vector<std::string> namesIn(const ScratchFolder& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        names.push_back(entry.path().filename().string());
    return names;
}

} // namespace

TEST_CASE("a district whose filling fails never was", "[core][store]") {
    const ScratchFolder folder;
    const auto made = District::create(folder / "new.gpkg", Description, [&](District& district) -> Result<void> {
        CHECK(district.name() == "新区");
        CHECK_FALSE(std::filesystem::exists(folder / "new.gpkg"));
        return fail(ErrorCode::Cancelled, {"cancelled", {}});
    });
    REQUIRE_FALSE(made);
    CHECK(made.error().code == ErrorCode::Cancelled);
    CHECK(namesIn(folder).empty());
}

TEST_CASE("what a killed creation left is in nobody's way", "[core][store]") {
    const ScratchFolder folder;
    for (const char* left : {"new.gpkg.part", "new.gpkg.part-journal", "new.gpkg.part.lock", "new.gpkg.lock"})
        std::ofstream(folder / left) << "rubbish";
    const auto made = District::create(folder / "new.gpkg", Description);
    REQUIRE(made);
    gridwarden::test::requireSound(**made);
    CHECK_FALSE(std::filesystem::exists(folder / "new.gpkg.part"));
}

TEST_CASE("a journal of a file that was there before is not played into a new one", "[core][store]") {
    SmallDistrict small;
    const auto other = small.district->path();
    small.district.reset();
    const ScratchFolder folder;
    {
        // The journal of a running transaction, as a crash leaves it.
        auto connection = Connection::open(other, Connection::Access::ReadWrite);
        REQUIRE(connection);
        REQUIRE(connection->script("PRAGMA cache_size=1; BEGIN IMMEDIATE; UPDATE category SET name = name || 'x'; UPDATE journal SET label = 'x'"));
        std::filesystem::copy_file(other.string() + "-journal", folder / "new.gpkg-journal");
    }
    auto made = District::create(folder / "new.gpkg", Description);
    REQUIRE(made);
    made->reset();
    const auto again = District::open(folder / "new.gpkg", OpenMode::ReadWrite);
    REQUIRE(again);
    gridwarden::test::requireSound(**again);
    CHECK((*again)->name() == "新区");
}

TEST_CASE("two cannot make one district at once", "[core][store]") {
    const ScratchFolder folder;
    const auto made = District::create(folder / "new.gpkg", Description, [&](District&) -> Result<void> {
        CHECK(District::create(folder / "new.gpkg", Description).error().code == ErrorCode::Locked);
        return {};
    });
    CHECK(made);
}
