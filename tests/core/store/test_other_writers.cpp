// SPDX-License-Identifier: GPL-3.0-or-later
// What other programs do to a district: QGIS and GDAL leave parts of their own, and readers hold commits up.
#include "core/store/file_holders.h"
#include "core/store/foreign_traces.h"
#include "tests/support/reading_process.h"
#include "tests/support/small_district.h"
#include "tests/support/sound.h"

using namespace gridwarden;
using namespace gridwarden::core;
using gridwarden::test::ReadingProcess;
using gridwarden::test::SmallDistrict;

namespace fs = std::filesystem;

namespace {

/// As QGIS leaves a file in which a style was saved: GDAL's layer table with its registration, counts and triggers.
constexpr const char* SavedStyle = R"sql(
CREATE TABLE gpkg_ogr_contents(table_name TEXT NOT NULL PRIMARY KEY, feature_count INTEGER DEFAULT NULL);
CREATE TABLE layer_styles(id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_name TEXT, styleName TEXT, styleQML TEXT);
INSERT INTO gpkg_contents(table_name, data_type, identifier) VALUES ('layer_styles', 'attributes', 'layer_styles');
INSERT INTO gpkg_ogr_contents VALUES ('layer_styles', 1), ('cases', 1), ('areas', 5);
CREATE TRIGGER trigger_insert_feature_count_layer_styles AFTER INSERT ON layer_styles
 BEGIN UPDATE gpkg_ogr_contents SET feature_count = feature_count + 1 WHERE lower(table_name) = lower('layer_styles'); END;
CREATE TRIGGER trigger_delete_feature_count_layer_styles AFTER DELETE ON layer_styles
 BEGIN UPDATE gpkg_ogr_contents SET feature_count = feature_count - 1 WHERE lower(table_name) = lower('layer_styles'); END;
INSERT INTO layer_styles(f_table_name, styleName, styleQML) VALUES ('cases', 'by state', '<qgis/>');
UPDATE gpkg_contents SET min_x = 120, min_y = 28, max_x = 121, max_y = 29 WHERE table_name = 'cases';
CREATE TABLE gpkg_extensions(table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL);
INSERT INTO gpkg_extensions VALUES ('gone', 'geom', 'gpkg_rtree_index', 'http://example.org', 'write-only'), (NULL, NULL, 'gpkg_schema', 'x', 'read-write');
CREATE TRIGGER stamp AFTER UPDATE ON setting BEGIN UPDATE area SET note = 'altered'; END;
)sql";

std::size_t tracesIn(Connection& connection) {
    const auto traces = findForeignTraces(connection);
    REQUIRE(traces);
    return (traces->isWal ? 1 : 0) + (traces->hasCounts ? 1 : 0) + (traces->hasExtents ? 1 : 0) + traces->triggers.size() + traces->registrations.size();
}

} // namespace

TEST_CASE("our own district has no traces of others", "[core][store][traces]") {
    SmallDistrict small;
    CHECK(tracesIn(small.district->connection()) == 0);
}

