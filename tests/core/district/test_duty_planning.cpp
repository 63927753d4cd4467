// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/duty_planning.h"
#include "tests/core/district/duty_samples.h"
#include "tests/support/small_district.h"

#include <random>
#include <set>

using namespace gridwarden;
using namespace gridwarden::core;
using namespace gridwarden::test;
using std::chrono::days;

namespace {

const Day Monday = dayOf("2026-03-02");

/// Every shift from some weeks before to some weeks after, as text.
std::multiset<std::string> shiftsOf(const std::vector<Duty>& duties, int moved = 0,
                                    const Period& within = {Monday - days(28), Monday + days(41)}) {
    std::multiset<std::string> shifts;
    for (const Duty& duty : duties)
        for (Day on = within.from; on <= within.to; on += days(1))
            if (duty.isValidOn(on) && (duty.weekdays & (1 << (std::chrono::weekday(on).iso_encoding() - 1))) != 0)
                shifts.insert(fmt::format("{} {} {} {} {} {} {}", dayText(on + days(moved)), duty.area.value(),
                                          duty.post, duty.person.value(), duty.responsibility, duty.startMinute,
                                          duty.endMinute));
    return shifts;
}

Duty randomDuty(std::mt19937& random, std::int64_t id) {
    const auto pick = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    Duty duty;
    duty.id = DutyId(id);
    duty.area = AreaId(1 + pick(2));
    duty.person = PersonId(1 + pick(2));
    duty.responsibility = pick(2) == 0 ? "巡查" : "值守";
    duty.weekdays = 1 + pick(0x7f);
    duty.startMinute = 8 * 60;
    duty.endMinute = pick(2) == 0 ? 12 * 60 : 6 * 60;
    if (pick(4) == 0)
        duty.post = "东门";
    if (pick(2) == 0)
        duty.from = Monday + days(pick(28) - 14);
    if (pick(2) == 0)
        duty.to = duty.from.value_or(Monday - days(14)) + days(pick(28));
    return duty;
}

} // namespace

TEST_CASE("what is left of a duty has all its shifts but those on the days that were taken out",
          "[core][district][duty]") {
    std::mt19937 random(3);
    for (int round = 0; round < 3000; ++round) {
        const Duty duty = randomDuty(random, 7);
        const Day first = Monday + days(static_cast<int>(random() % 14u));
        const Period taken{first, first + days(static_cast<int>(random() % 9u))};
        auto expected = shiftsOf({duty});
        const auto inside = shiftsOf({duty}, 0, taken);
        for (const std::string& shift : inside)
            expected.erase(expected.find(shift));
        const auto pieces = withoutDays(duty, taken);
        REQUIRE(shiftsOf(pieces) == expected);
        REQUIRE(std::count_if(pieces.begin(), pieces.end(), [](const Duty& piece) { return piece.id == DutyId(7); }) ==
                (pieces.empty() ? 0 : 1));
        const auto only = onDaysOnly(duty, taken);
        REQUIRE(shiftsOf(only ? std::vector{*only} : std::vector<Duty>()) == inside);
        REQUIRE((!only || only->id.isNull()));
    }
}

TEST_CASE("a copied week brings what is missing, once, and leaves other weeks alone", "[core][district][duty]") {
    std::mt19937 random(4);
    for (int round = 0; round < 1000; ++round) {
        std::vector<Duty> duties;
        for (std::int64_t id = 1; id <= 6; ++id)
            duties.push_back(randomDuty(random, id));
        const Day to = Monday + days(7 * (1 + static_cast<int>(random() % 3u)));
        const Period source{Monday, Monday + days(6)}, target{to, to + days(6)};
        const auto added = copiedWeek(PeopleRegister({}, {}, duties), Monday, to);
        for (const Duty& duty : added) {
            REQUIRE(duty.id.isNull());
            REQUIRE(duty.from == target.from);
            REQUIRE(duty.to == target.to);
        }
        // What the other week has and what it gets is what it had or what the first week has.
        const auto keys = [](const std::multiset<std::string>& shifts) {
            return std::set<std::string>(shifts.begin(), shifts.end());
        };
        auto wanted = keys(shiftsOf(duties, 0, target));
        wanted.merge(keys(shiftsOf(duties, static_cast<int>((to - Monday).count()), source)));
        std::vector<Duty> all = duties;
        all.insert(all.end(), added.begin(), added.end());
        REQUIRE(keys(shiftsOf(all, 0, target)) == wanted);
        REQUIRE(shiftsOf(added).size() == keys(shiftsOf(added)).size());
        for (const std::string& shift : shiftsOf(added))
            REQUIRE_FALSE(shiftsOf(duties).contains(shift));
        REQUIRE(copiedWeek(PeopleRegister({}, {}, all), Monday, to).empty());
    }
}

TEST_CASE("pieces take the place of a duty in one change", "[core][district][duty]") {
    SmallDistrict small;
    const Duty before = small.district->people().duties()[0];
    const Period week{Monday, Monday + days(6)};
    const auto replace = [&](const std::vector<Duty>& pieces) {
        return small.district->change({"test", {}}, small.actor,
                                      [&](Change& change) { return replaceDuty(change, before.id, pieces); });
    };
    REQUIRE(replace(withoutDays(before, week)));
    const auto now = small.district->people().duties();
    REQUIRE(now.size() == 2);
    CHECK(now[0].id == before.id);
    CHECK(now[0].to == Monday - days(1));
    CHECK(now[1].from == Monday + days(7));
    CHECK(small.district->people()
              .onDuty(small.grids[0], parseMoment("2026-03-04T12:00", small.district->timeZone()).value(),
                      small.district->timeZone())
              .empty());
    REQUIRE(small.district->undo(small.actor));
    REQUIRE(small.district->people().duties().size() == 1);
    REQUIRE(replace({}));
    CHECK(small.district->people().duties().empty());
}
