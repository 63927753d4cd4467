// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/process/protections.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

using namespace gridwarden;

TEST_CASE("what the system cannot bound is named, and nothing else", "[gis][reader]") {
    CHECK(gis::missingProtections({true, true}).empty());
    const auto files = gis::missingProtections({false, true});
    REQUIRE(files.size() == 1);
    CHECK(files[0].key == "protection-files-missing");
    const auto calls = gis::missingProtections({true, false});
    REQUIRE(calls.size() == 1);
    CHECK(calls[0].key == "protection-calls-missing");
    CHECK(gis::missingProtections({false, false}).size() == 2);
}

TEST_CASE("the kernel says itself what it can bound", "[gis][reader]") {
    const gis::Protections found = gis::systemProtections();
    std::ostringstream modules;
    modules << std::ifstream("/sys/kernel/security/lsm").rdbuf();
    if (!modules.str().empty()) // not to be seen in every container
        CHECK(found.files == (modules.str().find("landlock") != std::string::npos));
    std::ostringstream actions;
    actions << std::ifstream("/proc/sys/kernel/seccomp/actions_avail").rdbuf();
    CHECK(found.calls == (actions.str().find("errno") != std::string::npos));
}
