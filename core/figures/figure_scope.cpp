// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/figure_scope.h"

#include "core/figures/bit_columns.h"

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

Result<ScopeFilter> ScopeFilter::of(const FigureInput& input, const FigureDefinition& definition, const FigureScope& scope, KnownAreas& known) {
    auto filter = filterOf(input, definition, scope);
    if (!filter)
        return fail(filter);
    ScopeFilter made;
    const CaseFacts& facts = *input.cases.facts;
    const auto require = [&](FactColumn column, const IdCodes& codes, const auto& withAllBelow, const auto& ids) {
        std::unordered_set<std::int64_t> wanted;
        for (const auto id : ids)
            for (const auto below : withAllBelow(id))
                wanted.insert(below.value());
        std::vector<std::uint8_t> accepted{0};
        for (const std::int64_t id : codes.ids())
            accepted.push_back(wanted.contains(id) ? 1 : 0);
        made.m_conditions.push_back({column, std::move(accepted)});
    };
    if (!scope.categories.empty())
        require(FactColumn::Category, facts.codes().categories, [&](CategoryId id) { return input.cases.categories->withAllBelow(id); }, filter->categories);
    if (!scope.organisations.empty())
        require(FactColumn::Organisation, facts.codes().organisations, [&](OrganisationId id) { return input.cases.people->withAllBelow(id); },
                filter->organisations);
    if (!scope.sources.empty())
        made.m_conditions.push_back({FactColumn::Source, acceptedTexts(facts.sources(), filter->sources)});
    if (!scope.methods.empty())
        made.m_conditions.push_back({FactColumn::Method, acceptedTexts(facts.methods(), scope.methods)});
    if (!scope.areas.empty()) {
        const auto [rows, isNew] = known.try_emplace(filter->areas);
        if (isNew) {
            Filter inAreas;
            inAreas.areas = filter->areas;
            auto selected = select(input.cases, inAreas);
            if (!selected)
                return fail(selected);
            rows->second = RowSet::of(std::move(*selected));
        }
        made.m_rows = rows->second;
    }
    return made;
}

bool ScopeFilter::accepts(const FactChunk& chunk, std::uint32_t row) const {
    return (!m_rows || m_rows->contains(row)) && std::all_of(m_conditions.begin(), m_conditions.end(), [&](const Condition& condition) {
        return condition.accepted[static_cast<std::size_t>(chunk.column(condition.column)[row % CaseFacts::ChunkSize] + 1)] != 0;
    });
}

void ScopeFilter::ignoreMethods() {
    std::erase_if(m_conditions, [](const Condition& condition) { return condition.column == FactColumn::Method; });
}

ScopeRows::ScopeRows(std::vector<const ScopeFilter*> scopes) : m_scopes(std::move(scopes)), m_batches((m_scopes.size() + BatchSize - 1) / BatchSize) {
    for (std::size_t i = 0; i < m_scopes.size(); ++i) {
        Batch& batch = m_batches[i / BatchSize];
        for (const ScopeFilter::Condition& condition : m_scopes[i]->m_conditions) {
            auto column = std::find_if(batch.begin(), batch.end(), [&](const Column& known) { return known.column == condition.column; });
            if (column == batch.end())
                column = batch.insert(batch.end(), {condition.column, std::vector(condition.accepted.size(), ~std::uint32_t{0})});
            for (std::size_t code = 0; code < condition.accepted.size(); ++code)
                if (condition.accepted[code] == 0)
                    column->left[code] &= ~(std::uint32_t{1} << i % BatchSize);
        }
    }
}

std::array<std::uint64_t, ScopeRows::BatchSize> ScopeRows::accepted(const Batch& batch, const FactChunk& chunk, std::size_t first) {
    std::array<std::uint32_t, RowSet::BlockSize> left;
    left.fill(~std::uint32_t{0});
    const std::size_t size = std::min<std::size_t>(left.size(), chunk.size() - first);
    for (const Column& column : batch)
        chunk.column(column.column).visit([&, byCode = column.left.data() + 1](auto code) {
            for (std::size_t i = 0; i < size; ++i)
                left[i] &= byCode[code(first + i)];
        });
    return bitColumns(left);
}

} // namespace gridwarden::core
