// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/desk.h"
#include "app/cli/journal_document.h"
#include "app/cli/output.h"
#include "app/cli/verbs.h"

#include <memory>

namespace gridwarden::app {

using namespace core;

namespace {

int printJournal(const std::string& path, int limit, bool json) {
    const auto district = openDistrict(path, OpenMode::ReadOnly);
    if (!district)
        return printFault(district.error());
    const auto entries = (*district)->store().journal(limit);
    if (!entries)
        return printFault(entries.error());
    const TimeZone& zone = (*district)->timeZone();
    if (json) {
        Json document = {{"entries", Json::array()}};
        for (const JournalEntry& entry : *entries)
            document["entries"].push_back(entryDocument(entry, zone));
        printJson(document);
        return ExitDone;
    }
    TextTable table({"no", "time", "actor", "kind", "what", ""});
    for (const JournalEntry& entry : *entries)
        table.add({std::to_string(entry.sequence), localText(entry.at, zone), entry.actor.name, std::string(entryKindKey(entry.kind)), sentence(entry.label),
                   entry.isUndone ? "undone" : ""});
    table.print();
    return ExitDone;
}

/// Undo and redo differ in one word.
int goBackOrForth(const std::string& path, const CommonOptions& common, bool isUndo) {
    const auto desk = openDesk(path, common.actor);
    if (!desk)
        return printFault(desk.error());
    const auto done = isUndo ? desk->district->undo(desk->actor) : desk->district->redo(desk->actor);
    if (!done)
        return printFault(done.error());
    const char* word = isUndo ? "undone" : "redone";
    if (common.json)
        printJson({{word, sentence(done->label)}, {"key", done->label.key}, {"entry", done->entry.value()}});
    else
        printLine(std::string(word) + ": " + sentence(done->label));
    return ExitDone;
}

} // namespace

void addJournalVerbs(CLI::App& app, Command& command) {
    struct Options {
        std::string path;
        int limit = 50;
    };
    const auto options = std::make_shared<Options>();
    CLI::App* journal = addVerb(app, command, "journal", "Who changed what, newest first", "gridwarden journal D.gpkg --limit 20");
    journal->add_option("district", options->path, "The district")->required();
    journal->add_option("--limit", options->limit, "How many entries")->check(CLI::PositiveNumber)->capture_default_str();
    journal->callback([options, &command] { command.run = [options, &command] { return printJournal(options->path, options->limit, command.common.json); }; });
    for (const bool isUndo : {true, false}) {
        const auto path = std::make_shared<std::string>();
        CLI::App* verb = isUndo ? addVerb(app, command, "undo", "Take the latest change back", "gridwarden undo D.gpkg")
                                : addVerb(app, command, "redo", "Do again what was taken back", "gridwarden redo D.gpkg");
        verb->add_option("district", *path, "The district")->required();
        verb->callback([path, isUndo, &command] { command.run = [path, isUndo, &command] { return goBackOrForth(*path, command.common, isUndo); }; });
    }
}

} // namespace gridwarden::app
