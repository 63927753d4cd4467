// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/desk.h"
#include "app/cli/interrupt.h"
#include "app/cli/journal_document.h"
#include "app/cli/output.h"
#include "app/cli/verbs.h"
#include "gis/check/district_check.h"

#include <fmt/format.h>
#include <memory>

namespace gridwarden::app {

using namespace core;

namespace {

Json findingDocument(const Finding& finding) {
    Json document = {{"key", finding.what.key}, {"text", sentence(finding.what)}};
    if (finding.remedy != Remedy::None)
        document["remedy"] = {{"key", remedyText(finding.remedy).key}, {"text", sentence(remedyText(finding.remedy))}};
    if (finding.place)
        document["place"] = {finding.place->longitude, finding.place->latitude};
    return document;
}

Json reportDocument(const CheckReport& report, const TimeZone& zone) {
    Json document = {{"faults", Json::array()}, {"notes", Json::array()}};
    for (const Finding& finding : report.findings)
        document[finding.isFault ? "faults" : "notes"].push_back(findingDocument(finding));
    document["head"] = report.head ? entryDocument(*report.head, zone) : Json();
    return document;
}

void printReport(const CheckReport& report, const TimeZone& zone) {
    for (const Finding& finding : report.findings) {
        const std::string remedy = finding.remedy == Remedy::None ? std::string() : " " + sentence(remedyText(finding.remedy));
        printLine((finding.isFault ? "fault: " : "note: ") + sentence(finding.what) + remedy);
    }
    if (report.head)
        printLine(fmt::format("journal: {} {} {}", report.head->sequence, localText(report.head->at, zone), report.head->hash));
    printLine(fmt::format("{} faults, {} notes", report.faults(), report.findings.size() - report.faults()));
}

/// The file is looked at as a file, so that one which cannot be opened as a district can be checked.
int check(const std::string& path, bool json) {
    const auto store = Store::open(path, OpenMode::ReadOnly);
    if (!store)
        return printFault(store.error());
    const auto zoneName = (*store)->connection().text("SELECT value FROM setting WHERE key = 'timezone'");
    const TimeZone zone = TimeZone::find(zoneName.value_or("")).value_or(TimeZone());
    const Interrupt interrupt;
    const auto report = gis::checkDistrict(**store, goesOn);
    if (!report)
        return printFault(report.error());
    if (json)
        printJson(reportDocument(*report, zone));
    else
        printReport(*report, zone);
    return report->faults() == 0 ? ExitDone : ExitFault;
}

int repair(const std::string& path, const CommonOptions& common) {
    const auto desk = openDesk(path, common.actor);
    if (!desk)
        return printFault(desk.error());
    District& district = *desk->district;
    const Interrupt interrupt;
    const auto repaired = gis::repairDistrict(district, desk->actor, gis::repairBackupName(district), goesOn);
    if (!repaired)
        return printFault(repaired.error());
    if (common.json) {
        Json document = {{"backup", repaired->backup.empty() ? Json() : Json(repaired->backup.string())}, {"done", Json::array()}};
        for (const Message& step : repaired->done)
            document["done"].push_back({{"key", step.key}, {"text", sentence(step)}});
        document["left"] = reportDocument(repaired->left, district.timeZone());
        printJson(document);
    } else {
        if (!repaired->backup.empty())
            printLine("backup: " + repaired->backup.string());
        for (const Message& step : repaired->done)
            printLine("done: " + sentence(step));
        printReport(repaired->left, district.timeZone());
    }
    return repaired->left.faults() == 0 ? ExitDone : ExitFault;
}

} // namespace

void addCheckVerb(CLI::App& app, Command& command) {
    struct Options {
        std::string path;
        bool repairs = false;
    };
    const auto options = std::make_shared<Options>();
    CLI::App* verb = addVerb(app, command, "check", "Check the district; exit code 1 when there are faults", "gridwarden check D.gpkg --json");
    verb->add_option("district", options->path, "The district")->required();
    verb->add_flag("--repair", options->repairs, "Copy the district, rebuild what follows from the rest of it, and check again");
    verb->callback([options, &command] {
        command.run = [options, &command] { return options->repairs ? repair(options->path, command.common) : check(options->path, command.common.json); };
    });
}

} // namespace gridwarden::app
