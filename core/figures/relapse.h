// SPDX-License-Identifier: GPL-3.0-or-later
// Cleared, then back again (前清后乱、反复回潮): how long places stay clear of a category once its cases were cleared.
#pragma once

#include "core/figures/filter.h"
#include "core/statistics/log_rank.h"

namespace gridwarden::core {

/// What counts as the same problem at a place.
enum class CategoryLevel { Exact, Top };

struct RelapseOptions {
    CategoryLevel level = CategoryLevel::Exact;
    int withinDays = 30; ///< a return so soon after the clearing counts for the order of the places
};

/// From the clearing of the last open case of a place and category to the report of the next one. Cases by their
/// positions in the selection.
struct RelapseSpell {
    std::uint32_t cleared = 0;  ///< the case whose clearing began it; of several cleared at once the one reported last
    std::uint32_t returned = 0; ///< the case whose report ended it; NotReturned: the place was still clear at `asOf`
    std::int64_t seconds = 0;   ///< more than 0

    static constexpr std::uint32_t NotReturned = UINT32_MAX;
    [[nodiscard]] bool hasReturned() const { return returned != NotReturned; }
    [[nodiscard]] Spell spell() const { return {static_cast<double>(seconds) / 86400, hasReturned()}; }
};

/// A category at a place that was cleared at least once.
struct RelapsePlace {
    std::uint32_t place = 0;
    CategoryId category;                         ///< the big class at that level; null: none, or unknown
    std::uint32_t cases = 0;                     ///< that count, see below
    std::uint32_t clearedCases = 0;              ///< of these, by `asOf`
    std::uint32_t spells = 0;                    ///< how often the place became clear
    std::uint32_t relapses = 0;                  ///< how often it did not stay so
    std::uint32_t earlyRelapses = 0;             ///< of these, within the days of the options
    std::optional<double> medianDays{};          ///< that it stays clear, by Kaplan and Meier; none: not reached
    std::int64_t lastReturn = 0;                 ///< UTC seconds of the latest report that ended a spell; 0: none
    std::uint32_t firstCase = 0, firstSpell = 0; ///< in Relapses
};

/// Those that came back first: by relapses within the days, then by relapses, then the latest return first, then by
/// place and category.
struct Relapses {
    std::vector<RelapsePlace> places;
    std::vector<RelapseSpell> spells; ///< of one place and category after the other, by time
    Selection cases;                  ///< rows likewise

    /// The records behind a place, ascending.
    [[nodiscard]] Selection rowsOf(const RelapsePlace& place) const;
    [[nodiscard]] std::span<const RelapseSpell> spellsOf(const RelapsePlace& place) const {
        return std::span(spells).subspan(place.firstSpell, place.spells);
    }
};

/// Each case has a place: a number beside the selection (a cell of a CellLattice, a street segment, a named place),
/// NoPlace for none, which leaves the case out. The rules, as of the context's moment:
///
/// - A case lies there from its report (also one that was reopened) until it ends; one reported after the moment is
///   not there yet. Cleared is what was closed, at the time it was handled, else closed. Void and rejected cases are
///   left out: nothing was found there.
/// - What ends without a clearing: a transferred case, at that time; one closed by force without a handling, at that
///   time; a closed case whose time is not known, at its report. An end before the report counts as at the report.
/// - Cases of a place and category that overlap, or meet at one moment, are one and the same mess. A spell begins when
///   the last of them is cleared (and none ends otherwise at that moment), and ends with the next report; without one
///   it is seen until the moment.
///
/// Filter by days only with care: reports that are left out end no spell.
/// \pre as many places as selected cases
[[nodiscard]] Relapses relapses(const FiguresContext& context, const Selection& selection,
                                std::span<const std::uint32_t> places, const RelapseOptions& options);

/// The spells of all places as one curve: how long cleared places stay clear.
[[nodiscard]] SurvivalCurve relapseCurve(const Relapses& relapses);

/// A curve for each group and whether they differ.
struct RelapseComparison {
    std::vector<SurvivalCurve> curves;
    LogRank test;
};
/// Groups of cases beside the selection (as slotsOf gives them), 0 to below `groups`, others left out; a spell
/// belongs to the group of the case whose clearing began it: who cleared it, of which category, reported by whom.
[[nodiscard]] RelapseComparison compareRelapses(const Relapses& relapses, std::span<const std::uint32_t> groupOfCase,
                                                std::size_t groups);

} // namespace gridwarden::core
