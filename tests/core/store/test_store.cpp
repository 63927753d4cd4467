// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/small_district.h"
#include "tests/support/sound.h"

#include "core/base/digest.h"

using namespace gridwarden;
using namespace gridwarden::core;
using gridwarden::test::ScratchFolder;
using gridwarden::test::SmallDistrict;

TEST_CASE("a new district opens again with what was put in", "[core][store]") {
    SmallDistrict small;
    const CaseId id = small.report(GeoPoint{120.645, 28.005});
    const std::string number = small.load(id).report.number;
    const auto path = small.district->path();
    small.district.reset();

    auto again = District::open(path, OpenMode::ReadWrite);
    REQUIRE(again);
    CHECK((*again)->name() == "测试区");
    CHECK((*again)->areas().all().size() == 5);
    const auto found = findCase((*again)->connection(), number);
    REQUIRE(found);
    REQUIRE(*found);
    CHECK(**found == id);
    CHECK(loadCase((*again)->connection(), id)->grid == small.grids[0]);
}

TEST_CASE("opening alone changes no byte", "[core][store]") {
    SmallDistrict small;
    small.report(GeoPoint{120.645, 28.005});
    const auto path = small.district->path();
    small.district.reset();
    const auto before = sha256OfFile(path).value();
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
        auto opened = District::open(path, mode);
        REQUIRE(opened);
        REQUIRE((*opened)->facts());
        opened->reset();
        CHECK(sha256OfFile(path).value() == before);
    }
    CHECK_FALSE(std::filesystem::exists(path.string() + ".lock"));
}

TEST_CASE("a failing change leaves nothing behind", "[core][store]") {
    SmallDistrict small;
    const auto before = small.district->store().journal(100)->size();
    const auto done = small.district->change({"test", {}}, small.actor, [&](Change& change) -> Result<void> {
        if (auto saved = saveSetting(change, "name", "另一个"); !saved)
            return saved;
        return fail(ErrorCode::Refused, {"because", {}});
    });
    REQUIRE_FALSE(done);
    CHECK(done.error().what.key == "because");
    CHECK(small.district->connection().text("SELECT value FROM setting WHERE key = 'name'").value() == "测试区");
    CHECK(small.district->store().journal(100)->size() == before);
}

TEST_CASE("a second writer is told who holds the district and may read", "[core][store]") {
    SmallDistrict small;
    const auto second = Store::open(small.district->path(), OpenMode::ReadWrite);
    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::Locked);
    REQUIRE(second.error().what.key == "district-in-use");
    CHECK_FALSE(second.error().what.arguments[0].empty());
    CHECK(Store::open(small.district->path(), OpenMode::ReadOnly));
}

TEST_CASE("a reader cannot change the district", "[core][store]") {
    SmallDistrict small;
    const auto path = small.district->path();
    small.district.reset();
    auto reader = District::open(path, OpenMode::ReadOnly);
    REQUIRE(reader);
    const auto done = (*reader)->change({"test", {}}, small.actor, [](Change& change) { return saveSetting(change, "name", "x"); });
    REQUIRE_FALSE(done);
    CHECK(done.error().code == ErrorCode::ReadOnly);
}

TEST_CASE("files that are not districts are refused by what they are", "[core][store]") {
    const ScratchFolder folder;
    const auto write = [&](const char* name, const std::string& sql) {
        auto connection = Connection::open(folder / name, Connection::Access::Create);
        REQUIRE(connection);
        REQUIRE(connection->script(sql));
        return folder / name;
    };
    CHECK(Store::open(folder / "nothing.gpkg", OpenMode::ReadOnly).error().code == ErrorCode::NotFound);
    CHECK(Store::open(write("other.gpkg", "CREATE TABLE t(x)"), OpenMode::ReadOnly).error().code == ErrorCode::NotDistrict);
    FILE* text = std::fopen((folder / "text.gpkg").c_str(), "w");
    for (int i = 0; i < 200; ++i)
        std::fputs("this is no database\n", text);
    std::fclose(text);
    CHECK(Store::open(folder / "text.gpkg", OpenMode::ReadOnly).error().code == ErrorCode::NotDistrict);
}

TEST_CASE("a newer schema that this version must not read is refused kindly", "[core][store]") {
    SmallDistrict small;
    const auto path = small.district->path();
    small.district.reset();
    {
        auto connection = Connection::open(path, Connection::Access::ReadWrite);
        REQUIRE(connection->run("INSERT INTO schema_version VALUES (99, 99, 'from the future', 0)"));
    }
    const auto opened = Store::open(path, OpenMode::ReadWrite);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::NewerSchema);
}

TEST_CASE("undo and redo work across restarts and never free a case number", "[core][store]") {
    SmallDistrict small;
    const CaseId first = small.report(GeoPoint{120.645, 28.005});
    const std::string number = small.load(first).report.number;
    const auto path = small.district->path();
    small.district.reset();

    small.district = std::move(District::open(path, OpenMode::ReadWrite).value());
    REQUIRE(small.district->undo(small.actor));
    CHECK_FALSE(findCase(small.district->connection(), number)->has_value());
    small.district = nullptr;
    small.district = std::move(District::open(path, OpenMode::ReadWrite).value());
    REQUIRE(small.district->redo(small.actor));
    CHECK(findCase(small.district->connection(), number).value() == first);

    REQUIRE(small.district->undo(small.actor));
    const CaseId next = small.report(GeoPoint{120.645, 28.005});
    CHECK(small.load(next).report.number != number);
    CHECK(small.district->redo(small.actor).error().what.key == "nothing-to-redo");
}

