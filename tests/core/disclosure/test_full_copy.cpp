// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/full_copy.h"
#include "tests/support/small_district.h"

using namespace gridwarden;
using namespace gridwarden::test;

TEST_CASE("a full copy stands in the journal with file and number of cases, and changes no record", "[core][disclosure]") {
    SmallDistrict small;
    small.report(core::GeoPoint{120.645, 28.005});
    small.report(core::GeoPoint{120.645, 28.005});
    const std::string undoable = small.district->store().undoable()->label.key;
    REQUIRE_FALSE(core::noteFullCopy(small.district.get(), small.actor, small.folder / "copy.gpkg"));
    const core::JournalEntry entry = small.district->store().journal(1)->front();
    CHECK(entry.kind == core::EntryKind::Note);
    CHECK(entry.label == core::Message{"full-copy", {(small.folder / "copy.gpkg").string(), "2"}});
    CHECK(entry.actor.name == "tester");
    CHECK(small.district->store().undoable()->label.key == undoable);
    CHECK(small.district->store().verifyJournal()->empty());
}

TEST_CASE("a full copy that cannot be noted is said", "[core][disclosure]") {
    SmallDistrict small;
    const std::filesystem::path path = small.district->path(), copy = small.folder / "copy.gpkg";
    small.district.reset();
    const auto district = core::District::open(path, core::OpenMode::ReadOnly);
    REQUIRE(district);
    const core::Message expected{"copy-not-noted", {copy.string()}};
    CHECK(core::noteFullCopy(district->get(), small.actor, copy) == expected);
    CHECK(core::noteFullCopy(nullptr, small.actor, copy) == expected);
}
