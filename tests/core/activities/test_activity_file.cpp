// SPDX-License-Identifier: GPL-3.0-or-later
// Activities in the file: for other programs, in older districts, and in the check.
#include "core/activity_actions.h"
#include "core/check/check.h"
#include "core/check/repair.h"
#include "core/store/migration.h"
#include "tests/support/small_district.h"

#include <algorithm>
#include <string>

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

ActivityId addLeaflets(SmallDistrict& small) {
    Activity activity;
    activity.kind = "leaflets";
    activity.quantity = 400;
    activity.place = "人民广场";
    activity.point = GeoPoint{120.645, 28.005};
    activity.person = small.zhang;
    activity.time = ActivityTime::at(parseMoment("2026-03-02 23:30", small.district->timeZone()).value(),
                                     small.district->timeZone());
    return addActivity(*small.district, small.actor, activity).value();
}

std::vector<std::string> keysOf(const CheckReport& report) {
    std::vector<std::string> keys;
    for (const Finding& finding : report.findings)
        if (finding.isFault)
            keys.push_back(finding.what.key);
    return keys;
}

} // namespace

TEST_CASE("other programs see activities with names and readable times") {
    SmallDistrict small;
    const ActivityId id = addLeaflets(small);
    Connection& file = small.district->connection();
    const auto row = file.first("SELECT fid, kind_name, chapter, place, quantity, unit, first, day, first_local, "
                                "organisation, person, hex(geometry), people FROM "
                                "activities",
                                {}, [](const Row& r) {
                                    std::vector<std::string> texts;
                                    for (int i = 0; i < 12; ++i)
                                        texts.push_back(r.text(i));
                                    texts.push_back(r.isNull(12) ? "NULL" : r.text(12));
                                    return texts;
                                });
    REQUIRE(row);
    REQUIRE(*row);
    // The geometry: magic "GP", version 0, flags 1 (little-endian, no envelope), SRS 4490 = 0x118A, then WKB of a
    // point.
    CHECK(**row == std::vector<std::string>{std::to_string(id.value()), "发放宣传资料", "publicity", "人民广场",
                                            "400.0", "份", "2026-03-02T15:30:00Z", "2026-03-02", "2026-03-02 23:30",
                                            "一中队", "张三",
                                            "475000018A1100000101000000E17A14AE47295E40E17A14AE47013C40", "NULL"});
    CHECK_FALSE(file.run("INSERT INTO activities(fid) VALUES (1)")); // it cannot be written
    CHECK(file.text("SELECT geometry_type_name FROM gpkg_geometry_columns WHERE table_name = 'activities'").value() ==
          "POINT");
}

TEST_CASE("a district of an older schema gets the list of kinds when it is migrated") {
    ScratchFolder folder;
    const auto path = folder / "old.gpkg";
    std::filesystem::copy_file(GRIDWARDEN_TEST_DATA "/districts/schema_2.gpkg", path);
    {
        const auto read = District::open(path, OpenMode::ReadOnly); // through a migrated copy
        REQUIRE(read);
        CHECK((*read)->activityLists().kinds().size() > 40);
    }
    const auto migrated = migrate(path, {"tester", PersonId()}, copyOnShelf);
    REQUIRE(migrated);
    const auto district = District::open(path, OpenMode::ReadWrite);
    REQUIRE(district);
    CHECK((*district)->activityLists().find("leaflets") != nullptr);
    Activity activity;
    activity.kind = "leaflets";
    activity.time = ActivityTime::at(now(), (*district)->timeZone());
    CHECK(addActivity(**district, {"tester", PersonId()}, activity));
}

TEST_CASE("the check finds nothing wrong with sound activities and names what is") {
    SmallDistrict small;
    addLeaflets(small);
    Store& store = small.district->store();
    const auto clean = checkFile(store);
    REQUIRE(clean);
    CHECK(keysOf(*clean).empty());
    Connection& file = small.district->connection();
    const auto [sql, key] = GENERATE(table<const char*, const char*>({
        {"UPDATE activity SET kind = 'gone'", "activity-without-kind"},
        {"UPDATE activity SET person = 12345", "activity-orphan"},
        {"UPDATE activity SET last = first - 60", "activity-time-wrong"},
        {"INSERT INTO activity_plan(id, kind, unit, recurrence) VALUES (1, 'leaflets', '份', '{')",
         "activity-plan-orphan"},
        {"DROP VIEW activities", "schema-missing"},
        {"DELETE FROM gpkg_geometry_columns WHERE table_name = 'activities'", "geopackage-geometry-missing"},
        {"UPDATE gpkg_contents SET min_x = 0, min_y = 0, max_x = 1, max_y = 1 WHERE table_name = 'activities'",
         "geopackage-extent-wrong"},
    }));
    INFO(sql);
    REQUIRE(file.run(sql));
    const auto found = checkFile(store);
    REQUIRE(found);
    const auto keys = keysOf(*found);
    CHECK(std::find(keys.begin(), keys.end(), key) != keys.end());
    if (std::string(key).starts_with("activity"))
        return;
    REQUIRE(repairFile(*small.district, small.actor));
    CHECK(keysOf(checkFile(store).value()).empty());
    CHECK(file.integer("SELECT count(*) FROM activities").value() == 1);
}
