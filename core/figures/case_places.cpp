// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/case_places.h"

#include <algorithm>
#include <unordered_map>

namespace gridwarden::core {

CasePlaces::CasePlaces(const FiguresContext& context, const PlaceChoice& choice)
    : m_choice(choice), m_lattice(districtPlane(context), choice.squareMetres) {
    if (!choice.areas)
        return;
    std::vector<const Area*> areas;
    for (const Area& area : context.areas->all())
        if (area.kind == *choice.areas)
            areas.push_back(&area);
    std::stable_sort(areas.begin(), areas.end(), [](const Area* a, const Area* b) {
        return a->code != b->code ? a->code < b->code : a->from.value_or(Day::min()) < b->from.value_or(Day::min());
    });
    for (const Area* area : areas) {
        if (m_areas.empty() || m_areas.back().code != area->code)
            m_areas.push_back({area->id, area->code, {}});
        m_areas.back().newest = area->id;
        m_areas.back().box.include(boundsOf(area->shape));
    }
}

std::vector<std::uint32_t> CasePlaces::of(const FiguresContext& context, const Selection& selection, GridsOf grids) const {
    if (!m_choice.areas)
        return cellsOf(*context.facts, selection, m_lattice);
    std::unordered_map<AreaId, std::uint32_t> numbers;
    for (const Area& area : context.areas->all())
        if (area.kind == *m_choice.areas) {
            const auto named = std::lower_bound(m_areas.begin(), m_areas.end(), area.code, [](const Named& a, const std::string& code) { return a.code < code; });
            numbers.emplace(area.id, static_cast<std::uint32_t>(named - m_areas.begin()));
        }
    std::vector<std::uint32_t> places;
    places.reserve(selection.size());
    for (const AreaId area : areasOf(context, selection, *m_choice.areas, grids)) {
        const auto number = numbers.find(area);
        places.push_back(number == numbers.end() ? NoPlace : number->second);
    }
    return places;
}

GeoBox CasePlaces::box(std::uint32_t place) const { return m_choice.areas ? m_areas[place].box : m_lattice.box(place); }

AreaId CasePlaces::area(std::uint32_t place) const { return m_choice.areas ? m_areas[place].newest : AreaId(); }

} // namespace gridwarden::core