TEST_CASE("what QGIS leaves is read as it is, and set right by the next change", "[core][store][traces]") {
    SmallDistrict small;
    small.report(GeoPoint{120.645, 28.005});
    const auto path = small.district->path();
    const bool isOpenMeanwhile = GENERATE(false, true);
    if (!isOpenMeanwhile)
        small.district.reset();
    {
        auto other = Connection::open(path, Connection::Access::ReadWrite);
        REQUIRE(other->script(SavedStyle));
        REQUIRE(other->text("PRAGMA journal_mode=WAL").value() == "wal");
        REQUIRE(other->run("UPDATE layer_styles SET styleName = 'by lamp'"));
    }
    if (!isOpenMeanwhile) {
        small.district = District::open(path, OpenMode::ReadWrite).value();
        const auto& remarks = small.district->store().remarks();
        REQUIRE(remarks.size() == 2);
        CHECK(remarks[0].kind == RemarkKind::OtherWriter);
        CHECK(remarks[1].kind == RemarkKind::LeftBehind);
        CHECK((*small.district->facts())->size() == 1);
        CHECK(tracesIn(small.district->connection()) > 0);
    }
    REQUIRE(small.district->change({"rename", {}}, small.actor, [](Change& change) { return saveSetting(change, "name", "新名"); }));
    Connection& connection = small.district->connection();
    CHECK(tracesIn(connection) == 0);
    CHECK(connection.text("PRAGMA journal_mode").value() == "delete");
    CHECK_FALSE(fs::exists(path.string() + "-wal"));
    CHECK(connection.text("SELECT styleName FROM layer_styles").value() == "by lamp"); // the user's own work stays
    CHECK(connection.integer("SELECT count(*) FROM area WHERE note = 'altered'").value() == 0);
    const auto journal = small.district->store().journal(2).value();
    CHECK(journal[0].label.key == "rename");
    CHECK(journal[1].label.key == "set-right");
    CHECK(journal[1].kind == EntryKind::Upkeep);
    REQUIRE(small.district->undo(small.actor));
    CHECK(small.district->name() == "测试区");
    test::requireSound(*small.district);
    CHECK(small.district->store().journal(100)->size() == 6); // set right once only
    small.district.reset();
    CHECK((*District::open(path, OpenMode::ReadWrite))->store().remarks().empty());
}

TEST_CASE("while another program has the file open in write-ahead mode, a change says so and is possible afterwards", "[core][store][traces]") {
    SmallDistrict small;
    const auto path = small.district->path();
    small.district.reset();
    auto other = std::make_unique<Connection>(Connection::open(path, Connection::Access::ReadWrite).value());
    REQUIRE(other->text("PRAGMA journal_mode=WAL").value() == "wal");
    REQUIRE(other->integer("SELECT count(*) FROM area").value() == 5);
    small.district = District::open(path, OpenMode::ReadWrite).value();
    const auto rename = [&] { return small.district->change({"rename", {}}, small.actor, [](Change& change) { return saveSetting(change, "name", "新名"); }); };
    const auto refused = rename();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Locked);
    CHECK(refused.error().what.key == "file-held-in-wal");
    CHECK(small.district->name() == "测试区");
    other.reset();
    CHECK(rename());
    CHECK(small.district->name() == "新名");
}

TEST_CASE("a commit waits for a reader in another program and says who it is", "[core][store][held-up]") {
    SmallDistrict small;
    const auto path = small.district->path();
    ReadingProcess reader(path);
    const std::string number = "(" + std::to_string(reader.process()) + ")";
    const auto rename = [&](const char* name) {
        return small.district->change({"rename", {}}, small.actor, [name](Change& change) { return saveSetting(change, "name", name); });
    };
    SECTION("and goes through when it ends") {
        int asked = 0;
        small.district->connection().setPatience([&](std::chrono::milliseconds) {
            if (++asked == 2) {
                const auto programs = programsHolding(path);
                REQUIRE(programs.size() == 1);
                CHECK(programs[0].find(number) != std::string::npos);
                reader.stop();
            }
            return true;
        });
        CHECK(rename("新名"));
        CHECK(asked >= 2);
        CHECK(small.district->name() == "新名");
    }
    SECTION("and changes nothing when one gives up") {
        const auto before = small.district->store().journal(100)->size();
        small.district->connection().setPatience([](std::chrono::milliseconds) { return false; });
        const auto refused = rename("新名");
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::Locked);
        REQUIRE(refused.error().what.key == "write-held-up-by");
        CHECK(refused.error().what.arguments[1].find(number) != std::string::npos);
        CHECK(small.district->store().journal(100)->size() == before);
        reader.stop();
        CHECK(rename("再来"));
        CHECK(small.district->name() == "再来");
    }
}
