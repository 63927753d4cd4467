// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/counted_cases.h"
#include "app/cli/desk.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/secret_prompt.h"
#include "app/cli/verbs.h"
#include "app/handout/account_text.h"
#include "app/handout/case_handout.h"
#include "app/handout/count_handout.h"
#include "core/base/text.h"
#include "core/personal_data.h"
#include "core/store/district_summary.h"

#include <memory>

namespace gridwarden::app {

using namespace core;

namespace {

struct HandoutOptions {
    std::string path, rules, out, by;
    std::string grids = "then";
    bool unseals = false;
    FilterOptions filter;
};

Json accountDocument(const std::string& file, const DisclosureAccount& account, const TimeZone& zone) {
    Json document = {{"file", file},
                     {"account", accountFileOf(file).string()},
                     {"rules", account.rules.key},
                     {"as_of", isoText(account.asOf, zone)},
                     {"head", account.head},
                     {"records", account.records}};
    if (account.isCounts) {
        document["smallest_count"] = account.rules.smallestCount;
        document["small_cells"] = account.smallCells;
        document["withheld_cells"] = account.withheldCells;
    } else {
        Json masked = Json::object();
        for (std::size_t kind = 0; kind < TraceKindCount; ++kind)
            masked[std::string(traceKindKey(static_cast<TraceKind>(kind)))] = account.masked.at(kind);
        document["contacts_left_out"] = account.contacts;
        document["sealed_contacts"] = account.sealedContacts;
        document["masked"] = std::move(masked);
        document["descriptions_left_out"] = account.descriptions;
        document["addresses_left_out"] = account.addresses;
        document["places"] = {
            {"exact", account.placesExact}, {"lattice", account.placesLattice}, {"grid", account.placesGrid}, {"left_out", account.placesLeftOut}};
        document["photos"] = account.pictures;
        document["photos_left_out"] = account.picturesLeftOut;
        document["papers_left_out"] = account.papersLeftOut;
    }
    document["sentences"] = Json::array();
    for (const QString& line : accountText(account, zone))
        document["sentences"].push_back(line.toStdString());
    return document;
}

int tell(const HandoutOptions& options, const DisclosureAccount& account, const TimeZone& zone, bool json) {
    if (json) {
        printJson(accountDocument(options.out, account, zone));
        return ExitDone;
    }
    printLine(options.out);
    for (const QString& line : accountText(account, zone))
        printLine(line.toStdString());
    return ExitDone;
}

/// The key of the district's sealed contacts; null where they are not sealed. The look is written down.
Result<std::shared_ptr<const UnsealKey>> openedKey(const HandoutOptions& options, const CommonOptions& common) {
    auto desk = openDesk(options.path, common.actor);
    if (!desk)
        return fail(desk);
    const auto keys = loadSealKeys(desk->district->connection());
    if (!keys)
        return fail(keys);
    if (!*keys)
        return nullptr;
    const auto passphrase = readSecret("Passphrase: ");
    if (!passphrase)
        return fail(passphrase);
    auto key = openSeal(**keys, *passphrase);
    if (!key)
        return fail(key);
    if (auto noted = noteAccess(*desk->district, desk->actor, {"unseal-personal-data", {}}); !noted)
        return fail(noted);
    return std::make_shared<const UnsealKey>(std::move(*key));
}

int handOutCounted(const HandoutOptions& options, const CommonOptions& common, const DisclosureRules& rules) {
    const auto keys = tallyKeysOf(options.by);
    if (!keys)
        return printFault(keys.error()), ExitUsage;
    const auto counted = countCases(options.path, options.filter, options.grids == "now" ? GridsOf::Now : GridsOf::Then);
    if (!counted)
        return printFault(counted.error());
    District& district = *counted->district;
    const auto head = journalHead(district.connection());
    if (!head)
        return printFault(head.error());
    const FiguresContext& context = counted->figures.context;
    const auto sheet = countSheet(district, rules, context, counted->selection, *keys, counted->filter.kind, counted->filter.grids);
    if (!sheet)
        return printFault(sheet.error());
    DisclosureAccount account;
    account.district = district.name();
    account.rules = rules;
    account.asOf = context.asOf;
    account.head = head->hash;
    account.records = static_cast<std::int64_t>(counted->selection.size());
    const auto done = handOutCounts(*sheet, account, context.zone, options.out, common.force);
    return done ? tell(options, *done, context.zone, common.json) : printFault(done.error());
}

int handOutListed(const HandoutOptions& options, const CommonOptions& common, const DisclosureRules& rules) {
    std::shared_ptr<const UnsealKey> key;
    if (options.unseals) {
        auto opened = openedKey(options, common);
        if (!opened)
            return printFault(opened.error());
        key = std::move(*opened);
    }
    auto counted = countCases(options.path, options.filter);
    if (!counted)
        return printFault(counted.error());
    District& district = *counted->district;
    const Moment asOf = counted->figures.context.asOf;
    const CaseHandout handout{
        HandoutCells(district, *counted->figures.facts), counted->figures.facts, counted->selection, asOf, rules, district.filesFolder(), key};
    const Interrupt interrupt;
    const auto done = handOutCases(handout, district.connection(), options.out, common.force, common.json ? HandoutProgress(goesOn) : showProgress);
    return done ? tell(options, *done, district.timeZone(), common.json) : printFault(done.error());
}

int handOut(const HandoutOptions& options, const CommonOptions& common) {
    const auto rules = disclosureRulesNamed(options.rules);
    if (!rules)
        return printFault(rules.error());
    return options.by.empty() ? handOutListed(options, common, *rules) : handOutCounted(options, common, *rules);
}

} // namespace

void addHandoutVerb(CLI::App& app, Command& command) {
    const auto o = std::make_shared<HandoutOptions>();
    CLI::App* verb = addVerb(app, command, "handout", "Hand cases or counts out without personal data, and say what was taken out",
                             "gridwarden handout D.gpkg --rules public --state closed --out cases-for-all.csv");
    verb->add_option("district", o->path, "The district")->required();
    verb->add_option("--rules", o->rules, "What is taken out: public, partner, or a file of such rules")->required();
    verb->add_option("--out", o->out, "F.csv, F.xlsx, F.geojson or F.gpkg; F.csv.txt beside it says what was taken out")->required();
    CLI::Option* by = verb->add_option("--by", o->by, "Counts in place of cases, by one or two keys as in figures; F.csv or F.xlsx");
    verb->add_option("--grids", o->grids, "With --by: areas of the day of the case, or of today")->check(CLI::IsMember({"then", "now"}))->capture_default_str();
    verb->add_flag("--unseal", o->unseals, "Asks for the passphrase, so that names of sealed reporters are found in texts; is written to the journal")
        ->excludes(by);
    addFilterOptions(*verb, o->filter);
    verb->callback([o, &command] { command.run = [o, &command] { return handOut(*o, command.common); }; });
}

} // namespace gridwarden::app
