// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/filter_options.h"

#include "app/cli/arguments.h"

#include <algorithm>

namespace gridwarden::app {

using namespace core;

void addFilterOptions(CLI::App& verb, FilterOptions& options) {
    verb.add_option("--kind", options.kind, "Which areas `area` means: district zone street community grid cell management evaluation road");
    verb.add_option("--area", options.areas, "Cases in this area and all areas in it: CODE or KIND:CODE");
    verb.add_option("--category", options.categories, "Cases of this category and everything under it");
    verb.add_option("--state", options.states, "Cases in this state");
    verb.add_option("--source", options.sources, "Cases from this source");
    verb.add_option("--handler", options.handlers,
                    "Cases handled by this person, or by this organisation and those below it: name or code");
    verb.add_flag("--reworked", options.reworkedOnly, "Cases that were sent back for rework or opened again");
    verb.add_flag("--urged", options.urgedOnly, "Cases with an urging that waits for its reply");
    verb.add_flag("--seen-again", options.seenAgain, "Cases seen again within 30 days and 50 m of where one of their category was cleared");
    verb.add_flag("--problems", options.problemsOnly, "Each problem once: without reports that are linked to another case");
    verb.add_option("--from", options.from, "First day of the reported time");
    verb.add_option("--to", options.to, "Last day of the reported time");
    verb.add_option("--due-from", options.dueFrom, "First day of the deadline, of cases that are open");
    verb.add_option("--due-to", options.dueTo, "Last day of the deadline, of cases that are open");
    verb.add_option("--text", options.text, "Text in number, description or address");
    verb.add_option("--as-of", options.asOf, "The state by the steps up to this time");
}

Result<Filter> filterOf(const District& district, const FilterOptions& options) {
    Filter filter;
    std::optional<AreaKind> kind;
    if (!options.kind.empty()) {
        const auto read = areaKindOf(options.kind);
        if (!read)
            return fail(read);
        kind = *read;
        filter.kind = *read;
    }
    for (const std::string& code : options.areas) {
        const auto area = areaOf(district, code, kind);
        if (!area)
            return fail(area);
        filter.areas.push_back(*area);
    }
    for (const std::string& key : options.categories) {
        const auto category = categoryOf(district, key);
        if (!category)
            return fail(category);
        filter.categories.push_back(*category);
    }
    for (const std::string& key : options.states) {
        const auto state = caseStateFromKey(key);
        if (!state)
            return fail(ErrorCode::BadInput, {"state-unknown", {key}});
        filter.states.push_back(*state);
    }
    for (const std::string& key : options.sources) {
        const auto& known = district.sources();
        if (std::none_of(known.begin(), known.end(), [&](const CaseSource& source) { return source.key == key; }))
            return fail(ErrorCode::BadInput, {"source-key-unknown", {key}});
        filter.sources.push_back(key);
    }
    for (const std::string& name : options.handlers) {
        if (const Person* person = district.people().personNamed(name))
            filter.people.push_back(person->id);
        else if (const Organisation* organisation = district.people().organisationNamed(name))
            filter.organisations.push_back(organisation->id);
        else
            return fail(ErrorCode::NotFound, {"receiver-unknown", {name}});
    }
    filter.reworkedOnly = options.reworkedOnly;
    filter.urgedOnly = options.urgedOnly;
    filter.problemsOnly = options.problemsOnly;
    if (options.seenAgain)
        filter.seenAgain.emplace();
    const std::pair<const std::string&, std::optional<Day>&> days[] = {{options.from, filter.from},
                                                                       {options.to, filter.to},
                                                                       {options.dueFrom, filter.dueFrom},
                                                                       {options.dueTo, filter.dueTo}};
    for (const auto& [text, day] : days) {
        const auto read = dayOf(text);
        if (!read)
            return fail(read);
        day = *read;
    }
    filter.text = options.text;
    return filter;
}

} // namespace gridwarden::app
