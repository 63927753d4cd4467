// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/published_evaluation.h"

#include "core/summary/summary.h"

#include <algorithm>

namespace gridwarden::core {

namespace {

std::vector<std::string> figuresOf(const EvaluationScheme& scheme, const FigureDefinitions& definitions) {
    std::vector<std::string> keys;
    for (const SchemeItem& item : scheme.items)
        if (const std::string* const figure = item.figure())
            keys.push_back(*figure);
    for (const TieBreaker& tie : scheme.ties)
        keys.push_back(tie.figure);
    if (scheme.fewest)
        keys.push_back(scheme.fewest->figure);
    if (definitions.find(CollectorReports) != nullptr)
        keys.emplace_back(CollectorReports);
    return keys;
}

PublishedItem frozenItem(const EvaluatedItem& item, const CaseFacts& facts) {
    const bool isByHand = item.figure.key.empty();
    return {item.value,
            item.score,
            item.shrunk,
            item.figure.numerator,
            item.figure.denominator,
            item.weight,
            item.points,
            isByHand ? static_cast<std::int64_t>(item.marks.size()) : recordCount(item.figure),
            isByHand ? std::string() : recordsDigest(facts, item.figure),
            item.marks};
}

/// An area that was redrawn has another id and the same code.
const PublishedSubject* sameSubject(const PublishedEvaluation& in, const PublishedSubject& wanted) {
    const auto same = [&](const PublishedSubject& each) {
        return each.id == wanted.id || (in.scheme.subjects.kind == SubjectKind::Areas && each.code == wanted.code);
    };
    const auto found = std::find_if(in.subjects.begin(), in.subjects.end(), same);
    return found == in.subjects.end() ? nullptr : &*found;
}

bool standsAlike(const PublishedSubject& a, const PublishedSubject& b) {
    return a.total == b.total && a.grade == b.grade && a.rank == b.rank && a.isRed == b.isRed && a.isBlack == b.isBlack;
}

/// The share of a weight that came from others follows from their items and is not told again.
bool isAlike(const PublishedItem& a, const PublishedItem& b) {
    return a.value == b.value && a.score == b.score && a.numerator == b.numerator && a.denominator == b.denominator && a.records == b.records &&
           a.digest == b.digest && a.marks == b.marks;
}

} // namespace

PublishedEvaluation frozen(const Evaluation& evaluation, const EvaluationScheme& scheme, const FigureDefinitions& definitions, const FigureInput& input,
                           std::string district) {
    PublishedEvaluation published{std::move(district), evaluation.period, evaluation.asOf, scheme, {}, {}};
    for (const FigureDefinition* const definition : definitions.withParts(figuresOf(scheme, definitions)))
        published.figures.push_back(*definition);
    for (const EvaluatedSubject& each : evaluation.subjects) {
        PublishedSubject subject{.id = each.subject.id, .code = each.subject.code, .name = each.subject.name};
        for (const EvaluatedItem& item : each.items)
            subject.items.push_back(frozenItem(item, *input.cases.facts));
        subject.total = each.total;
        subject.grade = each.grade;
        subject.rank = each.rank;
        subject.whyNotRanked = each.whyNotRanked;
        subject.isRed = each.isRed;
        subject.isBlack = each.isBlack;
        subject.adjustedTotal = each.adjusted.total;
        subject.adjustedRank = each.adjusted.rank;
        subject.collectorReports = each.collectorReports;
        subject.squareKilometres = each.subject.squareKilometres;
        published.subjects.push_back(std::move(subject));
    }
    return published;
}

Result<PublishedEvaluation> evaluatedAgain(const FigureInput& input, const PublishedEvaluation& published, std::span<const EvaluationMark> marks,
                                           const std::function<bool()>& goesOn) {
    const auto definitions = FigureDefinitions::of(published.figures);
    if (!definitions)
        return fail(definitions);
    const auto subjects = subjectsOf(input.cases, published.scheme, published.period);
    if (!subjects)
        return fail(subjects);
    const auto evaluation = evaluate(input, *definitions, published.scheme, marks, published.period, *subjects, goesOn);
    if (!evaluation)
        return fail(evaluation);
    return frozen(*evaluation, published.scheme, *definitions, input, published.district);
}

EvaluationComparison compared(const PublishedEvaluation& published, const PublishedEvaluation& now) {
    EvaluationComparison comparison;
    for (const PublishedSubject& before : published.subjects) {
        const PublishedSubject* const after = sameSubject(now, before);
        if (after == nullptr) {
            comparison.subjects.push_back({before.code, before.name, before, {}});
            continue;
        }
        if (!standsAlike(before, *after))
            comparison.subjects.push_back({before.code, before.name, before, *after});
        for (std::size_t i = 0; i < std::min(before.items.size(), after->items.size()); ++i)
            if (!isAlike(before.items[i], after->items[i]))
                comparison.items.push_back({before.code, before.name, published.scheme.items[i].key, before.items[i], after->items[i]});
    }
    for (const PublishedSubject& after : now.subjects)
        if (sameSubject(published, after) == nullptr)
            comparison.subjects.push_back({after.code, after.name, {}, after});
    return comparison;
}

} // namespace gridwarden::core
