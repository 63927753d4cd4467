// SPDX-License-Identifier: GPL-3.0-or-later
// The main job without a window: demo district, incident, steps to closure, map, report, undo.
#include "tests/app/cli/program.h"

using namespace gridwarden::test;
using Json = nlohmann::json;

TEST_CASE("an incident is entered followed to closure and reported without a window", "[cli][story]") {
    Program program;
    program.done("demo demo.gpkg");
    const Json added = program.done("case add demo.gpkg --at 121.4853,31.2383 --category 09006 --description 流动摊贩占道 --json").json();
    const std::string number = added["number"];
    const std::string area = added["area"];
    program.done("case step demo.gpkg " + number + " file");
    program.done("case step demo.gpkg " + number + " dispatch --to 浦西中队");
    program.done("case step demo.gpkg " + number + " handle --quantity 2 --unit 处");
    program.done("case step demo.gpkg " + number + " check_after --result pass");
    const Json closed = program.done("case step demo.gpkg " + number + " close --json").json();
    CHECK(closed["state"] == "closed");
    CHECK(closed["late"] == false);
    CHECK(closed["steps"].size() == 6);

    program.done("render demo.gpkg --out map.png --size 800x600");
    std::string head(8, '\0');
    std::ifstream(program.file("map.png"), std::ios::binary).read(head.data(), 8);
    CHECK(head == "\x89PNG\r\n\x1a\n");
    program.done("report grid demo.gpkg --area grid:" + area + " --from 2026-10-01 --to 2026-12-31 --out report.pdf");
    Program shell;
    CHECK(std::system(("pdftotext '" + program.file("report.pdf").string() + "' '" + shell.file("report.txt").string() + "'").c_str()) == 0);
    std::ostringstream text;
    text << std::ifstream(shell.file("report.txt")).rdbuf();
    CHECK(text.str().find(area) != std::string::npos);
    CHECK(text.str().find(number) != std::string::npos);

    program.done("undo demo.gpkg");
    CHECK(program.done("case show demo.gpkg " + number + " --json").json()["state"] == "handled");
    program.done("redo demo.gpkg");
    CHECK(program.done("case show demo.gpkg " + number + " --json").json()["state"] == "closed");
    CHECK(program.done("check demo.gpkg --json").json()["faults"].empty());
}
