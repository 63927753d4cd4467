// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/filter_words.h"

#include "app/cases/case_labels.h"
#include "app/text/days.h"
#include "app/text/message_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace gridwarden::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FilterWords)
};

constexpr int MostNames = 2;

FilterChip chip(FilterPart part, const QStringList& names) {
    const QString all = names.join(Words::tr(", "));
    if (names.size() <= MostNames)
        return {part, all, {}};
    return {part, Words::tr("%1 and %n more", "", static_cast<int>(names.size()) - MostNames)
                      .arg(names.mid(0, MostNames).join(Words::tr(", "))),
            all};
}

QString textOf(core::Day day) { return QString::fromStdString(core::dayText(day)); }

/// At least one of the days is given.
QString daysText(std::optional<core::Day> from, std::optional<core::Day> to, core::Day today) {
    if (from && to) {
        const core::Period period{*from, *to};
        if (period == core::Period{today, today})
            return Words::tr("today");
        if (const core::Day tomorrow = today + std::chrono::days(1); period == core::Period{tomorrow, tomorrow})
            return Words::tr("tomorrow");
        if (period == weekOf(today))
            return Words::tr("this week");
        if (period == monthOf(today))
            return Words::tr("this month");
        if (period == yearOf(today))
            return Words::tr("this year");
        if (period.from == period.to)
            return textOf(period.from);
        return Words::tr("%1 to %2").arg(textOf(period.from), textOf(period.to));
    }
    return from ? Words::tr("from %1").arg(textOf(*from)) : Words::tr("until %1").arg(textOf(*to));
}

} // namespace

std::vector<core::CaseState> openStates() {
    std::vector<core::CaseState> states;
    for (const core::CaseState state : core::AllCaseStates)
        if (core::classOf(state) == core::CaseClass::Open)
            states.push_back(state);
    return states;
}

std::pair<std::optional<core::Day>, std::optional<core::Day>> daysOf(const core::Filter& filter, FilterPart part) {
    if (part == FilterPart::Due)
        return {filter.dueFrom, filter.dueTo};
    return {filter.from, filter.to};
}

core::Filter withDays(core::Filter filter, FilterPart part, const core::Period& period) {
    (part == FilterPart::Due ? filter.dueFrom : filter.from) = period.from;
    (part == FilterPart::Due ? filter.dueTo : filter.to) = period.to;
    return filter;
}

std::vector<FilterChip> chipsOf(const core::District& district, const core::Filter& filter) {
    std::vector<FilterChip> chips;
    QStringList names;
    for (const core::AreaId id : filter.areas)
        if (const core::Area* area = district.areas().find(id))
            names << areaLabel(*area);
    if (!filter.areas.empty())
        chips.push_back(chip(FilterPart::Area, names));
    if (filter.outside)
        chips.push_back({FilterPart::Outside, Words::tr("outside every grid"), {}});
    names.clear();
    for (const core::CategoryId id : filter.categories)
        if (const core::Category* category = district.categories().find(id))
            names << categoryName(*category);
    if (!filter.categories.empty())
        chips.push_back(chip(FilterPart::Category, names));
    names.clear();
    for (const core::CaseState state : filter.states)
        names << word("states", core::caseStateKey(state));
    if (filter.states == openStates())
        chips.push_back({FilterPart::State, Words::tr("open"), names.join(Words::tr(", "))});
    else if (!filter.states.empty())
        chips.push_back(chip(FilterPart::State, names));
    names.clear();
    for (const core::Lamp lamp : filter.lamps)
        names << (lamp == core::Lamp::None ? Words::tr("without a time limit") : word("lamps", core::lampKey(lamp)));
    if (!filter.lamps.empty())
        chips.push_back(chip(FilterPart::Lamp, names));
    if (filter.overdueOnly)
        chips.push_back({FilterPart::Overdue, Words::tr("overdue"), {}});
    names.clear();
    for (const std::string& key : filter.sources)
        names << sourceName(district, key);
    if (!filter.sources.empty())
        chips.push_back(chip(FilterPart::Source, names));
    names.clear();
    for (const core::OrganisationId id : filter.organisations)
        if (const core::Organisation* organisation = district.people().find(id))
            names << QString::fromStdString(organisation->name);
    for (const core::PersonId id : filter.people)
        names << personLabel(district.people(), id);
    if (!filter.organisations.empty() || !filter.people.empty())
        chips.push_back(chip(FilterPart::Handler, names));
    if (filter.reworkedOnly)
        chips.push_back({FilterPart::Reworked, Words::tr("reworked"), {}});
    if (filter.urgedOnly)
        chips.push_back({FilterPart::Urged, Words::tr("urged, no reply yet"), {}});
    if (filter.seenAgain)
        chips.push_back({FilterPart::SeenAgain, Words::tr("cleared, then seen again"),
                         Words::tr("Reported at most %n day(s) after a case of the same category was cleared, not farther than %1 m from it", "",
                                   filter.seenAgain->days)
                             .arg(filter.seenAgain->metres)});
    if (filter.problemsOnly)
        chips.push_back({FilterPart::Problems, Words::tr("each problem once"), Words::tr("Without further reports that are linked to another case")});
    const core::Day today = district.timeZone().day(core::now());
    if (filter.from || filter.to)
        chips.push_back({FilterPart::Time, daysText(filter.from, filter.to, today), {}});
    if (!filter.hoursOfWeek.empty())
        chips.push_back({FilterPart::Hours, Words::tr("%n hour(s) of the week", "", static_cast<int>(filter.hoursOfWeek.size())), {}});
    if (filter.dueFrom || filter.dueTo)
        chips.push_back({FilterPart::Due, Words::tr("open, due %1").arg(daysText(filter.dueFrom, filter.dueTo, today)),
                         Words::tr("Cases that are closed or suspended have no deadline and are left out")});
    if (!filter.text.empty())
        chips.push_back({FilterPart::Text, Words::tr("“%1”").arg(QString::fromStdString(filter.text)), {}});
    if (filter.listed)
        chips.push_back({FilterPart::Listed, QString::fromStdString(filter.listed->title),
                         Words::tr("The cases that this number counted when it was clicked")});
    return chips;
}

core::Filter without(core::Filter filter, FilterPart part) {
    switch (part) {
    case FilterPart::Area:
        filter.areas.clear();
        break;
    case FilterPart::Outside:
        filter.outside = false;
        break;
    case FilterPart::Category:
        filter.categories.clear();
        break;
    case FilterPart::State:
        filter.states.clear();
        break;
    case FilterPart::Lamp:
        filter.lamps.clear();
        break;
    case FilterPart::Overdue:
        filter.overdueOnly = false;
        break;
    case FilterPart::Source:
        filter.sources.clear();
        break;
    case FilterPart::Handler:
        filter.organisations.clear();
        filter.people.clear();
        break;
    case FilterPart::Reworked:
        filter.reworkedOnly = false;
        break;
    case FilterPart::Urged:
        filter.urgedOnly = false;
        break;
    case FilterPart::SeenAgain:
        filter.seenAgain.reset();
        break;
    case FilterPart::Problems:
        filter.problemsOnly = false;
        break;
    case FilterPart::Due:
        filter.dueFrom.reset();
        filter.dueTo.reset();
        break;
    case FilterPart::Time:
        filter.from.reset();
        filter.to.reset();
        break;
    case FilterPart::Hours:
        filter.hoursOfWeek.clear();
        break;
    case FilterPart::Text:
        filter.text.clear();
        break;
    case FilterPart::Listed:
        filter.listed.reset();
        break;
    }
    return filter;
}

} // namespace gridwarden::app
