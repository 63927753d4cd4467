// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/summary/summary_writing.h"

namespace gridwarden::app {

std::shared_ptr<const SummaryAnswer> writeBeside(const SummaryWish& wish, const std::stop_token& stop) {
    const auto write = [&]() -> core::Result<core::Summary> {
        const auto text = core::SummaryTemplate::parse(wish.text);
        if (!text)
            return core::fail(text);
        const auto counter = FigureCounter::make(wish.basis, stop);
        if (!counter)
            return core::fail(counter);
        return core::writeSummary((*counter)->input(), *wish.basis.definitions, *text, wish.period, wish.words, [&stop] { return !stop.stop_requested(); });
    };
    auto answer = std::make_shared<const SummaryAnswer>(SummaryAnswer{wish, write()});
    return stop.stop_requested() ? nullptr : answer;
}

core::Result<core::FigureValue> valueBehind(const SummaryWish& wish, const core::SummaryNumber& number, const std::stop_token& stop) {
    const auto counter = FigureCounter::make(wish.basis, stop);
    if (!counter)
        return core::fail(counter);
    auto values = (*counter)->values(number.figures, wish.period);
    if (!values)
        return core::fail(values);
    if (values->size() == 1)
        return std::move(values->front());
    std::vector<const core::FigureValue*> parts;
    for (const core::FigureValue& value : *values)
        parts.push_back(&value);
    return core::addedUp({}, parts);
}

} // namespace gridwarden::app
