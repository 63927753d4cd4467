// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/counted_cases.h"
#include "app/cli/desk.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/verbs.h"
#include "app/district/duty_table.h"
#include "gis/source/open311_cases.h"

#include <memory>

namespace gridwarden::app {

using namespace core;

namespace {

struct ExportOptions {
    std::string path, out;
    FilterOptions filter;
};

int exportRequests(const ExportOptions& options, const CommonOptions& common) {
    const auto counted = countCases(options.path, options.filter);
    if (!counted)
        return printFault(counted.error());
    std::vector<CaseId> cases;
    for (const std::uint32_t row : counted->selection)
        cases.push_back((*counted->figures.facts)[row].id);
    const Interrupt interrupt;
    const auto written = gis::exportOpen311(counted->district->connection(), gis::Open311Context::of(*counted->district), cases, counted->figures.context.asOf, options.out, common.force,
                                            common.json ? std::function<bool(double)>(goesOn) : showProgress);
    if (!written)
        return printFault(written.error());
    if (common.json)
        printJson({{"file", options.out}, {"cases", cases.size()}});
    else
        printLine(options.out + ": " + std::to_string(cases.size()));
    return ExitDone;
}

struct DutyOptions {
    std::string path, out, from, to;
};

int exportDuties(const DutyOptions& options, const CommonOptions& common) {
    const auto from = dayOf(options.from);
    const auto to = dayOf(options.to);
    if (!from || !to)
        return printFault((from ? to : from).error());
    const auto district = openDistrict(options.path, OpenMode::ReadOnly);
    if (!district)
        return printFault(district.error());
    const bool isLimited = *from || *to;
    const Period within{from->value_or(Day::min()), to->value_or(Day::max())};
    const auto written = writeDuties(**district, isLimited ? std::optional(within) : std::nullopt, options.out, common.force);
    if (!written)
        return printFault(written.error());
    if (common.json)
        printJson({{"file", options.out}, {"duties", *written}});
    else
        printLine(options.out + ": " + std::to_string(*written));
    return ExitDone;
}

} // namespace

void addExportVerbs(CLI::App& app, Command& command) {
    CLI::App* group = app.add_subcommand("export", "Hand cases to other systems, duties to spreadsheets");
    group->require_subcommand(1);
    {
        const auto o = std::make_shared<ExportOptions>();
        CLI::App* verb = addVerb(*group, command, "open311", "Cases as Open311 service requests, without who reported them; JSON, or XML by the name",
                                 "gridwarden export open311 D.gpkg requests.json --state handling");
        verb->add_option("district", o->path, "The district")->required();
        verb->add_option("out", o->out, "F.json or F.xml")->required();
        addFilterOptions(*verb, o->filter);
        verb->callback([o, &command] { command.run = [o, &command] { return exportRequests(*o, command.common); }; });
    }
    {
        const auto o = std::make_shared<DutyOptions>();
        CLI::App* verb = addVerb(*group, command, "duties", "Duties as a table, which import duties reads back", "gridwarden export duties D.gpkg --out roster.xlsx");
        verb->add_option("district", o->path, "The district")->required();
        verb->add_option("--out", o->out, "F.xlsx, or F.csv")->required();
        verb->add_option("--from", o->from, "Only those that hold on this day or later");
        verb->add_option("--to", o->to, "Only those that hold on this day or earlier");
        verb->callback([o, &command] { command.run = [o, &command] { return exportDuties(*o, command.common); }; });
    }
}

} // namespace gridwarden::app
