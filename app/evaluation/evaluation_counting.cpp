// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/evaluation_counting.h"

#include "core/evaluation/published_evaluation.h"

namespace gridwarden::app {

core::Result<core::Evaluation> evaluated(const FigureCounter& counter, const core::FigureDefinitions& definitions, const core::EvaluationScheme& scheme,
                                         const std::vector<core::EvaluationMark>& marks, core::Period period, const std::stop_token& stop) {
    const auto subjects = core::subjectsOf(counter.input().cases, scheme, period);
    if (!subjects)
        return core::fail(subjects);
    return core::evaluate(counter.input(), definitions, scheme, marks, period, *subjects, [&stop] { return !stop.stop_requested(); });
}

std::shared_ptr<const EvaluationAnswer> evaluateBeside(const EvaluationWish& wish, const std::stop_token& stop) {
    std::string frozen;
    const auto counted = [&]() -> core::Result<core::Evaluation> {
        const auto counter = FigureCounter::make(wish.basis, stop);
        if (!counter)
            return core::fail(counter);
        auto evaluation = evaluated(**counter, *wish.basis.definitions, wish.scheme, wish.marks, wish.period, stop);
        if (evaluation)
            frozen = core::evaluationToText(core::frozen(*evaluation, wish.scheme, *wish.basis.definitions, (*counter)->input(), wish.district));
        return evaluation;
    };
    auto evaluation = counted();
    if (stop.stop_requested())
        return nullptr;
    return std::make_shared<const EvaluationAnswer>(EvaluationAnswer{wish, std::move(evaluation), std::move(frozen)});
}

} // namespace gridwarden::app
