// SPDX-License-Identifier: GPL-3.0-or-later
// A district is damaged in one way after the other: the check finds each, and a repair sets right what it promises to.
#include "core/check/repair.h"
#include "tests/support/random_actions.h"
#include "tests/support/sound.h"

#include <algorithm>
#include <fstream>
#include <set>

using namespace gridwarden;
using namespace gridwarden::core;
using gridwarden::test::RandomActions;
using gridwarden::test::SmallDistrict;

namespace {

struct Damage {
    const char* sql;
    const char* key;       ///< the finding that has to be there
    bool isRepaired = false;
};

/// Written past the door, as a slip of the disk or another program would.
const Damage Damages[] = {
    // What follows from the steps
    {"UPDATE case_state SET state = 5 WHERE case_id = (SELECT max(case_id) FROM case_state)", "case-state-differs", true},
    {"UPDATE case_state SET due = coalesce(due, 0) + 1 WHERE case_id = (SELECT min(case_id) FROM case_state)", "case-state-differs", true},
    {"UPDATE case_state SET grid = 99 WHERE case_id = (SELECT min(case_id) FROM case_state)", "case-state-differs", true},
    {"UPDATE case_state SET geometry = x'00' WHERE case_id = (SELECT min(case_id) FROM case_state)", "case-state-differs", true},
    {"UPDATE case_state SET utc_offset = 0 WHERE case_id = (SELECT min(case_id) FROM case_state)", "case-state-differs", true},
    {"DELETE FROM case_state WHERE case_id = (SELECT max(case_id) FROM case_state)", "case-state-missing", true},
    {"DELETE FROM case_state", "case-state-missing", true},
    {"UPDATE case_state SET case_id = 77 WHERE case_id = (SELECT max(case_id) FROM case_state)", "case-state-orphan", true},
    // Steps and reports, of which there is no other copy
    {"DELETE FROM step WHERE case_id = (SELECT max(case_id) FROM step)", "case-without-steps"},
    {"UPDATE step SET case_id = 5 WHERE id = (SELECT max(id) FROM step)", "step-orphan"},
    {"UPDATE step SET detail = '{' WHERE id = (SELECT max(id) FROM step)", "case-unreadable"},
    {"UPDATE step SET kind = 99 WHERE id = (SELECT max(id) FROM step)", "case-unreadable"},
    {"UPDATE step SET person = 99 WHERE id = (SELECT max(id) FROM step)", "step-without-person"},
    {"UPDATE step SET batch = 99 WHERE id = (SELECT max(id) FROM step)", "step-without-batch"},
    {"UPDATE case_report SET batch = 99 WHERE id = (SELECT max(id) FROM case_report)", "case-without-batch"},
    {"UPDATE case_report SET category = 99 WHERE id = (SELECT max(id) FROM case_report)", "case-without-category-row"},
    // Registers
    {"UPDATE area_member SET parent = 99 WHERE id = (SELECT max(id) FROM area_member)", "membership-orphan"},
    {"INSERT INTO area_succession VALUES (1 << 22, 98, 99, '2026-01-01')", "succession-orphan"},
    {"UPDATE duty SET person = 99 WHERE id = (SELECT max(id) FROM duty)", "duty-orphan"},
    {"UPDATE duty SET area = 99 WHERE id = (SELECT max(id) FROM duty)", "duty-orphan"},
    {"UPDATE person SET organisation = 99 WHERE id = (SELECT max(id) FROM person)", "person-without-organisation"},
    {"UPDATE organisation SET parent = 99", "organisation-without-parent"},
    {"INSERT INTO person_contact VALUES (99, '577-0000')", "contact-orphan"},
    {"INSERT INTO person_certificate VALUES (1 << 22, 99, 'enforcement', NULL, NULL)", "certificate-orphan"},
    {"INSERT INTO person_certificate SELECT 1 << 22, id, 'enforcement', '2026-02-01', '2026-01-31' FROM person LIMIT 1", "certificate-orphan"},
    {"UPDATE limit_rule SET category = 99 WHERE id = (SELECT max(id) FROM limit_rule)", "limit-orphan"},
    {"UPDATE category SET parent = 99 WHERE id = (SELECT max(id) FROM category)", "category-without-parent"},
    {"UPDATE category SET batch = 99 WHERE id = (SELECT max(id) FROM category)", "category-without-batch"},
    {"UPDATE area SET kind = 'planet' WHERE id = (SELECT max(id) FROM area)", "area-row-kind-unknown"},
    // Shapes: magic, system, envelope, ring, length
    {"UPDATE area SET geometry = x'4750' WHERE id = (SELECT max(id) FROM area)", "area-geometry-broken"},
    {"UPDATE area SET geometry = CAST(x'5858' || substr(geometry, 3) AS BLOB) WHERE id = (SELECT max(id) FROM area)", "area-geometry-broken"},
    {"UPDATE area SET geometry = CAST(substr(geometry, 1, 4) || x'E6100000' || substr(geometry, 9) AS BLOB) WHERE id = (SELECT max(id) FROM area)",
     "area-geometry-broken"},
    {"UPDATE area SET geometry = CAST(substr(geometry, 1, 8) || zeroblob(8) || substr(geometry, 17) AS BLOB) WHERE id = (SELECT max(id) FROM area)",
     "area-geometry-broken"},
    {"UPDATE area SET geometry = CAST(substr(geometry, 1, length(geometry) - 16) || zeroblob(16) AS BLOB) WHERE id = (SELECT max(id) FROM area)",
     "area-geometry-broken"},
    {"UPDATE area SET geometry = CAST(substr(geometry, 1, length(geometry) - 1) AS BLOB) WHERE id = (SELECT max(id) FROM area)", "area-geometry-broken"},
    // The journal
    {"UPDATE journal SET actor = 'someone else' WHERE sequence = 3", "journal-altered"},
    {"DELETE FROM journal WHERE sequence = 3", "journal-gap"},
    {"UPDATE journal SET changeset = x'00' WHERE sequence = 3", "journal-changeset-altered"},
    {"UPDATE journal SET target = 99 WHERE sequence = 3", "entry-without-target"},
    {"INSERT INTO journal_touch VALUES (99, 'area', '1')", "touch-orphan"},
    // Counters
    {"UPDATE counter SET value = 0", "counter-low", true},
    {"DELETE FROM counter", "counter-low", true},
    {"UPDATE desk SET last_id = 0", "desk-last-id-low", true},
    {"DELETE FROM desk", "desk-unknown", true},
    {"UPDATE desk SET number = 300", "desk-number-wrong"},
    {"INSERT INTO organisation VALUES (-5, 'X', 'X', 'squad', NULL, '', 1)", "id-out-of-range"},
    // What other programs see
    {"DROP VIEW cases", "schema-missing", true},
    {"DROP VIEW areas; CREATE VIEW areas AS SELECT 1 AS fid", "schema-altered", true},
    {"DROP INDEX step_case", "schema-missing", true},
    {"DROP INDEX step_case; CREATE INDEX step_case ON step(actor)", "schema-altered", true},
    {"DROP TABLE type_cases", "schema-missing", true},
    {"CREATE TRIGGER sneaky AFTER INSERT ON step BEGIN DELETE FROM photo; END", "schema-trigger", true},
    {"ALTER TABLE person ADD COLUMN nickname TEXT", "schema-altered"},
    {"DROP TABLE area_succession", "schema-missing"},
    {"DROP TABLE gpkg_geometry_columns", "schema-missing", true},
    {"PRAGMA application_id = 5", "geopackage-mark", true},
    {"PRAGMA user_version = 5", "geopackage-mark", true},
    {"DELETE FROM gpkg_contents WHERE table_name = 'duties'", "geopackage-layer-missing", true},
    {"UPDATE gpkg_contents SET data_type = 'tiles' WHERE table_name = 'cases'", "geopackage-layer-altered", true},
    {"UPDATE gpkg_contents SET last_change = 'yesterday' WHERE table_name = 'cases'", "geopackage-layer-altered", true},
    {"UPDATE gpkg_contents SET min_x = 0, min_y = 0, max_x = 1, max_y = 1 WHERE table_name = 'areas'", "geopackage-extent-wrong", true},
    {"UPDATE gpkg_contents SET min_x = 0, min_y = 0, max_x = 1, max_y = 1 WHERE table_name = 'cases'", "geopackage-extent-wrong", true},
    {"INSERT INTO gpkg_contents(table_name, data_type, identifier) VALUES ('ghosts', 'attributes', 'ghosts')", "geopackage-layer-without-table", true},
    {"DELETE FROM gpkg_geometry_columns WHERE table_name = 'areas'", "geopackage-geometry-missing", true},
    {"UPDATE gpkg_geometry_columns SET srs_id = 4326 WHERE table_name = 'areas'", "geopackage-geometry-altered", true},
    {"DELETE FROM gpkg_spatial_ref_sys WHERE srs_id = -1", "geopackage-system-missing", true},
    {"PRAGMA foreign_keys = OFF; DELETE FROM gpkg_spatial_ref_sys WHERE srs_id = 4490; PRAGMA foreign_keys = ON", "foreign-key-broken", true},
    {"UPDATE gpkg_spatial_ref_sys SET definition = 'flat' WHERE srs_id = 4490", "geopackage-system-altered", true},
};

std::set<std::string> faultKeys(Store& store) {
    const auto report = checkFile(store);
    REQUIRE(report);
    std::set<std::string> keys;
    for (const Finding& finding : report->findings)
        if (finding.isFault)
            keys.insert(finding.what.key);
    return keys;
}

/// Everything the desk did and everything entered, which no repair may touch.
std::string truth(Connection& connection) {
    std::string text;
    for (const char* sql : {"SELECT group_concat(quote(id) || quote(case_id) || quote(kind) || quote(at) || quote(detail) || quote(batch)) FROM step",
                            "SELECT group_concat(quote(id) || quote(number) || quote(description) || quote(longitude)) FROM case_report",
                            "SELECT group_concat(quote(sequence) || quote(hash) || quote(changeset)) FROM journal WHERE kind <> 6",
                            "SELECT group_concat(quote(id) || quote(person) || quote(area)) FROM duty"})
        text += connection.text(sql).value() + "\n";
    return text;
}

/// A district in which much has happened, made once.
const std::string& livedInDistrict() {
    static const std::string bytes = [] {
        SmallDistrict small;
        small.report(GeoPoint{120.645, 28.005});
        small.report(GeoPoint{120.655, 28.005});
        RandomActions actions(small, 7);
        for (int i = 0; i < 40; ++i)
            actions.act();
        test::requireSound(*small.district);
        const auto path = small.district->path();
        small.district.reset();
        std::ifstream file(path, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    }();
    return bytes;
}

std::filesystem::path copyOf(const test::ScratchFolder& folder, const std::string& bytes) {
    const auto path = folder / "copy.gpkg";
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

} // namespace

TEST_CASE("each damage is found, and repaired where that is promised", "[core][check][property]") {
    const Damage& damage = Damages[static_cast<std::size_t>(GENERATE(range(0, static_cast<int>(std::size(Damages)))))];
    INFO(damage.sql);
    const test::ScratchFolder folder;
    const auto path = copyOf(folder, livedInDistrict());
    {
        auto raw = Connection::open(path, Connection::Access::ReadWrite);
        REQUIRE(raw);
        REQUIRE(raw->script(damage.sql));
    }
    {
        auto store = Store::open(path, OpenMode::ReadOnly);
        REQUIRE(store);
        CHECK(faultKeys(**store).contains(damage.key));
    }
    auto district = District::open(path, OpenMode::ReadWrite);
    if (!district)
        return; // a shape that cannot be read: nothing of it is promised
    const std::string before = truth((*district)->connection());
    const auto repaired = repairFile(**district, {"tester", {}});
    const auto left = faultKeys((*district)->store());
    CHECK(truth((*district)->connection()) == before);
    if (!damage.isRepaired) {
        CHECK(left.contains(damage.key));
        return;
    }
    REQUIRE(repaired);
    CHECK_FALSE(repaired->empty());
    CHECK(left == std::set<std::string>{});
    const auto newest = (*district)->store().journal(1);
    REQUIRE(newest);
    CHECK(newest->front().kind == EntryKind::Upkeep);
    // The desk goes on where it was, and what was done before can still be taken back.
    const auto again = repairFile(**district, {"tester", {}});
    REQUIRE(again);
    CHECK(again->empty());
    CHECK((*district)->undo({"tester", {}}));
    test::requireSound(**district);
}

TEST_CASE("several damages at once are found and repaired together", "[core][check][property]") {
    std::mt19937 random(static_cast<unsigned>(GENERATE(1, 2, 3, 4, 5, 6)));
    const test::ScratchFolder folder;
    const auto path = copyOf(folder, livedInDistrict());
    std::vector<const Damage*> chosen;
    {
        auto raw = Connection::open(path, Connection::Access::ReadWrite);
        REQUIRE(raw);
        for (int i = 0; i < 4; ++i) {
            const Damage& damage = Damages[std::uniform_int_distribution<std::size_t>(0, std::size(Damages) - 1)(random)];
            if (damage.isRepaired && raw->script(damage.sql)) // one may stand in the way of another
                chosen.push_back(&damage);
        }
    }
    auto district = District::open(path, OpenMode::ReadWrite);
    REQUIRE(district);
    CHECK(faultKeys((*district)->store()).empty() == chosen.empty());
    REQUIRE(repairFile(**district, {"tester", {}}));
    test::requireSound(**district);
}

TEST_CASE("a damaged index is found by its page and made anew", "[core][check]") {
    const test::ScratchFolder folder;
    const auto path = copyOf(folder, livedInDistrict());
    std::int64_t rootPage = 0;
    std::int64_t pageSize = 0;
    {
        auto raw = Connection::open(path, Connection::Access::ReadOnly);
        REQUIRE(raw);
        rootPage = raw->integer("SELECT rootpage FROM sqlite_master WHERE name = 'case_report_number'").value();
        pageSize = raw->integer("PRAGMA page_size").value();
    }
    {
        // One letter of a number in the index's page, not of the table's.
        std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
        file.seekg((rootPage - 1) * pageSize);
        std::string page(static_cast<std::size_t>(pageSize), '\0');
        file.read(page.data(), pageSize);
        const auto at = page.rfind("2026-");
        REQUIRE(at != std::string::npos);
        file.seekp((rootPage - 1) * pageSize + static_cast<std::streamoff>(at));
        file.put('9');
    }
    auto district = District::open(path, OpenMode::ReadWrite);
    REQUIRE(district);
    CHECK(faultKeys((*district)->store()).contains("file-damaged"));
    const auto repaired = repairFile(**district, {"tester", {}});
    REQUIRE(repaired);
    CHECK(std::any_of(repaired->begin(), repaired->end(), [](const Message& step) { return step.key == "repaired-indexes"; }));
    test::requireSound(**district);
}
