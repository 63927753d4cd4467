// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/figure_scope.h"

#include <algorithm>
#include <unordered_set>

namespace gridwarden::core {

namespace {

constexpr std::string_view Collector = "@collector", Public = "@public";

auto unknown(const FigureDefinition& definition, const char* what, const std::string& name) {
    return fail(ErrorCode::NotFound, {"figure-names-unknown", {definition.key, what, name}}, definition.key);
}

Result<std::vector<std::string>> sourcesOf(const FigureInput& input, const FigureDefinition& definition, const FigureScope& scope) {
    std::vector<std::string> keys;
    for (const std::string& name : scope.sources) {
        if (name == Collector || name == Public) {
            for (const CaseSource& source : input.sources)
                if (name == Collector ? source.isCollector : source.isPublic)
                    keys.push_back(source.key);
        } else if (findSource(input.sources, name) != nullptr) {
            keys.push_back(name);
        } else {
            return unknown(definition, "sources", name);
        }
    }
    return keys;
}

/// First none, then those of the list.
std::vector<std::uint8_t> acceptedTexts(const std::vector<std::string>& known, const std::vector<std::string>& wanted) {
    std::vector<std::uint8_t> accepted(known.size() + 1);
    for (std::size_t i = 0; i < known.size(); ++i)
        accepted[i + 1] = std::find(wanted.begin(), wanted.end(), known[i]) != wanted.end() ? 1 : 0;
    return accepted;
}

} // namespace

Result<Filter> ScopeFilter::filterOf(const FigureInput& input, const FigureDefinition& definition, const FigureScope& scope) {
    Filter filter;
    for (const std::string& key : scope.categories) {
        const Category* const category = input.cases.categories->find(std::string_view(key));
        if (category == nullptr)
            return unknown(definition, "categories", key);
        filter.categories.push_back(category->id);
    }
    auto sources = sourcesOf(input, definition, scope);
    if (!sources)
        return fail(sources);
    filter.sources = std::move(*sources);
    for (const std::string& code : scope.areas) {
        const auto areas = input.cases.areas->withCode(code);
        if (areas.empty())
            return unknown(definition, "areas", code);
        for (const Area* const area : areas)
            filter.areas.push_back(area->id);
    }
    for (const std::string& name : scope.organisations) {
        const Organisation* const organisation = input.cases.people->organisationNamed(name);
        if (organisation == nullptr)
            return unknown(definition, "organisations", name);
        filter.organisations.push_back(organisation->id);
    }
    return filter;
}

Result<ScopeFilter> ScopeFilter::of(const FigureInput& input, const FigureDefinition& definition, const FigureScope& scope) {
    auto filter = filterOf(input, definition, scope);
    if (!filter)
        return fail(filter);
    ScopeFilter made;
    const CaseFacts& facts = *input.cases.facts;
    if (!scope.categories.empty()) {
        std::unordered_set<std::int64_t> wanted;
        for (const CategoryId category : filter->categories)
            for (const CategoryId below : input.cases.categories->withAllBelow(category))
                wanted.insert(below.value());
        for (const std::int64_t id : facts.codes().categories.ids())
            made.m_categories.push_back(wanted.contains(id) ? 1 : 0);
    }
    if (!scope.sources.empty())
        made.m_sources = acceptedTexts(facts.sources(), filter->sources);
    if (!scope.methods.empty())
        made.m_methods = acceptedTexts(facts.methods(), scope.methods);
    if (!scope.areas.empty() || !scope.organisations.empty()) {
        Filter places;
        places.areas = filter->areas;
        places.organisations = filter->organisations;
        auto rows = select(input.cases, places);
        if (!rows)
            return fail(rows);
        made.m_rows = std::move(*rows);
    }
    return made;
}

} // namespace gridwarden::core
