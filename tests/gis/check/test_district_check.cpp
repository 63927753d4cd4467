// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/check/district_check.h"
#include "core/base/digest.h"
#include "tests/app/cases/photo_file.h"
#include "tests/support/small_district.h"
#include "tests/support/sound.h"

#include <algorithm>

using namespace gridwarden;
using namespace gridwarden::core;
using gridwarden::test::SmallDistrict;

namespace {

const Finding* find(const CheckReport& report, std::string_view key) {
    const auto found = std::find_if(report.findings.begin(), report.findings.end(), [&](const Finding& f) { return f.what.key == key; });
    return found == report.findings.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("the check notes gaps and overlaps of areas with their places", "[gis][check]") {
    SmallDistrict small;
    REQUIRE(small.district->change({"test", {}}, small.actor, [&](Change& change) {
        Area grid = *small.district->areas().find(small.grids[0]);
        grid.shape = test::square(120.64, 28.00, 0.0105); // into its neighbours
        return updateArea(change, grid);
    }));
    const auto report = gis::checkDistrict(small.district->store());
    REQUIRE(report);
    CHECK(report->faults() == 0);
    const Finding* const overlap = find(*report, "cover-overlap");
    REQUIRE(overlap != nullptr);
    CHECK_FALSE(overlap->isFault);
    CHECK(overlap->remedy == Remedy::Edit);
    CHECK_FALSE(overlap->area.isNull());
    REQUIRE(overlap->place);
    CHECK(std::abs(overlap->place->longitude - 120.65) < 0.02);
}

TEST_CASE("a repair copies first, says what it did, and makes missing small pictures", "[gis][check]") {
    SmallDistrict small;
    CaseDraft draft;
    draft.place = GeoPoint{120.645, 28.005};
    draft.category = small.category("09006");
    draft.photos.push_back({test::makePhoto(small.folder / "photo.jpg"), "near", {}, {}, ""});
    REQUIRE(reportCase(*small.district, small.actor, draft));
    REQUIRE(small.district->connection().run("UPDATE case_state SET state = 5"));
    const auto backup = gis::repairBackupName(*small.district);
    const auto repaired = gis::repairDistrict(*small.district, small.actor, backup);
    REQUIRE(repaired);
    CHECK(repaired->backup == backup);
    CHECK(repaired->left.faults() == 0);
    CHECK(find(repaired->left, "photo-thumbnail-missing") == nullptr);
    const RepairSteps expected{{"repaired-states", {"1"}}, {"repaired-thumbnails", {"1"}}};
    CHECK(repaired->done == expected);
    test::requireSound(*small.district);
    CHECK(small.district->connection().integer("SELECT length(thumbnail) > 500 FROM photo").value() == 1);
    auto copy = Store::open(backup, OpenMode::ReadOnly); // is as it was before
    REQUIRE(copy);
    CHECK((*copy)->connection().integer("SELECT state FROM case_state").value() == 5);

    SECTION("a sound district is left alone and not copied") {
        const auto before = sha256OfFile(small.district->path()).value();
        const auto again = gis::repairDistrict(*small.district, small.actor, small.folder / "second.gpkg");
        REQUIRE(again);
        CHECK(again->done.empty());
        CHECK(again->backup.empty());
        CHECK_FALSE(std::filesystem::exists(small.folder / "second.gpkg"));
        CHECK(sha256OfFile(small.district->path()).value() == before);
    }
    SECTION("without room for the copy nothing is changed") {
        REQUIRE(small.district->connection().run("UPDATE case_state SET state = 5"));
        const auto refused = gis::repairDistrict(*small.district, small.actor, small.folder / "no such folder" / "copy.gpkg");
        REQUIRE_FALSE(refused);
        CHECK(refused.error().what.key == "backup-failed");
        CHECK(small.district->connection().integer("SELECT state FROM case_state").value() == 5);
    }
}
