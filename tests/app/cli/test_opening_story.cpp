// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line says about the file it is given.
#include "tests/app/cli/program.h"

using gridwarden::test::Program;

TEST_CASE("an older district is read, refuses changes, and is migrated on request with a backup", "[app][cli]") {
    Program program;
    std::filesystem::copy_file(GRIDWARDEN_TEST_DATA "/districts/schema_1.gpkg", program.file("D.gpkg"));
    const auto list = program.done("case list D.gpkg --json");
    CHECK(list.json()["cases"].size() == 6);
    CHECK(list.err.find("older version") != std::string::npos);
    const auto refused = program.run("undo D.gpkg");
    CHECK(refused.exitCode == 1);
    CHECK(refused.err.find("backup is made first") != std::string::npos);
    const auto migrated = program.done("migrate D.gpkg --json").json();
    CHECK(migrated["from"] == 1);
    CHECK(std::filesystem::exists(migrated["backup"].get<std::string>()));
    const auto after = program.done("case list D.gpkg --json");
    REQUIRE(after.json()["cases"].size() == 6);
    for (std::size_t i = 0; i < 6; ++i)
        for (const char* field : {"id", "number", "state", "reported", "description", "place", "area"})
            CHECK(after.json()["cases"][i][field] == list.json()["cases"][i][field]);
    CHECK(after.err.empty());
    CHECK(program.done("check D.gpkg --json").json()["faults"].empty());
}

TEST_CASE("files that are no districts are refused by what they are", "[app][cli]") {
    Program program;
    program.write("table.gpkg", "ID,DATE\n1,2026-03-01\n");
    program.write("empty.gpkg", "");
    std::filesystem::create_directory(program.file("folder.gpkg"));
    for (const auto& [file, words] : {std::pair("table.gpkg", "not a district"), std::pair("empty.gpkg", "is empty"), std::pair("folder.gpkg", "is a folder"),
                                      std::pair("nothing.gpkg", "There is no file")}) {
        CAPTURE(file);
        const auto refused = program.run(std::string("case list ") + file);
        CHECK(refused.exitCode == 1);
        CHECK(refused.err.find(words) != std::string::npos);
    }
}

TEST_CASE("a style saved by another program is kept, and its write is said until the next change", "[app][cli]") {
    Program program;
    gridwarden::test::makeDistrict(program);
    program.write("styles.csv", "f_table_name,styleName,styleQML\ncases,by state,<qgis/>\n");
    const std::string update = "cd '" + program.file("").string() + "' && ogr2ogr -update -nln layer_styles D.gpkg styles.csv";
    REQUIRE(std::system(update.c_str()) == 0);
    CHECK(program.done("case list D.gpkg").err.find("Another program has written") != std::string::npos);
    program.done("case add D.gpkg --at 120.655,28.015 --category 09006");
    CHECK(program.done("case list D.gpkg").err.empty());
    CHECK(program.done("check D.gpkg --json").json()["faults"].empty());
    CHECK(program.done("layers D.gpkg").out.find("layer_styles: 1") != std::string::npos);
}
