// SPDX-License-Identifier: GPL-3.0-or-later
// A calendar definition as JSON, and the versions of it in the district file.
#include "core/district/calendar.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace gridwarden::core {

namespace {

using Json = nlohmann::json;

constexpr int MinutesPerDay = 24 * 60;
// Many more than anybody works by; the working time of 130 years is laid out by them.
constexpr std::size_t MostPeriods = 1000;
constexpr std::size_t MostSpans = 24;

constexpr std::array RuleKeys = {std::pair{WorkingDayRule::Hours, std::string_view("hours")},
                                 std::pair{WorkingDayRule::SameClock, std::string_view("same-clock")},
                                 std::pair{WorkingDayRule::EndOfDay, std::string_view("end-of-day")}};

tl::unexpected<Error> unreadable(std::string place) {
    return fail(ErrorCode::BadInput, {"calendar-unreadable", {std::move(place)}});
}

/// The first member that is not in the list, as a place.
template <std::size_t N>
std::optional<std::string> strangeMember(const Json& object, const std::array<std::string_view, N>& known,
                                         const std::string& place) {
    for (const auto& [key, value] : object.items())
        if (std::find(known.begin(), known.end(), key) == known.end())
            return place + key;
    return std::nullopt;
}

const Json& member(const Json& object, const char* key) {
    static const Json none;
    const auto found = object.find(key);
    return found == object.end() ? none : *found;
}

std::optional<int> minuteFromText(const Json& value) {
    if (!value.is_string())
        return std::nullopt;
    const auto& text = value.get_ref<const std::string&>();
    const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9' ? text[i] - '0' : -1; };
    if (text.size() != 5 || text[2] != ':' || digit(0) < 0 || digit(1) < 0 || digit(3) < 0 || digit(4) < 0 ||
        digit(3) > 5)
        return std::nullopt;
    const int minute = (digit(0) * 10 + digit(1)) * 60 + digit(3) * 10 + digit(4);
    return minute <= MinutesPerDay ? std::optional(minute) : std::nullopt;
}

std::string minuteText(int minute) {
    return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

Result<Day> dayFromJson(const Json& value, const std::string& place) {
    if (!value.is_string())
        return unreadable(place);
    const auto day = parseDay(value.get_ref<const std::string&>());
    return day ? day : unreadable(place);
}

/// A bound of a plan: null or missing is none.
Result<std::optional<Day>> boundFromJson(const Json& value, const std::string& place) {
    if (value.is_null())
        return std::nullopt;
    const auto day = dayFromJson(value, place);
    if (!day)
        return fail(day);
    return std::optional(*day);
}

Result<std::vector<Span>> spansFromJson(const Json& values, const std::string& place) {
    if (!values.is_array() || values.size() > MostSpans)
        return unreadable(place);
    std::vector<Span> spans;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Json& value = values[i];
        const auto here = fmt::format("{}[{}]", place, i);
        if (!value.is_array() || value.size() != 2)
            return unreadable(here);
        const auto start = minuteFromText(value[0]);
        const auto end = minuteFromText(value[1]);
        if (!start || !end || *start >= *end || (!spans.empty() && *start < spans.back().endMinute))
            return unreadable(here);
        spans.push_back({*start, *end});
    }
    return spans;
}

Result<int> weekdaysFromJson(const Json& values, const std::string& place) {
    if (!values.is_array())
        return unreadable(place);
    int weekdays = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Json& value = values[i];
        if (!value.is_number_integer() || value < 1 || value > 7 || (weekdays >> (value.get<int>() - 1) & 1) != 0)
            return unreadable(fmt::format("{}[{}]", place, i));
        weekdays |= 1 << (value.get<int>() - 1);
    }
    return weekdays;
}

Result<WorkingPlan> planFromJson(const Json& value, const std::string& place) {
    constexpr std::array<std::string_view, 4> Members = {"from", "to", "weekdays", "spans"};
    if (!value.is_object())
        return unreadable(place);
    if (const auto strange = strangeMember(value, Members, place + "."))
        return unreadable(*strange);
    const auto from = boundFromJson(member(value, "from"), place + ".from");
    if (!from)
        return fail(from);
    const auto to = boundFromJson(member(value, "to"), place + ".to");
    if (!to)
        return fail(to);
    if (*from && *to && **from > **to)
        return unreadable(place + ".to");
    const auto weekdays = weekdaysFromJson(member(value, "weekdays"), place + ".weekdays");
    if (!weekdays)
        return fail(weekdays);
    auto spans = spansFromJson(member(value, "spans"), place + ".spans");
    if (!spans)
        return fail(spans);
    return WorkingPlan{*from, *to, *weekdays, std::move(*spans)};
}

Result<std::pair<Day, SpecialDay>> specialDayFromJson(const Json& value, const std::string& place) {
    constexpr std::array<std::string_view, 3> Members = {"day", "kind", "name"};
    if (!value.is_object())
        return unreadable(place);
    if (const auto strange = strangeMember(value, Members, place + "."))
        return unreadable(*strange);
    const auto day = dayFromJson(member(value, "day"), place + ".day");
    if (!day)
        return fail(day);
    const Json& kind = member(value, "kind");
    if (kind != "holiday" && kind != "workday")
        return unreadable(place + ".kind");
    const Json& name = member(value, "name");
    if (!name.is_null() && !name.is_string())
        return unreadable(place + ".name");
    return std::pair(*day, SpecialDay{kind == "workday", name.is_string() ? name.get<std::string>() : std::string()});
}

} // namespace

