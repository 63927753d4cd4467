// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/recurrence.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace gridwarden::core {

namespace {

constexpr int DaysOfWeek = 7;
constexpr int LastOfMonth = -1;

/// The numbers of a member that is an array of them; nothing when it is missing; none when it is something else.
std::optional<std::vector<int>> numbersOf(const nlohmann::json& document, const char* member) {
    std::vector<int> numbers;
    const auto found = document.find(member);
    if (found == document.end())
        return numbers;
    if (!found->is_array())
        return std::nullopt;
    for (const auto& number : *found) {
        constexpr std::int64_t Most = 31;
        if (!number.is_number_integer() || number.get<std::int64_t>() < LastOfMonth ||
            number.get<std::int64_t>() > Most)
            return std::nullopt;
        numbers.push_back(number.get<int>());
    }
    return numbers;
}

} // namespace

bool Recurrence::occursOn(Day day) const {
    const auto weekday = std::chrono::weekday(day).iso_encoding();
    if ((weekdays & (1 << (weekday - 1))) != 0)
        return true;
    const std::chrono::year_month_day date(day);
    const bool isLast = std::chrono::year_month_day(day + std::chrono::days(1)).month() != date.month();
    const auto number = static_cast<int>(static_cast<unsigned>(date.day()));
    return std::any_of(monthDays.begin(), monthDays.end(),
                       [&](int wanted) { return wanted == number || (wanted == LastOfMonth && isLast); });
}

std::string recurrenceText(const Recurrence& recurrence) {
    nlohmann::ordered_json document = nlohmann::ordered_json::object();
    for (int i = 0; i < DaysOfWeek; ++i)
        if ((recurrence.weekdays & (1 << i)) != 0)
            document["weekdays"].push_back(i + 1);
    if (!recurrence.monthDays.empty())
        document["month_days"] = recurrence.monthDays;
    return document.dump();
}

Result<Recurrence> recurrenceFromText(std::string_view text) {
    const auto unreadable = [&] { return fail(ErrorCode::BadInput, {"recurrence-unreadable", {std::string(text)}}); };
    const auto document = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (!document.is_object())
        return unreadable();
    const auto weekdays = numbersOf(document, "weekdays");
    auto monthDays = numbersOf(document, "month_days");
    if (!weekdays || !monthDays)
        return unreadable();
    Recurrence recurrence;
    for (const int weekday : *weekdays) {
        if (weekday < 1 || weekday > DaysOfWeek)
            return unreadable();
        recurrence.weekdays |= 1 << (weekday - 1);
    }
    if (std::find(monthDays->begin(), monthDays->end(), 0) != monthDays->end())
        return unreadable();
    recurrence.monthDays = std::move(*monthDays);
    return recurrence;
}

} // namespace gridwarden::core
