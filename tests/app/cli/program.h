// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the built program as a user's script would.
#pragma once

#include "tests/support/scratch_folder.h"

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <sys/wait.h>

namespace gridwarden::test {

struct Run {
    int exitCode = -1;
    std::string out;
    std::string err;
    [[nodiscard]] nlohmann::json json() const {
        auto document = nlohmann::json::parse(out, nullptr, false);
        INFO(out << err);
        REQUIRE_FALSE(document.is_discarded());
        return document;
    }
};

class Program {
  public:
    /// Arguments as a shell reads them; relative paths are in a folder of its own. In English, unless the locale says otherwise.
    Run run(const std::string& arguments, const std::string& locale = "C.UTF-8") {
        const std::string errors = (m_folder / "stderr").string();
        const std::string command = "cd '" + m_folder.path().string() + "' && LANG=" + locale + " LC_ALL=" + locale + " XDG_RUNTIME_DIR='" + m_folder.path().string() +
                                    "' QT_QPA_PLATFORM=offscreen '" GRIDWARDEN_PROGRAM "' " + arguments + " 2>'" + errors + "'";
        Run run;
        FILE* pipe = popen(command.c_str(), "r");
        REQUIRE(pipe != nullptr);
        std::array<char, 4096> buffer{};
        for (std::size_t count = 0; (count = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
            run.out.append(buffer.data(), count);
        run.exitCode = WEXITSTATUS(pclose(pipe));
        std::ostringstream text;
        text << std::ifstream(errors).rdbuf();
        run.err = text.str();
        return run;
    }
    Run done(const std::string& arguments) {
        Run result = run(arguments);
        INFO("gridwarden " << arguments << "\n" << result.out << result.err);
        REQUIRE(result.exitCode == 0);
        return result;
    }
    [[nodiscard]] std::filesystem::path file(std::string_view name) const { return m_folder / name; }
    void write(std::string_view name, const std::string& text) const { std::ofstream(m_folder / name) << text; }

  private:
    ScratchFolder m_folder;
};

/// The names of an object's members.
inline std::set<std::string> members(const nlohmann::json& object) {
    std::set<std::string> names;
    for (const auto& [name, value] : object.items())
        names.insert(name);
    return names;
}

/// A district with one grid 01 around (120.655, 28.015), one squad "一中队" and one person "张三", made by verbs where there are
/// some and from the demo otherwise.
inline void makeDistrict(Program& program) {
    program.write("grids.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"CODE":"01","NAME":"网格一"},
        "geometry":{"type":"Polygon","coordinates":[[[120.65,28.01],[120.66,28.01],[120.66,28.02],[120.65,28.02],[120.65,28.01]]]}}]})");
    program.done("new D.gpkg --name 测试区");
    program.done("import areas D.gpkg grids.geojson --kind grid --code CODE --name NAME");
}

} // namespace gridwarden::test
