// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gis/source/case_import_sample.h"

using namespace gridwarden;
using gridwarden::test::CaseImportSample;
using gridwarden::test::mappingOf;
using gridwarden::test::summary;
using Lines = std::vector<std::string>;

TEST_CASE("a row becomes a case with all that its source gave", "[gis][cases][import]") {
    CaseImportSample sample;
    const auto report =
        sample.import("任务号,上报时间,立案时间,派遣时间,处置时间,结案时间,截止时间,小类,描述,地址,来源,数量,单位,经度,"
                      "纬度,部门,举报人,电话\n"
                      "A1,2026-03-02 09:00,2026-03-02 09:10,2026-03-02 09:20,2026-03-02 10:00,2026-03-02 "
                      "11:00,2026-03-02 12:00,09006,占道摆摊,"
                      "五马街1号,视频巡查,3,处,120.645,28.005,一中队,王五,123\n",
                      {"number=任务号", "reported=上报时间", "filed=立案时间", "dispatched=派遣时间",
                       "handled=处置时间", "closed=结案时间", "due=截止时间", "category=小类", "description=描述",
                       "address=地址", "source=来源", "quantity=数量", "unit=单位", "longitude=经度", "latitude=纬度",
                       "handler=部门", "reporter=举报人", "phone=电话"});
    CHECK(report.read == 1);
    CHECK(report.accepted == 1);
    CHECK(report.cases == 1);
    CHECK(report.outside == 0);
    CHECK(summary(report) == Lines{});
    const core::CaseRecord record = sample.byNumber("A1");
    CHECK(record.derived.state == core::CaseState::Closed);
    CHECK(core::isoUtc(record.derived.reported) == "2026-03-02T01:00:00Z");
    CHECK(core::isoUtc(*record.derived.filed) == "2026-03-02T01:10:00Z");
    CHECK(core::isoUtc(*record.derived.dispatched) == "2026-03-02T01:20:00Z");
    CHECK(core::isoUtc(*record.derived.handled) == "2026-03-02T02:00:00Z");
    CHECK(core::isoUtc(*record.derived.closed) == "2026-03-02T03:00:00Z");
    CHECK(core::isoUtc(*record.derived.due) == "2026-03-02T04:00:00Z");
    CHECK(record.report.category == sample.category("09006"));
    CHECK(record.report.description == "占道摆摊");
    CHECK(record.report.address == "五马街1号");
    CHECK(record.report.source == "video");
    CHECK(record.report.quantity == 3.0);
    CHECK(record.report.unit == "处");
    CHECK(record.report.place == core::GeoPoint{120.645, 28.005});
    const auto contact = core::loadContact(sample.district->connection(), record.report.id);
    REQUIRE(contact);
    REQUIRE(*contact);
    CHECK((*contact)->plain == core::Contact{"王五", "123"});
    CHECK(record.derived.handlerOrganisation == sample.squad);
    CHECK(record.grid == sample.grids[0]);
}

TEST_CASE("what cannot be a case is refused with row field value and reason", "[gis][cases][import]") {
    CaseImportSample sample;
    const auto report = sample.import("no,when,what\n"
                                      "1,2026-03-02 09:00,a\n"
                                      "2,,a footnote\n"
                                      "3,yesterday,b\n"
                                      "1,2026-03-03 09:00,the number again\n"
                                      "5,2026-03-04 09:00\n",
                                      {"number=no", "reported=when", "description=what"});
    CHECK(report.read == 5);
    CHECK(report.accepted == 1);
    CHECK(report.rejected == 4);
    CHECK(report.duplicates == 1);
    CHECK(summary(report) == Lines{"x 2 when reported-missing", "x 3 when time-unreadable", "x 4 no number-duplicate",
                                   "x 5  row-too-few-fields"});
    CHECK(report.problems[1].value == "yesterday");
    CHECK(sample.caseCount() == 1);
}

