// SPDX-License-Identifier: GPL-3.0-or-later
// Random rosters against a check that goes through every minute on its own.
#include "tests/core/district/duty_samples.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace gridwarden;
using namespace gridwarden::core;
using namespace gridwarden::test;
using std::chrono::days;

namespace {

constexpr int MinutesPerDay = 24 * 60;
constexpr int EveryDay = 0x7f;
const Period Week{dayOf("2026-03-02"), dayOf("2026-03-08")}; // Monday to Sunday

/// What a problem says, in facts that cannot be said in two ways.
using Facts = std::set<std::string>;

Facts factsOf(const std::vector<DutyProblem>& problems, std::size_t& said) {
    Facts facts;
    const auto add = [&](std::string fact) {
        ++said;
        facts.insert(std::move(fact));
    };
    for (const DutyProblem& problem : problems)
        for (Day on = problem.days.from; on <= problem.days.to; on += days(1)) {
            const int midnight = static_cast<int>(on.time_since_epoch().count()) * MinutesPerDay;
            const auto name = dutyProblemKey(problem.kind);
            switch (problem.kind) {
            case DutyProblemKind::Gap:
                for (int minute = problem.fromMinute; minute < problem.toMinute; ++minute)
                    add(fmt::format("{} {} {} {}", name, problem.area.value(), problem.post, midnight + minute));
                break;
            case DutyProblemKind::TwoPlaces:
                for (int minute = problem.fromMinute; minute < problem.toMinute; ++minute)
                    for (const DutyId duty : problem.duties)
                        add(fmt::format("{} {} {} {}", name, problem.person.value(), duty.value(), midnight + minute));
                break;
            case DutyProblemKind::NoSubstitute:
            case DutyProblemKind::PersonLeft:
                add(fmt::format("{} {} {} {} {}", name, problem.person.value(), problem.area.value(),
                                problem.duties.at(0).value(), midnight));
                break;
            case DutyProblemKind::NoCertificate:
                for (const DutyId duty : problem.duties)
                    add(fmt::format("{} {} {} {} {}", name, problem.person.value(), problem.certificate, duty.value(),
                                    midnight));
                break;
            case DutyProblemKind::LongShift:
                add(fmt::format("{} {} {} {}", name, problem.person.value(), midnight + problem.fromMinute,
                                problem.worked));
                break;
            case DutyProblemKind::LongWeek:
                if (std::chrono::weekday(on) == std::chrono::Monday)
                    add(fmt::format("{} {} {} {}", name, problem.person.value(), midnight, problem.worked));
                break;
            }
        }
    return facts;
}

class MinuteByMinute {
public:
    MinuteByMinute(const Roster& roster, const Period& period)
        : m_roster(roster), m_people(roster.peopleRegister()), m_areas(roster.areaRegister()), m_period(period) {}

    Facts facts() {
        Day monday = m_period.from, sunday = m_period.to;
        while (std::chrono::weekday(monday) != std::chrono::Monday)
            monday -= days(1);
        while (std::chrono::weekday(sunday) != std::chrono::Sunday)
            sunday += days(1);
        m_known = {monday - days(1), sunday};
        for (Day on = monday - days(1); on <= sunday + days(1); on += days(1)) {
            if (m_period.contains(on))
                ofDay(on);
            for (int minute = 0; minute < MinutesPerDay; ++minute)
                ofMinute(on, minute);
            if (std::chrono::weekday(on) == std::chrono::Sunday)
                closeWeek(on);
        }
        for (const Person& person : m_roster.people)
            closeShift(person.id);
        return m_facts;
    }

private:
    /// The day on which hours began that are going on; no hours go on for longer than a day.
    static std::optional<Day> begun(const WeekHours& hours, Day on, int minute) {
        const auto isOn = [&](Day one) {
            return (hours.weekdays >> (std::chrono::weekday(one).iso_encoding() - 1) & 1) != 0;
        };
        const bool isOverMidnight = hours.endMinute <= hours.startMinute;
        if (minute >= hours.startMinute && (isOverMidnight || minute < hours.endMinute) && isOn(on))
            return on;
        if (isOverMidnight && minute < hours.endMinute && isOn(on - days(1)))
            return on - days(1);
        return std::nullopt;
    }
    static int absolute(Day on, int minute = 0) {
        return static_cast<int>(on.time_since_epoch().count()) * MinutesPerDay + minute;
    }

