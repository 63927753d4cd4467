// SPDX-License-Identifier: GPL-3.0-or-later
// What depends on the locale of the process itself: fonts have other names, messages are Chinese.
#include "tests/app/cli/program.h"

using namespace gridwarden::test;

TEST_CASE("a report is written under a Chinese locale, in the face it has elsewhere", "[cli]") {
    Program program;
    makeDistrict(program);
    const Run report = program.run("report grid D.gpkg --all --from 2026-10-01 --to 2026-10-31 --out r", "zh_CN.UTF-8");
    INFO(report.err);
    REQUIRE(report.exitCode == 0);
    const std::string pdf = program.file("r").string();
    FILE* fonts = popen(("pdffonts '" + pdf + "'/*.pdf | tail -n +3").c_str(), "r");
    REQUIRE(fonts != nullptr);
    std::array<char, 256> line{};
    int count = 0;
    while (std::fgets(line.data(), line.size(), fonts) != nullptr) {
        ++count;
        CHECK(std::string(line.data()).find("WenQuanYiMicroHei") != std::string::npos);
    }
    pclose(fonts);
    CHECK(count > 0);
}

TEST_CASE("messages follow the locale", "[cli]") {
    Program program;
    CHECK(program.run("check none.gpkg", "zh_CN.UTF-8").err.find("没有") != std::string::npos);
    CHECK(program.run("check none.gpkg").err.find("没有") == std::string::npos);
}
