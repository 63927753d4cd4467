// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disclosure/personal_traces.h"

#include "core/disclosure/house_number.h"
#include "core/disclosure/identity_number.h"
#include "core/disclosure/telephone_number.h"

#include <algorithm>

namespace gridwarden::core {

namespace {

constexpr std::string_view Mark = "■■";
constexpr std::u32string_view Provinces = U"京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领";
constexpr std::u32string_view PlateEnds = U"挂学警港澳超领使";

/// The letter behind an identity number that begins here; none where none does. Groups may be apart by a blank or a dash.
std::size_t identityEnd(const std::u32string& letters, std::size_t begin, int thisYear) {
    constexpr std::size_t Length = 18, OldLength = 15;
    constexpr int Youngest = 10;
    if (begin > 0 && isDigit(letters[begin - 1]))
        return begin;
    std::string number;
    std::size_t at = begin;
    for (bool isApart = true; at < letters.size() && number.size() < Length; ++at) {
        const char32_t letter = letters[at];
        if (isDigit(letter) || (letter == U'X' && number.size() == Length - 1)) {
            number += static_cast<char>(letter);
            isApart = false;
            continue;
        }
        const bool isGroupEnd = number.size() == 6 || number.size() == 10 || number.size() == 14 || number.size() == 17;
        if ((letter != U' ' && letter != U'-') || isApart || !isGroupEnd)
            break;
        isApart = true;
    }
    while (at > begin && !isAlphanumeric(letters[at - 1]))
        --at;
    const bool goesOn = at < letters.size() && isDigit(letters[at]);
    if (number.size() == Length)
        return !goesOn && (hasIdentityCheck(number) || looksLikeIdentity(number, thisYear - Youngest)) ? at : begin;
    const bool isOld = number.size() == OldLength && at - begin == OldLength && !goesOn && looksLikeIdentity(number, thisYear - Youngest);
    return isOld ? at : begin;
}

std::size_t plateEnd(const std::u32string& letters, std::size_t begin) {
    const auto letterAt = [&](std::size_t position) { return position < letters.size() ? letters[position] : U'\0'; };
    if (Provinces.find(letters[begin]) == std::u32string_view::npos)
        return begin;
    std::size_t at = begin + 1;
    at += letterAt(at) == U' ' ? 1 : 0;
    if (!isLatin(letterAt(at)))
        return begin;
    ++at;
    constexpr std::u32string_view Between = U"·•.- ・";
    at += Between.find(letterAt(at)) != std::u32string_view::npos ? 1 : 0;
    std::size_t count = 0, digits = 0;
    for (; count < 6 && isAlphanumeric(letterAt(at)); ++at, ++count)
        digits += isDigit(letterAt(at)) ? 1 : 0;
    if (isAlphanumeric(letterAt(at)) || digits < 2)
        return begin;
    if (count == 4 && letterAt(at) != U'\0' && PlateEnds.find(letterAt(at)) != std::u32string_view::npos)
        return at + 1;
    return count >= 5 ? at : begin;
}

/// Where the address around an '@' begins and ends; empty where it is none.
std::pair<std::size_t, std::size_t> emailAround(const std::u32string& letters, std::size_t sign) {
    const auto isInName = [](char32_t letter) {
        return isAlphanumeric(letter) || letter == U'.' || letter == U'_' || letter == U'%' || letter == U'+' || letter == U'-';
    };
    const auto isInHost = [](char32_t letter) { return isAlphanumeric(letter) || letter == U'.' || letter == U'-'; };
    std::size_t begin = sign, end = sign + 1;
    while (begin > 0 && isInName(letters[begin - 1]))
        --begin;
    while (end < letters.size() && isInHost(letters[end]))
        ++end;
    while (end > sign + 1 && !isAlphanumeric(letters[end - 1]))
        --end;
    const std::u32string_view host(letters.data() + sign + 1, end - sign - 1);
    const std::size_t dot = host.rfind(U'.');
    const bool isAddress = begin < sign && dot != std::u32string_view::npos && dot > 0 && host.size() - dot > 2;
    return isAddress ? std::pair(begin, end) : std::pair(sign, sign);
}

struct Span {
    TraceKind kind;
    std::size_t begin, end; // letters
};

std::vector<Span> spansOf(const Letters& text, const TraceSearch& search) {
    const std::u32string& letters = text.letters;
    std::vector<Span> spans;
    const auto add = [&](TraceKind kind, std::size_t begin, std::size_t end) {
        if (end > begin)
            spans.push_back({kind, begin, end});
    };
    for (std::size_t at = 0; at < letters.size(); ++at) {
        if (const auto known = search.names != nullptr ? search.names->at(text, at) : std::nullopt)
            add(known->kind == KnownNames::Kind::Name ? TraceKind::Name : TraceKind::Landline, at, at + known->length);
        if (letters[at] == U'@') {
            const auto [begin, end] = emailAround(letters, at);
            add(TraceKind::Email, begin, end);
        }
        add(TraceKind::Identity, at, identityEnd(letters, at, search.thisYear));
        add(TraceKind::Mobile, at, mobileEnd(letters, at));
        add(TraceKind::Landline, at, landlineEnd(letters, at));
        if (const auto [begin, end] = announcedNumber(letters, at); end > begin)
            add(TraceKind::Landline, begin, end);
        add(TraceKind::Plate, at, plateEnd(letters, at));
        if (search.houseNumbers)
            add(TraceKind::HouseNumber, at, houseNumberEnd(letters, at));
    }
    return spans;
}

} // namespace

std::string_view traceKindKey(TraceKind kind) {
    constexpr std::array<std::string_view, TraceKindCount> Keys = {"identity", "mobile", "landline", "plate", "email", "name", "house_number"};
    return Keys.at(static_cast<std::size_t>(kind));
}

std::vector<Trace> findTraces(std::string_view text, const TraceSearch& search) {
    const Letters letters(text);
    std::vector<Span> spans = spansOf(letters, search);
    // Of those that overlap one is left, which covers them all; it has the kind that comes first in the list.
    std::stable_sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
    std::vector<Span> apart;
    for (const Span& span : spans) {
        if (apart.empty() || span.begin >= apart.back().end) {
            apart.push_back(span);
            continue;
        }
        apart.back().end = std::max(apart.back().end, span.end);
        apart.back().kind = std::min(apart.back().kind, span.kind);
    }
    std::vector<Trace> traces;
    for (const Span& span : apart)
        traces.push_back({span.kind, letters.begins[span.begin], letters.ends[span.end - 1]});
    return traces;
}

std::string maskedText(std::string_view text, const TraceSearch& search, TraceCounts& counts) {
    std::string masked(text);
    // Once more, until nothing is left: what stood beside a trace may be one by itself.
    for (std::vector<Trace> traces = findTraces(masked, search); !traces.empty(); traces = findTraces(masked, search)) {
        std::string next;
        std::size_t from = 0;
        for (const Trace& trace : traces) {
            next.append(masked, from, trace.begin - from).append(Mark);
            from = trace.end;
            ++counts.at(static_cast<std::size_t>(trace.kind));
        }
        next.append(masked, from);
        masked = std::move(next);
    }
    return masked;
}

} // namespace gridwarden::core
