// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/digest.h"
#include "core/figures/own_figures.h"
#include "core/store/file_mark.h"
#include "core/store/migration.h"
#include "core/store/schema.h"
#include "tests/support/small_district.h"
#include "tests/support/sound.h"

using namespace gridwarden;
using namespace gridwarden::core;
using gridwarden::test::ScratchFolder;
using gridwarden::test::SmallDistrict;

namespace {

const Actor Tester{"tester", PersonId()};

/// A district as the last version with schema 1 left it.
std::filesystem::path oldDistrict(const ScratchFolder& folder) {
    const auto path = folder / "old.gpkg";
    std::filesystem::copy_file(GRIDWARDEN_TEST_DATA "/districts/schema_1.gpkg", path);
    return path;
}

} // namespace

TEST_CASE("an older district asks for its migration and is left alone until then", "[core][store][migration]") {
    const ScratchFolder folder;
    const auto path = oldDistrict(folder);
    const auto before = sha256OfFile(path).value();
    const auto opened = District::open(path, OpenMode::ReadWrite);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::OlderSchema);
    CHECK(opened.error().what == Message{"district-older", {path.string(), "1", std::to_string(CurrentSchema)}});
    CHECK(sha256OfFile(path).value() == before);
}

TEST_CASE("an older district is read as it is, without a change to the file", "[core][store][migration]") {
    const ScratchFolder folder;
    const auto path = oldDistrict(folder);
    const auto before = sha256OfFile(path).value();
    {
        const auto opened = District::open(path, OpenMode::ReadOnly);
        REQUIRE(opened);
        District& district = **opened;
        CHECK(district.isReadOnly());
        CHECK(district.name() == "旧辖区");
        CHECK((*district.facts())->size() == 6);
        REQUIRE(district.store().remarks().size() == 1);
        CHECK(district.store().remarks()[0].kind == RemarkKind::OlderSchema);
        test::requireSound(district);
        CHECK(district.change({"test", {}}, Tester, [](Change& change) { return saveSetting(change, "name", "x"); }).error().code == ErrorCode::ReadOnly);
    }
    CHECK(sha256OfFile(path).value() == before);
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a migration keeps every record, is in the journal, ends undoing and leaves a copy", "[core][store][migration]") {
    const ScratchFolder folder;
    const auto path = oldDistrict(folder);
    const auto done = migrate(path, Tester);
    REQUIRE(done);
    CHECK(done->from == 1);
    CHECK(done->to == CurrentSchema);

    auto district = District::open(path, OpenMode::ReadWrite);
    REQUIRE(district);
    CHECK((*district)->store().schema() == CurrentSchema);
    CHECK((*district)->store().remarks().empty());
    CHECK((*(*district)->facts())->size() == 6);
    const auto journal = (*district)->store().journal(100);
    REQUIRE(journal->size() == 9);
    CHECK(journal->front().kind == EntryKind::Migration);
    CHECK(journal->front().label == Message{"migrate-district", {"1", std::to_string(CurrentSchema)}});
    CHECK((*district)->undo(Tester).error().what.key == "nothing-to-undo");
    CHECK((*district)->redo(Tester).error().what.key == "nothing-to-redo");
    test::requireSound(**district);
    CHECK((*district)->change({"test", {}}, Tester, [](Change& change) { return saveSetting(change, "name", "新名"); }));

    // The copy is the district as it was: it can be migrated itself.
    CHECK(done->copy.parent_path() == folder / "old.backups");
    const auto copy = District::open(done->copy, OpenMode::ReadOnly);
    REQUIRE(copy);
    CHECK((*copy)->store().schema() == 1);
    CHECK((*copy)->name() == "旧辖区");
    CHECK(District::open(done->copy, OpenMode::ReadWrite).error().code == ErrorCode::OlderSchema);
}

TEST_CASE("where the copy fails, nothing is migrated", "[core][store][migration]") {
    const ScratchFolder folder;
    const auto path = oldDistrict(folder);
    const auto before = sha256OfFile(path).value();
    const auto done = migrate(path, Tester, [](Store&) -> Result<std::filesystem::path> { return fail(ErrorCode::Io, {"backup-failed", {"x"}}); });
    REQUIRE_FALSE(done);
    CHECK(done.error().what.key == "backup-failed");
    CHECK(sha256OfFile(path).value() == before);
}

TEST_CASE("a current district has nothing to migrate", "[core][store][migration]") {
    SmallDistrict small;
    const auto path = small.district->path();
    small.district.reset();
    const auto before = sha256OfFile(path).value();
    const auto done = migrate(path, Tester);
    REQUIRE(done);
    CHECK(done->from == done->to);
    CHECK(done->copy.empty());
    CHECK(sha256OfFile(path).value() == before);
}

