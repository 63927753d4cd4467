// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/desk.h"
#include "app/cli/output.h"
#include "app/cli/secret_prompt.h"
#include "app/cli/verbs.h"
#include "core/backup_erasure.h"
#include "core/cases/case_store.h"

#include <fmt/format.h>
#include <memory>

namespace gridwarden::app {

using namespace core;

namespace {

/// Says what was done beyond the file; the exit code.
int finish(District& district, const Actor& actor, const ErasureCounts& counts, Json document, bool json) {
    const auto finished = finishErasure(district.store(), actor, district.timeZone());
    if (!finished)
        return printFault(finished.error());
    document["contacts"] = counts.contacts;
    document["entries"] = counts.entries;
    document["backups"] = finished->rewritten;
    document["backups_removed"] = finished->removed.size();
    if (json)
        printJson(document);
    else
        printLine(fmt::format("contacts: {}, journal entries: {}, backups rewritten: {}, removed: {}", counts.contacts, counts.entries, finished->rewritten,
                              finished->removed.size()));
    for (const Error& problem : finished->problems)
        printFault(problem);
    return finished->problems.empty() ? ExitDone : ExitFault;
}

int protect(const std::string& path, const CommonOptions& common) {
    auto desk = openDesk(path, common.actor);
    if (!desk)
        return printFault(desk.error());
    if (const auto keys = loadSealKeys(desk->district->connection()); !keys || *keys)
        return printFault(keys ? Error{ErrorCode::Refused, {"already-protected", {}}, {}, {}} : keys.error());
    const auto passphrase = readNewSecret("Passphrase: ", "Once more: ");
    if (!passphrase)
        return printFault(passphrase.error());
    const auto seal = makeSeal(*passphrase);
    if (!seal)
        return printFault(seal.error());
    const auto counts = protectPersonalData(*desk->district, desk->actor, seal->keys);
    if (!counts)
        return printFault(counts.error());
    Json document = {{"recovery_code", std::string(seal->recoveryCode.view())}};
    if (!common.json)
        printLine("recovery code: " + std::string(seal->recoveryCode.view()) + "\nKeep it on paper. It is not shown again.");
    return finish(*desk->district, desk->actor, *counts, std::move(document), common.json);
}

int newPassphrase(const std::string& path, bool byCode, const CommonOptions& common) {
    auto desk = openDesk(path, common.actor);
    if (!desk)
        return printFault(desk.error());
    const auto keys = loadSealKeys(desk->district->connection());
    if (!keys || !*keys)
        return printFault(keys ? Error{ErrorCode::Refused, {"not-protected", {}}, {}, {}} : keys.error());
    const auto known = readSecret(byCode ? "Recovery code: " : "Passphrase: ");
    if (!known)
        return printFault(known.error());
    const auto key = byCode ? openSealByCode(**keys, known->view()) : openSeal(**keys, *known);
    if (!key)
        return printFault(key.error());
    const auto wanted = readNewSecret("New passphrase: ", "Once more: ");
    if (!wanted)
        return printFault(wanted.error());
    const auto wrapped = key->wrapped(*wanted, KeyEffort::moderate());
    if (!wrapped)
        return printFault(wrapped.error());
    if (const auto changed = changePassphrase(*desk->district, desk->actor, *wrapped, byCode); !changed)
        return printFault(changed.error());
    return finish(*desk->district, desk->actor, {}, Json::object(), common.json);
}

struct EraseOptions {
    std::string path, number;
    bool due = false, dryRun = false;
};

Result<std::vector<CaseId>> chosen(District& district, const EraseOptions& options) {
    if (options.due)
        return contactsDue(district.connection(), retentionRules(district), now());
    const auto id = caseOf(district, options.number);
    if (!id)
        return fail(id);
    return std::vector{*id};
}

int eraseChosen(const EraseOptions& options, const CommonOptions& common) {
    auto desk = options.dryRun ? Result<Desk>(Desk{}) : openDesk(options.path, common.actor);
    if (desk && options.dryRun) {
        auto district = openDistrict(options.path, OpenMode::ReadOnly);
        if (!district)
            return printFault(district.error());
        desk->district = std::move(*district);
    }
    if (!desk)
        return printFault(desk.error());
    District& district = *desk->district;
    const auto cases = chosen(district, options);
    if (!cases)
        return printFault(cases.error());
    Json document = {{"cases", Json::array()}, {"dry_run", options.dryRun}};
    for (const CaseId id : *cases) {
        const auto report = loadReport(district.connection(), id);
        if (!report)
            return printFault(report.error());
        document["cases"].push_back(*report ? Json((*report)->number) : Json()); // reported and undone again: no number
    }
    if (options.dryRun || cases->empty()) {
        if (common.json)
            printJson(document);
        else
            printLine(fmt::format("{} case(s){}", cases->size(), options.dryRun ? " would lose their contact" : ": nothing to erase"));
        return ExitDone;
    }
    const Message label = options.due ? Message{"erase-contacts", {std::to_string(cases->size())}} : Message{"erase-contact", {options.number}};
    const auto counts = eraseContacts(district, desk->actor, *cases, label);
    if (!counts)
        return printFault(counts.error());
    return finish(district, desk->actor, *counts, std::move(document), common.json);
}

} // namespace

void addPersonalVerbs(CLI::App& app, Command& command) {
    {
        const auto path = std::make_shared<std::string>();
        CLI::App* verb = addVerb(app, command, "protect", "Seal names and telephone numbers of reporters with a passphrase",
                                 "gridwarden protect D.gpkg");
        verb->add_option("district", *path, "The district")->required();
        verb->callback([path, &command] { command.run = [path, &command] { return protect(*path, command.common); }; });
    }
    {
        struct Options {
            std::string path;
            bool byCode = false;
        };
        const auto o = std::make_shared<Options>();
        CLI::App* verb = addVerb(app, command, "passphrase", "Change the passphrase of the personal data", "gridwarden passphrase D.gpkg --recover");
        verb->add_option("district", o->path, "The district")->required();
        verb->add_flag("--recover", o->byCode, "With the recovery code in place of the old passphrase");
        verb->callback([o, &command] { command.run = [o, &command] { return newPassphrase(o->path, o->byCode, command.common); }; });
    }
    {
        const auto o = std::make_shared<EraseOptions>();
        CLI::App* verb = addVerb(app, command, "erase", "Erase names and telephone numbers of reporters for good", "gridwarden erase D.gpkg --due --dry-run");
        verb->add_option("district", o->path, "The district")->required();
        auto* const due = verb->add_flag("--due", o->due, "Those past the time that the district's rules set");
        auto* const one = verb->add_option("--case", o->number, "That of one case");
        due->excludes(one);
        verb->add_flag("--dry-run", o->dryRun, "Only say which");
        verb->callback([o, &command] {
            if (!o->due && o->number.empty())
                throw CLI::RequiredError("--due or --case");
            command.run = [o, &command] { return eraseChosen(*o, command.common); };
        });
    }
}

} // namespace gridwarden::app
