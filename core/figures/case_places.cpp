// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/case_places.h"

#include "core/base/text.h"

#include <algorithm>
#include <cassert>
#include <unordered_map>

namespace gridwarden::core {

CasePlaces::CasePlaces(const FiguresContext& context, const PlaceChoice& choice)
    : m_choice(choice), m_lattice(districtPlane(context), choice.squareMetres) {}

Result<CasePlaces> CasePlaces::make(const FiguresContext& context, const PlaceChoice& choice) {
    CasePlaces places(context, choice);
    if (choice.areas)
        places.nameAreas(*context.areas);
    else if (choice.byAddress)
        if (auto read = places.readAddresses(context); !read)
            return fail(read);
    return places;
}

void CasePlaces::nameAreas(const AreaRegister& register_) {
    std::vector<const Area*> areas;
    for (const Area& area : register_.all())
        if (area.kind == *m_choice.areas)
            areas.push_back(&area);
    std::stable_sort(areas.begin(), areas.end(), [](const Area* a, const Area* b) {
        return a->code != b->code ? a->code < b->code : a->from.value_or(Day::min()) < b->from.value_or(Day::min());
    });
    for (const Area* area : areas) {
        if (m_named.empty() || m_named.back().name != area->code)
            m_named.push_back({area->id, area->code, {}});
        m_named.back().newest = area->id;
        m_named.back().box.include(boundsOf(area->shape));
    }
}

Result<void> CasePlaces::readAddresses(const FiguresContext& context) {
    assert(context.connection != nullptr);
    constexpr std::int64_t PageSize = 65'536; // so that no statement holds a commit up for long
    const CaseFacts& facts = *context.facts;
    m_placeOfRow.assign(facts.size(), NoPlace);
    std::unordered_map<std::string, std::uint32_t> numbers;
    std::int64_t last = 0;
    for (std::int64_t read = PageSize; read == PageSize;) {
        read = 0;
        const auto done = context.connection->each("SELECT r.id, coalesce(s.address, r.address) FROM case_report r JOIN case_state s ON s.case_id = r.id WHERE r.id > ? "
                                                   "ORDER BY r.id LIMIT ?",
                                                   {last, PageSize}, [&](const Row& row) {
                                                       ++read;
                                                       last = row.integer(0);
                                                       const std::string text = row.text(1);
                                                       const std::string_view address = trimmed(text);
                                                       const auto fact = facts.rowOf(CaseId(last));
                                                       if (address.empty() || !fact)
                                                           return true;
                                                       const auto [number, isNew] = numbers.try_emplace(std::string(address), static_cast<std::uint32_t>(m_named.size()));
                                                       if (isNew)
                                                           m_named.push_back({AreaId(), number->first, {}});
                                                       m_placeOfRow[*fact] = number->second;
                                                       const FactChunk& chunk = *facts.chunks()[*fact / CaseFacts::ChunkSize];
                                                       if (const std::size_t i = *fact % CaseFacts::ChunkSize; chunk.hasMark(i, HasPlace))
                                                           m_named[number->second].box.include(GeoPoint{chunk.longitude(i), chunk.latitude(i)});
                                                       return true;
                                                   });
        if (!done)
            return done;
    }
    return {};
}

std::vector<std::uint32_t> CasePlaces::of(const FiguresContext& context, const Selection& selection, GridsOf grids) const {
    std::vector<std::uint32_t> places;
    if (m_choice.areas) {
        std::unordered_map<AreaId, std::uint32_t> numbers;
        for (const Area& area : context.areas->all())
            if (area.kind == *m_choice.areas) {
                const auto named = std::lower_bound(m_named.begin(), m_named.end(), area.code, [](const Named& a, const std::string& code) { return a.name < code; });
                numbers.emplace(area.id, static_cast<std::uint32_t>(named - m_named.begin()));
            }
        places.reserve(selection.size());
        for (const AreaId area : areasOf(context, selection, *m_choice.areas, grids)) {
            const auto number = numbers.find(area);
            places.push_back(number == numbers.end() ? NoPlace : number->second);
        }
        return places;
    }
    if (!m_choice.byAddress)
        return cellsOf(*context.facts, selection, m_lattice);
    places.reserve(selection.size());
    for (const std::uint32_t row : selection)
        places.push_back(row < m_placeOfRow.size() ? m_placeOfRow[row] : NoPlace);
    return places;
}

GeoBox CasePlaces::box(std::uint32_t place) const { return m_named.empty() ? m_lattice.box(place) : m_named[place].box; }

AreaId CasePlaces::area(std::uint32_t place) const { return m_choice.areas ? m_named[place].newest : AreaId(); }

std::string_view CasePlaces::name(std::uint32_t place) const { return m_named.empty() ? std::string_view() : std::string_view(m_named[place].name); }

} // namespace gridwarden::core
