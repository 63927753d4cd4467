// SPDX-License-Identifier: GPL-3.0-or-later
// The package's copyright file names what is under another licence than the program.
#include "tests/packaging/tool.h"

#include <catch2/catch.hpp>
#include <regex>
#include <set>

using namespace gridwarden::test;

namespace {

const std::filesystem::path Icons = GRIDWARDEN_SOURCE_DIR "/resources/icons";

std::set<std::string> matches(const std::string& text, const std::string& pattern) {
    const std::regex expression(pattern);
    std::set<std::string> found;
    for (std::sregex_iterator match(text.begin(), text.end(), expression), end; match != end; ++match)
        found.insert((*match)[1]);
    return found;
}

} // namespace

TEST_CASE("the copyright file lists the icons that come from Feather", "[packaging]") {
    const std::string licence = contentOf(Icons / "LICENSE");
    const std::size_t begin = licence.find("derived from the Feather project:");
    REQUIRE(begin != std::string::npos);
    const auto feather = matches(licence.substr(begin, licence.find("The MIT License", begin) - begin), "([a-z0-9-]+)[,\n]");
    std::set<std::string> expected;
    for (const auto& entry : std::filesystem::directory_iterator(Icons))
        if (entry.path().extension() == ".svg" && feather.contains(entry.path().stem().string()))
            expected.insert(entry.path().stem().string());
    CHECK(expected.size() > 10);
    auto listed = matches(contentOf(GRIDWARDEN_SOURCE_DIR "/packaging/debian/copyright"), "resources/icons/([a-z0-9-]+)\\.svg");
    listed.erase("gridwarden"); // our own
    CHECK(listed == expected);
}
