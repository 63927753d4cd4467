// SPDX-License-Identifier: GPL-3.0-or-later
// The man page promises what the program's own help says, and nothing else.
#include "tests/app/cli/program.h"
#include "tests/packaging/tool.h"

#include <map>
#include <regex>

using namespace gridwarden::test;

namespace {

const std::string Page = GRIDWARDEN_SOURCE_DIR "/packaging/man/gridwarden.1";

/// The verbs below one, or all: "check", "case add", …
std::set<std::string> verbsOfHelp(Program& program, const std::string& group = {}) {
    std::set<std::string> verbs;
    std::istringstream help(program.done(group + " --help").out);
    bool isList = false;
    for (std::string line; std::getline(help, line);) {
        static const std::regex entry("  ([a-z0-9]+) .*");
        std::smatch match;
        if (line == "Subcommands:")
            isList = true;
        else if (isList && std::regex_match(line, match, entry)) {
            const std::string verb = group.empty() ? match[1].str() : group + " " + match[1].str();
            const auto below = group.empty() ? verbsOfHelp(program, verb) : std::set<std::string>();
            if (below.empty())
                verbs.insert(verb);
            else
                verbs.insert(below.begin(), below.end());
        } else if (line.empty())
            isList = false;
    }
    return verbs;
}

/// The verbs of the man page with the options that are shown beside them.
std::map<std::string, std::set<std::string>> verbsOfPage() {
    static const std::regex verb("\\.It Ic ([a-z]+(?: [a-z0-9]+)?) Ar .*");
    static const std::regex option("Fl -([a-z-]+)");
    std::map<std::string, std::set<std::string>> verbs;
    std::istringstream page(contentOf(Page));
    for (std::string line; std::getline(page, line);) {
        std::smatch match;
        if (!std::regex_match(line, match, verb))
            continue;
        auto& options = verbs[match[1]];
        for (std::sregex_iterator found(line.begin(), line.end(), option), end; found != end; ++found)
            options.insert("--" + (*found)[1].str());
    }
    return verbs;
}

} // namespace

TEST_CASE("the man page is well formed", "[packaging]") {
    const ToolRun run = runTool("LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -l '" + Page + "' > /dev/null");
    CHECK(run.exitCode == 0);
    CHECK(run.said.empty());
}

TEST_CASE("the man page has the verbs of the help, and their options exist", "[packaging]") {
    Program program;
    const auto page = verbsOfPage();
    std::set<std::string> named;
    for (const auto& [verb, options] : page) {
        named.insert(verb);
        const std::string help = program.done(verb + " --help").out;
        for (const std::string& option : options) {
            INFO(verb << " " << option);
            CHECK(help.find("  " + option) != std::string::npos);
        }
    }
    CHECK(named == verbsOfHelp(program));
}
