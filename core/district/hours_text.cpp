// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/hours_text.h"

#include "core/base/text.h"

#include <array>
#include <fmt/format.h>
#include <utility>

namespace gridwarden::core {

namespace {

constexpr int MinutesPerDay = 24 * 60;
constexpr int EveryDay = 0x7f;

std::string replaced(std::string text, std::string_view part, std::string_view by) {
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += by.size())
        text.replace(at, part.size(), by);
    return text;
}

/// One or two digits; none where there is something else.
std::optional<int> numberFrom(std::string_view digits) {
    if (digits.empty() || digits.size() > 2)
        return std::nullopt;
    int number = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9')
            return std::nullopt;
        number = number * 10 + (digit - '0');
    }
    return number;
}

/// Days as digits, spans with a hyphen, nothing else.
std::string plainDays(std::string_view text) {
    std::string plain = lowered(text);
    for (const auto& [word, sign] :
         {std::pair("每天", "1-7"), std::pair("每日", "1-7"), std::pair("daily", "1-7"), std::pair("every day", "1-7"),
          std::pair("工作日", "1-5"), std::pair("周末", "6-7"), std::pair("星期", ""), std::pair("礼拜", ""),
          std::pair("周", "")})
        plain = replaced(std::move(plain), word, sign);
    constexpr std::array<std::array<const char*, 3>, 7> Names = {{{"monday", "mon", "一"},
                                                                  {"tuesday", "tue", "二"},
                                                                  {"wednesday", "wed", "三"},
                                                                  {"thursday", "thu", "四"},
                                                                  {"friday", "fri", "五"},
                                                                  {"saturday", "sat", "六"},
                                                                  {"sunday", "sun", "日"}}};
    for (std::size_t day = 0; day < Names.size(); ++day)
        for (const char* const name : Names[day])
            plain = replaced(std::move(plain), name, std::to_string(day + 1));
    for (const auto& [word, sign] :
         {std::pair("天", "7"), std::pair("至", "-"), std::pair("到", "-"), std::pair("–", "-"), std::pair("—", "-"),
          std::pair("~", "-"), std::pair("～", "-"), std::pair("、", ","), std::pair("，", ","), std::pair(";", ","),
          std::pair("；", ","), std::pair("　", ""), std::pair(" ", "")})
        plain = replaced(std::move(plain), word, sign);
    return plain;
}

} // namespace

std::string clockText(int minute) {
    return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

std::optional<int> clockFromText(std::string_view text) {
    const std::string plain = replaced(std::string(trimmed(text)), "：", ":");
    const auto parts = split(plain, ':');
    if (parts.size() < 2 || parts.size() > 3 || parts[1].size() != 2 || (parts.size() == 3 && parts[2] != "00"))
        return std::nullopt;
    const auto hours = numberFrom(parts[0]);
    const auto minutes = numberFrom(parts[1]);
    if (!hours || !minutes || *minutes >= 60 || *hours * 60 + *minutes > MinutesPerDay)
        return std::nullopt;
    return *hours * 60 + *minutes;
}

std::string weekdaysCode(int weekdays) {
    std::string code;
    for (int day = 1; day <= 7; ++day) {
        const auto has = [&](int one) { return one <= 7 && (weekdays & (1 << (one - 1))) != 0; };
        if (!has(day))
            continue;
        const int first = day;
        while (has(day + 1))
            ++day;
        code += fmt::format("{}{}", code.empty() ? "" : ",", first);
        if (day > first)
            code += fmt::format("{}{}", day == first + 1 ? "," : "-", day);
    }
    return code;
}

std::optional<int> weekdaysFromText(std::string_view text) {
    int weekdays = 0;
    int last = 0; // the day before, for a span
    bool isSpan = false;
    for (const char sign : plainDays(text)) {
        if (sign == ',' && !isSpan) {
            last = 0;
        } else if (sign == '-' && last > 0 && !isSpan) {
            isSpan = true;
        } else if (sign >= '1' && sign <= '7') {
            const int day = sign - '0';
            if (isSpan && day < last)
                return std::nullopt;
            for (int each = isSpan ? last : day; each <= day; ++each)
                weekdays |= 1 << (each - 1);
            last = isSpan ? 0 : day; // "1-3-5" is nothing
            isSpan = false;
        } else {
            return std::nullopt;
        }
    }
    return weekdays == 0 || isSpan ? std::nullopt : std::optional(weekdays & EveryDay);
}

} // namespace gridwarden::core
