// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disclosure/house_number.h"

#include "core/disclosure/letters.h"

#include <algorithm>
#include <array>

namespace gridwarden::core {

namespace {

constexpr std::u32string_view ChineseDigits = U"〇零一二三四五六七八九十百";
constexpr std::u32string_view Stems = U"甲乙丙丁";
constexpr std::array<std::u32string_view, 14> Units = {U"号楼", U"号门", U"号", U"单元", U"门牌", U"弄", U"幢",
                                                       U"栋",   U"座",   U"室", U"楼",   U"层",   U"户", U"宅"};
constexpr std::array<std::u32string_view, 2> NotUnits = {U"号线", U"楼盘"}; // an underground line, an estate
constexpr std::u32string_view Roads = U"路街巷弄道村里苑园庄坊";
constexpr std::size_t MostDigits = 6;

bool isNumeral(char32_t letter) { return isDigit(letter) || ChineseDigits.find(letter) != std::u32string_view::npos; }

/// Behind "12", "12-3", "5甲", "3A", "十二".
std::size_t numberEnd(const std::u32string& letters, std::size_t begin) {
    std::size_t at = begin;
    while (at < letters.size() && at - begin <= MostDigits && isNumeral(letters[at]))
        ++at;
    if (at == begin || at - begin > MostDigits)
        return begin;
    while (at + 1 < letters.size() && letters[at] == U'-' && isAlphanumeric(letters[at + 1])) {
        ++at;
        while (at < letters.size() && isAlphanumeric(letters[at]))
            ++at;
    }
    if (at < letters.size() &&
        (Stems.find(letters[at]) != std::u32string_view::npos || (isLatin(letters[at]) && !(at + 1 < letters.size() && isLatin(letters[at + 1])))))
        ++at;
    return at;
}

std::size_t unitEnd(const std::u32string& letters, std::size_t begin) {
    const auto isHere = [&](std::u32string_view word) { return letters.compare(begin, word.size(), word) == 0; };
    if (std::any_of(NotUnits.begin(), NotUnits.end(), isHere))
        return begin;
    const auto unit = std::find_if(Units.begin(), Units.end(), isHere);
    return unit == Units.end() ? begin : begin + unit->size();
}

/// Whether a number behind the name of a road is that of a house: what follows is no word of what is counted ("路1处", "街2家").
bool isAlone(const std::u32string& letters, std::size_t end) {
    if (end >= letters.size() || !isIdeograph(letters[end]))
        return true;
    constexpr std::array<std::u32string_view, 13> Beside = {U"附近", U"旁", U"门", U"前", U"后", U"对面", U"对过", U"东", U"西", U"南", U"北", U"侧", U"边"};
    return std::any_of(Beside.begin(), Beside.end(), [&](std::u32string_view word) { return letters.compare(end, word.size(), word) == 0; });
}

/// A number and a road in Latin letters, as an address begins in English.
bool isBeforeStreet(const std::u32string& letters, std::size_t begin, std::size_t end) {
    return begin == 0 && isDigit(letters[begin]) && end + 1 < letters.size() && letters[end] == U' ' && isAlphanumeric(letters[end + 1]);
}

} // namespace

std::size_t houseNumberEnd(const std::u32string& letters, std::size_t begin) {
    const bool isInside = begin > 0 && (isNumeral(letters[begin - 1]) || isLatin(letters[begin - 1]));
    const bool isDate = begin > 0 && (letters[begin - 1] == U'月' || letters[begin - 1] == U'第' || letters[begin - 1] == U'.');
    if (isInside || isDate)
        return begin;
    std::size_t end = begin;
    for (std::size_t at = begin; at < letters.size();) {
        const std::size_t number = numberEnd(letters, at);
        if (number == at)
            break;
        const std::size_t unit = unitEnd(letters, number);
        const bool isAfterRoad =
            at == begin && begin > 0 && isDigit(letters[begin]) && Roads.find(letters[begin - 1]) != std::u32string_view::npos && isAlone(letters, number);
        if (unit == number && at == begin && !isAfterRoad && !isBeforeStreet(letters, begin, number))
            return begin;
        end = unit; // what follows a unit without one of its own belongs to it: 5号3-502
        if (unit == number)
            break;
        at = unit;
        while (at < letters.size() && (letters[at] == U' ' || letters[at] == U'-'))
            ++at;
    }
    return end;
}

} // namespace gridwarden::core