    void ofDay(Day on) {
        for (const Duty& duty : m_roster.duties) {
            if (!duty.isValidOn(on) || !begun(duty.hours(), on, duty.startMinute))
                continue;
            const StandIn doer = m_people.standIn(duty.person, on);
            if (doer.person.isNull()) {
                m_facts.insert(fmt::format("{} {} {} {} {}", doer.absent.empty() ? "person_left" : "no_substitute",
                                           duty.person.value(), duty.area.value(), duty.id.value(), absolute(on)));
                continue;
            }
            for (const CertificateRule& rule : m_roster.rules.certificates) {
                const auto& roles = m_people.find(doer.person)->roles;
                bool isHeld = std::count(roles.begin(), roles.end(), rule.role) == 0;
                for (const Certificate& certificate : m_roster.certificates)
                    isHeld = isHeld || (certificate.person == doer.person && certificate.kind == rule.kind &&
                                        certificate.isValidOn(on));
                if (!isHeld)
                    m_facts.insert(fmt::format("no_certificate {} {} {} {}", doer.person.value(), rule.kind,
                                               duty.id.value(), absolute(on)));
            }
        }
    }

    void ofMinute(Day on, int minute) {
        std::map<PersonId, std::vector<const Duty*>> at;
        std::set<std::pair<AreaId, std::string>> kept;
        for (const Duty& duty : m_roster.duties) {
            const auto day = begun(duty.hours(), on, minute);
            if (!day || !m_known.contains(*day) || !duty.isValidOn(*day))
                continue;
            const PersonId doer = m_people.standIn(duty.person, *day).person;
            if (doer.isNull())
                continue;
            at[doer].push_back(&duty);
            kept.insert({duty.area, ""});
            kept.insert({duty.area, duty.post});
        }
        if (m_period.contains(on)) {
            for (const Area& area : m_roster.areas)
                if (area.kind == AreaKind::Grid && area.isValidOn(on))
                    for (const ServiceHours& service : m_roster.rules.service)
                        if ((service.area.empty() || service.area == area.code) && begun(service.hours, on, minute) &&
                            !kept.contains({area.id, service.post}))
                            m_facts.insert(
                                fmt::format("gap {} {} {}", area.id.value(), service.post, absolute(on, minute)));
            for (const auto& [person, duties] : at)
                for (const Duty* const duty : duties)
                    for (const Duty* const other : duties)
                        if (areApart(*duty, *other, duties))
                            m_facts.insert(fmt::format("two_places {} {} {}", person.value(), duty->id.value(),
                                                       absolute(on, minute)));
        }
        for (const Person& person : m_roster.people) {
            if (at.contains(person.id)) {
                m_worked[person.id] += on == m_known.from || on > m_known.to ? 0 : 1;
                if (m_since[person.id]++ == 0)
                    m_start[person.id] = absolute(on, minute);
                m_touches[person.id] = m_touches[person.id] || m_period.contains(on);
            } else {
                closeShift(person.id);
            }
        }
    }

    /// Both in the zone or both grids; only the zone is above anything here.
    [[nodiscard]] bool areApart(const Duty& a, const Duty& b, const std::vector<const Duty*>& going) const {
        if (a.area == b.area)
            return !a.post.empty() && !b.post.empty() && a.post != b.post;
        if (a.area == m_roster.zone || b.area == m_roster.zone)
            return false;
        const auto key = [](const Duty& duty) {
            return std::tuple(duty.post, duty.responsibility, duty.startMinute, duty.endMinute);
        };
        if (key(a) != key(b) || !a.post.empty())
            return true;
        std::set<AreaId> areas;
        for (const Duty* const one : going)
            if (key(*one) == key(a))
                areas.insert(one->area);
        return m_roster.rules.largestRound && static_cast<int>(areas.size()) > *m_roster.rules.largestRound;
    }

    void closeShift(PersonId person) {
        if (m_roster.rules.longestShift && m_since[person] > *m_roster.rules.longestShift && m_touches[person])
            m_facts.insert(fmt::format("long_shift {} {} {}", person.value(), m_start[person], m_since[person]));
        m_since[person] = 0;
        m_touches[person] = false;
    }
    void closeWeek(Day sunday) {
        for (auto& [person, minutes] : m_worked) {
            if (m_roster.rules.longestWeek && minutes > *m_roster.rules.longestWeek)
                m_facts.insert(fmt::format("long_week {} {} {}", person.value(), absolute(sunday - days(6)), minutes));
            minutes = 0;
        }
    }