TEST_CASE("several undos and redos go back and forth in order", "[core][store]") {
    SmallDistrict small;
    const auto name = [&](const char* value) {
        REQUIRE(small.district->change({"rename", {value}}, small.actor, [&](Change& change) { return saveSetting(change, "name", value); }));
    };
    name("甲");
    name("乙");
    name("丙");
    const auto now = [&] { return small.district->name(); };
    REQUIRE(small.district->undo(small.actor));
    REQUIRE(small.district->undo(small.actor));
    CHECK(now() == "甲");
    CHECK(small.district->store().redoable()->label.arguments[0] == "乙");
    REQUIRE(small.district->redo(small.actor));
    CHECK(now() == "乙");
    REQUIRE(small.district->undo(small.actor));
    REQUIRE(small.district->redo(small.actor));
    REQUIRE(small.district->redo(small.actor));
    CHECK(now() == "丙");
    CHECK_FALSE(small.district->redo(small.actor));
}

TEST_CASE("the shipped lists of a new district cannot be undone away", "[core][store]") {
    const ScratchFolder folder;
    auto district = District::create(folder / "new.gpkg", {"新区", "Asia/Shanghai", ""});
    REQUIRE(district);
    CHECK((*district)->undo(District::systemActor()).error().what.key == "nothing-to-undo");
    CHECK((*district)->categories().find("09006") != nullptr);
}

TEST_CASE("an import is taken back as a batch until its cases have later steps", "[core][store]") {
    SmallDistrict small;
    const auto import = [&] {
        std::vector<ImportedCase> cases(3);
        for (std::size_t i = 0; i < cases.size(); ++i) {
            cases[i].number = "IMP-" + std::to_string(i);
            cases[i].reported = Moment(seconds(1700000000 + 60 * static_cast<int>(i)));
            cases[i].category = small.category("09006");
            cases[i].place = GeoPoint{120.645, 28.005};
        }
        ImportRecord record{"cases.csv", "digest", 3};
        REQUIRE(small.district->importBatch({"import-cases", {"3", "cases.csv"}}, small.actor, record, [&](Change& change) -> Result<void> {
            const auto counts = writeImportedCases(*small.district, change, cases, OnDuplicate::Reject);
            REQUIRE(counts);
            CHECK(counts->created == 3);
            CHECK(counts->outside == 0);
            return {};
        }));
    };
    import();
    CHECK(small.district->connection().integer("SELECT count(*) FROM case_state").value() == 3);
    REQUIRE(small.district->undo(small.actor));
    CHECK(small.district->connection().integer("SELECT count(*) FROM case_report").value() == 0);
    CHECK(small.district->connection().integer("SELECT count(*) FROM case_state").value() == 0);
    CHECK(small.district->connection().integer("SELECT count(*) FROM step").value() == 0);
    CHECK_FALSE(small.district->redo(small.actor));

    import();
    const CaseId id = findCase(small.district->connection(), "IMP-1")->value();
    StepDraft file;
    file.kind = StepKind::File;
    REQUIRE(takeStep(*small.district, small.actor, id, file));
    REQUIRE(small.district->undo(small.actor)); // the step
    REQUIRE(small.district->undo(small.actor)); // then the import
    CHECK_FALSE(small.district->store().redoable()); // the step's case is gone
    CHECK(small.district->redo(small.actor).error().what.key == "nothing-to-redo");
    CHECK(small.district->connection().integer("SELECT count(*) FROM step").value() == 0);
    CHECK(small.district->connection().integer("SELECT count(*) FROM case_report").value() == 0);
    test::requireSound(*small.district);
}

TEST_CASE("tampering with the journal shows", "[core][store]") {
    SmallDistrict small;
    small.report(GeoPoint{120.645, 28.005});
    CHECK(small.district->store().verifyJournal()->empty());
    SECTION("a changed actor") { REQUIRE(small.district->connection().run("UPDATE journal SET actor = 'someone else' WHERE sequence = 2")); }
    SECTION("a removed entry") { REQUIRE(small.district->connection().run("DELETE FROM journal WHERE sequence = 2")); }
    SECTION("an altered changeset") { REQUIRE(small.district->connection().run("UPDATE journal SET changeset = x'00' WHERE sequence = 3")); }
    CHECK_FALSE(small.district->store().verifyJournal()->empty());
}

TEST_CASE("a backup is a district of its own and never overwrites unasked", "[core][store]") {
    SmallDistrict small;
    small.report(GeoPoint{120.645, 28.005});
    const auto target = small.folder / "backup.gpkg";
    REQUIRE(small.district->store().backup(target, false));
    auto copy = District::open(target, OpenMode::ReadOnly);
    REQUIRE(copy);
    CHECK((*copy)->connection().integer("SELECT count(*) FROM case_report").value() == 1);
    CHECK(small.district->store().backup(target, false).error().code == ErrorCode::Exists);
    CHECK(small.district->store().backup(target, true));
}

TEST_CASE("the views refuse writing", "[core][store]") {
    SmallDistrict small;
    small.report(GeoPoint{120.645, 28.005});
    for (const char* sql : {"UPDATE cases SET number = 'x'", "DELETE FROM areas", "INSERT INTO duties(fid) VALUES (1)", "DELETE FROM steps"})
        CHECK_FALSE(small.district->connection().run(sql));
}

TEST_CASE("ids stay below 2^53 and never go back", "[core][base]") {
    IdSource source(255, 0);
    const std::int64_t now = 1795000000;
    std::int64_t last = 0;
    for (int i = 0; i < 20000; ++i) {
        const std::int64_t id = source.next(i < 10000 ? now : now - 500); // the clock is set back half way
        REQUIRE(id > last);
        last = id;
    }
    CHECK(last < (std::int64_t{1} << 53));
    CHECK(((last >> 13) & 0xff) == 255);
}
