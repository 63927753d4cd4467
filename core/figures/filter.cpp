// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/filter.h"

#include "core/cases/case_store.h"
#include "core/figures/local_clock.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <unordered_set>

namespace gridwarden::core {

namespace {

/// A set of the values of a small enumeration; without any value it is no condition.
template <class Enum> class Choice {
public:
    explicit Choice(const std::vector<Enum>& values) {
        for (const Enum value : values)
            m_bits |= bit(value);
    }
    [[nodiscard]] bool isEmpty() const { return m_bits == 0; }
    [[nodiscard]] bool accepts(Enum value) const { return m_bits == 0 || (m_bits & bit(value)) != 0; }

private:
    static std::uint32_t bit(Enum value) { return std::uint32_t{1} << static_cast<unsigned>(value); }
    std::uint32_t m_bits = 0;
};

/// The conditions that a fact alone answers, worked out once.
class FactCondition {
public:
    FactCondition(const FiguresContext& context, const Filter& filter)
        : m_asOf(context.asOf), m_states(filter.states), m_lamps(filter.lamps), m_overdueOnly(filter.overdueOnly) {
        if (filter.from)
            m_begin = context.zone.start(*filter.from).time_since_epoch().count();
        if (filter.to)
            m_end = context.zone.start(*filter.to + std::chrono::days(1)).time_since_epoch().count();
        m_anyCategory = filter.categories.empty();
        for (const CategoryId category : filter.categories)
            for (const CategoryId below : context.categories->withAllBelow(category))
                m_categories.insert(below);
        if (!filter.sources.empty()) {
            m_sources.emplace(context.facts->sources().size());
            for (const std::string& key : filter.sources)
                if (const std::int16_t index = context.facts->sourceIndex(key); index >= 0)
                    (*m_sources)[static_cast<std::size_t>(index)] = true;
        }
    }

    [[nodiscard]] bool accepts(const CaseFact& fact) const {
        return fact.reported >= m_begin && fact.reported < m_end && m_states.accepts(fact.stateAt(m_asOf)) &&
               (m_anyCategory || m_categories.contains(fact.category)) &&
               (!m_sources || (fact.source >= 0 && (*m_sources)[static_cast<std::size_t>(fact.source)])) &&
               (m_lamps.isEmpty() || m_lamps.accepts(fact.lampAt(m_asOf))) &&
               (!m_overdueOnly || fact.isOverdueAt(m_asOf));
    }

private:
    Moment m_asOf;
    std::int64_t m_begin = std::numeric_limits<std::int64_t>::min();
    std::int64_t m_end = std::numeric_limits<std::int64_t>::max();
    Choice<CaseState> m_states;
    Choice<Lamp> m_lamps;
    bool m_overdueOnly;
    bool m_anyCategory;
    std::unordered_set<CategoryId> m_categories;
    std::optional<std::vector<bool>> m_sources; // beside CaseFacts::sources()
};

Result<void> keepWithText(const FiguresContext& context, const std::string& text, Selection& selection) {
    assert(context.connection != nullptr);
    const auto ids = findText(*context.connection, text);
    if (!ids)
        return fail(ids);
    std::vector<bool> found(context.facts->size());
    for (const CaseId id : *ids)
        if (const auto row = context.facts->rowOf(id))
            found[*row] = true;
    std::erase_if(selection, [&](std::uint32_t row) { return !found[row]; });
    return {};
}

/// Keeps the rows for which `wanted` holds of the position in the selection.
template <class Wanted> void keepWhere(Selection& selection, Wanted wanted) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < selection.size(); ++i)
        if (wanted(i))
            selection[kept++] = selection[i];
    selection.resize(kept);
}

void keepInAreas(const FiguresContext& context, const Filter& filter, Selection& selection) {
    std::map<AreaKind, std::unordered_set<AreaId>> wanted;
    for (const AreaId id : filter.areas)
        if (const Area* area = context.areas->find(id))
            for (const Area* same : context.areas->withCode(area->code))
                if (same->kind == area->kind)
                    wanted[same->kind].insert(same->id);
    std::vector<bool> isInside(selection.size());
    for (const auto& [kind, ids] : wanted) {
        const std::vector<AreaId> areas = areasOf(context, selection, kind, filter.grids);
        for (std::size_t i = 0; i < areas.size(); ++i)
            if (ids.contains(areas[i]))
                isInside[i] = true;
    }
    keepWhere(selection, [&](std::size_t i) { return isInside[i]; });
}

} // namespace

Result<Selection> select(const FiguresContext& context, const Filter& filter) {
    const FactCondition condition(context, filter);
    Selection selection;
    context.facts->each([&](std::size_t row, const CaseFact& fact) {
        if (condition.accepts(fact))
            selection.push_back(static_cast<std::uint32_t>(row));
    });
    if (!filter.text.empty())
        if (const auto done = keepWithText(context, filter.text, selection); !done)
            return fail(done);
    if (filter.outside) {
        const std::vector<AreaId> grids = areasOf(context, selection, AreaKind::Grid, filter.grids);
        keepWhere(selection, [&](std::size_t i) { return grids[i].isNull(); });
    }
    if (!filter.areas.empty())
        keepInAreas(context, filter, selection);
    return selection;
}

std::vector<AreaId> areasOf(const FiguresContext& context, const Selection& selection, AreaKind kind, GridsOf grids) {
    const CaseFacts& facts = *context.facts;
    std::vector<AreaId> areas;
    areas.reserve(selection.size());
    if (kind == AreaKind::Grid && grids == GridsOf::Then) {
        for (const std::uint32_t row : selection)
            areas.push_back(facts[row].grid);
        return areas;
    }
    LocalClock clock(context.zone);
    const Day today = context.zone.day(context.asOf);
    for (const std::uint32_t row : selection) {
        const CaseFact& fact = facts[row];
        const Area* area = nullptr;
        if (fact.hasPlace())
            area = context.areas->at({fact.longitude, fact.latitude}, kind,
                                     grids == GridsOf::Now ? today : clock.day(fact.reported));
        areas.push_back(area == nullptr ? AreaId() : area->id);
    }
    return areas;
}

} // namespace gridwarden::core
