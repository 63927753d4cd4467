// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of duties, and weekdays and times of day as people write them.
#include "core/district/duty_rules.h"
#include "core/district/hours_text.h"
#include "tests/fuzz/fuzz.h"

using namespace gridwarden;
using namespace gridwarden::core;
using fuzz::isGood;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    switch (input.choice(3)) {
    case 0: {
        const auto rules = parseDutyRules(input.rest());
        if (!isGood(rules))
            break;
        for (const ServiceHours& service : rules->service)
            require(service.hours.isSensible(), "hours to be covered are on some day");
        require(!rules->longestShift || *rules->longestShift >= 0, "a shift is not shorter than nothing");
        const auto again = parseDutyRules(dutyRulesText(*rules));
        require(isGood(again) && dutyRulesText(*again) == dutyRulesText(*rules),
                "rules that are kept read as the same");
        break;
    }
    case 1:
        if (const auto weekdays = weekdaysFromText(input.rest())) {
            require(*weekdays > 0 && *weekdays <= 0x7f, "weekdays are some of seven");
            require(weekdaysFromText(weekdaysCode(*weekdays)) == weekdays, "weekdays that are kept read as the same");
        }
        break;
    default:
        if (const auto minute = clockFromText(input.rest())) {
            require(*minute >= 0 && *minute <= 24 * 60, "a time of day is within the day");
            require(clockFromText(clockText(*minute)) == minute, "a time that is kept reads as the same");
        }
    }
    return 0;
}