Result<CalendarDefinition> calendarFromJson(const Json& document) {
    constexpr std::array<std::string_view, 6> Members = {"name", "note",        "periods",
                                                         "days", "working_day", "hours_per_working_day"};
    if (!document.is_object())
        return unreadable("");
    if (const auto strange = strangeMember(document, Members, ""))
        return unreadable(*strange);
    CalendarDefinition definition;
    const Json& periods = member(document, "periods");
    if (!periods.is_array() || periods.size() > MostPeriods)
        return unreadable("periods");
    for (std::size_t i = 0; i < periods.size(); ++i) {
        auto plan = planFromJson(periods[i], fmt::format("periods[{}]", i));
        if (!plan)
            return fail(plan);
        definition.plans.push_back(std::move(*plan));
    }
    const Json& specialDays = member(document, "days");
    if (!specialDays.is_array())
        return unreadable("days");
    for (std::size_t i = 0; i < specialDays.size(); ++i) {
        auto day = specialDayFromJson(specialDays[i], fmt::format("days[{}]", i));
        if (!day)
            return fail(day);
        if (!definition.days.insert(std::move(*day)).second)
            return unreadable(fmt::format("days[{}].day", i));
    }
    const Json& rule = member(document, "working_day");
    const auto known =
        std::find_if(RuleKeys.begin(), RuleKeys.end(), [&](const auto& entry) { return rule == entry.second; });
    if (known == RuleKeys.end())
        return unreadable("working_day");
    definition.workingDayRule = known->first;
    const Json& hours = member(document, "hours_per_working_day");
    if (!hours.is_number() || !(hours.get<double>() > 0) || !(hours.get<double>() <= 24))
        return unreadable("hours_per_working_day");
    definition.hoursPerWorkingDay = hours.get<double>();
    return definition;
}

Json calendarToJson(const CalendarDefinition& definition) {
    const auto bound = [](const std::optional<Day>& day) { return day ? Json(dayText(*day)) : Json(nullptr); };
    Json periods = Json::array();
    for (const WorkingPlan& plan : definition.plans) {
        Json weekdays = Json::array();
        for (int weekday = 1; weekday <= 7; ++weekday)
            if ((plan.weekdays >> (weekday - 1) & 1) != 0)
                weekdays.push_back(weekday);
        Json spans = Json::array();
        for (const Span& span : plan.spans)
            spans.push_back(Json::array({minuteText(span.startMinute), minuteText(span.endMinute)}));
        periods.push_back(
            {{"from", bound(plan.from)}, {"to", bound(plan.to)}, {"weekdays", weekdays}, {"spans", spans}});
    }
    Json specialDays = Json::array();
    for (const auto& [day, special] : definition.days)
        specialDays.push_back(
            {{"day", dayText(day)}, {"kind", special.isWorkday ? "workday" : "holiday"}, {"name", special.name}});
    const auto rule = std::find_if(RuleKeys.begin(), RuleKeys.end(),
                                   [&](const auto& entry) { return entry.first == definition.workingDayRule; });
    return {{"periods", periods},
            {"days", specialDays},
            {"working_day", std::string(rule->second)},
            {"hours_per_working_day", definition.hoursPerWorkingDay}};
}

const WorkCalendar& CalendarHistory::current() const {
    static const WorkCalendar none;
    return m_versions.empty() ? none : m_versions.back().calendar;
}

const WorkCalendar& CalendarHistory::at(Moment moment) const {
    for (auto version = m_versions.rbegin(); version != m_versions.rend(); ++version)
        if (version->created < moment)
            return version->calendar;
    return m_versions.empty() ? current() : m_versions.front().calendar;
}

Result<CalendarHistory> loadCalendars(Connection& connection, const TimeZone& zone) {
    struct Stored {
        int number;
        Moment created;
        std::string definition;
    };
    const auto rows =
        connection.rows("SELECT version, created, definition FROM calendar ORDER BY version", {}, [](const Row& row) {
            return Stored{static_cast<int>(row.integer(0)), row.moment(1), row.text(2)};
        });
    if (!rows)
        return fail(rows);
    std::vector<CalendarHistory::Version> versions;
    for (const Stored& row : *rows) {
        auto definition = calendarFromJson(Json::parse(row.definition, nullptr, /*allow_exceptions=*/false));
        if (!definition) {
            definition.error().subject = fmt::format("calendar {}", row.number);
            return fail(definition);
        }
        versions.push_back({row.number, row.created, WorkCalendar(std::move(*definition), zone, row.number)});
    }
    return CalendarHistory(std::move(versions));
}

Result<int> saveCalendar(Change& change, const CalendarDefinition& definition) {
    const auto hasWork = [](const WorkingPlan& plan) { return !plan.spans.empty(); };
    if (std::none_of(definition.plans.begin(), definition.plans.end(), hasWork))
        return fail(ErrorCode::BadInput, {"calendar-empty", {}});
    const Json document = calendarToJson(definition);
    if (const auto readBack = calendarFromJson(document); !readBack)
        return fail(readBack);
    const auto last = change.connection().integer("SELECT MAX(version) FROM calendar");
    if (!last)
        return fail(last);
    const int version = static_cast<int>(*last) + 1;
    // Not before anything that was entered, also when the clock was set back meanwhile: a closed case keeps the version it was judged by.
    const auto newest = change.connection().integer("SELECT max(at) FROM journal");
    if (!newest)
        return fail(newest);
    const Moment created = std::max(change.at(), Moment(seconds(*newest)));
    const auto written =
        change.connection().run("INSERT INTO calendar(version, created, definition) VALUES (?, ?, ?)",
                                {version, created, document.dump(-1, ' ', false, Json::error_handler_t::replace)});
    if (!written)
        return fail(written);
    return version;
}

} // namespace gridwarden::core
