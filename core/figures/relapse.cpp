// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/relapse.h"

#include "core/figures/cell_lattice.h"
#include "core/figures/clearing.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <tuple>

namespace gridwarden::core {

namespace {

constexpr std::int64_t Never = std::numeric_limits<std::int64_t>::max();

/// A case that counts.
struct Stay {
    std::uint64_t key = 0; ///< place and class of category
    std::int64_t begin = 0, end = 0;
    std::uint32_t position = 0;
    bool isCleared = false; ///< at its end

    bool operator<(const Stay& other) const {
        if (key != other.key)
            return key < other.key;
        return begin != other.begin ? begin < other.begin : position < other.position;
    }
};

/// The classes of category codes: themselves, or those of one big class together.
struct CategoryClasses {
    std::vector<std::uint32_t> ofCode;
    std::vector<CategoryId> ids; ///< ascending, so that classes are in the order of ids
};

CategoryClasses classesOf(const FiguresContext& context, CategoryLevel level) {
    CategoryClasses classes;
    std::vector<CategoryId> ofCode;
    for (const std::int64_t id : context.facts->codes().categories.ids()) {
        const Category* category = context.categories->find(CategoryId(id));
        if (level == CategoryLevel::Top && category != nullptr)
            category = context.categories->top(category->id);
        ofCode.push_back(level == CategoryLevel::Exact ? CategoryId(id)
                         : category == nullptr         ? CategoryId()
                                                       : category->id);
    }
    classes.ids = ofCode;
    std::sort(classes.ids.begin(), classes.ids.end());
    classes.ids.erase(std::unique(classes.ids.begin(), classes.ids.end()), classes.ids.end());
    for (const CategoryId id : ofCode)
        classes.ofCode.push_back(static_cast<std::uint32_t>(
            std::lower_bound(classes.ids.begin(), classes.ids.end(), id) - classes.ids.begin()));
    return classes;
}

/// The cases that count, sorted.
std::vector<Stay> staysOf(const FiguresContext& context, const Selection& selection,
                          std::span<const std::uint32_t> places, const CategoryClasses& classes) {
    const std::int64_t asOf = context.asOf.time_since_epoch().count();
    std::vector<Stay> stays;
    stays.reserve(selection.size());
    context.facts->eachStretch(selection, [&](const FactChunk& chunk, std::span<const std::uint32_t> rows,
                                              std::size_t position) {
        const PackedNumbers& categories = chunk.column(FactColumn::Category);
        const PackedNumbers& reported = chunk.column(FactColumn::Reported);
        const PackedNumbers& handled = chunk.column(FactColumn::Handled);
        const PackedNumbers& closed = chunk.column(FactColumn::Closed);
        for (const std::uint32_t row : rows) {
            const std::size_t i = row % CaseFacts::ChunkSize;
            const auto current = static_cast<std::uint32_t>(position++);
            const CaseState state = chunk.stateAt(i, context.asOf);
            if (places[current] == NoPlace || !chunk.hasMark(i, IsPresent) || state == CaseState::Void ||
                state == CaseState::Rejected || reported[i] > asOf)
                continue;
            Stay stay;
            stay.key = std::uint64_t{places[current]} << 32 | classes.ofCode[static_cast<std::size_t>(categories[i])];
            stay.begin = reported[i];
            stay.end = Never;
            stay.position = current;
            if (state == CaseState::Closed)
                std::tie(stay.end, stay.isCleared) =
                    endOfClosed(reported[i], handled[i], closed[i], chunk.hasMark(i, WasForced));
            else if (state == CaseState::Transferred)
                stay.end = closed[i] != 0 ? closed[i] : reported[i];
            if (stay.end > asOf) {
                stay.end = Never;
                stay.isCleared = false;
            }
            stay.end = std::max(stay.end, stay.begin);
            stays.push_back(stay);
        }
    });
    std::sort(stays.begin(), stays.end());
    return stays;
}

/// The stays of one place and category, in the order of their reports, to its spells and counts.
class PlaceWalk {
public:
    PlaceWalk(const FiguresContext& context, const RelapseOptions& options)
        : m_asOf(context.asOf.time_since_epoch().count()), m_early(std::int64_t{86400} * options.withinDays) {}

