// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/saved_view.h"

#include "app/cases/filter_words.h"
#include "app/text/days.h"
#include "core/base/resources.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace gridwarden::app {

using nlohmann::json;

namespace {

core::Period periodOf(ViewDays days, core::Day today) {
    switch (days) {
    case ViewDays::Tomorrow:
        return {today + std::chrono::days(1), today + std::chrono::days(1)};
    case ViewDays::Week:
        return weekOf(today);
    case ViewDays::Month:
        return monthOf(today);
    case ViewDays::Year:
        return yearOf(today);
    default:
        return {today, today};
    }
}

/// Takes days that move with today out of a filter.
ViewDays takeDays(std::optional<core::Day>& from, std::optional<core::Day>& to, core::Day today) {
    if (from && to)
        for (const ViewDays days :
             {ViewDays::Today, ViewDays::Tomorrow, ViewDays::Week, ViewDays::Month, ViewDays::Year})
            if (periodOf(days, today) == core::Period{*from, *to}) {
                from.reset();
                to.reset();
                return days;
            }
    return ViewDays::Fixed;
}

} // namespace

SavedView viewOf(const core::Filter& filter, core::Day today) {
    SavedView view;
    view.filter = filter;
    view.filter.kind = core::Filter().kind; // which areas are counted is no condition
    view.filter.grids = core::Filter().grids;
    view.filter.listed.reset(); // the cases of one moment
    view.reported = takeDays(view.filter.from, view.filter.to, today);
    view.due = takeDays(view.filter.dueFrom, view.filter.dueTo, today);
    return view;
}

std::vector<core::AreaId> zonesOf(const core::District& district, core::PersonId person, core::Day day) {
    std::vector<core::AreaId> zones;
    const auto add = [&](const core::Area* area) {
        if (area != nullptr && area->kind == core::AreaKind::Zone &&
            std::find(zones.begin(), zones.end(), area->id) == zones.end())
            zones.push_back(area->id);
    };
    for (const core::Duty& duty : district.people().duties()) {
        if (person.isNull() || duty.person != person || (duty.from && day < *duty.from) || (duty.to && *duty.to < day))
            continue;
        add(district.areas().find(duty.area));
        for (const core::Area* above : district.areas().above(duty.area, day))
            add(above);
    }
    return zones;
}

core::Filter filterOf(const SavedView& view, const core::District& district, core::PersonId person, core::Day today) {
    core::Filter filter = view.filter;
    if (view.isInMyZones)
        filter.areas = zonesOf(district, person, today);
    if (view.reported != ViewDays::Fixed)
        filter = withDays(filter, FilterPart::Time, periodOf(view.reported, today));
    if (view.due != ViewDays::Fixed)
        filter = withDays(filter, FilterPart::Due, periodOf(view.due, today));
    return filter;
}

core::Result<std::vector<NamedView>> shippedViews(core::Language language) {
    const auto document = core::readJsonResource("views.json");
    if (!document)
        return core::fail(document);
    std::vector<NamedView> views;
    for (const json& entry : *document) {
        const auto name =
            entry.is_object() ? entry.find(language == core::Language::Chinese ? "zh" : "en") : entry.end();
        const auto view = entry.is_object() ? entry.find("view") : entry.end();
        if (name == entry.end() || !name->is_string() || view == entry.end())
            return core::fail(core::ErrorCode::BadInput, {"view-unreadable", {"views.json"}});
        auto read = viewFromJson(*view);
        if (!read)
            return core::fail(read);
        views.push_back({name->get<std::string>(), std::move(*read)});
    }
    return views;
}

} // namespace gridwarden::app
