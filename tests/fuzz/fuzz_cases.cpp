// SPDX-License-Identifier: GPL-3.0-or-later
// Texts about cases: details of steps, patterns of numbers, labels of the journal.
#include "core/cases/case_number.h"
#include "core/cases/step.h"
#include "core/store/journal_store.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>

using namespace gridwarden;
using namespace gridwarden::core;
using fuzz::isGood;
using fuzz::require;

namespace {

void requireStorable(const std::optional<Moment>& moment) {
    using namespace std::chrono;
    require(!moment || (*moment >= sys_days(year(0) / 1 / 1) && *moment < sys_days(year(10000) / 1 / 1)), "a moment has four digits of year");
}

void detail(std::string_view text) {
    const auto detail = detailFromText(text);
    if (!isGood(detail))
        return;
    for (const auto& moment : {detail->until, detail->filed, detail->dispatched, detail->handled, detail->closed, detail->due})
        requireStorable(moment);
    require(!detail->place || (std::abs(detail->place->longitude) <= 180 && std::abs(detail->place->latitude) <= 90),
            "a place lies on the earth");
    const auto again = detailFromText(detailText(*detail));
    require(again && *again == *detail, "a detail that is kept reads as the same");
}

void number(std::string_view text) {
    const auto pattern = NumberPattern::parse(text);
    if (!isGood(pattern))
        return;
    const Day day(std::chrono::year(2026) / 11 / 21);
    const std::string first = pattern->number(day, 1);
    const std::string second = pattern->number(day, 2);
    require(first != second && first.size() == second.size(), "each case has a number of its own");
    require(pattern->number(day, -1).find('*') != std::string::npos, "the series has a name");
}

void label(std::string_view text) {
    const Message label = labelFromText(std::string(text));
    const Message again = labelFromText(labelText(label));
    require(again == label, "a label that is kept reads as the same");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    switch (input.choice(3)) {
    case 0:
        detail(input.rest());
        break;
    case 1:
        number(input.rest());
        break;
    default:
        label(input.rest());
        break;
    }
    return 0;
}
