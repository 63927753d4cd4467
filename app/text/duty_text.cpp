// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/duty_text.h"

#include "app/text/message_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr int MinutesPerDay = core::WeekHours::MinutesPerDay;

struct DutyWords {
    Q_DECLARE_TR_FUNCTIONS(DutyText)
};

QString clock(int minute) {
    return QStringLiteral("%1:%2").arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0'));
}

QString areaName(const core::AreaRegister& areas, core::AreaId id) {
    const core::Area* const area = areas.find(id);
    if (area == nullptr)
        return {};
    const QString code = QString::fromStdString(area->code), name = QString::fromStdString(area->name);
    return name.isEmpty() || name == code ? code : code + QLatin1Char(' ') + name;
}

/// Of the duties that a problem is about, each place once.
QString placesOf(const core::DutyProblem& problem, const core::AreaRegister& areas,
                 const core::PeopleRegister& people) {
    QStringList places;
    for (const core::Duty& duty : people.duties())
        if (std::binary_search(problem.duties.begin(), problem.duties.end(), duty.id)) {
            const QString post = QString::fromStdString(duty.post);
            const QString place = areaName(areas, duty.area) + (post.isEmpty() ? post : QStringLiteral(" · ") + post);
            if (!places.contains(place))
                places << place;
        }
    return places.join(DutyWords::tr(", "));
}

} // namespace

QString dutyHoursText(int fromMinute, int toMinute) {
    const QString hours = clock(fromMinute) + QChar(0x2013);
    const int day = (toMinute - 1) / MinutesPerDay;
    return day < 1 ? QString(hours + clock(toMinute))
                   : hours + clock(toMinute - day * MinutesPerDay) + QStringLiteral(" (+%1)").arg(day);
}

QString dutyDaysText(const core::Period& days) {
    const QString first = QString::fromStdString(core::dayText(days.from));
    return days.from == days.to ? first
                                : first + QStringLiteral(" – ") + QString::fromStdString(core::dayText(days.to));
}

QString problemTimeText(const core::DutyProblem& problem) {
    const bool isWholeDay = problem.fromMinute == 0 && problem.toMinute == MinutesPerDay;
    return isWholeDay
               ? dutyDaysText(problem.days)
               : dutyDaysText(problem.days) + QLatin1Char(' ') + dutyHoursText(problem.fromMinute, problem.toMinute);
}

QString problemPlaceText(const core::DutyProblem& problem, const core::AreaRegister& areas,
                         const core::PeopleRegister& people) {
    QStringList parts;
    if (const core::Person* const person = people.find(problem.person))
        parts << QString::fromStdString(person->name);
    if (!problem.area.isNull())
        parts << areaName(areas, problem.area);
    if (!problem.post.empty())
        parts << QString::fromStdString(problem.post);
    if (problem.kind == core::DutyProblemKind::TwoPlaces)
        parts << placesOf(problem, areas, people);
    if (!problem.certificate.empty())
        parts << word("certificate_kinds", problem.certificate);
    if (problem.worked > 0)
        parts << DutyWords::tr("%1 h").arg(QLocale().toString(problem.worked / 60.0, 'g', 4));
    return parts.join(QStringLiteral(" · "));
}

} // namespace gridwarden::app
