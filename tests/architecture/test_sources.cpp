// SPDX-License-Identifier: GPL-3.0-or-later
// Habits every source file keeps.
#include "tests/architecture/source_tree.h"

#include <catch2/catch.hpp>

using namespace gridwarden::test;

TEST_CASE("every source file states its licence in the first line", "[architecture]") {
    std::vector<std::string> without;
    for (const char* folder : {"core", "gis", "app", "tests"})
        for (const SourceFile& file : sourcesBelow(folder))
            if (file.text.rfind("// SPDX-License-Identifier: GPL-3.0-or-later", 0) != 0)
                without.push_back(file.path.string());
    CHECK(without == std::vector<std::string>{});
}

TEST_CASE("headers guard themselves", "[architecture]") {
    std::vector<std::string> without;
    for (const char* folder : {"core", "gis", "app", "tests"})
        for (const SourceFile& file : sourcesBelow(folder))
            if (file.path.extension() == ".h" && file.text.find("#pragma once") == std::string::npos)
                without.push_back(file.path.string());
    CHECK(without == std::vector<std::string>{});
}
