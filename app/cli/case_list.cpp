// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/case_list.h"

#include "app/cases/case_export.h"
#include "app/cli/case_contact.h"
#include "app/cli/case_document.h"
#include "app/cli/counted_cases.h"
#include "app/cli/desk.h"
#include "app/cli/interrupt.h"
#include "core/cases/as_of.h"

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <unordered_map>

namespace gridwarden::app {

using namespace core;

namespace {

constexpr std::size_t UsualLimit = 100;

struct ListOptions {
    std::string path;
    std::string sort = "reported";
    std::optional<std::size_t> limit;
    std::string out;
    bool withContacts = false;
    FilterOptions filter;
};

/// Puts the selected rows in the order of a key; ties by id.
Result<void> sortRows(District& district, const CaseFacts& facts, Selection& rows, const std::string& key) {
    if (key == "number") {
        const auto ids = idsByNumber(district.connection());
        if (!ids)
            return fail(ids);
        std::unordered_map<std::int64_t, std::size_t> position;
        for (std::size_t i = 0; i < ids->size(); ++i)
            position.emplace((*ids)[i].value(), i);
        std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
            return position[facts[a].id.value()] < position[facts[b].id.value()];
        });
        return {};
    }
    const auto value = [&](const CaseFact& fact) -> std::int64_t {
        return key == "due"        ? fact.due
               : key == "closed"   ? fact.closed
               : key == "state"    ? static_cast<std::int64_t>(fact.state)
               : key == "category" ? fact.category.value()
                                   : fact.reported;
    };
    std::vector<std::tuple<std::int64_t, CaseId, std::uint32_t>> keyed;
    keyed.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        const CaseFact fact = facts[row];
        keyed.emplace_back(value(fact), fact.id, row);
    }
    std::sort(keyed.begin(), keyed.end());
    std::transform(keyed.begin(), keyed.end(), rows.begin(),
                   [](const auto& each) { return std::get<std::uint32_t>(each); });
    return {};
}

/// Opens what list --unseal needs; the look is written down with the number of cases.
Result<ContactReader> contactsToList(const ListOptions& options, const CommonOptions& common, std::size_t count) {
    auto desk = openDesk(options.path, common.actor);
    if (!desk)
        return fail(desk);
    return ContactReader::open(std::move(*desk), {"export-contacts", {std::to_string(count)}});
}

/// Writes the cases into a file in place of listing them.
int writeCases(const CountedCases& counted, const ListOptions& options, const CommonOptions& common) {
    CaseExport wanted{CaseCells(*counted.district, *counted.figures.facts, counted.figures.context.asOf),
                      counted.figures.facts,
                      counted.selection,
                      {}};
    if (options.limit && wanted.rows.size() > *options.limit)
        wanted.rows.resize(*options.limit);
    for (int column = 0; column < CaseColumnCount; ++column)
        wanted.columns.push_back(static_cast<CaseColumn>(column));
    const Interrupt interrupt;
    const auto written = exportCases(wanted, counted.district->connection(), options.out, common.force,
                                     common.json ? std::function<bool(double)>(goesOn) : showProgress);
    if (!written)
        return printFault(written.error());
    if (common.json)
        printJson({{"file", options.out}, {"cases", written->rows}, {"sheets", written->sheets}});
    else
        printLine(options.out + ": " + std::to_string(written->rows) +
                  (written->sheets > 1 ? fmt::format(" ({} sheets)", written->sheets) : ""));
    return ExitDone;
}

int listCases(const ListOptions& options, const CommonOptions& common) {
    const bool json = common.json;
    const std::size_t limit = options.limit.value_or(UsualLimit);
    auto counted = countCases(options.path, options.filter);
    if (!counted)
        return printFault(counted.error());
    District& district = *counted->district;
    const Moment asOf = counted->figures.context.asOf;
    Selection& rows = counted->selection;
    if (auto sorted = sortRows(district, *counted->figures.facts, rows, options.sort); !sorted)
        return printFault(sorted.error());
    if (!options.out.empty())
        return writeCases(*counted, options, common);
    Json document = {{"as_of", isoText(asOf, district.timeZone())}, {"total", rows.size()}, {"cases", Json::array()}};
    std::vector<std::string> headings{"number", "state", "reported", "category", "grid", "description"};
    std::optional<ContactReader> contacts;
    if (options.withContacts) {
        auto opened = contactsToList(options, common, std::min(rows.size(), limit));
        if (!opened)
            return printFault(opened.error());
        contacts = std::move(*opened);
        headings.insert(headings.end(), {"reporter", "phone"});
    }
    TextTable table(headings);
    for (std::size_t i = 0; i < rows.size() && i < limit; ++i) {
        auto record = loadCase(district.connection(), (*counted->figures.facts)[rows[i]].id);
        if (!record)
            return printFault(record.error());
        if (!options.filter.asOf.empty()) { // as it was by the steps up to then
            auto then = recordAsOf(std::move(*record), district.calendars(), asOf);
            if (!then)
                continue;
            record = std::move(*then);
        }
        Json summary = caseSummary(district, *record, asOf);
        Contact contact;
        if (contacts) {
            auto read = contacts->read(record->report.id);
            if (!read)
                return printFault(read.error());
            contact = std::move(*read);
            summary["contact"] = contactDocument(contact);
        }
        if (json) {
            document["cases"].push_back(summary);
            continue;
        }
        std::vector<std::string> line{record->report.number,
                                      summary["state"],
                                      localText(record->derived.reported, district.timeZone()),
                                      summary["category_name"],
                                      summary["area"].is_null() ? "—" : summary["area"].get<std::string>(),
                                      record->description()};
        if (contacts)
            line.insert(line.end(), {contact.reporter, contact.phone});
        table.add(std::move(line));
    }
    if (json)
        printJson(document);
    else {
        table.print();
        if (rows.size() > limit)
            printNote(fmt::format("{} of {} cases; --limit shows more", limit, rows.size()));
    }
    return ExitDone;
}

} // namespace

void addCaseListVerb(CLI::App& group, Command& command) {
    const auto o = std::make_shared<ListOptions>();
    CLI::App* verb = addVerb(group, command, "list", "List cases",
                             "gridwarden case list D.gpkg --state handling --sort due --limit 20");
    verb->add_option("district", o->path, "The district")->required();
    verb->add_option("--sort", o->sort, "number reported due closed state category")
        ->check(CLI::IsMember({"number", "reported", "due", "closed", "state", "category"}))
        ->capture_default_str();
    verb->add_option("--limit", o->limit, "How many; by default 100 are listed, and all are written with --out")
        ->check(CLI::PositiveNumber);
    CLI::Option* out = verb->add_option(
        "--out", o->out,
        "Write them into this file in place of listing them: F.xlsx or F.csv, with the columns of the window's table");
    verb->add_flag("--unseal", o->withContacts,
                   "With names and numbers of reporters; asks for the passphrase, is written to the journal")
        ->excludes(out);
    addFilterOptions(*verb, o->filter);
    verb->callback([o, &command] { command.run = [o, &command] { return listCases(*o, command.common); }; });
}

} // namespace gridwarden::app
