// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/duty_check.h"

#include "core/district/duty_shifts.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace gridwarden::core {

namespace {

using std::chrono::days;
constexpr int MinutesPerDay = WeekHours::MinutesPerDay;

class DutyChecker {
public:
    DutyChecker(const AreaRegister& areas, const PeopleRegister& people, const Period& period, const DutyRules& rules)
        : m_areas(areas), m_people(people), m_period(period),
          m_rules(rules), m_known{mondayOf(period.from) - days(1), mondayOf(period.to) + days(6)},
          m_asked{minute(period.from), minute(period.to + days(1))}, m_shifts(dutyShifts(people, m_known)) {
        for (const DutyShift& shift : m_shifts)
            if (!shift.doer.person.isNull()) {
                m_shiftsIn[shift.duty->area].push_back(&shift);
                m_shiftsOf[shift.doer.person].push_back(&shift);
            }
    }

    std::vector<DutyProblem> check(AreaKind kind) {
        for (const Area* const area : m_areas.ofKind(kind))
            findGaps(*area);
        findUndone();
        for (auto& [person, shifts] : m_shiftsOf) {
            std::stable_sort(shifts.begin(), shifts.end(),
                             [](const DutyShift* a, const DutyShift* b) { return a->span.from < b->span.from; });
            findClashes(person, shifts);
            findMissingCertificates(person, shifts);
            findLongHours(person, shifts);
        }
        return inOrder(mergedOverDays(std::move(m_problems)));
    }

private:
    using Shifts = std::vector<const DutyShift*>;

    static Day mondayOf(Day day) { return day - days(static_cast<int>(std::chrono::weekday(day).iso_encoding()) - 1); }
    /// Minutes count from midnight of the first day that is known.
    [[nodiscard]] int minute(Day day) const { return static_cast<int>((day - m_known.from).count()) * MinutesPerDay; }
    [[nodiscard]] Day dayAt(int at) const { return m_known.from + days(at / MinutesPerDay); }

    /// A problem in a span of minutes: of the day on which it begins, or where it lasts a day or longer of each of its
    /// days.
    void add(MinuteSpan span, const DutyProblem& like) {
        const bool isLong = span.length() >= MinutesPerDay;
        for (int from = span.from; from < span.to;) {
            const int midnight = from / MinutesPerDay * MinutesPerDay;
            const int to = isLong ? std::min(span.to, midnight + MinutesPerDay) : span.to;
            DutyProblem& added = m_problems.emplace_back(like);
            added.days = {dayAt(from), dayAt(from)};
            added.fromMinute = from - midnight;
            added.toMinute = to - midnight;
            from = to;
        }
    }

    static DutyProblem problem(DutyProblemKind kind) { return {kind, {}, 0, 0, {}, {}, {}, {}, 0, {}}; }
    static DutyProblem problem(DutyProblemKind kind, PersonId person, const Shifts& shifts) {
        DutyProblem found = problem(kind);
        found.person = person;
        for (const DutyShift* const shift : shifts)
            found.duties.push_back(shift->duty->id);
        std::sort(found.duties.begin(), found.duties.end());
        found.duties.erase(std::unique(found.duties.begin(), found.duties.end()), found.duties.end());
        return found;
    }

    // ── Areas ──

    void findGaps(const Area& area) {
        std::map<std::string, MinuteSpans> asked; // by guard post; "": the area
        for (const ServiceHours& service : m_rules.service)
            if (service.area.empty() || service.area == area.code)
                for (Day day = m_period.from - days(1); day <= m_period.to; day += days(1))
                    if (service.hours.beginsOn(day)) {
                        const int start = minute(day) + service.hours.startMinute;
                        asked[service.post].push_back({start, start + service.hours.length()});
                    }
        MinuteSpan existing = m_asked;
        if (area.from)
            existing.from =
                std::max(existing.from, minute(std::clamp(*area.from, m_period.from, m_period.to + days(1))));
        if (area.to)
            existing.to =
                std::min(existing.to, minute(std::clamp(*area.to + days(1), m_period.from, m_period.to + days(1))));
        for (auto& [post, hours] : asked) {
            MinuteSpans covered;
            for (const DutyShift* const shift : m_shiftsIn[area.id])
                if (post.empty() || shift->duty->post == post)
                    covered.push_back(shift->span);
            DutyProblem gap = problem(DutyProblemKind::Gap);
            gap.area = area.id;
            gap.post = post;
            for (const MinuteSpan& span :
                 without(within(united(std::move(hours)), existing), united(std::move(covered))))
                add(span, gap);
        }
    }