TEST_CASE("what is merely odd is accepted with a note", "[gis][cases][import]") {
    CaseImportSample sample;
    const auto report = sample.import("no,when,end,kind,from,to,n,x,y\n"
                                      "1,2026-03-02 09:00,2026-03-01 09:00,,,,,120.645,28.005\n"
                                      "2,2026-03-02 09:00,soon,,,,,120.645,28.005\n"
                                      "3,2026-03-02 09:00,,Street Noise,,,,120.645,28.005\n"
                                      "4,2026-03-02 09:00,,,pigeon post,,,120.645,28.005\n"
                                      "5,2026-03-02 09:00,,,,Nobody,,120.645,28.005\n"
                                      "6,2026-03-02 09:00,,,,,many,120.645,28.005\n"
                                      "7,2026-03-02 09:00,,,,,,28.005,120.645\n"
                                      "8,2026-03-02 09:00,,,,,,120.645,\n"
                                      "9,2026-03-02 09:00,,,,,,,\n"
                                      "10,2026-03-02 09:00,,,,,,121,28\n",
                                      {"number=no", "reported=when", "closed=end", "category=kind", "source=from",
                                       "handler=to", "quantity=n", "longitude=x", "latitude=y"});
    CHECK(report.accepted == 10);
    CHECK(report.rejected == 0);
    CHECK(summary(report) == Lines{"1 end closed-before-reported", "2 end time-unreadable", "3 kind category-unknown",
                                   "4 from source-unknown", "5 to handler-unknown", "6 n quantity-unreadable",
                                   "7 y coordinate-out-of-range", "8 y coordinate-incomplete"});
    CHECK(report.outside == 4); // 7, 8, 9 without a place, 10 far away
    CHECK(sample.byNumber("3").report.categoryText == "Street Noise");
    CHECK(sample.byNumber("3").report.category.isNull());
    CHECK(sample.byNumber("4").report.source == "import");
    CHECK_FALSE(sample.byNumber("7").report.place);
    REQUIRE(report.unknownCategories.size() == 1);
    CHECK(report.unknownCategories[0].text == "Street Noise");
    CHECK(report.unknownCategories[0].rows == 1);
}

TEST_CASE("duplicate numbers are rejected or update or are passed over as asked", "[gis][cases][import]") {
    CaseImportSample sample;
    const Lines mapping = {"number=no", "reported=when", "closed=end", "address=where"};
    sample.import("no,when,end,where\n1,2026-03-02 09:00,,old\n", mapping);
    const auto file =
        sample.write("again.csv", "no,when,end,where\n1,2026-03-02 09:00,2026-03-05 10:00,new\n"
                                  "2,2026-03-03 09:00,,first\n2,2026-03-03 09:00,2026-03-03 18:00,second\n");
    gis::CaseImportOptions options;
    options.mapping = mappingOf(mapping);

    SECTION("rejected") {
        const auto report = sample.import(file, options);
        CHECK(report.accepted == 1);
        CHECK(report.rejected == 2);
        CHECK(report.duplicates == 2);
        CHECK(report.cases == 1);
        CHECK(sample.byNumber("1").address() == "old");
        CHECK(sample.byNumber("2").address() == "first");
    }
    SECTION("updated") {
        options.onDuplicate = core::OnDuplicate::Update;
        const auto report = sample.import(file, options);
        CHECK(report.accepted == 3);
        CHECK(report.duplicates == 2);
        CHECK(report.cases == 2);
        CHECK(report.outside == 2);
        CHECK(sample.byNumber("1").address() == "new");
        CHECK(sample.byNumber("1").derived.state == core::CaseState::Closed);
        CHECK(sample.byNumber("2").address() == "second");
        CHECK(sample.byNumber("2").derived.state == core::CaseState::Closed);
    }
    SECTION("passed over") {
        options.onDuplicate = core::OnDuplicate::Skip;
        const auto report = sample.import(file, options);
        CHECK(report.accepted == 3);
        CHECK(report.rejected == 0);
        CHECK(report.duplicates == 2);
        CHECK(report.cases == 1);
        CHECK(report.problems.empty());
        CHECK(sample.byNumber("1").address() == "old");
        CHECK(sample.byNumber("2").address() == "first");
    }
    CHECK(sample.caseCount() == 2);
}

