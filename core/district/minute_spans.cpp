// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/minute_spans.h"

#include <algorithm>

namespace gridwarden::core {

MinuteSpans united(MinuteSpans spans) {
    std::erase_if(spans, [](const MinuteSpan& span) { return span.to <= span.from; });
    std::sort(spans.begin(), spans.end(), [](const MinuteSpan& a, const MinuteSpan& b) { return a.from < b.from; });
    MinuteSpans set;
    for (const MinuteSpan& span : spans)
        if (set.empty() || set.back().to < span.from)
            set.push_back(span);
        else
            set.back().to = std::max(set.back().to, span.to);
    return set;
}

MinuteSpans without(const MinuteSpans& set, const MinuteSpans& other) {
    MinuteSpans rest;
    auto taken = other.begin();
    for (const MinuteSpan& span : set) {
        while (taken != other.end() && taken->to <= span.from)
            ++taken;
        int from = span.from;
        for (auto next = taken; next != other.end() && next->from < span.to; ++next) {
            if (from < next->from)
                rest.push_back({from, next->from});
            from = next->to;
        }
        if (from < span.to)
            rest.push_back({from, span.to});
    }
    return rest;
}

MinuteSpans within(const MinuteSpans& set, MinuteSpan span) {
    MinuteSpans inside;
    for (const MinuteSpan& one : set) {
        const MinuteSpan cut{std::max(one.from, span.from), std::min(one.to, span.to)};
        if (cut.from < cut.to)
            inside.push_back(cut);
    }
    return inside;
}

int minutesIn(const MinuteSpans& set) {
    int sum = 0;
    for (const MinuteSpan& span : set)
        sum += span.length();
    return sum;
}

} // namespace gridwarden::core
