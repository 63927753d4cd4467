// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluating by a scheme beside the window.
#pragma once

#include "app/figures/figure_basis.h"
#include "core/evaluation/evaluation.h"

namespace gridwarden::app {

struct EvaluationWish {
    FigureBasis basis;
    core::EvaluationScheme scheme;
    std::vector<core::EvaluationMark> marks; ///< of the scheme
    core::Period period;
    std::string district; ///< its name
};

struct EvaluationAnswer {
    EvaluationWish wish;
    core::Result<core::Evaluation> evaluation;
    /// As it would be published: a JSON text. Empty after a fault.
    std::string frozen;
};

/// Errors: those of subjectsOf and evaluate.
[[nodiscard]] core::Result<core::Evaluation> evaluated(const FigureCounter& counter, const core::FigureDefinitions& definitions, const core::EvaluationScheme& scheme,
                                                       const std::vector<core::EvaluationMark>& marks, core::Period period, const std::stop_token& stop);

/// Null once the token is stopped. Errors of the evaluation: those of subjectsOf and evaluate.
[[nodiscard]] std::shared_ptr<const EvaluationAnswer> evaluateBeside(const EvaluationWish& wish, const std::stop_token& stop);

} // namespace gridwarden::app
