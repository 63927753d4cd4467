// SPDX-License-Identifier: GPL-3.0-or-later
// Imports whose reader dies or hangs: nothing is written, and what happened is said.
#include "gis/source/area_import.h"
#include "gis/source/case_import.h"
#include "tests/support/small_district.h"

#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>
#include <sys/stat.h>

using namespace gridwarden;
namespace fs = std::filesystem;

namespace {

/// Many small squares, so that their rows come in many batches.
fs::path manySquares(const test::ScratchFolder& folder) {
    const fs::path path = folder / "many.geojson";
    std::ofstream file(path);
    file << R"({"type":"FeatureCollection","features":[)";
    for (int i = 0; i < 20'000; ++i) {
        const double x = 120 + 0.001 * (i % 200);
        const double y = 28 + 0.001 * (i / 200);
        file << (i ? "," : "") << R"({"type":"Feature","properties":{"code":"C)" << i << R"("},"geometry":{"type":"Polygon","coordinates":[[[)" << x << ','
             << y << "],[" << x + 0.001 << ',' << y << "],[" << x << ',' << y + 0.001 << "],[" << x << ',' << y << "]]]}}";
    }
    file << "]}";
    return path;
}

/// Sends a signal to the readers of this process.
void signalReaders(int signal) {
    for (const auto& task : fs::directory_iterator("/proc/self/task")) {
        std::ifstream list(task.path() / "children");
        for (pid_t child = 0; list >> child;)
            kill(child, signal);
    }
}

gis::CaseImportOptions everyRowACase() {
    gis::CaseImportOptions options;
    options.mapping = {{gis::CaseTarget::Number, {{"code"}, {}}}, {gis::CaseTarget::Reported, {{}, "2026-03-02 09:00"}}};
    options.timeFormat = "%Y-%m-%d %H:%M";
    return options;
}

} // namespace

TEST_CASE("an import of areas whose reader dies writes nothing and names the row", "[gis][reader]") {
    test::SmallDistrict small;
    gis::AreaImportOptions options;
    options.kind = core::AreaKind::Cell;
    options.codeField = "code";
    const auto report = gis::importAreas(*small.district, small.actor, manySquares(small.folder), options, [](double) {
        signalReaders(SIGSEGV);
        return true;
    });
    REQUIRE(!report);
    CHECK(report.error().what.key.starts_with("source-crashed"));
    for (const char* code : {"C0", "C1", "C100"})
        CHECK(small.district->areas().withCode(code).empty());
}

TEST_CASE("an import of cases whose reader dies writes nothing and names the row", "[gis][reader]") {
    test::SmallDistrict small;
    const auto report =
        gis::importCases(*small.district, small.actor, manySquares(small.folder), everyRowACase(), [](double share) {
            if (share > 0.3)
                signalReaders(SIGSEGV);
            return true;
        });
    REQUIRE(!report);
    CHECK(report.error().what.key == "source-crashed-after-row");
    CHECK(small.district->facts().value()->size() == 0);
}

TEST_CASE("an import can be left while its source does not answer", "[gis][reader]") {
    test::SmallDistrict small;
    const fs::path fake = small.folder / "reader";
    std::ofstream(fake) << "#!/bin/sh\nexec /bin/sleep 60\n";
    chmod(fake.c_str(), 0700);
    setenv("GRIDWARDEN_READER", fake.c_str(), 1);
    int asked = 0;
    const auto report = gis::importCases(*small.district, small.actor, small.folder / "some.shp", everyRowACase(),
                                         [&asked](double) { return ++asked < 3; });
    gis::AreaImportOptions options;
    options.codeField = "code";
    asked = 0;
    const auto areas = gis::importAreas(*small.district, small.actor, small.folder / "some.shp", options,
                                        [&asked](double) { return ++asked < 3; });
    unsetenv("GRIDWARDEN_READER");
    REQUIRE(!report);
    CHECK(report.error().code == core::ErrorCode::Cancelled);
    REQUIRE(!areas);
    CHECK(areas.error().code == core::ErrorCode::Cancelled);
}
