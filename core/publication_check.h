// SPDX-License-Identifier: GPL-3.0-or-later
// What was published, worked out again from the records of a district as they are told now.
#pragma once

#include "core/district.h"
#include "core/evaluation/publication.h"
#include "core/evaluation/published_evaluation.h"
#include "core/summary/summary.h"

namespace gridwarden::core {

/// \param asOf the moment of the evaluation, or another one; none: now. Errors: Database; those of evaluatedAgain.
[[nodiscard]] Result<EvaluationComparison> comparedAgain(District& district, const PublishedEvaluation& published,
                                                         std::optional<Moment> asOf,
                                                         const std::function<bool()>& goesOn = {});

/// As of the moment of the summary. Errors: Database; those of figureDefinitions and checkSummary.
[[nodiscard]] Result<std::vector<NumberCheck>> checkedAgain(District& district, const Summary& published,
                                                            const std::function<bool()>& goesOn = {});

/// Whether all of it is, as of its own moment, what was published. Errors: those of reading it; as above; BadInput
/// "publication-kind-unknown" {title, kind}.
[[nodiscard]] Result<bool> publicationHolds(District& district, const Publication& publication,
                                            const std::function<bool()>& goesOn = {});

} // namespace gridwarden::core
