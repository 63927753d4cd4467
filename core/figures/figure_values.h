// SPDX-License-Identifier: GPL-3.0-or-later
// Figures worked out for a period, each with the records behind it: the one way in which a definition becomes a number.
#pragma once

#include "core/cases/source.h"
#include "core/figures/activity_tally.h"
#include "core/figures/figure_definition.h"
#include "core/figures/filter.h"
#include "core/figures/row_set.h"

namespace gridwarden::core {

/// What a number is worked out from. All outlives the call.
struct FigureInput {
    FiguresContext cases;                       ///< with connection and people
    std::span<const CaseSource> sources;
    const ActivityRegister* activities = nullptr; ///< null: figures of activities are not known
    const ActivityLists* lists = nullptr;
    /// Which cases (its days are ignored: each figure has its own period rule), and with areas, organisations and people also which activities. Where it has
    /// other conditions, which activities cannot meet, figures of activities are not known.
    Filter within{};
};

struct FigureValue {
    std::string key{};
    /// None: undefined (0 in the denominator), or not known under these conditions. A rate is in the range 0 … 1 (or beyond).
    std::optional<double> value{};
    double numerator = 0, denominator = 0; ///< of a rate
    // The records behind it; of a rate those of the numerator.
    RowSet rows{};                         ///< cases that are counted
    std::vector<StepId> steps{};           ///< in the order of their times
    RowSet rowsOfSteps{};                  ///< the cases in which these were taken
    std::vector<ActivityId> activities{};  ///< ascending
};

/// The ids of cases, in the order of their rows.
[[nodiscard]] std::vector<CaseId> caseIds(const CaseFacts& facts, const RowSet& rows);

/// Several values as one; a record that is behind several of them is there once. Not known where a part is not. Steps are in the order of the parts.
[[nodiscard]] FigureValue addedUp(std::string key, std::span<const FigureValue* const> parts);

/// The values of some figures, in the order given. Steps count up to the moment of counting. `goesOn` is asked on the calling thread.
/// Errors: Database; Cancelled "cancelled"; NotFound "figure-unknown" {key}, "figure-names-unknown" {figure, what, name}:
/// a category, source, area … that the district does not have.
[[nodiscard]] Result<std::vector<FigureValue>> evaluateFigures(const FigureInput& input, const FigureDefinitions& definitions, std::span<const std::string> keys,
                                                               Period period, const std::function<bool()>& goesOn = {});

} // namespace gridwarden::core
