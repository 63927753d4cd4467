// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/filter_choices.h"

#include "app/cases/case_labels.h"
#include "app/cases/choice_popup.h"
#include "app/text/message_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <functional>
#include <map>

namespace gridwarden::app {

namespace {

template <class T> bool contains(const std::vector<T>& values, const T& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

QVariant valueOf(std::int64_t number) { return {static_cast<qlonglong>(number)}; }

void fillAreas(ChoicePopup& popup, const Workspace& workspace) {
    const core::District& district = *workspace.district();
    const core::Day today = district.timeZone().day(core::now());
    const std::vector<core::AreaId>& chosen = workspace.filter().areas;
    for (const core::AreaKind kind : core::AllAreaKinds) {
        std::vector<const core::Area*> areas = district.areas().ofKind(kind, today);
        if (areas.empty())
            continue;
        std::sort(areas.begin(), areas.end(), [](const auto* a, const auto* b) { return a->code < b->code; });
        auto* heading = popup.addHeading(QStringLiteral("%1 (%2)").arg(word("area_kinds", core::areaKindKey(kind))).arg(areas.size()));
        for (const core::Area* area : areas)
            popup.addChoice(heading, areaLabel(*area), valueOf(area->id.value()), contains(chosen, area->id));
    }
}

void fillCategories(ChoicePopup& popup, const Workspace& workspace) {
    const core::CategoryRegister& categories = workspace.district()->categories();
    const std::vector<core::CategoryId>& chosen = workspace.filter().categories;
    std::map<std::pair<std::string, std::string>, QTreeWidgetItem*, std::greater<>> headings; // the newest edition first
    for (const core::Category& category : categories.all())
        headings.emplace(std::pair(category.key.standard, category.key.kind), nullptr);
    for (auto& [edition, heading] : headings) {
        QString title = word("category_standards", edition.first);
        if (!edition.second.empty())
            title += QStringLiteral(" · ") + word("category_kinds", edition.second);
        heading = popup.addHeading(title);
    }
    std::map<core::CategoryId, QTreeWidgetItem*> groups;
    const auto add = [&](const core::Category& category, QTreeWidgetItem* above) {
        const QString code = QString::fromStdString(category.key.code);
        const QString words = QString::fromStdString(category.initials + " " + category.english + " " + category.aliases);
        return popup.addChoice(above, QString(code + QLatin1Char(' ') + categoryName(category)), valueOf(category.id.value()),
                               contains(chosen, category.id), words);
    };
    for (const core::Category& category : categories.all())
        if (category.isGroup)
            groups[category.id] = add(category, headings[{category.key.standard, category.key.kind}]);
    for (const core::Category& category : categories.all()) {
        if (category.isGroup)
            continue;
        const auto group = groups.find(category.parent);
        add(category, group != groups.end() ? group->second : headings[{category.key.standard, category.key.kind}]);
    }
}

/// An organisation is the negative of its id, a person their id.
void fillHandlers(ChoicePopup& popup, const Workspace& workspace) {
    const core::PeopleRegister& people = workspace.district()->people();
    const core::Filter& filter = workspace.filter();
    std::map<core::OrganisationId, QTreeWidgetItem*> units;
    const std::function<QTreeWidgetItem*(core::OrganisationId)> unit =
        [&](core::OrganisationId id) -> QTreeWidgetItem* {
        const core::Organisation* organisation = people.find(id);
        if (organisation == nullptr)
            return nullptr;
        const auto [known, isNew] = units.emplace(id, nullptr); // also ends a ring of parents
        if (isNew) {
            QTreeWidgetItem* above = unit(organisation->parent);
            known->second =
                popup.addChoice(above, QString::fromStdString(organisation->name), valueOf(-id.value()),
                                contains(filter.organisations, id), QString::fromStdString(organisation->code));
        }
        return known->second;
    };
    for (const core::Organisation& organisation : people.organisations())
        unit(organisation.id);
    for (const core::Person& person : people.people())
        popup.addChoice(unit(person.organisation), QString::fromStdString(person.name), valueOf(person.id.value()),
                        contains(filter.people, person.id), QString::fromStdString(person.code));
}

} // namespace

void fillChoices(ChoicePopup& popup, const Workspace& workspace, FilterPart part) {
    const core::Filter& filter = workspace.filter();
    switch (part) {
    case FilterPart::Area:
        fillAreas(popup, workspace);
        break;
    case FilterPart::Category:
        fillCategories(popup, workspace);
        break;
    case FilterPart::State:
        for (const core::CaseState state : core::AllCaseStates)
            popup.addChoice(nullptr, word("states", core::caseStateKey(state)), static_cast<int>(state), contains(filter.states, state));
        break;
    case FilterPart::Lamp:
        for (const core::Lamp lamp : {core::Lamp::Red, core::Lamp::Yellow, core::Lamp::Green, core::Lamp::Grey, core::Lamp::None})
            popup.addChoice(nullptr,
                            lamp == core::Lamp::None ? QCoreApplication::translate("FilterWords", "without a time limit")
                                                     : word("lamps", core::lampKey(lamp)),
                            static_cast<int>(lamp), contains(filter.lamps, lamp));
        break;
    case FilterPart::Handler:
        fillHandlers(popup, workspace);
        break;
    case FilterPart::Source:
        for (const core::CaseSource& source : workspace.district()->sources())
            popup.addChoice(nullptr, sourceName(*workspace.district(), source.key), QString::fromStdString(source.key),
                            contains(filter.sources, source.key));
        break;
    default:
        break;
    }
}

core::Filter withChoices(core::Filter filter, FilterPart part, const QVariantList& values) {
    filter = without(std::move(filter), part);
    for (const QVariant& value : values) {
        if (part == FilterPart::Area)
            filter.areas.emplace_back(value.toLongLong());
        else if (part == FilterPart::Category)
            filter.categories.emplace_back(value.toLongLong());
        else if (part == FilterPart::State)
            filter.states.push_back(static_cast<core::CaseState>(value.toInt()));
        else if (part == FilterPart::Lamp)
            filter.lamps.push_back(static_cast<core::Lamp>(value.toInt()));
        else if (part == FilterPart::Handler && value.toLongLong() < 0)
            filter.organisations.emplace_back(-value.toLongLong());
        else if (part == FilterPart::Handler)
            filter.people.emplace_back(value.toLongLong());
        else if (part == FilterPart::Source)
            filter.sources.push_back(value.toString().toStdString());
    }
    if (part == FilterPart::Area && !filter.areas.empty())
        filter.outside = false;
    return filter;
}

} // namespace gridwarden::app
