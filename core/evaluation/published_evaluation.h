// SPDX-License-Identifier: GPL-3.0-or-later
// An evaluation as it was published: with its scheme, the definitions of its figures, all numbers, and digests of the records behind them, so that it can be
// worked out again later by the same rules.
#pragma once

#include "core/evaluation/evaluation.h"

namespace gridwarden::core {

struct PublishedItem {
    std::optional<double> value{}, score{}, shrunk{};
    double numerator = 0, denominator = 0;
    double weight = 0, points = 0;
    std::int64_t records = 0;            ///< behind the value; of an item by hand its marks
    std::string digest{};                ///< of counted items: recordsDigest (core/summary/summary.h)
    std::vector<EvaluationMark> marks{}; ///< of items by hand, whole
    bool operator==(const PublishedItem&) const = default;
};
struct PublishedSubject {
    std::int64_t id = 0;
    std::string code, name;
    std::vector<PublishedItem> items{}; ///< beside those of the scheme
    double total = 0;
    std::string grade{};
    std::optional<int> rank{};
    Message whyNotRanked{};
    bool isRed = false, isBlack = false;
    double adjustedTotal = 0;
    std::optional<int> adjustedRank{};
    std::optional<double> collectorReports{}, squareKilometres{};
    bool operator==(const PublishedSubject&) const = default;
};
struct PublishedEvaluation {
    std::string district;
    Period period{};
    Moment asOf{};
    EvaluationScheme scheme{};
    std::vector<FigureDefinition> figures{}; ///< those of the scheme with all that they are made of
    std::vector<PublishedSubject> subjects{};
    bool operator==(const PublishedEvaluation&) const = default;
};

/// \param evaluation of the input, by the scheme and the definitions
[[nodiscard]] PublishedEvaluation frozen(const Evaluation& evaluation, const EvaluationScheme& scheme, const FigureDefinitions& definitions,
                                         const FigureInput& input, std::string district);
[[nodiscard]] std::string evaluationToText(const PublishedEvaluation& published);
/// Errors: BadInput "evaluation-unreadable" {member}; those of the scheme and of the figures.
[[nodiscard]] Result<PublishedEvaluation> evaluationFromText(std::string_view text);

/// By the published scheme and definitions, for the published period, from the records and marks of now as of the moment of the input. Errors: those of
/// evaluate, of subjectsOf and of FigureDefinitions::of.
[[nodiscard]] Result<PublishedEvaluation> evaluatedAgain(const FigureInput& input, const PublishedEvaluation& published, std::span<const EvaluationMark> marks,
                                                         const std::function<bool()>& goesOn = {});

/// A number of a subject that is otherwise now, or has other records behind it.
struct ItemDifference {
    std::string code, name; ///< of the subject
    std::string item;       ///< key
    PublishedItem published, now;
};
struct SubjectDifference {
    std::string code, name;
    std::optional<PublishedSubject> published, now; ///< one of them is none: it was not there, or is not any more
};
struct EvaluationComparison {
    std::vector<SubjectDifference> subjects; ///< with another total, grade, rank or list
    std::vector<ItemDifference> items;
    [[nodiscard]] bool holds() const { return subjects.empty() && items.empty(); }
};
/// \pre both are by one scheme
[[nodiscard]] EvaluationComparison compared(const PublishedEvaluation& published, const PublishedEvaluation& now);

} // namespace gridwarden::core
