// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/day_shifts.h"

#include "core/base/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace gridwarden::core {

namespace {

constexpr int MinutesPerDay = 24 * 60;

std::string clockText(int minute) { return fmt::format("{:02}:{:02}", minute / 60, minute % 60); }

/// "08:30"; none when it is no time of day.
std::optional<int> minuteOf(std::string_view clock) {
    const auto colon = clock.find(':');
    if (colon == 0 || colon > 2 || clock.size() != colon + 3)
        return std::nullopt;
    int numbers[2] = {0, 0};
    for (std::size_t i = 0; i < clock.size(); ++i) {
        if (i == colon)
            continue;
        if (clock[i] < '0' || clock[i] > '9')
            return std::nullopt;
        int& number = numbers[i < colon ? 0 : 1];
        number = number * 10 + (clock[i] - '0');
    }
    return numbers[0] < 24 && numbers[1] < 60 ? std::optional(numbers[0] * 60 + numbers[1]) : std::nullopt;
}

/// What people type on a Chinese keyboard as well.
std::string withPlainSigns(std::string_view text) {
    std::string plain(text);
    for (const auto& [wide, sign] : {std::pair("；", ";"), std::pair("：", ":"), std::pair("　", " ")})
        for (std::size_t at = 0; (at = plain.find(wide, at)) != std::string::npos;)
            plain.replace(at, std::string_view(wide).size(), sign);
    return plain;
}

void sort(std::vector<DayShift>& shifts) {
    std::sort(shifts.begin(), shifts.end(), [](const DayShift& a, const DayShift& b) { return a.startMinute < b.startMinute; });
}

bool hasSameStart(const std::vector<DayShift>& sorted) {
    return std::adjacent_find(sorted.begin(), sorted.end(), [](const DayShift& a, const DayShift& b) { return a.startMinute == b.startMinute; }) !=
           sorted.end();
}

} // namespace

DayShifts DayShifts::fromSetting(std::string_view json) {
    const auto list = nlohmann::json::parse(json, nullptr, /*allow_exceptions=*/false);
    std::vector<DayShift> shifts;
    if (list.is_array())
        for (const auto& entry : list) {
            if (!entry.is_object() || !entry.contains("start") || !entry["start"].is_number_integer())
                return {};
            const auto name = entry.find("name");
            const auto start = entry["start"].get<std::int64_t>();
            if (start < 0 || start >= MinutesPerDay)
                return {};
            shifts.push_back({name != entry.end() && name->is_string() ? name->get<std::string>() : std::string(), static_cast<int>(start)});
        }
    sort(shifts);
    return shifts.empty() || hasSameStart(shifts) ? DayShifts() : DayShifts(std::move(shifts));
}

Result<DayShifts> DayShifts::parse(std::string_view text) {
    std::vector<DayShift> shifts;
    const std::string plain = withPlainSigns(text);
    for (const std::string& part : split(plain, ';')) {
        const std::string words(trimmed(part));
        if (words.empty())
            continue;
        const auto blank = words.find_last_of(' ');
        const auto start = minuteOf(blank == std::string::npos ? words : words.substr(blank + 1));
        if (!start)
            return fail(ErrorCode::BadInput, {"shifts-unreadable", {words}});
        shifts.push_back({blank == std::string::npos ? std::string() : std::string(trimmed(words.substr(0, blank))), *start});
    }
    if (shifts.empty())
        return DayShifts();
    sort(shifts);
    for (std::size_t i = 1; i < shifts.size(); ++i)
        if (shifts[i].startMinute == shifts[i - 1].startMinute)
            return fail(ErrorCode::BadInput, {"shifts-same-start", {clockText(shifts[i].startMinute)}});
    return DayShifts(std::move(shifts));
}

std::string DayShifts::text() const {
    std::string all;
    for (const DayShift& shift : m_shifts)
        all += (all.empty() ? "" : "; ") + shift.name + (shift.name.empty() ? "" : " ") + clockText(shift.startMinute);
    return all;
}

std::string DayShifts::setting() const {
    auto list = nlohmann::json::array();
    for (const DayShift& shift : m_shifts)
        list.push_back({{"name", shift.name}, {"start", shift.startMinute}});
    return list.dump();
}

ShiftSpan DayShifts::span(const ShiftOfDay& shift, const TimeZone& zone) const {
    const auto begin = [&](const ShiftOfDay& one) { return zone.toUtc(LocalTime(one.day) + std::chrono::minutes(m_shifts[one.index].startMinute)); };
    return {begin(shift), begin(after(shift))};
}

ShiftOfDay DayShifts::at(Moment moment, const TimeZone& zone) const {
    ShiftOfDay shift{zone.day(moment) - std::chrono::days(1), m_shifts.size() - 1};
    for (ShiftOfDay next = after(shift); span(next, zone).from <= moment; next = after(next))
        shift = next;
    return shift;
}

ShiftOfDay DayShifts::after(const ShiftOfDay& shift) const {
    return shift.index + 1 < m_shifts.size() ? ShiftOfDay{shift.day, shift.index + 1} : ShiftOfDay{shift.day + std::chrono::days(1), 0};
}

} // namespace gridwarden::core
