// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/duty_week.h"

#include "app/district/form_fields.h"
#include "app/text/duty_text.h"
#include "app/text/message_text.h"
#include "core/district/duty_shifts.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <map>

namespace gridwarden::app {

namespace {

using core::DutyProblem;
using core::DutyProblemKind;
using std::chrono::days;

struct WeekWords {
    Q_DECLARE_TR_FUNCTIONS(DutyWeek)
};

/// "07", "07:30", "24".
QString shortClock(int minute) {
    const QString text = minuteText(minute);
    return minute % 60 == 0 ? text.section(QLatin1Char(':'), 0, 0) : text;
}

QString shortHours(int from, int to) {
    constexpr int Day = core::WeekHours::MinutesPerDay;
    return shortClock(from) + QChar(0x2013) + shortClock(to > Day ? to - Day : to);
}

/// What is wrong with a duty on a day, by duty and day of the week.
using ProblemsOfDuties = std::map<std::pair<core::DutyId, int>, QStringList>;

ProblemsOfDuties problemsOfDuties(const std::vector<DutyProblem>& problems, core::Day monday) {
    ProblemsOfDuties found;
    for (const DutyProblem& problem : problems)
        for (const core::DutyId duty : problem.duties)
            for (int day = 0; day < 7; ++day)
                if (problem.days.contains(monday + days(day)))
                    found[{duty, day}] << word("duty_problems", core::dutyProblemKey(problem.kind));
    return found;
}

class WeekFiller {
public:
    WeekFiller(const core::District& district, DutyWeek& week)
        : m_people(district.people()), m_week(week), m_problems(problemsOfDuties(week.problems, week.monday)) {
        for (std::size_t row = 0; row < week.rows.size(); ++row)
            m_rows.emplace(week.rows[row].area, row);
    }
    void fill() {
        for (const core::DutyShift& shift : core::dutyShifts(m_people, {m_week.monday, m_week.monday + days(6)}))
            if (const auto row = m_rows.find(shift.duty->area); row != m_rows.end())
                add(row->second, static_cast<int>((shift.day - m_week.monday).count()), shift.duty->startMinute,
                    lineOf(shift));
        for (const DutyProblem& problem : m_week.problems)
            if (const auto row = m_rows.find(problem.area); problem.kind == DutyProblemKind::Gap && row != m_rows.end())
                for (int day = 0; day < 7; ++day)
                    if (problem.days.contains(m_week.monday + days(day)))
                        add(row->second, day, problem.fromMinute, lineOf(problem));
        for (auto& [cell, lines] : m_lines) {
            std::stable_sort(lines.begin(), lines.end(),
                             [](const auto& a, const auto& b) { return a.first < b.first; });
            for (auto& line : lines)
                m_week.rows[cell.first].days[static_cast<std::size_t>(cell.second)].push_back(std::move(line.second));
        }
    }

private:
    void add(std::size_t row, int day, int minute, DutyWeekLine line) {
        m_lines[{row, day}].emplace_back(minute, std::move(line));
    }

    DutyWeekLine lineOf(const core::DutyShift& shift) const {
        const core::Duty& duty = *shift.duty;
        const core::Person* const person = m_people.find(duty.person);
        const QString name = person != nullptr ? QString::fromStdString(person->name) : QString();
        const core::Person* const doer = m_people.find(shift.doer.person);
        QString who = name;
        if (doer == nullptr)
            who = WeekWords::tr("%1 (away)").arg(name);
        else if (doer != person)
            who = WeekWords::tr("%1 for %2").arg(QString::fromStdString(doer->name), name);
        const QString post = QString::fromStdString(duty.post);
        QStringList tip{dutyHoursText(duty.startMinute, duty.startMinute + shift.span.length()) + QLatin1Char(' ') +
                        who};
        for (const QString& more : {QString::fromStdString(duty.responsibility), post})
            if (!more.isEmpty())
                tip << more;
        DutyWeekLine line{shortHours(duty.startMinute, duty.startMinute + shift.span.length()) + QLatin1Char(' ') + who,
                          {},
                          DutyWeekLine::Mark::None,
                          duty.id};
        if (!post.isEmpty())
            line.text += QStringLiteral(" @") + post;
        const auto wrong = m_problems.find({duty.id, static_cast<int>((shift.day - m_week.monday).count())});
        if (wrong != m_problems.end()) {
            line.mark = DutyWeekLine::Mark::Problem;
            tip << wrong->second;
        }
        line.tip = tip.join(QLatin1Char('\n'));
        return line;
    }

    static DutyWeekLine lineOf(const DutyProblem& gap) {
        const QString name = word("duty_problems", core::dutyProblemKey(gap.kind));
        QString text = shortHours(gap.fromMinute, gap.toMinute) + QLatin1Char(' ') + WeekWords::tr("nobody");
        if (!gap.post.empty())
            text += QStringLiteral(" @") + QString::fromStdString(gap.post);
        return {
            text, name + QLatin1Char('\n') + dutyHoursText(gap.fromMinute, gap.toMinute), DutyWeekLine::Mark::Gap, {}};
    }

    const core::PeopleRegister& m_people;
    DutyWeek& m_week;
    const ProblemsOfDuties m_problems;
    std::map<core::AreaId, std::size_t> m_rows;
    std::map<std::pair<std::size_t, int>, std::vector<std::pair<int, DutyWeekLine>>> m_lines; ///< by row and day
};

} // namespace

DutyWeek dutyWeek(const core::District& district, core::AreaKind kind, core::Day monday, const core::DutyRules& rules) {
    DutyWeek week;
    week.monday = monday;
    const core::Period all{monday, monday + days(6)};
    std::vector<const core::Area*> areas = district.areas().ofKind(kind);
    std::erase_if(areas, [&](const core::Area* area) {
        return (area->from && *area->from > all.to) || (area->to && *area->to < all.from);
    });
    std::stable_sort(areas.begin(), areas.end(),
                     [](const core::Area* a, const core::Area* b) { return a->code < b->code; });
    for (const core::Area* const area : areas)
        week.rows.push_back({area->id, areaText(*area), {}});
    week.problems = core::checkDuties(district.areas(), district.people(), kind, all, rules);
    WeekFiller(district, week).fill();
    return week;
}

std::optional<DutyCell> cellOf(const DutyWeek& week, const core::District& district, const DutyProblem& problem) {
    std::vector<core::AreaId> areas{problem.area};
    for (const core::Duty& duty : district.people().duties())
        if (std::binary_search(problem.duties.begin(), problem.duties.end(), duty.id))
            areas.push_back(duty.area);
    const auto first = std::max(problem.days.from, week.monday);
    const int day = static_cast<int>((first - week.monday).count());
    for (const core::AreaId area : areas)
        for (std::size_t row = 0; row < week.rows.size(); ++row)
            if (week.rows[row].area == area && day < 7)
                return DutyCell{row, day};
    return std::nullopt;
}

} // namespace gridwarden::app
