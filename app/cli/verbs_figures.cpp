// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/counted_cases.h"
#include "app/cli/output.h"
#include "app/cli/verbs.h"
#include "core/base/text.h"
#include "core/figures/tally.h"

#include <memory>

namespace gridwarden::app {

using namespace core;

namespace {

struct Options {
    std::string path;
    std::string by;
    std::string grids = "then";
    FilterOptions filter;
};

Result<std::vector<TallyKey>> keysOf(const std::string& text) {
    std::vector<TallyKey> keys;
    for (const std::string& part : split(text, ',')) {
        const auto key = tallyKeyFromKey(trimmed(part));
        if (!key)
            return fail(ErrorCode::BadInput, {"tally-key-unknown", {part}});
        keys.push_back(*key);
    }
    if (keys.size() > 2)
        return fail(ErrorCode::BadInput, {"tally-keys-too-many", {text}});
    return keys;
}

int printFigures(const Options& options, bool json) {
    const auto keys = keysOf(options.by);
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

} // namespace

void addFiguresVerb(CLI::App& app, Command& command) {
    const auto options = std::make_shared<Options>();
    CLI::App* verb = addVerb(app, command, "figures", "Count cases by one or two keys", "gridwarden figures D.gpkg --by area,state --from 2026-11-01 --to 2026-11-20 --json");
    verb->add_option("district", options->path, "The district")->required();
    verb->add_option("--by", options->by, "area category category-top state lamp source handler organisation method road-grade month week day hour-of-week; two with a comma")->required();
    verb->add_option("--grids", options->grids, "Areas of the day of the case, or of today")->check(CLI::IsMember({"then", "now"}))->capture_default_str();
    addFilterOptions(*verb, options->filter);
    verb->callback([options, &command] { command.run = [options, &command] { return printFigures(*options, command.common.json); }; });
}

} // namespace gridwarden::app