    void findUndone() {
        for (const DutyShift& shift : m_shifts) {
            if (!shift.doer.person.isNull() || !m_period.contains(shift.day))
                continue;
            DutyProblem undone =
                problem(shift.doer.absent.empty() ? DutyProblemKind::PersonLeft : DutyProblemKind::NoSubstitute,
                        shift.duty->person, {&shift});
            undone.area = shift.duty->area;
            undone.post = shift.duty->post;
            undone.days = {shift.day, shift.day};
            undone.fromMinute = shift.duty->startMinute;
            undone.toMinute = shift.duty->startMinute + shift.span.length();
            m_problems.push_back(std::move(undone));
        }
    }

    // ── People. Their shifts are sorted by the minute at which they begin. ──

    /// Goes through the moments at which a shift begins or ends, with the shifts that are going on between them.
    void findClashes(PersonId person, const Shifts& shifts) {
        std::set<int> moments;
        for (const DutyShift* const shift : shifts) {
            moments.insert(shift->span.from);
            moments.insert(shift->span.to);
        }
        moments.insert(m_asked.from);
        moments.insert(m_asked.to);
        Shifts going;
        auto next = shifts.begin();
        std::optional<MinuteSpan> open; // where the same duties clash up to here
        DutyProblem clash = problem(DutyProblemKind::TwoPlaces);
        const auto close = [&] {
            if (open)
                add(*open, clash);
            open.reset();
        };
        for (auto at = moments.begin(); std::next(at) != moments.end(); ++at) {
            std::erase_if(going, [&](const DutyShift* shift) { return shift->span.to <= *at; });
            for (; next != shifts.end() && (*next)->span.from <= *at; ++next)
                going.push_back(*next);
            const bool isAsked = m_asked.from <= *at && *at < m_asked.to;
            const DutyProblem here = problem(DutyProblemKind::TwoPlaces, person, isAsked ? clashing(going) : Shifts());
            if (!open || here.duties != clash.duties) {
                close();
                clash = here;
                if (!here.duties.empty())
                    open = MinuteSpan{*at, *at};
            }
            if (open)
                open->to = *std::next(at);
        }
        close();
    }

    [[nodiscard]] Shifts clashing(const Shifts& going) const {
        Shifts all;
        for (const DutyShift* const shift : going) {
            std::set<AreaId> round;
            for (const DutyShift* const each : going)
                if (areOneRound(*shift, *each))
                    round.insert(each->duty->area);
            const bool isTooLarge = m_rules.largestRound && static_cast<int>(round.size()) > *m_rules.largestRound;
            if (std::any_of(going.begin(), going.end(), [&](const DutyShift* other) {
                    return (isTooLarge || !areOneRound(*shift, *other)) && areApart(*shift, *other);
                }))
                all.push_back(shift);
        }
        return all;
    }

    [[nodiscard]] bool areApart(const DutyShift& a, const DutyShift& b) const {
        if (a.duty->area == b.duty->area)
            return !a.duty->post.empty() && !b.duty->post.empty() && a.duty->post != b.duty->post;
        return !belongsTo(*a.duty, b.duty->area, a.day) && !belongsTo(*b.duty, a.duty->area, a.day);
    }

    [[nodiscard]] bool belongsTo(const Duty& duty, AreaId area, Day day) const {
        const auto above = m_areas.above(duty.area, day);
        return std::any_of(above.begin(), above.end(), [&](const Area* each) { return each->id == area; });
    }

    static bool areOneRound(const DutyShift& a, const DutyShift& b) {
        return a.duty->post.empty() && b.duty->post.empty() && a.duty->responsibility == b.duty->responsibility &&
               a.span == b.span;
    }

    void findMissingCertificates(PersonId person, const Shifts& shifts) {
        const Person* const who = m_people.find(person);
        std::set<std::string> needed;
        for (const CertificateRule& rule : m_rules.certificates)
            if (std::find(who->roles.begin(), who->roles.end(), rule.role) != who->roles.end())
                needed.insert(rule.kind);
        const auto held = m_people.certificatesOf(person);
        for (const std::string& kind : needed) {
            std::map<Day, Shifts> missing;
            for (const DutyShift* const shift : shifts)
                if (m_period.contains(shift->day) &&
                    std::none_of(held.begin(), held.end(), [&](const Certificate& certificate) {
                        return certificate.kind == kind && certificate.isValidOn(shift->day);
                    }))
                    missing[shift->day].push_back(shift);
            for (const auto& [day, without] : missing) {
                DutyProblem found = problem(DutyProblemKind::NoCertificate, person, without);
                found.certificate = kind;
                add({minute(day), minute(day) + MinutesPerDay}, found);
            }
        }
    }

