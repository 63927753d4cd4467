// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disclosure/telephone_number.h"

#include "core/disclosure/letters.h"

#include <algorithm>
#include <array>
#include <vector>

namespace gridwarden::core {

namespace {

constexpr std::size_t MobileDigits = 11;

bool isSeparator(char32_t letter) { return letter == U' ' || letter == U'-' || letter == U'.' || letter == U'·'; }
bool isDigitAt(const std::u32string& letters, std::size_t at) { return at < letters.size() && isDigit(letters[at]); }
bool isAfterDigit(const std::u32string& letters, std::size_t at) { return at > 0 && isDigit(letters[at - 1]); }

std::size_t digitsFrom(const std::u32string& letters, std::size_t at) {
    std::size_t count = 0;
    while (isDigitAt(letters, at + count))
        ++count;
    return count;
}

bool isMobileStart(const std::u32string& letters, std::size_t at) {
    const std::size_t second = at + 1 < letters.size() && isSeparator(letters[at + 1]) ? at + 2 : at + 1;
    return isDigitAt(letters, second) && letters[at] == U'1' && letters[second] >= U'3';
}

/// Behind `count` digits, which single separators may divide into groups: of two or more, or each alone. Zero where it is no such number.
std::size_t groupedEnd(const std::u32string& letters, std::size_t begin, std::size_t count) {
    std::vector<std::size_t> groups;
    std::size_t at = begin, digits = 0;
    while (digits < count) {
        const std::size_t run = std::min(digitsFrom(letters, at), count - digits);
        if (run == 0)
            return 0;
        groups.push_back(run);
        digits += run;
        at += run;
        if (digits < count) {
            if (at >= letters.size() || !isSeparator(letters[at]))
                return 0;
            ++at;
        }
    }
    if (isDigitAt(letters, at))
        return 0;
    const bool isPlain = groups.size() == 1;
    const bool areSingle = groups.size() == count;
    const bool areGroups = groups.front() >= 3 && std::all_of(groups.begin(), groups.end(), [](std::size_t group) { return group >= 2; });
    return isPlain || areSingle || areGroups ? at : 0;
}

/// Behind +86, 0086 or 86 and one separator, or where it began.
std::size_t countryEnd(const std::u32string& letters, std::size_t begin) {
    std::size_t at = begin;
    for (const std::u32string_view code : {std::u32string_view(U"+86"), std::u32string_view(U"0086"), std::u32string_view(U"86")})
        if (letters.compare(begin, code.size(), code) == 0) {
            at = begin + code.size();
            break;
        }
    if (at > begin && at < letters.size() && isSeparator(letters[at]))
        ++at;
    return at;
}

/// Digits of the area code that begins here; 0 where none does. `withZero`: it begins with a 0, as it is dialled within China.
std::size_t areaCodeDigits(const std::u32string& letters, std::size_t at, bool withZero) {
    const std::size_t zero = withZero ? 1 : 0;
    if (digitsFrom(letters, at) < zero + 2 || (withZero && letters[at] != U'0'))
        return 0;
    const char32_t first = letters[at + zero];
    if (first == U'2' || (first == U'1' && letters[at + zero + 1] == U'0'))
        return zero + 2;
    return first >= U'3' && digitsFrom(letters, at) >= zero + 3 ? zero + 3 : 0;
}

/// Behind "-8001", " 转 8001", "分机8001".
std::size_t extensionEnd(const std::u32string& letters, std::size_t begin) {
    constexpr std::size_t MostDigits = 6;
    std::size_t at = begin;
    const auto skipBlanks = [&] {
        while (at < letters.size() && letters[at] == U' ')
            ++at;
    };
    skipBlanks();
    bool isAnnounced = false;
    for (const std::u32string_view word : {std::u32string_view(U"转"), std::u32string_view(U"分机"), std::u32string_view(U"EXT"), std::u32string_view(U"-")})
        if (letters.compare(at, word.size(), word) == 0) {
            at += word.size();
            isAnnounced = true;
            break;
        }
    skipBlanks();
    const std::size_t digits = digitsFrom(letters, at);
    return isAnnounced && digits > 0 && digits <= MostDigits ? at + digits : begin;
}

} // namespace

std::size_t mobileEnd(const std::u32string& letters, std::size_t begin) {
    if (isAfterDigit(letters, begin) || (!isDigit(letters[begin]) && letters[begin] != U'+'))
        return begin;
    const std::size_t run = digitsFrom(letters, begin);
    if (run > MobileDigits && run % MobileDigits == 0) {
        bool areMobiles = true;
        for (std::size_t at = begin; at < begin + run; at += MobileDigits)
            areMobiles = areMobiles && isMobileStart(letters, at);
        if (areMobiles)
            return begin + run;
    }
    std::size_t at = countryEnd(letters, begin);
    if (at == begin && letters[at] == U'0')
        ++at;
    for (const std::size_t start : {at, begin})
        if (isMobileStart(letters, start))
            if (const std::size_t end = groupedEnd(letters, start, MobileDigits); end > 0)
                return end;
    return begin;
}

std::size_t landlineEnd(const std::u32string& letters, std::size_t begin) {
    if (isAfterDigit(letters, begin) || (!isDigit(letters[begin]) && letters[begin] != U'+' && letters[begin] != U'('))
        return begin;
    std::size_t at = countryEnd(letters, begin);
    const bool isAbroad = at > begin;
    if (at < letters.size() && letters[at] == U'(')
        ++at;
    std::size_t area = areaCodeDigits(letters, at, /*withZero=*/true);
    if (area == 0 && isAbroad)
        area = areaCodeDigits(letters, at, /*withZero=*/false);
    if (area == 0)
        return begin;
    at += area;
    for (int skipped = 0; skipped < 3 && at < letters.size() && (isSeparator(letters[at]) || letters[at] == U')'); ++skipped)
        ++at;
    if (!isDigitAt(letters, at) || letters[at] < U'2')
        return begin;
    for (const std::size_t digits : {std::size_t{8}, std::size_t{7}})
        if (const std::size_t end = groupedEnd(letters, at, digits); end > 0)
            return extensionEnd(letters, end);
    return begin;
}

std::pair<std::size_t, std::size_t> announcedNumber(const std::u32string& letters, std::size_t begin) {
    constexpr std::array<std::u32string_view, 13> Words = {U"电话", U"電話",   U"手机", U"座机",  U"固话",   U"传真", U"联系方式",
                                                           U"致电", U"小灵通", U"TEL",  U"PHONE", U"MOBILE", U"FAX"};
    constexpr std::u32string_view Between = U":：号码是为.,，( -#";
    constexpr std::size_t MostBetween = 6, FewestDigits = 7, MostDigits = 15;
    const auto word = std::find_if(Words.begin(), Words.end(), [&](std::u32string_view each) { return letters.compare(begin, each.size(), each) == 0; });
    if (word == Words.end())
        return {begin, begin};
    std::size_t at = begin + word->size();
    for (std::size_t skipped = 0; skipped < MostBetween && at < letters.size() && Between.find(letters[at]) != std::u32string_view::npos; ++skipped)
        ++at;
    if (at < letters.size() && letters[at] == U'+')
        ++at;
    std::size_t end = at, digits = 0;
    for (std::size_t each = at; each < letters.size() && digits <= MostDigits; ++each) {
        if (isDigit(letters[each])) {
            ++digits;
            end = each + 1;
        } else if (!isSeparator(letters[each]) || each == at || !isDigit(letters[each - 1])) {
            break;
        }
    }
    return digits >= FewestDigits && digits <= MostDigits ? std::pair(at, end) : std::pair(begin, begin);
}

} // namespace gridwarden::core
