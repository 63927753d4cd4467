// SPDX-License-Identifier: GPL-3.0-or-later
// What another scheme does to a ranking, worked out beside the window.
#pragma once

#include "app/figures/figure_basis.h"
#include "core/evaluation/evaluation.h"

namespace gridwarden::app {

struct RankingWish {
    FigureBasis basis;
    std::optional<core::EvaluationScheme> stored; ///< by which it is ranked now; none: by no scheme yet
    core::EvaluationScheme edited;
    std::vector<core::EvaluationMark> marks;
    core::Period period;
    std::shared_ptr<const core::Evaluation> before; ///< of the stored one, where it is known already

    /// Whether the stored scheme has been evaluated and ranks the same kind of subjects as the edited one.
    [[nodiscard]] bool isComparable() const;
    /// Whether the stored scheme ranks as it did with an earlier wish.
    [[nodiscard]] bool ranksAs(const RankingWish& earlier) const;
};

struct RankedSubject {
    core::EvaluationSubject subject;
    std::optional<int> rank, rankBefore;
    double total = 0;
    std::optional<double> totalBefore; ///< none: was not evaluated, or nothing can be compared
};
struct RankingChange {
    RankingWish wish;                                  ///< with what is known before
    core::Result<std::vector<RankedSubject>> subjects; ///< in the order of the edited scheme
};

/// Null once the token is stopped. Errors: those of subjectsOf and evaluate.
[[nodiscard]] std::shared_ptr<const RankingChange> rankBeside(const RankingWish& wish, const std::stop_token& stop);

} // namespace gridwarden::app
