// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/board_counting.h"

#include "core/figures/indicators.h"

#include <algorithm>

namespace gridwarden::app {

namespace {

/// One value for each key, without a number where its definition names what the district does not have.
std::vector<core::FigureValue> valuesOf(const FigureCounter& counter, const core::FigureDefinitions& definitions, core::Period period,
                                        std::vector<core::Error>* problems) {
    std::vector<std::string> wanted;
    for (const core::FigureDefinition& definition : definitions.all())
        wanted.push_back(definition.key);
    auto values = counter.values(wanted, period);
    while (!values && values.error().what.key == "figure-names-unknown") {
        const std::string broken = values.error().what.arguments.front();
        if (problems != nullptr)
            problems->push_back(values.error());
        const auto users = definitions.usersOf(broken);
        const std::size_t before = wanted.size();
        std::erase_if(wanted, [&](const std::string& key) {
            return key == broken || std::any_of(users.begin(), users.end(), [&](const core::FigureDefinition* user) { return user->key == key; });
        });
        if (wanted.size() == before)
            break;
        values = counter.values(wanted, period);
    }
    if (!values && problems != nullptr)
        problems->push_back(values.error());
    std::vector<core::FigureValue> all;
    auto next = values ? values->begin() : std::vector<core::FigureValue>::iterator();
    for (const core::FigureDefinition& definition : definitions.all()) {
        if (values && next != values->end() && next->key == definition.key) {
            all.push_back(std::move(*next++));
            continue;
        }
        all.emplace_back();
        all.back().key = definition.key;
    }
    return all;
}

} // namespace

core::Period periodOf(BoardPeriod which, core::Period period) {
    switch (which) {
    case BoardPeriod::Before:
        return core::previousPeriod(period);
    case BoardPeriod::LastYear:
        return core::sameLastYear(period);
    case BoardPeriod::Now:
        break;
    }
    return period;
}

std::shared_ptr<const BoardAnswer> countBoard(const BoardWish& wish, const std::stop_token& stop) {
    auto answer = std::make_shared<BoardAnswer>();
    answer->wish = wish;
    const auto counter = FigureCounter::make(wish.basis, stop);
    if (!counter) {
        answer->problems.push_back(counter.error());
        return answer;
    }
    for (std::size_t i = 0; i < BoardPeriodCount && !stop.stop_requested(); ++i)
        answer->values[i] = valuesOf(**counter, *wish.basis.definitions, periodOf(static_cast<BoardPeriod>(i), wish.period), i == 0 ? &answer->problems : nullptr);
    return stop.stop_requested() ? nullptr : answer;
}

} // namespace gridwarden::app
