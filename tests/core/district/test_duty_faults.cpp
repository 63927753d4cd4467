// SPDX-License-Identifier: GPL-3.0-or-later
// Rosters that are in order, in which faults are planted: each is found, and nothing else.
#include "tests/core/district/duty_samples.h"

#include <map>
#include <random>
#include <set>

using namespace gridwarden;
using namespace gridwarden::core;
using namespace gridwarden::test;
using std::chrono::days;

namespace {

constexpr int Hour = 60;
const Period TwoWeeks{dayOf("2026-03-02"), dayOf("2026-03-15")}; // Monday to Sunday

/// Every grid has its service hours shared out among people of its own, none of whom does anything else.
struct CleanRoster : Roster {
    AreaId road{2000};
    std::vector<std::vector<std::size_t>> dutiesOf; ///< by grid: places in `duties`

    explicit CleanRoster(std::mt19937& random) : Roster(2 + static_cast<int>(random() % 5), 0) {
        const auto pick = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
        Area apart;
        apart.id = road;
        apart.kind = AreaKind::Road;
        areas.push_back(apart);
        const int weekdays = pick(3) == 0 ? 0x7f : 1 + pick(0x7f), start = (5 + pick(5)) * Hour,
                  end = (16 + pick(8)) * Hour;
        rules.service = {{{weekdays, start, end}, {}, {}}};
        rules.longestShift = 11 * Hour;
        rules.longestWeek = 7 * 11 * Hour;
        rules.certificates = {{"officer", "enforcement"}};
        for (const AreaId grid : grids) {
            auto& mine = dutiesOf.emplace_back();
            for (int from = start; from < end;) {
                int to = std::min(end, from + (3 + pick(8)) * Hour);
                if (end - to < 3 * Hour)
                    to = end - from <= 11 * Hour ? end : to - 2 * Hour;
                const int person = static_cast<int>(people.size()) + 1;
                people.push_back({PersonId(person), fmt::format("P{}", person), {}, {}, {"officer"}, {}, true});
                certificates.push_back({CertificateId(person), PersonId(person), "enforcement", {}, {}});
                mine.push_back(duties.size());
                duty(grid, person, weekdays, from, to);
                from = to;
            }
        }
    }
};

/// One day of a problem, as text.
using DayFacts = std::multiset<std::string>;

DayFacts byDay(const std::vector<DutyProblem>& problems) {
    DayFacts facts;
    for (DutyProblem problem : problems) {
        const Period run = problem.days;
        for (Day on = run.from; on <= run.to; on += days(problem.kind == DutyProblemKind::LongWeek ? 7 : 1)) {
            problem.days = {on, on};
            facts.insert(textOf(problem));
        }
    }
    return facts;
}

class Planter {
public:
    Planter(CleanRoster& roster, std::mt19937& random) : m_roster(roster), m_random(random) {}

