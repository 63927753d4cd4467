// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disclosure/identity_number.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>

namespace gridwarden::core {

namespace {

constexpr std::size_t Digits = 17;
constexpr std::size_t OldDigits = 15;

bool isDigit(char letter) { return letter >= '0' && letter <= '9'; }

bool areDigits(std::string_view text) { return std::all_of(text.begin(), text.end(), isDigit); }

int number(std::string_view digits) {
    int value = 0;
    for (const char digit : digits)
        value = value * 10 + (digit - '0');
    return value;
}

/// The first two digits: 11 Beijing to 91 abroad.
bool isProvince(std::string_view digits) {
    const int code = number(digits);
    constexpr int First = 11, Last = 91;
    return code >= First && code <= Last;
}

bool isDay(int year, std::string_view monthAndDay) {
    return std::chrono::year_month_day{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(number(monthAndDay.substr(0, 2)))),
                                       std::chrono::day(static_cast<unsigned>(number(monthAndDay.substr(2, 2))))}
        .ok();
}

} // namespace

char identityCheckCharacter(std::string_view seventeenDigits) {
    // a_i at the place i from the right, the check character being the first: the weight is 2^(i-1) mod 11.
    constexpr int Modulus = 11;
    int sum = 0;
    for (const char digit : seventeenDigits.substr(0, Digits))
        sum = (sum + (digit - '0')) * 2 % Modulus;
    constexpr std::array Characters = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'X'};
    return Characters.at(static_cast<std::size_t>((Modulus + 1 - sum) % Modulus));
}

bool hasIdentityCheck(std::string_view number) {
    if (number.size() != Digits + 1 || !areDigits(number.substr(0, Digits)))
        return false;
    const char last = number.back() == 'x' ? 'X' : number.back();
    return last == identityCheckCharacter(number);
}

bool looksLikeIdentity(std::string_view text, int beforeYear) {
    constexpr int FirstYear = 1900;
    constexpr std::size_t Birth = 6;
    if (text.size() == Digits + 1 && areDigits(text.substr(0, Digits))) {
        const int year = number(text.substr(Birth, 4));
        return isProvince(text.substr(0, 2)) && year >= FirstYear && year < beforeYear && isDay(year, text.substr(Birth + 4, 4));
    }
    return text.size() == OldDigits && areDigits(text) && isProvince(text.substr(0, 2)) &&
           isDay(FirstYear + number(text.substr(Birth, 2)), text.substr(Birth + 2, 4));
}

} // namespace gridwarden::core
