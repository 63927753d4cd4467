// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/counted_cases.h"
#include "app/cli/figure_desk.h"
#include "app/cli/interrupt.h"
#include "app/cli/summary_document.h"
#include "app/cli/verbs.h"
#include "core/base/text.h"
#include "core/figures/tally.h"

#include <fmt/format.h>
#include <memory>

namespace gridwarden::app {

using namespace core;

namespace {

struct Options {
    std::string path;
    std::string by, of;
    std::string grids = "then";
    FilterOptions filter;
};

int printFigures(const Options& options, bool json) {
    const auto keys = tallyKeysOf(options.by);
    if (!keys)
        return printFault(keys.error()), ExitUsage;
    const auto counted = countCases(options.path, options.filter, options.grids == "now" ? GridsOf::Now : GridsOf::Then);
    if (!counted)
        return printFault(counted.error());
    const FiguresContext& context = counted->figures.context;
    const auto rows = tally(context, counted->district->people(), counted->selection, *keys, counted->filter.kind, counted->filter.grids);
    if (json) {
        Json document = {{"as_of", isoText(context.asOf, context.zone)}, {"rows", Json::array()}};
        for (const TallyRow& row : rows) {
            Json entry = Json::object();
            for (std::size_t i = 0; i < keys->size(); ++i)
                entry[std::string(tallyKeyKey((*keys)[i]))] = row.keys[i] ? Json(*row.keys[i]) : Json();
            entry["count"] = row.counts.count;
            entry["open"] = row.counts.open;
            entry["closed"] = row.counts.closed;
            entry["void"] = row.counts.voided;
            entry["overdue"] = row.counts.overdue;
            entry["late"] = row.counts.late;
            document["rows"].push_back(std::move(entry));
        }
        printJson(document);
        return ExitDone;
    }
    std::vector<std::string> headings;
    for (const TallyKey key : *keys)
        headings.emplace_back(tallyKeyKey(key));
    for (const char* heading : {"count", "open", "closed", "void", "overdue", "late"})
        headings.emplace_back(heading);
    TextTable table(headings);
    for (const TallyRow& row : rows) {
        std::vector<std::string> cells;
        for (const auto& key : row.keys)
            cells.push_back(key.value_or("—"));
        for (const std::int64_t number : {row.counts.count, row.counts.open, row.counts.closed, row.counts.voided, row.counts.overdue, row.counts.late})
            cells.push_back(std::to_string(number));
        table.add(std::move(cells));
    }
    table.print();
    return ExitDone;
}

/// Definitions by their keys or names; "all".
Result<std::vector<std::string>> figuresOf(const FigureDefinitions& definitions, const std::string& text) {
    std::vector<std::string> keys;
    if (trimmed(text) == "all")
        for (const FigureDefinition& definition : definitions.all())
            keys.push_back(definition.key);
    else
        for (const std::string& part : split(text, ',')) {
            const FigureDefinition* const found = definitions.named(trimmed(part));
            if (found == nullptr)
                return fail(ErrorCode::NotFound, {"figure-unknown", {part}}, part);
            keys.push_back(found->key);
        }
    return keys;
}

int printValues(const Options& options, bool json) {
    const auto period = periodOf(options.filter.from, options.filter.to);
    if (!period)
        return printFault(period.error()), ExitUsage;
    auto desk = openFigures(options.path, options.filter.asOf);
    if (!desk)
        return printFault(desk.error());
    auto filter = filterOf(*desk->district, options.filter);
    if (!filter)
        return printFault(filter.error());
    const auto keys = figuresOf(desk->definitions, options.of);
    if (!keys)
        return printFault(keys.error()), ExitUsage;
    FigureInput& input = desk->source.input;
    input.within = std::move(*filter);
    const Interrupt interrupt;
    const auto values = evaluateFigures(input, desk->definitions, *keys, *period, [] { return goesOn(0); });
    if (!values)
        return printFault(values.error());
    Json document = {{"from", dayText(period->from)}, {"to", dayText(period->to)}, {"as_of", isoText(input.cases.asOf, input.cases.zone)}, {"figures", Json::array()}};
    TextTable table({"key", "name", "value", "unit", "records"});
    for (const FigureValue& value : *values) {
        const FigureDefinition& definition = *desk->definitions.find(value.key);
        const bool isRate = definition.isRate();
        Json entry = {{"key", value.key}, {"name", definition.name}, {"unit", definition.unit}, {"value", optionalNumber(value.value)}};
        if (isRate) {
            entry["numerator"] = value.numerator;
            entry["denominator"] = value.denominator;
        }
        entry["records"] = recordCount(value);
        entry["definition"] = definition.note;
        entry["source"] = definition.source;
        document["figures"].push_back(std::move(entry));
        const auto shown = isRate && value.value ? std::optional(*value.value * 100) : value.value;
        table.add({value.key, definition.name, isRate && shown ? fmt::format("{:.2f}", *shown) : plainNumber(shown), definition.unit, std::to_string(recordCount(value))});
    }
    if (json)
        printJson(document);
    else
        table.print();
    return ExitDone;
}

} // namespace

void addFiguresVerb(CLI::App& app, Command& command) {
    const auto options = std::make_shared<Options>();
    CLI::App* verb = addVerb(app, command, "figures", "Count cases by one or two keys, or work out figures of a period", "gridwarden figures D.gpkg --by area,state --from 2026-11-01 --to 2026-11-20 --json");
    verb->add_option("district", options->path, "The district")->required();
    CLI::Option* by = verb->add_option("--by", options->by, "area category category-top state lamp source handler organisation method road-grade month week day hour-of-week; two with a comma");
    CLI::Option* of = verb->add_option("--of", options->of, "Values of figures by their keys or names, with commas, or all; needs --from and --to, the period");
    by->excludes(of);
    verb->add_option("--grids", options->grids, "Areas of the day of the case, or of today")->check(CLI::IsMember({"then", "now"}))->capture_default_str();
    addFilterOptions(*verb, options->filter);
    verb->callback([options, &command, of] {
        if (options->by.empty() && options->of.empty())
            throw CLI::RequiredError("--by or --of");
        command.run = [options, &command, of] { return of->count() > 0 ? printValues(*options, command.common.json) : printFigures(*options, command.common.json); };
    });
}

} // namespace gridwarden::app
