// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/check.h"
#include "core/check/photo_check.h"
#include "core/check/repair.h"
#include "core/check/schema_objects.h"
#include "core/check/shape_check.h"
#include "core/store/geometry_blob.h"
#include "core/store/interruption.h"
#include "tests/support/random_actions.h"
#include "tests/support/sound.h"

#include <fstream>

using namespace gridwarden;
using namespace gridwarden::core;
using gridwarden::test::SmallDistrict;

namespace {

std::vector<Finding> findingsOf(District& district) {
    auto report = checkFile(district.store());
    REQUIRE(report);
    return report->findings;
}

int countOf(const std::vector<Finding>& findings, std::string_view key) {
    return static_cast<int>(std::count_if(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.what.key == key; }));
}

CaseId reportWithPhoto(SmallDistrict& small, const std::string& content, const std::string& thumbnail = "small", const char* kind = "near") {
    const auto file = small.folder / "photo.jpg";
    std::ofstream(file) << content;
    CaseDraft draft;
    draft.place = GeoPoint{120.645, 28.005};
    draft.category = small.category("09006");
    draft.photos.push_back({.file = file, .kind = kind, .taken = {}, .place = {}, .thumbnail = thumbnail});
    const auto id = reportCase(*small.district, small.actor, draft);
    REQUIRE(id);
    return *id;
}

} // namespace

TEST_CASE("a district has no fault, whatever is done to it", "[core][check][property]") {
    SmallDistrict small;
    test::requireSound(*small.district);
    test::RandomActions actions(small, static_cast<unsigned>(GENERATE(11, 12, 13)));
    for (int i = 0; i < 60; ++i)
        actions.act();
    test::requireSound(*small.district);
    const auto repaired = repairFile(*small.district, small.actor);
    REQUIRE(repaired);
    CHECK(repaired->empty());
}

TEST_CASE("the head of the journal is the newest entry", "[core][check]") {
    SmallDistrict small;
    small.report(GeoPoint{120.645, 28.005});
    const auto report = checkFile(small.district->store());
    REQUIRE(report);
    REQUIRE(report->head);
    CHECK(report->head->hash == small.district->connection().text("SELECT hash FROM journal ORDER BY sequence DESC LIMIT 1").value());
    CHECK(report->head->hash.size() == 64);
}

TEST_CASE("photos: missing, altered, unused, without thumbnail", "[core][check]") {
    SmallDistrict small;
    const CaseId id = reportWithPhoto(small, "picture");
    const auto folder = small.district->filesFolder();
    CHECK(folder == filesFolderOf(small.district->path()));
    const std::string hash = small.district->connection().text("SELECT sha256 FROM photo").value();
    test::requireSound(*small.district);
    SECTION("missing") {
        std::filesystem::remove(folder / hash);
        const auto findings = findingsOf(*small.district);
        REQUIRE(countOf(findings, "photo-file-missing") == 1);
        const auto found = std::find_if(findings.begin(), findings.end(), [](const Finding& f) { return f.what.key == "photo-file-missing"; });
        CHECK(found->caseId == id);
        CHECK(found->remedy == Remedy::PutBack);
        CHECK(found->what.arguments == std::vector<std::string>{"photo.jpg", hash, small.load(id).report.number});
    }
    SECTION("altered") {
        std::ofstream(folder / hash) << "another";
        CHECK(countOf(findingsOf(*small.district), "photo-file-altered") == 1);
    }
    SECTION("unused") {
        std::ofstream(folder / "stray.part") << "half";
        const auto findings = findingsOf(*small.district);
        CHECK(countOf(findings, "photo-file-unused") == 1);
        test::requireSound(*small.district); // it is noted only: an undone case keeps its photo for a redo
    }
    SECTION("without thumbnail") {
        reportWithPhoto(small, "second", "");
        CHECK(countOf(findingsOf(*small.district), "photo-thumbnail-missing") == 1);
        test::requireSound(*small.district);
    }
    SECTION("a paper has no thumbnail and its file is looked at as well") {
        reportWithPhoto(small, "%PDF-1.7", "", "paper");
        CHECK(countOf(findingsOf(*small.district), "photo-thumbnail-missing") == 0);
        const std::string paper = small.district->connection().text("SELECT sha256 FROM photo WHERE kind = 'paper'").value();
        std::ofstream(folder / paper) << "another";
        CHECK(countOf(findingsOf(*small.district), "photo-file-altered") == 1);
    }
    SECTION("a name that leads out of the folder") {
        REQUIRE(small.district->connection().run("UPDATE photo SET sha256 = '../small.gpkg'"));
        CHECK(countOf(findingsOf(*small.district), "photo-hash-wrong") == 1);
    }
    SECTION("a photo of a case that is gone") {
        REQUIRE(small.district->connection().run("UPDATE photo SET case_id = 99"));
        CHECK(countOf(findingsOf(*small.district), "photo-orphan") == 1);
    }
}