    void count(std::span<const Stay> stays, RelapsePlace& place, std::vector<RelapseSpell>& spells) {
        place.cases = static_cast<std::uint32_t>(stays.size());
        const std::size_t before = spells.size();
        Stay last = stays.front(); // of those that lie together the one that ends last
        for (const Stay& stay : stays) {
            place.clearedCases += stay.isCleared ? 1 : 0;
            if (stay.begin > last.end) {
                end(last, stay.begin, stay.position, spells);
                if (last.isCleared)
                    place.lastReturn = stay.begin;
                last = stay;
            } else if (stay.end >= last.end) {
                const bool isCleared = stay.isCleared && (stay.end > last.end || last.isCleared);
                last = stay;
                last.isCleared = isCleared;
            }
        }
        if (last.end < m_asOf)
            end(last, m_asOf, RelapseSpell::NotReturned, spells);
        place.spells = static_cast<std::uint32_t>(spells.size() - before);
        summarise(std::span(spells).subspan(before), place);
    }

private:
    static void end(const Stay& last, std::int64_t until, std::uint32_t returned, std::vector<RelapseSpell>& spells) {
        if (last.isCleared)
            spells.push_back({last.position, returned, until - last.end});
    }
    void summarise(std::span<const RelapseSpell> spells, RelapsePlace& place) {
        m_spells.clear();
        for (const RelapseSpell& spell : spells) {
            place.relapses += spell.hasReturned() ? 1 : 0;
            place.earlyRelapses += spell.hasReturned() && spell.seconds <= m_early ? 1 : 0;
            m_spells.push_back(spell.spell());
        }
        if (place.relapses > 0)
            place.medianDays = medianSurvival(m_spells);
    }
    std::int64_t m_asOf, m_early;
    std::vector<Spell> m_spells;
};

bool ranksBefore(const RelapsePlace& a, const RelapsePlace& b) {
    return std::tuple(b.earlyRelapses, b.relapses, b.lastReturn, a.place, a.category) <
           std::tuple(a.earlyRelapses, a.relapses, a.lastReturn, b.place, b.category);
}

} // namespace

Selection Relapses::rowsOf(const RelapsePlace& place) const {
    Selection rows(cases.begin() + place.firstCase, cases.begin() + place.firstCase + place.cases);
    std::sort(rows.begin(), rows.end());
    return rows;
}

Relapses relapses(const FiguresContext& context, const Selection& selection, std::span<const std::uint32_t> places,
                  const RelapseOptions& options) {
    assert(places.size() == selection.size());
    const CategoryClasses classes = classesOf(context, options.level);
    const std::vector<Stay> stays = staysOf(context, selection, places, classes);
    Relapses result;
    result.cases.reserve(stays.size());
    PlaceWalk walk(context, options);
    for (auto begin = stays.begin(); begin != stays.end();) {
        const auto end =
            std::find_if(begin, stays.end(), [key = begin->key](const Stay& stay) { return stay.key != key; });
        RelapsePlace place;
        place.place = static_cast<std::uint32_t>(begin->key >> 32);
        place.category = classes.ids[static_cast<std::uint32_t>(begin->key)];
        place.firstCase = static_cast<std::uint32_t>(result.cases.size());
        place.firstSpell = static_cast<std::uint32_t>(result.spells.size());
        walk.count({begin, end}, place, result.spells);
        if (place.spells > 0) {
            std::transform(begin, end, std::back_inserter(result.cases),
                           [&](const Stay& stay) { return selection[stay.position]; });
            result.places.push_back(place);
        }
        begin = end;
    }
    // What never came back is in order already.
    const auto cameBack = std::stable_partition(result.places.begin(), result.places.end(),
                                                [](const RelapsePlace& place) { return place.relapses > 0; });
    std::sort(result.places.begin(), cameBack, ranksBefore);
    return result;
}

SurvivalCurve relapseCurve(const Relapses& relapses) {
    std::vector<Spell> spells;
    spells.reserve(relapses.spells.size());
    for (const RelapseSpell& spell : relapses.spells)
        spells.push_back(spell.spell());
    return kaplanMeier(std::move(spells));
}

RelapseComparison compareRelapses(const Relapses& relapses, std::span<const std::uint32_t> groupOfCase,
                                  std::size_t groups) {
    std::vector<std::vector<Spell>> spells(groups);
    for (const RelapseSpell& spell : relapses.spells)
        if (const std::uint32_t group = groupOfCase[spell.cleared]; group < groups)
            spells[group].push_back(spell.spell());
    RelapseComparison comparison;
    comparison.test = logRank(spells);
    for (std::vector<Spell>& each : spells)
        comparison.curves.push_back(kaplanMeier(std::move(each)));
    return comparison;
}

} // namespace gridwarden::core