TEST_CASE("a newer schema that may be read is not written", "[core][store][migration]") {
    SmallDistrict small;
    const auto path = small.district->path();
    REQUIRE(small.district->connection().run("INSERT INTO schema_version VALUES (99, ?, 'from the future', 0)", {CurrentSchema}));
    small.district.reset();
    const auto writing = District::open(path, OpenMode::ReadWrite);
    REQUIRE_FALSE(writing);
    CHECK(writing.error().code == ErrorCode::NewerSchema);
    CHECK(writing.error().what.key == "district-newer-read");
    CHECK(District::open(path, OpenMode::ReadOnly));
}

TEST_CASE("our own changes leave a mark that fits; a write by another program is noticed until our next one", "[core][store][mark]") {
    SmallDistrict small;
    const auto path = small.district->path();
    small.report(GeoPoint{120.645, 28.005});
    REQUIRE(small.district->undo(small.actor));
    REQUIRE(small.district->redo(small.actor));
    small.district.reset();
    const auto remarks = [&](OpenMode mode) { return (*District::open(path, mode))->store().remarks(); };
    CHECK(remarks(OpenMode::ReadWrite).empty());
    {
        auto other = Connection::open(path, Connection::Access::ReadWrite);
        REQUIRE(other->run("UPDATE area SET note = 'from elsewhere'"));
    }
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
        const auto found = remarks(mode);
        REQUIRE(found.size() == 1);
        CHECK(found[0].kind == RemarkKind::OtherWriter);
        CHECK(found[0].what.key == "written-by-another-program");
    }
    {
        auto district = District::open(path, OpenMode::ReadWrite);
        REQUIRE((*district)->change({"test", {}}, small.actor, [](Change& change) { return saveSetting(change, "name", "x"); }));
    }
    CHECK(remarks(OpenMode::ReadWrite).empty());
}

TEST_CASE("upkeep stands in the journal and does not end what can be taken back", "[core][store]") {
    SmallDistrict small;
    small.report(GeoPoint{120.645, 28.005});
    REQUIRE(small.district->keepUp({"test", {}}, small.actor, [](Change&) -> Result<void> { return {}; }));
    CHECK(small.district->store().journal(1)->front().kind == EntryKind::Upkeep);
    CHECK_FALSE(small.district->store().journal(1)->front().undoable);
    CHECK(small.district->store().undoable()->label.key == "report-case");
    CHECK(small.district->undo(small.actor));
    CHECK(small.district->store().verifyJournal()->empty());
}

TEST_CASE("what is changed after a migration can be taken back, also in tables that got a column", "[core][store][migration]") {
    const ScratchFolder folder;
    const auto path = folder / "old.gpkg";
    const char* const file = GENERATE("schema_1.gpkg", "schema_2.gpkg", "schema_3.gpkg", "schema_4.gpkg", "schema_5.gpkg");
    INFO(file);
    std::filesystem::copy_file(std::filesystem::path(GRIDWARDEN_TEST_DATA) / "districts" / file, path);
    REQUIRE(migrate(path, Tester, [](Store&) -> Result<std::filesystem::path> { return std::filesystem::path(); }));
    const auto district = District::open(path, OpenMode::ReadWrite).value();
    const Area before = *district->areas().ofKind(AreaKind::Grid).front();
    REQUIRE(district->change({"test", {}}, Tester, [&](Change& change) -> Result<void> {
        Area area = before;
        area.name = "另一个名称";
        area.grade = "arterial";
        return updateArea(change, area);
    }));
    CaseSource source = district->sources().front();
    const std::string name = std::exchange(source.name, "另一个来源");
    REQUIRE(district->change({"test", {}}, Tester, [&](Change& change) { return saveSource(change, source); }));
    REQUIRE(district->undo(Tester));
    CHECK(district->sources().front().name == name);
    REQUIRE(district->undo(Tester));
    CHECK(district->areas().find(before.id)->name == before.name);
    CHECK(district->areas().find(before.id)->grade.empty());
    test::requireSound(*district);
}

TEST_CASE("links and urgings of a district with schema 3 are in the state of their cases", "[core][store][migration]") {
    const ScratchFolder folder;
    const auto path = folder / "old.gpkg";
    std::filesystem::copy_file(GRIDWARDEN_TEST_DATA "/districts/schema_3.gpkg", path);
    REQUIRE(migrate(path, Tester, [](Store&) -> Result<std::filesystem::path> { return std::filesystem::path(); }));
    const auto district = District::open(path, OpenMode::ReadWrite).value();
    const auto load = [&](const char* number) { return loadCase(district->connection(), findCase(district->connection(), number)->value()).value(); };
    CHECK(load("2026-000002").derived.linkedTo == load("2026-000001").report.id);
    CHECK(load("2026-000003").derived.urgePending);
    CHECK_FALSE(load("2026-000001").derived.urgePending);
    CHECK(district->methods().size() > 5);
    CHECK(std::any_of(district->sources().begin(), district->sources().end(), [](const CaseSource& source) { return !source.fields.empty(); }));
    test::requireSound(*district);
}

