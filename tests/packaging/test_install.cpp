// SPDX-License-Identifier: GPL-3.0-or-later
// What is installed has all that the program reads: it works with nothing of the source tree.
#include "tests/packaging/tool.h"
#include "tests/support/scratch_folder.h"

#include <catch2/catch.hpp>

using namespace gridwarden::test;

TEST_CASE("the installed program makes a district, counts and writes a summary", "[packaging]") {
    const ScratchFolder folder;
    const std::string prefix = (folder / "usr").string(), program = prefix + "/bin/gridwarden", district = (folder / "D.gpkg").string();
    REQUIRE(runTool("cmake --install '" GRIDWARDEN_BUILD_DIR "' --prefix '" + prefix + "'").exitCode == 0);
    // What only stands in the source tree is read by no installed program.
    for (const auto& entry : std::filesystem::recursive_directory_iterator(GRIDWARDEN_SOURCE_DIR "/resources")) {
        const auto inside = std::filesystem::relative(entry.path(), GRIDWARDEN_SOURCE_DIR "/resources");
        const std::string top = inside.begin()->string();
        if (entry.path().extension() != ".json" || top == "icons" || top == "pictures" || top == "demo")
            continue;
        INFO(inside.string());
        CHECK(std::filesystem::exists(prefix + "/share/gridwarden/" + inside.string()));
    }
    const auto run = [&](const std::string& arguments) {
        const ToolRun done = runTool("'" + program + "' " + arguments);
        INFO(done.said);
        CHECK(done.exitCode == 0);
        return done.said;
    };
    run("new '" + district + "' --name 测试");
    CHECK(run("activity kinds '" + district + "'").find("road_trading") != std::string::npos);
    CHECK(run("figures '" + district + "' --of closing --from 2026-01-01 --to 2026-06-30").find("结案率") != std::string::npos);
    CHECK(run("evaluate '" + district + "' --list").find("thousand-points") != std::string::npos);
    CHECK(run("summary '" + district + "' --from 2026-01-01 --to 2026-06-30").find("2026年上半年") != std::string::npos);
}