    void findLongHours(PersonId person, const Shifts& shifts) {
        MinuteSpans all;
        for (const DutyShift* const shift : shifts)
            all.push_back(shift->span);
        const MinuteSpans hours = united(std::move(all));
        const auto shiftsIn = [&](MinuteSpan span) {
            Shifts in;
            std::copy_if(shifts.begin(), shifts.end(), std::back_inserter(in), [&](const DutyShift* shift) {
                return shift->span.from < span.to && span.from < shift->span.to;
            });
            return in;
        };
        const auto addLong = [&](DutyProblemKind kind, MinuteSpan span, const Period& on, int fromMinute, int toMinute,
                                 int worked) {
            DutyProblem found = problem(kind, person, shiftsIn(span));
            found.days = on;
            found.fromMinute = fromMinute;
            found.toMinute = toMinute;
            found.worked = worked;
            m_problems.push_back(std::move(found));
        };
        for (const MinuteSpan& span : hours)
            if (m_rules.longestShift && span.length() > *m_rules.longestShift && span.from < m_asked.to &&
                m_asked.from < span.to) {
                const Day day = dayAt(span.from);
                addLong(DutyProblemKind::LongShift, span, {day, day}, span.from - minute(day), span.to - minute(day),
                        span.length());
            }
        for (Day monday = mondayOf(m_period.from); monday <= m_period.to; monday += days(7)) {
            const MinuteSpan week{minute(monday), minute(monday + days(7))};
            const int worked = minutesIn(within(hours, week));
            if (m_rules.longestWeek && worked > *m_rules.longestWeek)
                addLong(DutyProblemKind::LongWeek, week, {monday, monday + days(6)}, 0, MinutesPerDay, worked);
        }
    }

    // ── The list ──

    static auto withoutDays(const DutyProblem& one) {
        return std::tie(one.kind, one.area, one.post, one.person, one.certificate, one.fromMinute, one.toMinute,
                        one.worked, one.duties);
    }

    static std::vector<DutyProblem> mergedOverDays(std::vector<DutyProblem> problems) {
        std::sort(problems.begin(), problems.end(), [](const DutyProblem& a, const DutyProblem& b) {
            return withoutDays(a) != withoutDays(b) ? withoutDays(a) < withoutDays(b) : a.days.from < b.days.from;
        });
        std::vector<DutyProblem> merged;
        for (DutyProblem& one : problems)
            if (!merged.empty() && withoutDays(merged.back()) == withoutDays(one) &&
                merged.back().days.to + days(1) == one.days.from)
                merged.back().days.to = one.days.to;
            else
                merged.push_back(std::move(one));
        return merged;
    }

    [[nodiscard]] std::vector<DutyProblem> inOrder(std::vector<DutyProblem> problems) const {
        const auto codeOf = [this](AreaId id) {
            const Area* const area = m_areas.find(id);
            return area != nullptr ? std::string_view(area->code) : std::string_view();
        };
        std::stable_sort(problems.begin(), problems.end(), [&](const DutyProblem& a, const DutyProblem& b) {
            return std::tuple(a.kind, a.days.from, a.fromMinute, codeOf(a.area)) <
                   std::tuple(b.kind, b.days.from, b.fromMinute, codeOf(b.area));
        });
        return problems;
    }

    const AreaRegister& m_areas;
    const PeopleRegister& m_people;
    const Period m_period;
    const DutyRules& m_rules;
    const Period m_known;     ///< whole weeks around the period with the day before, on which the shifts begin
    const MinuteSpan m_asked; ///< the period
    const std::vector<DutyShift> m_shifts;
    std::map<AreaId, Shifts> m_shiftsIn;   ///< those that somebody does
    std::map<PersonId, Shifts> m_shiftsOf; ///< by who does them
    std::vector<DutyProblem> m_problems;
};

} // namespace

std::string_view dutyProblemKey(DutyProblemKind kind) {
    switch (kind) {
    case DutyProblemKind::Gap:
        return "gap";
    case DutyProblemKind::NoSubstitute:
        return "no_substitute";
    case DutyProblemKind::PersonLeft:
        return "person_left";
    case DutyProblemKind::TwoPlaces:
        return "two_places";
    case DutyProblemKind::NoCertificate:
        return "no_certificate";
    case DutyProblemKind::LongShift:
        return "long_shift";
    case DutyProblemKind::LongWeek:
        return "long_week";
    }
    return {};
}

std::vector<DutyProblem> checkDuties(const AreaRegister& areas, const PeopleRegister& people, AreaKind kind,
                                     const Period& period, const DutyRules& rules) {
    return period.to < period.from ? std::vector<DutyProblem>() : DutyChecker(areas, people, period, rules).check(kind);
}

} // namespace gridwarden::core