TEST_CASE("rows of a group are one case and the first one gives its values", "[gis][cases][import]") {
    CaseImportSample sample;
    const auto file = sample.write("grouped.csv", "day,time,where,who\n"
                                                  "20240101,095600,a,first\n"
                                                  "20240101,095600,a,second\n"
                                                  "20240101,095600,b,another place\n"
                                                  "20240102,095600,a,another day\n"
                                                  "20240101,095600,a,third\n"
                                                  "A footnote,,,\n");
    gis::CaseImportOptions options;
    options.mapping = mappingOf({"reported=day+time", "address=where", "description=who"});
    options.groupBy = {"day", "time", "where"};
    const auto report = sample.import(file, options);
    CHECK(report.read == 6);
    CHECK(report.accepted == 5);
    CHECK(report.rejected == 1);
    CHECK(report.cases == 3);
    CHECK(sample.caseCount() == 3);
    CHECK(
        sample.district->connection().integer("SELECT count(*) FROM case_report WHERE description = 'first'").value() ==
        1);
    CHECK(
        sample.district->connection().integer("SELECT count(*) FROM case_report WHERE description = 'third'").value() ==
        0);
}

TEST_CASE("unknown categories become local ones when that is asked for", "[gis][cases][import]") {
    CaseImportSample sample;
    const auto file = sample.write(
        "new.csv", "no,when,kind\n1,2026-03-02 09:00,Noise\n2,2026-03-02 09:00,Noise\n3,2026-03-02 09:00,09006\n");
    gis::CaseImportOptions options;
    options.mapping = mappingOf({"number=no", "reported=when", "category=kind"});
    options.newCategories = true;
    const auto report = sample.import(file, options);
    CHECK(report.problems.empty());
    CHECK(report.newCategories == 1);
    const core::CategoryId made = sample.category("local:Noise");
    CHECK(sample.byNumber("2").report.category == made);
    CHECK(sample.byNumber("2").report.categoryText.empty());
    CHECK(sample.byNumber("3").report.category == sample.category("09006"));

    const auto more = sample.import(sample.write("more.csv", "no,when,kind\n4,2026-03-02 09:00,Noise\n"), options);
    CHECK(more.newCategories == 0);
    CHECK(sample.byNumber("4").report.category == made);
}

TEST_CASE("the user can say what unknown categories mean", "[gis][cases][import]") {
    CaseImportSample sample;
    const auto file = sample.write("table.csv", "no,when,kind\n1,2026-03-02 09:00,Noise\n");
    gis::CaseImportOptions options;
    options.mapping = mappingOf({"number=no", "reported=when", "category=kind"});
    options.categories = {{"Noise", "09006"}};
    CHECK(sample.import(file, options).problems.empty());
    CHECK(sample.byNumber("1").report.category == sample.category("09006"));
    options.categories = {{"Noise", "no such key"}};
    const auto failed = gis::importCases(*sample.district, sample.actor, file, options);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().what == core::Message{"category-unknown", {"no such key"}});
}

TEST_CASE("unknown categories of a whole table are listed before the import", "[gis][cases][import]") {
    CaseImportSample sample;
    const auto file = sample.write("kinds.csv", "no,when,kind\n1,2026-03-02,Noise\n2,,Dust\n3,2026-03-02,Noise\n4,2026-"
                                                "03-02,09006\n5,2026-03-02,\n6,2026-03-02,Rats\n");
    gis::CaseImportOptions options;
    options.mapping = mappingOf({"reported=when", "category=kind"});
    options.categories = {{"Rats", "09006"}};
    const auto unknown = gis::findUnknownCategories(*sample.district, file, options);
    REQUIRE(unknown);
    REQUIRE(unknown->size() == 2);
    CHECK(unknown->at(0).text == "Noise");
    CHECK(unknown->at(0).rows == 2);
    CHECK(unknown->at(1).text == "Dust");
    CHECK(gis::findUnknownCategories(*sample.district, file, {})->empty());
}

