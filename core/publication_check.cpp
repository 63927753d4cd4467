// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publication_check.h"

#include "core/figure_list.h"
#include "core/summary/published_summary.h"

#include <algorithm>

namespace gridwarden::core {

Result<EvaluationComparison> comparedAgain(District& district, const PublishedEvaluation& published,
                                           std::optional<Moment> asOf, const std::function<bool()>& goesOn) {
    const auto marks = loadMarks(district.connection(), published.scheme.key);
    if (!marks)
        return fail(marks);
    const auto source = figureSource(district, asOf);
    if (!source)
        return fail(source);
    const auto again = evaluatedAgain(source->input, published, *marks, goesOn);
    if (!again)
        return fail(again);
    return compared(published, *again);
}

Result<std::vector<NumberCheck>> checkedAgain(District& district, const Summary& published,
                                              const std::function<bool()>& goesOn) {
    const auto source = figureSource(district, published.asOf);
    if (!source)
        return fail(source);
    const auto definitions = figureDefinitions(district);
    if (!definitions)
        return fail(definitions);
    return checkSummary(source->input, *definitions, published, goesOn);
}

Result<bool> publicationHolds(District& district, const Publication& publication, const std::function<bool()>& goesOn) {
    if (publication.kind == "evaluation") {
        const auto published = evaluationFromText(publication.content);
        if (!published)
            return fail(published);
        const auto comparison = comparedAgain(district, *published, published->asOf, goesOn);
        return comparison ? Result<bool>(comparison->holds()) : fail(comparison);
    }
    if (publication.kind == "summary") {
        const auto published = summaryFromText(publication.content);
        if (!published)
            return fail(published);
        const auto checks = checkedAgain(district, *published, goesOn);
        if (!checks)
            return fail(checks);
        return std::all_of(checks->begin(), checks->end(), [](const NumberCheck& check) { return check.holds; });
    }
    return fail(ErrorCode::BadInput, {"publication-kind-unknown", {publication.title, publication.kind}},
                publication.title);
}

} // namespace gridwarden::core