    const Roster& m_roster;
    const PeopleRegister m_people;
    const AreaRegister m_areas;
    const Period m_period;
    Period m_known{}; ///< on which duties begin that are looked at
    Facts m_facts;
    std::map<PersonId, int> m_worked, m_since, m_start;
    std::map<PersonId, bool> m_touches;
};

Roster randomRoster(std::mt19937& random) {
    const auto pick = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    const auto clock = [&] { return pick(24 * 4 + 1) * 15; };
    const auto someDay = [&] { return Week.from + days(pick(28) - 7); };
    Roster roster(3, 4);
    for (Area& area : roster.areas)
        if (pick(4) == 0)
            (pick(2) == 0 ? area.from : area.to) = someDay();
    for (Person& person : roster.people) {
        person.active = pick(8) != 0;
        if (pick(2) == 0)
            person.roles = {"officer"};
        if (pick(2) == 0) {
            const Day first = someDay();
            roster.certificates.push_back(
                {CertificateId(pick(1000) + 1), person.id, "enforcement", first, first + days(pick(20))});
        }
    }
    for (int i = pick(9); i >= 0; --i) {
        const int person = pick(4) + 1, start = std::min(clock(), MinutesPerDay - 15);
        Duty& duty = roster.duty(pick(6) == 0 ? roster.zone : roster.grids[static_cast<std::size_t>(pick(3))], person,
                                 pick(EveryDay) + 1, start, clock());
        if (roster.duties.size() > 1 && pick(3) == 0) { // of the same hours as another one
            duty.startMinute = roster.duties[0].startMinute;
            duty.endMinute = roster.duties[0].endMinute;
            duty.person = roster.duties[0].person;
        }
        duty.responsibility = pick(4) == 0 ? "值守" : "巡查";
        if (pick(4) == 0)
            duty.post = pick(2) == 0 ? "东门" : "西门";
        if (pick(3) == 0)
            duty.from = someDay();
        if (pick(3) == 0)
            duty.to = duty.from.value_or(someDay()) + days(pick(10));
    }
    for (int person = 1; person <= 4; ++person)
        if (pick(3) == 0) {
            const Day first = someDay();
            const int substitute = pick(5);
            roster.absences.push_back({AbsenceId(person),
                                       PersonId(person),
                                       substitute == person ? PersonId() : PersonId(substitute),
                                       first,
                                       first + days(pick(4)),
                                       {}});
        }
    for (int i = pick(3); i >= 0; --i)
        roster.rules.service.push_back({{pick(EveryDay) + 1, std::min(clock(), MinutesPerDay - 15), clock()}, {}, {}});
    if (pick(2) == 0)
        roster.rules.service.push_back({{pick(EveryDay) + 1, 8 * 60, 20 * 60}, "02", pick(2) == 0 ? "东门" : ""});
    roster.rules.longestShift = (4 + pick(12)) * 60;
    roster.rules.longestWeek = (20 + pick(40)) * 60;
    if (pick(2) == 0)
        roster.rules.largestRound = 1 + pick(3);
    roster.rules.certificates = {{"officer", "enforcement"}};
    return roster;
}

} // namespace

TEST_CASE("the check says of every minute what going through all minutes says", "[core][district][duty]") {
    std::mt19937 random(20260302);
    std::size_t found = 0;
    for (int round = 0; round < 150; ++round) {
        CAPTURE(round);
        const Roster roster = randomRoster(random);
        const Day first = Week.from + days(static_cast<int>(random() % 9u));
        const Period period{first, first + days(static_cast<int>(random() % 9u))};
        const auto problems = roster.check(period);
        std::size_t said = 0;
        const Facts facts = factsOf(problems, said);
        REQUIRE(said == facts.size()); // nothing twice
        std::vector<std::string> differences;
        const Facts expected = MinuteByMinute(roster, period).facts();
        std::set_symmetric_difference(facts.begin(), facts.end(), expected.begin(), expected.end(),
                                      std::back_inserter(differences));
        REQUIRE(differences == std::vector<std::string>());
        for (const DutyProblem& one : problems) // whatever could be one is one
            for (const DutyProblem& next : problems)
                if (one.days.to + days(1) == next.days.from) {
                    DutyProblem moved = next;
                    moved.days = one.days;
                    REQUIRE_FALSE(moved == one);
                }
        found += problems.size();
    }
    CHECK(found > 1000);
}
