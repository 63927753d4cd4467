// SPDX-License-Identifier: GPL-3.0-or-later
// Marks that somebody gave with evidence, for items that are not counted.
#pragma once

#include "core/evaluation/scheme.h"
#include "core/store/store.h"

namespace gridwarden::core {

using EvaluationMarkId = Id<struct EvaluationMarkTag>;

struct EvaluationMark {
    EvaluationMarkId id{};
    std::string scheme{}, item{}; ///< keys
    std::int64_t subject = 0;     ///< id of the area, organisation or person
    Period period{};              ///< counts where the whole of it lies in the period that is evaluated
    double score = 0;             ///< out of what the item says
    std::string evidence{};
    bool operator==(const EvaluationMark&) const = default;
};

/// Whether a scheme still has the item of a mark, by hand; else the mark counts for nothing.
[[nodiscard]] bool counts(const EvaluationMark& mark, const EvaluationScheme& scheme);

/// Of a scheme, in the order of their periods and ids. Errors: Database.
[[nodiscard]] Result<std::vector<EvaluationMark>> loadMarks(Connection& connection, std::string_view scheme);

/// Adds when the id is null, else rewrites. Errors: NotFound "scheme-item-unknown" {scheme, item}; BadInput "scheme-item-counted" {scheme, item},
/// "mark-out-of-range" {item, least, most}, "period-ends-before-start" {from, to}, "mark-without-subject" {item}.
Result<EvaluationMarkId> saveMark(Change& change, const EvaluationScheme& scheme, EvaluationMark mark);
/// Errors: NotFound "mark-unknown" {id}.
Result<void> removeMark(Change& change, EvaluationMarkId id);

} // namespace gridwarden::core
