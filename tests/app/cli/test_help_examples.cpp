// SPDX-License-Identifier: GPL-3.0-or-later
// The example in each verb's help is run as it stands there.
#include "tests/app/cli/program.h"

using namespace gridwarden::test;

namespace {

/// The command under "Example:", without the program's name.
std::string exampleOf(Program& program, const std::string& verb) {
    const std::string help = program.done(verb + " --help").out;
    const auto start = help.find("Example:");
    REQUIRE(start != std::string::npos);
    const auto command = help.find("gridwarden ", start);
    REQUIRE(command != std::string::npos);
    std::string example = help.substr(command + std::string("gridwarden ").size());
    while (!example.empty() && (example.back() == '\n' || example.back() == ' '))
        example.pop_back();
    return example;
}

} // namespace

TEST_CASE("the example in the help of each verb works", "[cli]") {
    Program program;
    // What the examples speak of: a district D.gpkg with the case 2026-000001 that waits to be dispatched to 浦西中队.
    program.done("demo D.gpkg");
    program.write("grids.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"CODE":"X1","NAME":"新网格"},
        "geometry":{"type":"Polygon","coordinates":[[[121.6,31.2],[121.61,31.2],[121.61,31.21],[121.6,31.21],[121.6,31.2]]]}}]})");
    program.write("cases.csv", "ID,DATE,TIME,TYPE,LON,LAT\nA1,2026-11-13,09:30,店外经营,121.4853,31.2383\n");

    for (const std::string verb : {"new", "demo"}) {
        std::filesystem::rename(program.file("D.gpkg"), program.file("kept.gpkg"));
        const Run run = program.run(exampleOf(program, verb));
        INFO(verb << run.err);
        CHECK(run.exitCode == 0);
        std::filesystem::remove(program.file("D.gpkg"));
        std::filesystem::rename(program.file("kept.gpkg"), program.file("D.gpkg"));
    }
    const auto works = [&](const std::string& verb) {
        const std::string example = exampleOf(program, verb);
        const Run run = program.run(example);
        INFO("gridwarden " << example << "\n" << run.err);
        CHECK(run.exitCode == 0);
    };
    for (const char* verb : {"layers", "import areas", "import cases", "case add"})
        works(verb);
    program.done("case step D.gpkg 2026-000001 file");
    works("case dispatch");
    program.done("undo D.gpkg"); // and again with the other verb
    for (const char* verb : {"case step", "case show", "case list", "figures", "summary", "verify", "evaluate", "report grid", "report supervision", "report worklist", "report daybook", "patrol coverage", "patrol missed", "patrol rules", "render", "journal", "undo", "redo", "check", "backup", "migrate"})
        works(verb);
    std::filesystem::create_directory(program.file("D.inbox"));
    program.write("D.inbox/a.csv", "时间,类别,问题描述\n2026-11-13 09:30,店外经营,门口\n2026-11-13 09:31,没有的类别,不明\n");
    for (const char* verb : {"inbox list", "inbox accept", "inbox refuse", "inbox done", "inbox folder", "export open311", "handout"})
        works(verb);
    program.done("backup D.gpkg");
    for (const char* verb : {"backups", "restore", "pack", "unpack"})
        works(verb);
}

TEST_CASE("a mistyped option is wrong usage and opens no window", "[cli]") {
    Program program;
    for (const char* typed : {"--hepl", "-x", "--hepl D.gpkg"}) {
        INFO(typed);
        const Run run = program.run(typed);
        CHECK(run.exitCode == 2);
        CHECK(run.err.find("is no option") != std::string::npos);
    }
}
