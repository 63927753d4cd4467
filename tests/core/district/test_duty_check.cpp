// SPDX-License-Identifier: GPL-3.0-or-later
// Rosters whose problems are worked out by hand.
#include "tests/core/district/duty_samples.h"

using namespace gridwarden;
using namespace gridwarden::core;
using namespace gridwarden::test;
using Texts = std::vector<std::string>;

namespace {

constexpr int EveryDay = 0x7f;
const Period Week{dayOf("2026-03-02"), dayOf("2026-03-08")}; // Monday to Sunday

DutyRules daily(int start, int end) {
    DutyRules rules;
    rules.service = {{{EveryDay, start, end}, {}, {}}};
    return rules;
}

} // namespace

TEST_CASE("hours that nobody covers are gaps of their area, one for the days on which they are the same",
          "[core][district][duty]") {
    Roster roster(2, 2);
    roster.rules = daily(8 * 60, 18 * 60);
    roster.duty(roster.grids[0], 1, EveryDay, 8 * 60, 12 * 60);
    roster.duty(roster.grids[0], 1, 0x1f, 13 * 60, 19 * 60); // Monday to Friday
    roster.duty(roster.grids[1], 2, EveryDay, 0, 24 * 60);
    CHECK(textsOf(roster.check(Week)) == Texts{"gap 2026-03-02..2026-03-06 12:00-13:00 area 1 person 0",
                                               "gap 2026-03-07..2026-03-08 12:00-18:00 area 1 person 0"});
}

TEST_CASE("a night without anybody belongs to the day on which it begins", "[core][district][duty]") {
    Roster roster(1, 1);
    roster.rules = daily(0, 24 * 60);
    roster.duty(roster.grids[0], 1, EveryDay, 6 * 60, 22 * 60);
    // The first morning has begun before the period, and the last night goes on after it.
    CHECK(textsOf(roster.check(Week)) == Texts{"gap 2026-03-02..2026-03-02 00:00-06:00 area 1 person 0",
                                               "gap 2026-03-02..2026-03-07 22:00-30:00 area 1 person 0",
                                               "gap 2026-03-08..2026-03-08 22:00-24:00 area 1 person 0"});
    roster.duties.clear();
    CHECK(textsOf(roster.check(Week)) == Texts{"gap 2026-03-02..2026-03-08 00:00-24:00 area 1 person 0"});
}

TEST_CASE("an area needs nobody on days on which it does not exist", "[core][district][duty]") {
    Roster roster(1, 0);
    roster.rules = daily(20 * 60, 4 * 60);
    roster.areas[1].from = dayOf("2026-03-04");
    roster.areas[1].to = dayOf("2026-03-05");
    CHECK(textsOf(roster.check(Week)) == Texts{"gap 2026-03-04..2026-03-04 00:00-04:00 area 1 person 0",
                                               "gap 2026-03-04..2026-03-04 20:00-28:00 area 1 person 0",
                                               "gap 2026-03-05..2026-03-05 20:00-24:00 area 1 person 0"});
}

TEST_CASE("a guard post is kept by its own duty only, which also counts for its area", "[core][district][duty]") {
    Roster roster(2, 2);
    roster.rules.service = {{{EveryDay, 8 * 60, 9 * 60}, "01", {}}, {{0x01, 8 * 60, 10 * 60}, "01", "东门"}};
    roster.duty(roster.grids[0], 1, EveryDay, 7 * 60, 12 * 60);
    CHECK(textsOf(roster.check(Week)) == Texts{"gap 2026-03-02..2026-03-02 08:00-10:00 area 1 person 0 post 东门"});
    roster.duties[0].post = "东门";
    CHECK(roster.check(Week).empty());
}

TEST_CASE("who is away needs a substitute, and without one the hours are a gap", "[core][district][duty]") {
    Roster roster(1, 2);
    roster.rules = daily(8 * 60, 12 * 60);
    roster.duty(roster.grids[0], 1, EveryDay, 8 * 60, 12 * 60);
    roster.absences = {{AbsenceId(1), PersonId(1), {}, dayOf("2026-03-03"), dayOf("2026-03-04"), {}}};
    CHECK(textsOf(roster.check(Week)) ==
          Texts{"gap 2026-03-03..2026-03-04 08:00-12:00 area 1 person 0",
                "no_substitute 2026-03-03..2026-03-04 08:00-12:00 area 1 person 1 duties 1"});
    roster.absences[0].substitute = PersonId(2);
    CHECK(roster.check(Week).empty());
    roster.people[1].active = false;
    CHECK(roster.check(Week).size() == 2);
    roster.absences.clear();
    roster.people[0].active = false;
    CHECK(textsOf(roster.check({dayOf("2026-03-02"), dayOf("2026-03-02")})) ==
          Texts{"gap 2026-03-02..2026-03-02 08:00-12:00 area 1 person 0",
                "person_left 2026-03-02..2026-03-02 08:00-12:00 area 1 person 1 duties 1"});
}

