// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+C at any moment of a long verb leaves the file as it was, and says so.
#include "core/base/digest.h"
#include "tests/app/cli/program.h"

#include <fmt/format.h>

using namespace gridwarden::test;
namespace core = gridwarden::core;

namespace {

std::string manyCases(int count) {
    std::string text = "number,reported,category,longitude,latitude\n";
    for (int i = 0; i < count; ++i)
        text += fmt::format("B{:06},2026-03-{:02} 10:{:02}:00,09006,{:.5f},28.015\n", i, 1 + i % 28, i % 60, 120.651 + 0.00001 * (i % 800));
    return text;
}

} // namespace

TEST_CASE("an import that is interrupted leaves no trace and says so", "[cli]") {
    Program program;
    makeDistrict(program);
    program.write("cases.csv", manyCases(20'000));
    const auto before = core::sha256OfFile(program.file("D.gpkg")).value();
    for (const char* delay : {"0.1", "0.3", "0.6", "1.0", "1.5"}) {
        INFO("interrupted after " << delay << " s");
        // A shell's background programs ignore Ctrl+C unless they want it.
        const Run run = program.run(std::string("import cases D.gpkg cases.csv --set number=number --set reported=reported --set category=category "
                                                "--set longitude=longitude --set latitude=latitude --json >out 2>err & P=$!; sleep ") +
                                    delay + "; kill -INT $P; wait $P");
        if (run.exitCode == 0) { // it was quicker, or had not begun to listen
            program.done("undo D.gpkg");
            return;
        }
        CHECK(run.exitCode == 1);
        std::ostringstream said;
        said << std::ifstream(program.file("err")).rdbuf();
        CHECK(said.str().find("Cancelled. Nothing was changed.") != std::string::npos);
        CHECK(core::sha256OfFile(program.file("D.gpkg")).value() == before);
        CHECK_FALSE(std::filesystem::exists(program.file("D.gpkg-journal")));
        program.done("check D.gpkg");
    }
}