TEST_CASE("a grid stands in for missing coordinates and that is said", "[gis][cases][import]") {
    CaseImportSample sample;
    const auto report = sample.import("no,when,grid,x,y\n"
                                      "1,2026-03-02 09:00,02,,\n"
                                      "2,2026-03-02 09:00,99,,\n"
                                      "3,2026-03-02 09:00,02,120.645,28.005\n",
                                      {"number=no", "reported=when", "area=grid", "longitude=x", "latitude=y"});
    CHECK(summary(report) == Lines{"1 grid place-from-area", "2 grid area-unknown"});
    CHECK(report.outside == 1);
    CHECK(sample.byNumber("1").grid == sample.grids[1]);
    CHECK(sample.byNumber("3").grid == sample.grids[0]);
}

TEST_CASE("times are of the zone of the source or of the district", "[gis][cases][import]") {
    CaseImportSample sample;
    const auto file = sample.write("zones.csv", "no,when\n1,2026-07-01 09:00\n2,2026-07-01T09:00:00Z\n");
    gis::CaseImportOptions options;
    options.mapping = mappingOf({"number=no", "reported=when"});
    SECTION("of the district") {
        sample.import(file, options);
        CHECK(core::isoUtc(sample.byNumber("1").derived.reported) == "2026-07-01T01:00:00Z");
    }
    SECTION("of the source") {
        options.timeZone = "America/New_York";
        sample.import(file, options);
        CHECK(core::isoUtc(sample.byNumber("1").derived.reported) == "2026-07-01T13:00:00Z");
    }
    SECTION("of no such place") {
        options.timeZone = "Atlantis/Capital";
        CHECK_FALSE(gis::importCases(*sample.district, sample.actor, file, options));
        return;
    }
    CHECK(core::isoUtc(sample.byNumber("2").derived.reported) == "2026-07-01T09:00:00Z");
}

TEST_CASE("an open order of day and month stops the import until a format is given", "[gis][cases][import]") {
    CaseImportSample sample;
    const auto file = sample.write("open.csv", "no,Created Date\n1,05/01/2022 12:00:03 AM\n2,05/01/2022 01:00:00 PM\n");
    gis::CaseImportOptions options;
    options.mapping = mappingOf({"number=no", "reported=Created Date"});
    const auto failed = gis::importCases(*sample.district, sample.actor, file, options);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().what.key == "time-format-ambiguous");
    CHECK(failed.error().what.arguments.at(0) == "Created Date");
    CHECK(sample.caseCount() == 0);

    options.timeFormat = "%m/%d/%Y %I:%M:%S %p";
    const auto report = sample.import(file, options);
    CHECK(report.accepted == 2);
    CHECK(core::isoUtc(sample.byNumber("2").derived.reported) == "2022-05-01T05:00:00Z");
    REQUIRE(report.timeFormats.size() == 1);
    CHECK(report.timeFormats[0].column == "Created Date");
    CHECK(report.timeFormats[0].pattern == "%m/%d/%Y %I:%M:%S %p");
}

TEST_CASE("an open order of day and month follows another column that is written the same way",
          "[gis][cases][import]") {
    CaseImportSample sample;
    const Lines mapping = {"number=no", "reported=from", "closed=to"};
    gis::CaseImportOptions options;
    options.mapping = mappingOf(mapping);
    SECTION("where that decides it") {
        const auto report = sample.import("no,from,to\n1,05/01/2022,05/13/2022\n", mapping);
        CHECK(core::isoUtc(sample.byNumber("1").derived.reported) == "2022-04-30T16:00:00Z");
        CHECK(report.timeFormats[0].pattern == "%m/%d/%Y");
    }
    SECTION("but not one that is written in another way") {
        const auto file = sample.write("apart.csv", "no,from,to\n1,05/01/2022,05-13-2022\n");
        CHECK_FALSE(gis::importCases(*sample.district, sample.actor, file, options));
    }
    SECTION("but not when two of them disagree") {
        options.mapping[gis::CaseTarget::Due].fields = {"due"};
        const auto file = sample.write("disagree.csv", "no,from,to,due\n1,05/01/2022,05/13/2022,13/05/2022\n");
        CHECK_FALSE(gis::importCases(*sample.district, sample.actor, file, options));
    }
}

