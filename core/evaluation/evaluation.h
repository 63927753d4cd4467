// SPDX-License-Identifier: GPL-3.0-or-later
// Subjects evaluated by a scheme for a period: each number with the records behind it, totals, grades, the ranking, and beside it the ranking with rates that
// few cases do not push up or down.
#pragma once

#include "core/evaluation/mark.h"
#include "core/evaluation/scoring.h"
#include "core/evaluation/subject.h"
#include "core/figures/figure_values.h"

namespace gridwarden::core {

struct EvaluatedItem {
    FigureValue figure{};                ///< with the records behind it; of an item by hand without a key
    std::vector<EvaluationMark> marks{}; ///< of an item by hand
    std::optional<double> value{};       ///< a rate 0 … 1, a count, the mean of the marks; none: undefined
    std::optional<double> score{};       ///< 0 … 100; of an item without a weight its points
    ItemFate fate = ItemFate::Counted;
    double weight = 0;              ///< as it counts here
    double points = 0;              ///< of the total
    std::optional<double> shrunk{}; ///< of a rate: as core/evaluation/shrinkage.h draws it to the mean of all subjects
};

/// How the subject would stand if chance with few cases and the number of reports did not count: rates are shrunk, marks stay, and items that are counts are
/// left out with their weight spread, because they grow with how much is looked at. Everybody has a rank who has a value for enough of the rest, however few
/// the cases.
struct AdjustedStanding {
    double total = 0;
    std::optional<int> rank{};
};

struct EvaluatedSubject {
    EvaluationSubject subject{};
    std::vector<EvaluatedItem> items{}; ///< beside those of the scheme
    std::vector<double> groups{};       ///< points of each group of the scheme
    double total = 0;                   ///< to two decimals; says nothing where no weight has a value
    double definedPercent = 0;          ///< of the weight, how much has a value
    std::string grade{};                ///< key; empty: not ranked, or no grades
    std::optional<int> rank{};
    Message whyNotRanked{}; ///< "evaluation-too-few-cases" {cases, least}, "evaluation-little-defined" {percent, least}; empty: ranked
    bool isRed = false, isBlack = false;
    AdjustedStanding adjusted{};
    // How much was looked at: a subject with few reports is not cleaner for that.
    std::optional<double> collectorReports{};          ///< the figure "collector_reported"; of people what they reported themselves; none: not known
    std::optional<double> reportsPerSquareKilometre{}; ///< of areas
};

struct Evaluation {
    Period period;
    Moment asOf;
    std::vector<EvaluatedSubject> subjects; ///< by rank, then those without one; equal ones in the order of their codes
    std::size_t casesOfNobody = 0;          ///< cases behind the figures that belong to no subject
};

/// The figure by which it is told how much was looked at, where the definitions have it.
inline constexpr std::string_view CollectorReports = "collector_reported";

/// \param marks of this scheme; those of other periods are passed over. Several of one item and subject count as their mean.
/// Errors: those of checkScheme and of evaluateFigures.
[[nodiscard]] Result<Evaluation> evaluate(const FigureInput& input, const FigureDefinitions& definitions, const EvaluationScheme& scheme,
                                          std::span<const EvaluationMark> marks, Period period, const std::vector<EvaluationSubject>& subjects,
                                          const std::function<bool()>& goesOn = {});

} // namespace gridwarden::core