TEST_CASE("nobody is in two places at once, but an area is in those it belongs to", "[core][district][duty]") {
    Roster roster(3, 2);
    roster.duty(roster.grids[0], 1, 0x01, 8 * 60, 12 * 60);
    Duty& other = roster.duty(roster.grids[1], 1, 0x01, 11 * 60, 14 * 60);
    SECTION("other hours") {
        CHECK(textsOf(roster.check(Week)) ==
              Texts{"two_places 2026-03-02..2026-03-02 11:00-12:00 area 0 person 1 duties 1 2"});
    }
    SECTION("hours that only touch") {
        other.startMinute = 12 * 60;
        CHECK(roster.check(Week).empty());
    }
    SECTION("the zone of the grid") {
        other.area = roster.zone;
        CHECK(roster.check(Week).empty());
    }
    SECTION("a post in the same grid, and two of them") {
        other.area = roster.grids[0];
        other.post = "东门";
        CHECK(roster.check(Week).empty());
        roster.duties[0].post = "西门";
        CHECK(roster.check(Week).size() == 1);
    }
    SECTION("one round through several areas, which may be too long") {
        other.startMinute = 8 * 60;
        other.endMinute = 12 * 60;
        CHECK(roster.check(Week).empty());
        roster.rules.largestRound = 2;
        CHECK(roster.check(Week).empty());
        roster.duty(roster.grids[2], 1, 0x01, 8 * 60, 12 * 60);
        CHECK(textsOf(roster.check(Week)) ==
              Texts{"two_places 2026-03-02..2026-03-02 08:00-12:00 area 0 person 1 duties 1 2 3"});
        roster.duties[2].responsibility = "值守"; // another job at the same hours is never a round
        CHECK(textsOf(roster.check(Week)) ==
              Texts{"two_places 2026-03-02..2026-03-02 08:00-12:00 area 0 person 1 duties 1 2 3"});
    }
    SECTION("through standing in for somebody") {
        other.person = PersonId(2);
        CHECK(roster.check(Week).empty());
        roster.absences = {{AbsenceId(1), PersonId(2), PersonId(1), dayOf("2026-03-02"), dayOf("2026-03-02"), {}}};
        CHECK(textsOf(roster.check(Week)) ==
              Texts{"two_places 2026-03-02..2026-03-02 11:00-12:00 area 0 person 1 duties 1 2"});
    }
}

TEST_CASE("shifts without a break and whole weeks have their limits", "[core][district][duty]") {
    Roster roster(1, 1);
    roster.rules.longestShift = 11 * 60;
    roster.rules.longestWeek = 49 * 60;
    roster.duty(roster.grids[0], 1, 0x1f, 20 * 60, 2 * 60);
    CHECK(roster.check(Week).empty()); // 30 hours
    roster.duty(roster.grids[0], 1, 0x01, 2 * 60, 9 * 60).weekdays = 0x02;
    // On Tuesday the night of Monday goes on: from 20:00 to 09:00.
    CHECK(textsOf(roster.check(Week)) ==
          Texts{"long_shift 2026-03-02..2026-03-02 20:00-33:00 area 0 person 1 worked 780 duties 1 2"});
    roster.duties.pop_back();
    roster.duty(roster.grids[0], 1, 0x60, 9 * 60, 19 * 60); // 20 hours more, at the weekend
    CHECK(textsOf(roster.check({dayOf("2026-03-04"), dayOf("2026-03-10")})) ==
          Texts{"long_week 2026-03-02..2026-03-15 00:00-24:00 area 0 person 1 worked 3000 duties 1 2"});
}

TEST_CASE("who has a role that needs a certificate holds a valid one on each day of duty", "[core][district][duty]") {
    Roster roster(1, 2);
    roster.rules.certificates = {{"officer", "enforcement"}};
    roster.duty(roster.grids[0], 1, 0x1f, 8 * 60, 12 * 60);
    CHECK(roster.check(Week).empty()); // no officer
    roster.people[0].roles = {"leader", "officer"};
    CHECK(textsOf(roster.check(Week)) ==
          Texts{"no_certificate 2026-03-02..2026-03-06 00:00-24:00 area 0 person 1 certificate enforcement duties 1"});
    roster.certificates = {{CertificateId(1), PersonId(1), "enforcement", {}, dayOf("2026-03-03")},
                           {CertificateId(2), PersonId(1), "auxiliary", {}, {}}};
    CHECK(textsOf(roster.check(Week)) ==
          Texts{"no_certificate 2026-03-04..2026-03-06 00:00-24:00 area 0 person 1 certificate enforcement duties 1"});
    // The officer is away; the substitute is none.
    roster.absences = {{AbsenceId(1), PersonId(1), PersonId(2), dayOf("2026-03-04"), dayOf("2026-03-05"), {}}};
    CHECK(textsOf(roster.check(Week)) ==
          Texts{"no_certificate 2026-03-06..2026-03-06 00:00-24:00 area 0 person 1 certificate enforcement duties 1"});
}
