// SPDX-License-Identifier: GPL-3.0-or-later
// A filter over cases and the selection it gives. Filtering anywhere is this one filter everywhere.
#pragma once

#include "core/cases/category_register.h"
#include "core/district/area_register.h"
#include "core/district/people.h"
#include "core/figures/case_facts.h"

#include <memory>
#include <string>
#include <vector>

namespace gridwarden::core {

/// Whether a case's grid is the one of the day it was reported or the one at its place today.
enum class GridsOf { Then, Now };

/// Seen again so soon and so near after another one of the same category was cleared (core/figures/seen_again.h).
struct SeenAgain {
    int days = 30;
    double metres = 50;
    bool operator==(const SeenAgain&) const = default;
};

/// Cases that something else than a condition has chosen, such as a number that they are behind.
struct ListedCases {
    std::string title;         ///< what they are, as people read it
    std::vector<CaseId> cases; ///< ascending
};

struct Filter {
    AreaKind kind = AreaKind::Grid;  ///< which areas `area` means when counting by area
    /// In any of these, with all areas in them; empty: no condition. An area stands for its code: all areas of its kind that
    /// had the code at some time. A case is in the one area of the kind that `areasOf` gives.
    std::vector<AreaId> areas;
    bool outside = false;            ///< only cases in no grid (areas must be empty)
    std::vector<CategoryId> categories; ///< any of these and everything under them
    std::vector<CaseState> states;
    std::vector<std::string> sources; ///< keys
    // Handled by any of these organisations, by one below them, or by any of these people; both empty: no condition.
    std::vector<OrganisationId> organisations;
    std::vector<PersonId> people;
    std::vector<Lamp> lamps;
    bool overdueOnly = false;        ///< open and past due
    bool reworkedOnly = false;       ///< sent back for rework or opened again, at least once
    bool urgedOnly = false;          ///< an urging waits for its reply
    bool problemsOnly = false;       ///< without reports of a problem that another case stands for
    std::optional<SeenAgain> seenAgain;
    std::optional<Day> dueFrom, dueTo; ///< local days of the deadline, inclusive; only open cases, not suspended
    std::optional<Day> from, to;     ///< local days of the reported time, inclusive
    std::vector<int> hoursOfWeek;    ///< any of these local hours of the reported time: 0 Monday 00:00 … 167 Sunday 23:00
    std::string text;                ///< in number, description or address; see findText
    std::shared_ptr<const ListedCases> listed{}; ///< only these; null: no condition. Equal where it is the same list
    GridsOf grids = GridsOf::Then;
    bool operator==(const Filter&) const = default;
    [[nodiscard]] bool isEmpty() const {
        Filter none;
        none.kind = kind;
        none.grids = grids;
        return *this == none;
    }
};

/// What counting needs to know beside the facts. The pointers outlive the call.
struct FiguresContext {
    const CaseFacts* facts;
    const AreaRegister* areas;
    const CategoryRegister* categories;
    TimeZone zone;
    Moment asOf;
    Connection* connection = nullptr; ///< for text search only; needed when a filter has a text
    const PeopleRegister* people = nullptr; ///< for what is below organisations only; needed when a filter has some
};

/// Rows of the facts, ascending.
using Selection = std::vector<std::uint32_t>;

/// Errors: Database (text search).
[[nodiscard]] Result<Selection> select(const FiguresContext& context, const Filter& filter);

/// The area of a kind of each selected case, null when in none: the one way a case gets its area in figures. The day is the
/// reported one (Then) or the one of `asOf` (Now).
[[nodiscard]] std::vector<AreaId> areasOf(const FiguresContext& context, const Selection& selection, AreaKind kind, GridsOf grids);

} // namespace gridwarden::core
