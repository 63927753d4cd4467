// SPDX-License-Identifier: GPL-3.0-or-later
// Schemes, evaluations and comparisons as the command line prints them.
#pragma once

#include "app/cli/output.h"
#include "core/evaluation/published_evaluation.h"
#include "core/evaluation/scheme_list.h"

namespace gridwarden::app {

[[nodiscard]] Json schemesDocument(const std::vector<core::ListedScheme>& schemes);
void printSchemes(const std::vector<core::ListedScheme>& schemes);

[[nodiscard]] Json evaluationDocument(const core::Evaluation& evaluation, const core::EvaluationScheme& scheme, const core::TimeZone& zone);
void printEvaluation(const core::Evaluation& evaluation, const core::EvaluationScheme& scheme);

[[nodiscard]] Json comparisonDocument(const core::EvaluationComparison& comparison);
/// \param title names the moment of the records
void printComparison(const std::string& title, const core::EvaluationComparison& comparison);

} // namespace gridwarden::app