TEST_CASE("coordinates come from columns or degrees or WKT in any system", "[gis][cases][import]") {
    CaseImportSample sample;
    gis::CaseImportOptions options;
    const core::GeoPoint expected{120.645, 28.005};
    const auto placeOf = [&](std::string_view csv, const Lines& mapping) {
        options.mapping = mappingOf(mapping);
        const auto report = sample.import(sample.write("place.csv", csv), options);
        CHECK(report.problems.empty());
        const auto place = sample.byNumber("1").report.place;
        REQUIRE(place);
        return *place;
    };
    constexpr double Millimetre = 1e-8; // degrees
    core::GeoPoint place;
    SECTION("degrees minutes and seconds") {
        place = placeOf("no,when,x,y\n1,2026-03-02,120°38'42\"E,N28 00 18\n",
                        {"number=no", "reported=when", "longitude=x", "latitude=y"});
    }
    SECTION("WKT") {
        place = placeOf("no,when,g\n1,2026-03-02,POINT (120.645 28.005)\n", {"number=no", "reported=when", "wkt=g"});
    }
    SECTION("a Gauss-Kruger plane") {
        // 120.645 E, 28.005 N in EPSG:4549 by the series of Krüger, computed apart from PROJ
        options.crs = "EPSG:4549";
        place = placeOf("no,when,x,y\n1,2026-03-02,563441.2308,3099163.5208\n",
                        {"number=no", "reported=when", "longitude=x", "latitude=y"});
    }
    CHECK(place.longitude == Approx(expected.longitude).epsilon(0).margin(Millimetre));
    CHECK(place.latitude == Approx(expected.latitude).epsilon(0).margin(Millimetre));
}

TEST_CASE("a datum shift that is not known is said once", "[gis][cases][import]") {
    CaseImportSample sample;
    gis::CaseImportOptions options;
    options.mapping = mappingOf({"number=no", "reported=when", "longitude=x", "latitude=y"});
    options.crs = "EPSG:4610";
    const auto report = sample.import(sample.write("xian.csv", "no,when,x,y\n1,2026-03-02,120.645,28.005\n"), options);
    CHECK(summary(report) == Lines{"0  datum-shift-unknown"});
    CHECK(report.crs == "EPSG:4610");
}

TEST_CASE("geometry gives the place where no coordinates are mapped", "[gis][cases][import]") {
    CaseImportSample sample;
    gis::CaseImportOptions options;
    options.mapping = mappingOf({"number=no", "reported=when"});
    const auto file = sample.write("cases.geojson", R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"no":"1","when":"2026-03-02 09:00"},"geometry":{"type":"Point","coordinates":[120.645,28.005]}},
        {"type":"Feature","properties":{"no":"2","when":"2026-03-02 09:00"},"geometry":null},
        {"type":"Feature","properties":{"no":"3","when":"2026-03-02 09:00"},"geometry":{"type":"Polygon","coordinates":
            [[[120.651,28.001],[120.653,28.001],[120.653,28.003],[120.651,28.003],[120.651,28.001]]]}}]})");
    const auto report = sample.import(file, options);
    CHECK(report.accepted == 3);
    CHECK(report.outside == 1);
    CHECK(sample.byNumber("1").report.place == core::GeoPoint{120.645, 28.005});
    CHECK_FALSE(sample.byNumber("2").report.place);
    CHECK(sample.byNumber("3").grid == sample.grids[1]);
}

