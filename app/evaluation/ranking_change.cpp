// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/ranking_change.h"

#include "app/evaluation/evaluation_counting.h"

#include <algorithm>

namespace gridwarden::app {

bool RankingWish::ranksAs(const RankingWish& earlier) const {
    return stored == earlier.stored && marks == earlier.marks && period == earlier.period &&
           basis.countsAs(earlier.basis);
}

bool RankingWish::isComparable() const {
    if (before == nullptr)
        return false;
    const core::SubjectChoice &was = stored->subjects, &is = edited.subjects;
    return was.kind == is.kind && (was.kind != core::SubjectKind::Areas || was.areas == is.areas);
}

std::shared_ptr<const RankingChange> rankBeside(const RankingWish& asked, const std::stop_token& stop) {
    RankingWish wish = asked;
    const auto ranked = [&]() -> core::Result<std::vector<RankedSubject>> {
        const auto counter = FigureCounter::make(wish.basis, stop);
        if (!counter)
            return core::fail(counter);
        if (wish.before == nullptr && wish.stored)
            if (auto evaluation = evaluated(**counter, *wish.basis.definitions, *wish.stored, wish.marks, wish.period,
                                            stop)) // else there is nothing to compare with
                wish.before = std::make_shared<const core::Evaluation>(std::move(*evaluation));
        const auto now = evaluated(**counter, *wish.basis.definitions, wish.edited, wish.marks, wish.period, stop);
        if (!now)
            return core::fail(now);
        std::vector<RankedSubject> subjects;
        for (const core::EvaluatedSubject& each : now->subjects) {
            RankedSubject subject{each.subject, each.rank, {}, each.total, {}};
            if (wish.isComparable()) {
                const auto& before = wish.before->subjects;
                const auto was = std::find_if(before.begin(), before.end(), [&](const core::EvaluatedSubject& other) {
                    return other.subject.id == each.subject.id;
                });
                if (was != before.end()) {
                    subject.rankBefore = was->rank;
                    subject.totalBefore = was->total;
                }
            }
            subjects.push_back(std::move(subject));
        }
        return subjects;
    };
    auto subjects = ranked();
    if (stop.stop_requested())
        return nullptr;
    return std::make_shared<RankingChange>(RankingChange{std::move(wish), std::move(subjects)});
}

} // namespace gridwarden::app
