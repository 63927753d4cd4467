// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include "app/cli/output.h"
#include "app/cli/verbs.h"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>

namespace gridwarden::app {

namespace {

constexpr std::array Verbs = {"new",     "demo", "layers",  "import", "case",    "inbox", "export", "handout", "activity", "duty", "patrol", "figures", "summary", "verify", "evaluate", "report", "render", "journal", "undo",   "redo",
                              "check",   "migrate", "backup", "backups", "restore", "pack", "unpack", "protect", "passphrase", "erase"};
constexpr std::array Questions = {"--help", "-h", "--version"};

bool isKnown(const std::string& word) {
    const auto is = [&](const char* known) { return word == known; };
    return std::any_of(Verbs.begin(), Verbs.end(), is) || std::any_of(Questions.begin(), Questions.end(), is);
}

/// Neither an option nor, by its look or in fact, a file.
bool isBareWord(const std::string& argument) {
    std::error_code problem;
    return !argument.empty() && argument.front() != '-' && argument.find_first_of("./\\:") == std::string::npos &&
           !std::filesystem::exists(argument, problem);
}

} // namespace

CLI::App* addVerb(CLI::App& parent, Command& command, const std::string& name, const std::string& description, const std::string& example) {
    CLI::App* verb = parent.add_subcommand(name, description);
    verb->add_flag("--json", command.common.json, "One JSON document on stdout");
    verb->add_flag("--force", command.common.force, "Overwrite output files");
    verb->add_option("--actor", command.common.actor, "Who acts: a person of the register");
    verb->footer("Example:\n  " + example);
    return verb;
}

bool isCommand(const std::vector<std::string>& arguments) {
    return !arguments.empty() && (isKnown(arguments.front()) || isBareWord(arguments.front()));
}

int runCommand(const std::vector<std::string>& arguments) {
    if (!isKnown(arguments.front())) {
        const bool isOption = arguments.front().starts_with('-');
        printNote("gridwarden: " + sentence({isOption ? "option-unknown" : "verb-unknown", {arguments.front()}}));
        return ExitUsage;
    }
    CLI::App app{"Gridwarden: grid supervision for a district's urban management", "gridwarden"};
    app.set_version_flag("--version", GRIDWARDEN_VERSION);
    app.require_subcommand(1);
    app.footer("Without a verb the window opens: gridwarden [D.gpkg]");
    Command command;
    addDistrictVerbs(app, command);
    addImportVerbs(app, command);
    addCaseVerbs(app, command);
    addInboxVerbs(app, command);
    addExportVerbs(app, command);
    addHandoutVerb(app, command);
    addActivityVerbs(app, command);
    addDutyVerbs(app, command);
    addFiguresVerb(app, command);
    addSummaryVerb(app, command);
    addVerifyVerb(app, command);
    addEvaluateVerb(app, command);
    addPaperVerbs(app, command);
    addPatrolVerbs(app, command);
    addJournalVerbs(app, command);
    addCheckVerb(app, command);
    addPersonalVerbs(app, command);
    addBackupVerbs(app, command);
    try { // the parser speaks in exceptions; they end here
        std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
        app.parse(std::move(reversed));
    } catch (const CLI::ParseError& problem) {
        return app.exit(problem) == 0 ? ExitDone : ExitUsage;
    }
    return command.run ? command.run() : ExitUsage;
}

} // namespace gridwarden::app
