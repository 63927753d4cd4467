// SPDX-License-Identifier: GPL-3.0-or-later
// Figures for many subjects beside one another, worked out once over all records and then shared out.
#pragma once

#include "core/evaluation/subject.h"
#include "core/figures/figure_values.h"

namespace gridwarden::core {

/// A figure, and where subjects are people, whose records are whose (see SchemeItem::by).
struct SplitFigure {
    std::string key;
    std::optional<StepKind> by{};
    auto operator<=>(const SplitFigure&) const = default;
};

struct SplitFigures {
    std::vector<std::vector<FigureValue>> values; ///< by subject and figure
    std::size_t casesOfNobody = 0;                ///< cases behind figures that belong to none of the subjects
};

/// What evaluateFigures gives with `within` further limited to each subject: areas of the day of the case, handled by the organisation or one below it, handled
/// by the person. With `by`, cases and steps are those of who took such steps; activities are always those of their person. \pre all subjects are of one kind
/// and, of areas, of one area kind. Errors: those of evaluateFigures.
[[nodiscard]] Result<SplitFigures> splitFigures(const FigureInput& input, const FigureDefinitions& definitions, const std::vector<SplitFigure>& figures,
                                                Period period, const std::vector<EvaluationSubject>& subjects, const std::function<bool()>& goesOn = {});

} // namespace gridwarden::core
