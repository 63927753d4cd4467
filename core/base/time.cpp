// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/time.h"

#include "core/base/clock.h"

#include <array>
#include <atomic>
#include <charconv>
#include <date/tz.h>
#include <fmt/format.h>

namespace gridwarden::core {

namespace {

std::atomic<Clock> clockInUse = nullptr;

const date::time_zone* zoneOf(const void* zone) { return static_cast<const date::time_zone*>(zone); }

date::sys_seconds sysSeconds(Moment moment) { return date::sys_seconds(moment.time_since_epoch()); }

struct Civil {
    int year;
    unsigned month;
    unsigned day;
    int hour;
    int minute;
    int second;
};

Civil civil(LocalTime local) {
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(local - day);
    return {static_cast<int>(date.year()),          static_cast<unsigned>(date.month()),
            static_cast<unsigned>(date.day()),      static_cast<int>(clock.hours().count()),
            static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count())};
}

/// Takes `width` digits from the front of the text.
std::optional<int> takeDigits(std::string_view& text, std::size_t width) {
    if (text.size() < width)
        return std::nullopt;
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + width, value);
    if (error != std::errc{} || end != text.data() + width || text.front() == '-')
        return std::nullopt;
    text.remove_prefix(width);
    return value;
}

bool take(std::string_view& text, char wanted) {
    if (text.empty() || text.front() != wanted)
        return false;
    text.remove_prefix(1);
    return true;
}

std::optional<Day> takeDay(std::string_view& text) {
    const auto year = takeDigits(text, 4);
    if (!year || !take(text, '-'))
        return std::nullopt;
    const auto month = takeDigits(text, 2);
    if (!month || !take(text, '-'))
        return std::nullopt;
    const auto day = takeDigits(text, 2);
    if (!day)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok())
        return std::nullopt;
    return Day(date);
}

const date::time_zone* locate(std::string_view name, std::string* problem) {
    try {
        return date::locate_zone(std::string(name));
    } catch (const std::exception& fault) {
        *problem = fault.what();
        return nullptr;
    }
}

constexpr seconds ChinaOffset = std::chrono::hours(8);

} // namespace

TimeZone::TimeZone() : m_name("Asia/Shanghai") {
    std::string problem;
    m_zone = locate(m_name, &problem);
}

Result<TimeZone> TimeZone::find(std::string_view name) {
    std::string problem;
    const date::time_zone* zone = locate(name, &problem);
    if (zone == nullptr)
        return fail(ErrorCode::NotFound, {"timezone-unknown", {std::string(name)}}, {}, problem);
    return TimeZone(std::string(name), zone);
}

seconds TimeZone::offset(Moment moment) const {
    if (m_zone == nullptr)
        return ChinaOffset;
    return zoneOf(m_zone)->get_info(sysSeconds(moment)).offset;
}

LocalTime TimeZone::toLocal(Moment moment) const { return LocalTime(moment.time_since_epoch() + offset(moment)); }

Moment TimeZone::toUtc(LocalTime local) const {
    if (m_zone == nullptr)
        return Moment(local.time_since_epoch() - ChinaOffset);
    const date::local_seconds wall(local.time_since_epoch());
    return Moment(zoneOf(m_zone)->to_sys(wall, date::choose::earliest).time_since_epoch());
}

void setClock(Clock clock) { clockInUse = clock; }

Moment now() {
    const Clock clock = clockInUse;
    return clock != nullptr ? clock() : std::chrono::floor<seconds>(std::chrono::system_clock::now());
}

std::string isoText(Moment moment, const TimeZone& zone) {
    // Offsets were not whole minutes before there were standard times.
    const auto offset = std::chrono::duration_cast<std::chrono::minutes>(zone.offset(moment));
    const Civil c = civil(LocalTime(moment.time_since_epoch() + offset));
    const auto minutes = offset.count();
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}{:02}:{:02}", c.year, c.month, c.day, c.hour, c.minute,
                       c.second, minutes < 0 ? '-' : '+', std::abs(minutes) / 60, std::abs(minutes) % 60);
}

std::string isoUtc(Moment moment) {
    const Civil c = civil(LocalTime(moment.time_since_epoch()));
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", c.year, c.month, c.day, c.hour, c.minute, c.second);
}

std::string localText(Moment moment, const TimeZone& zone) {
    const Civil c = civil(zone.toLocal(moment));
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", c.year, c.month, c.day, c.hour, c.minute);
}

std::string dayText(Day day) {
    const Civil c = civil(LocalTime(day));
    return fmt::format("{:04}-{:02}-{:02}", c.year, c.month, c.day);
}

Result<Day> parseDay(std::string_view text) {
    std::string_view rest = text;
    const auto day = takeDay(rest);
    if (!day || !rest.empty())
        return fail(ErrorCode::BadInput, {"day-unreadable", {std::string(text)}});
    return *day;
}

Result<Moment> parseMoment(std::string_view text, const TimeZone& zone) {
    const auto unreadable = [&] { return fail(ErrorCode::BadInput, {"time-unreadable", {std::string(text)}}); };
    std::string_view rest = text;
    const auto day = takeDay(rest);
    if (!day)
        return unreadable();
    if (rest.empty())
        return zone.start(*day);
    if (!take(rest, 'T') && !take(rest, ' '))
        return unreadable();
    const auto hour = takeDigits(rest, 2);
    if (!hour || *hour > 23 || !take(rest, ':'))
        return unreadable();
    const auto minute = takeDigits(rest, 2);
    if (!minute || *minute > 59)
        return unreadable();
    int second = 0;
    if (take(rest, ':')) {
        const auto read = takeDigits(rest, 2);
        if (!read || *read > 59)
            return unreadable();
        second = *read;
        if (take(rest, '.')) {
            while (!rest.empty() && rest.front() >= '0' && rest.front() <= '9')
                rest.remove_prefix(1);
        }
    }
    const LocalTime local = LocalTime(*day) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) + seconds(second);
    if (rest.empty())
        return zone.toUtc(local);
    if (rest == "Z")
        return Moment(local.time_since_epoch());
    const bool west = rest.front() == '-';
    if (!take(rest, '+') && !take(rest, '-'))
        return unreadable();
    const auto offsetHours = takeDigits(rest, 2);
    if (!offsetHours || *offsetHours > 18)
        return unreadable();
    const bool isApart = take(rest, ':');
    int offsetMinutes = 0;
    if (isApart || !rest.empty()) {
        const auto read = takeDigits(rest, 2);
        if (!read || *read > 59 || !rest.empty())
            return unreadable();
        offsetMinutes = *read;
    }
    const seconds offset = std::chrono::hours(*offsetHours) + std::chrono::minutes(offsetMinutes);
    return Moment(local.time_since_epoch()) + (west ? offset : -offset);
}

} // namespace gridwarden::core