TEST_CASE("an urged case that has ended since waits for no reply after the migration", "[core][store][migration]") {
    const ScratchFolder folder;
    const auto path = folder / "old.gpkg";
    std::filesystem::copy_file(GRIDWARDEN_TEST_DATA "/districts/schema_3.gpkg", path);
    const std::string urged = "(SELECT id FROM case_report WHERE number = '2026-000003')";
    const bool isReopened = GENERATE(false, true);
    {
        auto file = Connection::open(path, Connection::Access::ReadWrite).value();
        const auto add = [&](int kind, const std::string& after) {
            REQUIRE(file.run("INSERT INTO step(id, case_id, kind, at, recorded, actor, detail) SELECT max(id) + 1, " + urged + ", " + std::to_string(kind) +
                             ", max(at) + " + after + ", max(recorded) + " + after + ", 'tester', '{\"n\":\"说明\"}' FROM step"));
        };
        add(13, "60"); // closed by force
        if (isReopened)
            add(14, "120");
        REQUIRE(file.run("UPDATE case_state SET last_step = (SELECT max(at) FROM step), " +
                         std::string(isReopened ? "state = 2, flags = 4, reworks = 1, filed = (SELECT max(at) FROM step)"
                                                : "state = 5, flags = 2, closed = (SELECT max(at) FROM step)") +
                         " WHERE case_id = " + urged));
    }
    REQUIRE(migrate(path, Tester, [](Store&) -> Result<std::filesystem::path> { return std::filesystem::path(); }));
    const auto district = District::open(path, OpenMode::ReadWrite).value();
    const auto record = loadCase(district->connection(), findCase(district->connection(), "2026-000003")->value()).value();
    REQUIRE(record.derived.state == (isReopened ? CaseState::Filed : CaseState::Closed));
    CHECK_FALSE(record.derived.urgePending);
    CHECK(record.derived == derive(record.report, record.steps, district->calendars()));
}

TEST_CASE("a district with schema 4 keeps own figures after its migration", "[core][store][migration]") {
    const ScratchFolder folder;
    const auto path = folder / "old.gpkg";
    std::filesystem::copy_file(GRIDWARDEN_TEST_DATA "/districts/schema_4.gpkg", path);
    REQUIRE(migrate(path, Tester, [](Store&) -> Result<std::filesystem::path> { return std::filesystem::path(); }));
    const auto district = District::open(path, OpenMode::ReadWrite).value();
    FigureDefinition figure;
    figure.key = "own";
    figure.name = "自定";
    figure.rule = FigureSum{{"reported"}};
    REQUIRE(district->change({"test", {}}, Tester, [&](Change& change) { return saveOwnFigure(change, figure); }));
    CHECK(loadOwnFigures(district->connection()).value() == std::vector{figure});
    REQUIRE(district->undo(Tester));
    CHECK(loadOwnFigures(district->connection())->empty());
    const auto record = loadCase(district->connection(), findCase(district->connection(), "2026-000004")->value()).value();
    CHECK(record.derived.urgePending);
    test::requireSound(*district);
}

TEST_CASE("a district with schema 5 keeps its duties and absences and can have certificates after its migration", "[core][store][migration]") {
    const ScratchFolder folder;
    const auto path = folder / "old.gpkg";
    std::filesystem::copy_file(GRIDWARDEN_TEST_DATA "/districts/schema_5.gpkg", path);
    REQUIRE(migrate(path, Tester, [](Store&) -> Result<std::filesystem::path> { return std::filesystem::path(); }));
    const auto district = District::open(path, OpenMode::ReadWrite).value();
    const PersonId person = district->people().personNamed("甲")->id;
    REQUIRE(district->people().duties().size() == 1);
    const Duty before = district->people().duties()[0];
    CHECK(before.person == person);
    CHECK(before.weekdays == 0x1f);
    CHECK(before.endMinute == 18 * 60);
    CHECK(before.post.empty());
    CHECK_FALSE(before.place);
    REQUIRE(district->people().absences().size() == 1);
    CHECK(district->people().certificates().empty());
    REQUIRE(district->change({"test", {}}, Tester, [&](Change& change) -> Result<void> {
        Duty kept = before;
        kept.post = "实验小学门口";
        kept.place = GeoPoint{120.65, 28.01};
        const auto saved = saveDuty(change, kept);
        return saved ? saveCertificates(change, person, {{{}, {}, "enforcement", {}, parseDay("2026-12-31").value()}}) : fail(saved);
    }));
    CHECK(district->people().duties()[0].place == GeoPoint{120.65, 28.01});
    CHECK(district->people().certificates().size() == 1);
    CHECK(district->connection().text("SELECT post FROM duties").value() == "实验小学门口");
    REQUIRE(district->undo(Tester));
    CHECK(district->people().duties()[0].post.empty());
    CHECK(district->people().certificates().empty());
    test::requireSound(*district);
}