TEST_CASE("numbers that an import brought do not bind the counter", "[core][check]") {
    SmallDistrict small;
    ImportRecord record{"cases.csv", "digest", 1};
    ImportedCase imported;
    imported.number = small.load(small.report(GeoPoint{120.645, 28.005})).report.number.substr(0, 5) + "000900";
    imported.reported = now();
    REQUIRE(small.district->importBatch({"import-cases", {"cases.csv"}}, small.actor, record, [&](Change& change) -> Result<void> {
        const auto written = writeImportedCases(*small.district, change, std::span(&imported, 1), OnDuplicate::Reject);
        return written ? Result<void>() : fail(written);
    }));
    test::requireSound(*small.district);
}

TEST_CASE("a million findings of a kind are a hundred and a count", "[core][check]") {
    FindingList list;
    for (int i = 0; i < 1'000; ++i)
        list.add({{"step-orphan", {std::to_string(i)}}, Remedy::Restore, true, {}, {}, {}});
    list.add({{"duty-orphan", {"1"}}, Remedy::Edit, true, {}, {}, {}});
    const auto findings = list.take();
    REQUIRE(findings.size() == 102);
    CHECK(findings[100].what == Message{"findings-more", {"900"}});
    CHECK(findings[100].remedy == Remedy::Restore);
    CHECK(findings[101].what.key == "duty-orphan");
}

TEST_CASE("a check can be stopped at any question", "[core][check]") {
    SmallDistrict small;
    small.report(GeoPoint{120.645, 28.005});
    int asked = 0;
    REQUIRE(checkFile(small.district->store(), [&](double) {
        ++asked;
        return true;
    }));
    REQUIRE(asked > 20);
    for (int stopAt = 0; stopAt < asked; ++stopAt) {
        int question = 0;
        double last = 0;
        const auto report = checkFile(small.district->store(), [&](double share) {
            CHECK(share >= last);
            CHECK(share <= 1);
            last = share;
            return question++ < stopAt;
        });
        REQUIRE_FALSE(report);
        CHECK(report.error().code == ErrorCode::Cancelled);
    }
    test::requireSound(*small.district);
}

TEST_CASE("a repair that is stopped changes nothing", "[core][check]") {
    SmallDistrict small;
    small.report(GeoPoint{120.645, 28.005});
    REQUIRE(small.district->connection().script("UPDATE case_state SET state = 5; DELETE FROM counter"));
    int question = 0;
    const auto repaired = repairFile(*small.district, small.actor, [&](double) { return ++question < 5; });
    REQUIRE_FALSE(repaired);
    CHECK(repaired.error().code == ErrorCode::Cancelled);
    CHECK(small.district->connection().integer("SELECT count(*) FROM counter").value() == 0);
    CHECK(small.district->connection().integer("SELECT state FROM case_state").value() == 5);
    REQUIRE(repairFile(*small.district, small.actor));
    test::requireSound(*small.district);
}

TEST_CASE("a long statement ends when nobody wants it any more", "[core][store]") {
    SmallDistrict small;
    Connection& connection = small.district->connection();
    const char* const endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
    int asked = 0;
    {
        const Interruption interruption(connection, [&] { return ++asked < 3; });
        const auto counted = connection.integer(endless);
        REQUIRE_FALSE(counted);
        CHECK(counted.error().code == ErrorCode::Cancelled);
        CHECK(counted.error().what.key == "cancelled");
    }
    CHECK(asked == 3);
    CHECK(connection.integer("SELECT 5").value() == 5); // and the connection goes on
}

TEST_CASE("comments and white space do not make another statement", "[core][check]") {
    CHECK(meansTheSame("CREATE TABLE t (a, -- first\n  b)", "CREATE TABLE t (a,\n b)"));
    CHECK_FALSE(meansTheSame("CREATE TABLE t (a DEFAULT 'x  y')", "CREATE TABLE t (a DEFAULT 'x y')"));
    CHECK_FALSE(meansTheSame("CREATE TABLE t (a, b)", "CREATE TABLE t (a, b) STRICT"));
}

TEST_CASE("what is wrong with a geometry is named", "[core][check]") {
    const auto blobOf = [](const Line& ring) { return shapeBlob(Shape{{{ring}}, {}}).bytes; };
    CHECK(geometryFault(blobOf({{0, 0}, {1, 0}, {1, 1}, {0, 0}})).empty());
    CHECK(geometryFault(blobOf({{0, 0}, {1, 0}, {1, 1}, {0, 1}})) == "geometry-ring-open");
    CHECK(geometryFault(blobOf({{0, 0}, {1, 0}, {0, 0}})) == "geometry-ring-short");
    CHECK(geometryFault(blobOf({{0, 0}, {1, 0}, {1, 99}, {0, 0}})) == "geometry-place-impossible");
    CHECK(geometryFault(blobOf({{0, 0}, {1, 0}, {1, std::numeric_limits<double>::quiet_NaN()}, {0, 0}})) == "geometry-place-impossible");
    std::string blob = blobOf({{0, 0}, {1, 0}, {1, 1}, {0, 0}});
    CHECK(geometryFault(blob + "x") == "geometry-unreadable");
    CHECK(geometryFault(std::string_view(blob).substr(0, blob.size() - 3)) == "geometry-unreadable");
    CHECK(geometryFault("") == "geometry-header-wrong");
    blob[9] = 'x';
    CHECK(geometryFault(blob) == "geometry-envelope-wrong");
    blob[5] = 0;
    CHECK(geometryFault(blob) == "geometry-system-wrong");
}
