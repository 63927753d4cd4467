// SPDX-License-Identifier: GPL-3.0-or-later
// The files that tell a desktop what Gridwarden is, as the desktop's own tools see them.
#include "tests/packaging/tool.h"
#include "tests/support/scratch_folder.h"

#include <catch2/catch.hpp>

using namespace gridwarden::test;

namespace {

const std::string Id = "org.gridwarden.Gridwarden";
const std::string Desktop = GRIDWARDEN_SOURCE_DIR "/packaging/desktop/";
const std::string Metainfo = GRIDWARDEN_MADE_PACKAGING "/" + Id + ".metainfo.xml";

} // namespace

TEST_CASE("the desktop entry is valid", "[packaging]") {
    const ToolRun run = runTool("desktop-file-validate --no-hints '" + Desktop + Id + ".desktop'");
    CHECK(run.exitCode == 0);
    CHECK(run.said.empty());
}

TEST_CASE("the metainfo is valid", "[packaging]") {
    const ToolRun run = runTool("appstreamcli validate --no-net --no-color '" + Metainfo + "'");
    INFO(run.said);
    CHECK(run.exitCode == 0);
}

TEST_CASE("the program, its desktop entry and its metainfo have one name", "[packaging]") {
    CHECK(contentOf(Metainfo).find("<id>" + Id + "</id>") != std::string::npos);
    CHECK(contentOf(Metainfo).find("<launchable type=\"desktop-id\">" + Id + ".desktop</launchable>") != std::string::npos);
    CHECK(contentOf(GRIDWARDEN_SOURCE_DIR "/app/main.cpp").find("setDesktopFileName(QStringLiteral(\"" + Id + "\"))") != std::string::npos);
}

TEST_CASE("a GeoPackage is known by its name and by its content", "[packaging]") {
    const ScratchFolder folder;
    const std::string mime = (folder / "mime").string();
    std::filesystem::create_directories(mime + "/packages");
    std::filesystem::copy(Desktop + Id + ".xml", mime + "/packages");
    const ToolRun run = runTool("XDG_DATA_HOME='" + folder.path().string() + "' update-mime-database '" + mime + "'");
    CHECK(run.exitCode == 0);
    CHECK(run.said.empty());
    CHECK(contentOf(mime + "/globs2").find("application/geopackage+sqlite3:*.gpkg") != std::string::npos);
    CHECK(contentOf(mime + "/magic").find("application/geopackage+sqlite3]") != std::string::npos);
}