TEST_CASE("an import that is cancelled leaves nothing behind", "[gis][cases][import]") {
    CaseImportSample sample;
    std::string csv = "no,when,kind\n";
    for (int i = 0; i < 25'000; ++i)
        csv += std::to_string(i) + ",2026-03-02 09:00,Noise\n";
    gis::CaseImportOptions options;
    options.mapping = mappingOf({"number=no", "reported=when", "category=kind"});
    options.newCategories = true;
    double last = 0;
    const auto cancelled =
        gis::importCases(*sample.district, sample.actor, sample.write("many.csv", csv), options, [&](double done) {
            CHECK(done >= last);
            last = done;
            return done < 0.9;
        });
    REQUIRE_FALSE(cancelled);
    CHECK(cancelled.error().code == core::ErrorCode::Cancelled);
    CHECK(last >= 0.9);
    CHECK(sample.caseCount() == 0);
    CHECK(sample.district->categories().find("local:Noise") == nullptr);
}

TEST_CASE("an import is undone as a whole with the categories it made", "[gis][cases][import]") {
    CaseImportSample sample;
    gis::CaseImportOptions options;
    options.mapping = mappingOf({"number=no", "reported=when", "category=kind"});
    options.newCategories = true;
    sample.import(sample.write("undo.csv", "no,when,kind\n1,2026-03-02,Noise\n2,2026-03-02,Noise\n"), options);
    REQUIRE(sample.caseCount() == 2);
    const auto journal = sample.district->store().journal(1);
    REQUIRE(journal);
    CHECK(journal->front().label == core::Message{"import-cases", {"undo.csv"}});
    REQUIRE(sample.district->undo(sample.actor));
    CHECK(sample.caseCount() == 0);
    CHECK(sample.district->categories().find("local:Noise") == nullptr);
}

TEST_CASE("a table of which nothing is accepted changes nothing", "[gis][cases][import]") {
    CaseImportSample sample;
    const auto before = sample.district->store().journal(100)->size();
    const auto report = sample.import("no,when\n1,\n2,\n", {"number=no", "reported=when"});
    CHECK(report.rejected == 2);
    const auto empty = sample.import("no,when\n", {"number=no", "reported=when"});
    CHECK(empty.read == 0);
    CHECK(sample.district->store().journal(100)->size() == before);
}

TEST_CASE("a mapping that does not fit the table is refused", "[gis][cases][import]") {
    CaseImportSample sample;
    const auto file = sample.write("table.csv", "no,when,x,a+b\n1,2026-03-02,120,plus\n");
    const auto reason = [&](const Lines& mapping) {
        gis::CaseImportOptions options;
        options.mapping = mappingOf(mapping);
        const auto failed = gis::importCases(*sample.district, sample.actor, file, options);
        REQUIRE_FALSE(failed);
        return failed.error().what;
    };
    CHECK(reason({"number=no"}) == core::Message{"mapping-needs", {"reported"}});
    CHECK(reason({"reported=when", "longitude=x"}) == core::Message{"mapping-needs", {"latitude"}});
    CHECK(reason({"reported=when", "category=kind"}) == core::Message{"field-unknown", {"kind"}});
    CHECK(reason({"reported=no+then"}) == core::Message{"field-unknown", {"then"}});
    gis::CaseImportOptions options;
    options.mapping = mappingOf({"number=no", "reported=when", "address=a+b"});
    sample.import(file, options);
    CHECK(sample.byNumber("1").address() == "plus"); // a field that has "+" in its name
}

TEST_CASE("the refused rows are saved so that they can be corrected and imported again", "[gis][cases][import]") {
    CaseImportSample sample;
    const auto file =
        sample.write("source.csv", "no,when,what\n1,2026-03-02,fine\n2,,\"a, \"\"quoted\"\"\"\n3,nonsense,b\n");
    gis::CaseImportOptions options;
    options.mapping = mappingOf({"number=no", "reported=when", "description=what"});
    const auto report = sample.import(file, options);
    const auto sentence = [](const core::Message& reason) { return "because of " + reason.key; };
    const auto target = sample.folder / "rejected.csv";
    REQUIRE(gis::saveRejectedRows(file, options, report, target, false, sentence));
    std::ifstream in(target, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    CHECK(text == "\xef\xbb\xbf"
                  "import row,import field,import reason,no,when,what\r\n"
                  "2,when,because of reported-missing,2,,\"a, \"\"quoted\"\"\"\r\n"
                  "3,when,because of time-unreadable,3,nonsense,b\r\n");
    const auto again = gis::saveRejectedRows(file, options, report, target, false, sentence);
    REQUIRE_FALSE(again);
    CHECK(again.error().code == core::ErrorCode::Exists);
    CHECK(gis::saveRejectedRows(file, options, report, target, true, sentence));
}

TEST_CASE("a preview shows what an import would make of the first rows", "[gis][cases][import]") {
    CaseImportSample sample;
    const auto file =
        sample.write("preview.csv", "任务号,上报时间,小类,经度,纬度\nA1,2026-03-02 09:00,09006,120.645,28.005\n"
                                    "A2,,09006,120.645,28.005\nA3,2026-03-02 09:00,09006,120.645,28.005\n");
    const auto preview = gis::previewCases(*sample.district, file, {}, 2);
    REQUIRE(preview);
    CHECK(preview->fields.size() == 5);
    CHECK(preview->mapping.size() == 5);
    CHECK(preview->problems.empty());
    REQUIRE(preview->rows.size() == 2);
    CHECK(preview->rows[0].values[0] == "A1");
    CHECK(preview->rows[0].read.number == "A1");
    CHECK(preview->rows[0].read.category == sample.category("09006"));
    CHECK(preview->rows[1].isRefused);
    REQUIRE(preview->timeFormats.size() == 1);
    CHECK(preview->timeFormats[0].pattern == "%Y-%m-%d %H:%M");
    CHECK(sample.caseCount() == 0);

    const auto open = gis::previewCases(*sample.district, sample.write("plain.csv", "a,b\n1,2\n"), {}, 5);
    REQUIRE(open);
    REQUIRE(open->problems.size() == 1);
    CHECK(open->problems[0] == core::Message{"mapping-needs", {"reported"}});
    CHECK(open->rows.size() == 1);
}

TEST_CASE("a table in another encoding gives the same cases", "[gis][cases][import]") {
    CaseImportSample sample;
    // 编号,时间,描述 / 1,2026-03-02,占道 in GBK
    const auto file =
        sample.write("gbk.csv", "\xb1\xe0\xba\xc5,\xca\xb1\xbc\xe4,\xc3\xe8\xca\xf6\n1,2026-03-02,\xd5\xbc\xb5\xc0\n");
    gis::CaseImportOptions options;
    options.mapping = mappingOf({"number=编号", "reported=时间", "description=描述"});
    options.encoding = "GBK";
    const auto report = sample.import(file, options);
    CHECK(report.encoding == "GB18030");
    CHECK(sample.byNumber("1").description() == "占道");
}

TEST_CASE("coordinates of Chinese map services land on the true place", "[gis][cases][import]") {
    struct System {
        std::string crs, x, y;
    };
    const auto system = GENERATE(values<System>(
        {{"gcj02", "lng_gcj02", "lat_gcj02"}, {"bd09", "lng_bd09", "lat_bd09"}, {"wgs84", "lng_wgs84", "lat_wgs84"}}));
    CAPTURE(system.crs);
    CaseImportSample sample;
    gis::CaseImportOptions options;
    options.mapping = mappingOf(
        {"number=id", "reported==2026-03-02", "description=name", "longitude=" + system.x, "latitude=" + system.y});
    options.crs = system.crs;
    const auto report =
        sample.import(std::string(GRIDWARDEN_TEST_DATA) + "/areas/shanghai_poi_three_datums.csv", options);
    CHECK(report.read == 40);
    CHECK(report.problems.empty());
    const auto place = sample.byNumber("2").report.place; // 滨江公园
    REQUIRE(place);
    CHECK(place->longitude == Approx(121.49129428).epsilon(0).margin(1e-6)); // degrees, some 0.1 m
    CHECK(place->latitude == Approx(31.24151623).epsilon(0).margin(1e-6));
}

TEST_CASE("date cells of a spreadsheet are times alone and joined", "[gis][cases][import]") {
    const auto when = GENERATE(as<std::string>(), "上报时间", "日期+时间");
    CAPTURE(when);
    CaseImportSample sample;
    gis::CaseImportOptions options;
    options.mapping = mappingOf({"number=任务号", "reported=" + when, "longitude=经度", "latitude=纬度"});
    const auto report = sample.import(std::string(GRIDWARDEN_TEST_DATA) + "/cases/date_cells.xlsx", options);
    CHECK(report.accepted == 2);
    CHECK(report.problems.empty());
    CHECK(core::isoUtc(sample.byNumber("20260302001").derived.reported) == "2026-03-02T01:00:00Z"); // 9:00 in China
    CHECK(core::isoUtc(sample.byNumber("20260302002").derived.reported) == "2026-03-02T04:00:00Z");
}
