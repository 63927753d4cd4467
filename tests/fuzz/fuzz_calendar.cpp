// SPDX-License-Identifier: GPL-3.0-or-later
// Calendar definitions, and the clock that runs by them.
#include "core/district/calendar.h"
#include "tests/fuzz/fuzz.h"

#include <nlohmann/json.hpp>

using namespace gridwarden;
using namespace gridwarden::core;
using fuzz::isGood;
using fuzz::require;

namespace {

void requireClock(const CalendarDefinition& definition, fuzz::Input& input) {
    const WorkCalendar calendar(definition, TimeZone(), 1);
    const Moment start(std::chrono::seconds(input.number<std::uint32_t>()));
    static constexpr const char* Units[] = {"um", "uh", "wh", "wd", "ud", "nd"};
    const LimitUnit unit = limitUnitFromKey(Units[input.choice(std::size(Units))]).value();
    const Limit limit{input.number<std::uint16_t>() / 16.0, unit};
    const auto end = calendar.end(start, limit);
    if (!end)
        return;
    require(*end >= start, "a limit ends after it starts");
    const bool isCounted = unit != LimitUnit::WorkingDay || definition.workingDayRule == WorkingDayRule::Hours;
    if (isCounted && limit.value > 0)
        require(calendar.after(start, calendar.elapsed(start, *end, unit), unit) <= end, "elapsed time is what the limit took");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    const bool withClock = input.choice(16) == 15; // laying out the working time of all years takes long
    fuzz::Input question(data, withClock && size > 8 ? 8 : 0);
    if (withClock && size > 8)
        input = fuzz::Input(data + 8, size - 8);
    const auto definition = calendarFromJson(nlohmann::json::parse(input.rest(), nullptr, /*allow_exceptions=*/false));
    if (!isGood(definition))
        return 0;
    require(definition->hoursPerWorkingDay > 0 && definition->hoursPerWorkingDay <= 24, "a working day has up to 24 hours");
    require(definition->plans.size() <= 1000, "the working time of all years can be laid out");
    for (const WorkingPlan& plan : definition->plans)
        require(plan.spans.size() <= 24, "the working time of all years can be laid out");
    const auto again = calendarFromJson(calendarToJson(*definition));
    require(isGood(again) && *again == *definition, "a calendar that is kept reads as the same");
    if (withClock)
        requireClock(*definition, question);
    return 0;
}
