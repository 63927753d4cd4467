// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs register themselves with the parser; the one that was given runs after parsing.
#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <string>

namespace gridwarden::app {

/// Options that every verb knows.
struct CommonOptions {
    bool json = false;
    bool force = false;
    std::string actor;
};

/// What parsing chose to run; returns the exit code.
struct Command {
    CommonOptions common;
    std::function<int()> run;
};

void addDistrictVerbs(CLI::App& app, Command& command); ///< new, demo, layers, migrate
void addCheckVerb(CLI::App& app, Command& command);     ///< check
void addBackupVerbs(CLI::App& app, Command& command);   ///< backup, backups, restore, pack, unpack
void addImportVerbs(CLI::App& app, Command& command);   ///< import areas, cases, activities, duties, tracks
void addCaseVerbs(CLI::App& app, Command& command);     ///< case add, step, show, list
void addActivityVerbs(CLI::App& app, Command& command); ///< activity add, list, figures, kinds, remove
void addDutyVerbs(CLI::App& app, Command& command);     ///< duty check, list, rules
void addInboxVerbs(CLI::App& app, Command& command);    ///< inbox list, accept, refuse, done, folder
void addExportVerbs(CLI::App& app, Command& command);   ///< export open311, duties
void addHandoutVerb(CLI::App& app, Command& command);   ///< handout
void addFiguresVerb(CLI::App& app, Command& command);   ///< figures
void addSummaryVerb(CLI::App& app, Command& command);   ///< summary
void addVerifyVerb(CLI::App& app, Command& command);    ///< verify
void addEvaluateVerb(CLI::App& app, Command& command);  ///< evaluate
void addPaperVerbs(CLI::App& app, Command& command);    ///< report grid, render
void addPatrolVerbs(CLI::App& app, Command& command);   ///< patrol coverage, missed, rules
void addJournalVerbs(CLI::App& app, Command& command);  ///< journal, undo, redo
void addPersonalVerbs(CLI::App& app, Command& command); ///< protect, passphrase, erase

/// A verb with the common options, its help ending in an example.
CLI::App* addVerb(CLI::App& parent, Command& command, const std::string& name, const std::string& description, const std::string& example);

} // namespace gridwarden::app