    /// In a duty of a grid. False: this fault does not fit there, and nothing is planted.
    bool plant(int fault, std::size_t place) {
        const Duty duty = m_roster.duties[place]; // a copy: the list grows
        Person& person = m_roster.people[static_cast<std::size_t>(duty.person.value() - 1)];
        switch (fault) {
        case 0: { // goes home early
            Duty& shorter = m_roster.duties[place];
            shorter.endMinute -= (1 + pick((duty.endMinute - duty.startMinute) / 30 - 1)) * 30;
            expectGap(duty, shorter.endMinute, TwoWeeks);
            return true;
        }
        case 1: { // begins elsewhere an hour too early
            const int from = duty.endMinute - Hour;
            m_roster.duty(m_roster.road, static_cast<int>(duty.person.value()), duty.weekdays, from, duty.endMinute);
            m_roster.duties.back().responsibility = "另一件事";
            for (const Day on : daysOf(duty, TwoWeeks))
                expect({DutyProblemKind::TwoPlaces,
                        {on, on},
                        from,
                        duty.endMinute,
                        {},
                        {},
                        duty.person,
                        {},
                        0,
                        {duty.id, m_roster.duties.back().id}});
            return true;
        }
        case 2: { // stays too long
            const int worked = *m_roster.rules.longestShift + 30;
            if (worked * daysInWeek(duty) > *m_roster.rules.longestWeek)
                return false;
            m_roster.duty(duty.area, static_cast<int>(duty.person.value()), duty.weekdays, duty.startMinute,
                          (duty.startMinute + worked) % (24 * Hour));
            // One that began on the evening before and goes on past midnight is within the two weeks as well.
            const int before = duty.startMinute + worked > 24 * Hour ? 1 : 0;
            for (const Day on : daysOf(duty, {TwoWeeks.from - days(before), TwoWeeks.to}))
                expect({DutyProblemKind::LongShift,
                        {on, on},
                        duty.startMinute,
                        duty.startMinute + worked,
                        {},
                        {},
                        duty.person,
                        {},
                        worked,
                        {duty.id, m_roster.duties.back().id}});
            return true;
        }
        case 3: { // comes back in the evening, each day
            const int from = duty.endMinute + 30, to = std::min(from + 10 * Hour, 24 * Hour);
            const int worked = (duty.endMinute - duty.startMinute + to - from) * daysInWeek(duty);
            if (from >= to || worked <= *m_roster.rules.longestWeek)
                return false;
            m_roster.duty(duty.area, static_cast<int>(duty.person.value()), duty.weekdays, from, to);
            for (Day on = TwoWeeks.from; on < TwoWeeks.to; on += days(7))
                expect({DutyProblemKind::LongWeek,
                        {on, on},
                        0,
                        24 * Hour,
                        {},
                        {},
                        duty.person,
                        {},
                        worked,
                        {duty.id, m_roster.duties.back().id}});
            return true;
        }
        case 4: { // the certificate ends
            const Day last = TwoWeeks.from + days(pick(10));
            m_roster.certificates[static_cast<std::size_t>(duty.person.value() - 1)].to = last;
            for (const Day on : daysOf(duty, {last + days(1), TwoWeeks.to}))
                expect({DutyProblemKind::NoCertificate,
                        {on, on},
                        0,
                        24 * Hour,
                        {},
                        {},
                        duty.person,
                        "enforcement",
                        0,
                        {duty.id}});
            return true;
        }
        case 5: { // away for some days, with nobody in place
            const Day first = TwoWeeks.from + days(pick(10));
            const Period away{first, first + days(pick(4))};
            m_roster.absences.push_back({AbsenceId(duty.person.value()), duty.person, {}, away.from, away.to, {}});
            expectUndone(DutyProblemKind::NoSubstitute, duty, away);
            return true;
        }
        default:
            person.active = false;
            expectUndone(DutyProblemKind::PersonLeft, duty, TwoWeeks);
            return true;
        }
    }
    [[nodiscard]] DayFacts expected() const { return byDay(m_expected); }

private:
    int pick(int below) { return static_cast<int>(m_random() % static_cast<unsigned>(below)); }
    static std::vector<Day> daysOf(const Duty& duty, const Period& period) {
        std::vector<Day> all;
        for (Day on = period.from; on <= period.to; on += days(1))
            if ((duty.weekdays & (1 << (std::chrono::weekday(on).iso_encoding() - 1))) != 0)
                all.push_back(on);
        return all;
    }
    static int daysInWeek(const Duty& duty) {
        return static_cast<int>(daysOf(duty, {TwoWeeks.from, TwoWeeks.from + days(6)}).size());
    }
    void expect(DutyProblem problem) { m_expected.push_back(std::move(problem)); }
    void expectGap(const Duty& duty, int from, const Period& period) {
        for (const Day on : daysOf(duty, period))
            expect({DutyProblemKind::Gap, {on, on}, from, duty.endMinute, duty.area, {}, {}, {}, 0, {}});
    }
    void expectUndone(DutyProblemKind kind, const Duty& duty, const Period& period) {
        expectGap(duty, duty.startMinute, period);
        for (const Day on : daysOf(duty, period))
            expect({kind, {on, on}, duty.startMinute, duty.endMinute, duty.area, {}, duty.person, {}, 0, {duty.id}});
    }

    CleanRoster& m_roster;
    std::mt19937& m_random;
    std::vector<DutyProblem> m_expected;
};

} // namespace

TEST_CASE("every planted fault is found and none is invented", "[core][district][duty]") {
    constexpr int Faults = 7;
    std::mt19937 random(51);
    std::map<int, int> planted;
    for (int round = 0; round < 400; ++round) {
        CAPTURE(round);
        CleanRoster roster(random);
        REQUIRE(textsOf(roster.check(TwoWeeks)).empty());
        Planter planter(roster, random);
        // At most one in each grid, so that what is expected can be said without working it out as the check does.
        for (const auto& duties : roster.dutiesOf) {
            if (random() % 2 == 0)
                continue;
            const int fault = static_cast<int>(random() % Faults);
            if (planter.plant(fault, duties[random() % duties.size()]))
                ++planted[fault];
        }
        REQUIRE(byDay(roster.check(TwoWeeks)) == planter.expected());
    }
    for (int fault = 0; fault < Faults; ++fault) {
        CAPTURE(fault);
        CHECK(planted[fault] > 20);
    }
}
