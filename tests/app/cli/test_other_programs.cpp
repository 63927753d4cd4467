// SPDX-License-Identifier: GPL-3.0-or-later
// What GDAL's own tools make of a district.
#include "tests/app/cli/program.h"

#include <cstdlib>

using namespace gridwarden::test;

namespace {

/// Output of a command of the system, with its errors.
std::string outputOf(const std::string& command) {
    std::string text;
    FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::array<char, 4096> buffer{};
    for (std::size_t count = 0; (count = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        text.append(buffer.data(), count);
    pclose(pipe);
    return text;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("the GeoPackage validator finds nothing in a district", "[cli][file]") {
    Program program;
    program.done("demo D.gpkg");
    const std::string said = outputOf("/usr/bin/python3 -m osgeo_utils.samples.validate_gpkg --warning-as-error '" + program.file("D.gpkg").string() + "' && echo valid");
    INFO(said);
    CHECK(said == "valid\n");
}

TEST_CASE("ogrinfo reads the views with names and times and cannot write them", "[cli][file]") {
    Program program;
    makeDistrict(program);
    program.done("case add D.gpkg --at 120.655,28.015 --category 09006 --description 摆摊 --time 2026-11-20T09:31");
    const std::string file = "'" + program.file("D.gpkg").string() + "'";
    const std::string cases = outputOf("ogrinfo -ro -al " + file + " cases");
    INFO(cases);
    for (const char* expected : {"number (String) = 2026-000001", "state (String) = reported", "state_name (String) = 待立案", "category (String) = 2026:matter:09006",
                                 "category_name (String) = 占道经营", "grid_code (String) = 01", "reported (DateTime) = 2026/11/20 01:31:00+00",
                                 "reported_local (String) = 2026-11-20 09:31", "POINT (120.655 28.015)", "ID[\"EPSG\",4490]"})
        CHECK(contains(cases, expected));
    const std::string layers = outputOf("ogrinfo -ro " + file);
    for (const char* layer : {"areas", "cases", "duties", "steps", "activities"})
        CHECK(contains(layers, layer));
    for (const char* hidden : {"case_report", "journal", "setting", "person"})
        CHECK_FALSE(contains(layers, hidden));
    outputOf("ogrinfo " + file + " -sql \"UPDATE cases SET number = 'x'\"");
    CHECK(program.done("case show D.gpkg 2026-000001 --json").json()["number"] == "2026-000001");
}
