// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/evaluation_counting.h"

#include "core/evaluation/published_evaluation.h"

namespace gridwarden::app {

std::shared_ptr<const EvaluationAnswer> evaluateBeside(const EvaluationWish& wish, const std::stop_token& stop) {
    std::string frozen;
    const auto evaluated = [&]() -> core::Result<core::Evaluation> {
        const auto counter = FigureCounter::make(wish.basis, stop);
        if (!counter)
            return core::fail(counter);
        const core::FigureInput& input = (*counter)->input();
        const auto subjects = core::subjectsOf(input.cases, wish.scheme, wish.period);
        if (!subjects)
            return core::fail(subjects);
        auto evaluation = core::evaluate(input, *wish.basis.definitions, wish.scheme, wish.marks, wish.period, *subjects, [&stop] { return !stop.stop_requested(); });
        if (evaluation)
            frozen = core::evaluationToText(core::frozen(*evaluation, wish.scheme, *wish.basis.definitions, input, wish.district));
        return evaluation;
    };
    auto evaluation = evaluated();
    if (stop.stop_requested())
        return nullptr;
    return std::make_shared<const EvaluationAnswer>(EvaluationAnswer{wish, std::move(evaluation), std::move(frozen)});
}

} // namespace gridwarden::app
