// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/activity_document.h"

#include "app/cli/arguments.h"

namespace gridwarden::app {

using namespace core;

void addActivityFilter(CLI::App& verb, ActivityFilterOptions& options) {
    verb.add_option("--from", options.from, "First day");
    verb.add_option("--to", options.to, "Last day");
    verb.add_option("--kind", options.kinds, "Kind: key, name or another word for it");
    verb.add_option("--chapter", options.chapters, "Chapter of the kinds");
    verb.add_option("--area", options.areas, "Code of an area, with all areas in it; KIND:CODE where codes repeat");
    verb.add_option("--organisation", options.organisations, "Organisation with those under it");
    verb.add_option("--person", options.people, "Whose work it was");
    verb.add_option("--area-kind", options.areaKind, "Which areas are meant by area")->capture_default_str();
    verb.add_option("--grids", options.grids, "Areas of the day of the work, or of today")
        ->check(CLI::IsMember({"then", "now"}))
        ->capture_default_str();
}

Result<const ActivityKind*> activityKindOf(const District& district, const std::string& name) {
    const ActivityKind* const kind = district.activityLists().named(name);
    if (kind == nullptr)
        return fail(ErrorCode::NotFound, {"activity-kind-unknown", {name}});
    return kind;
}

Result<OrganisationId> organisationOf(const District& district, const std::string& name) {
    const Organisation* const organisation = district.people().organisationNamed(name);
    if (organisation == nullptr)
        return fail(ErrorCode::NotFound, {"organisation-unknown", {name}});
    return organisation->id;
}

Result<PersonId> personOf(const District& district, const std::string& name) {
    const Person* const person = district.people().personNamed(name);
    if (person == nullptr)
        return fail(ErrorCode::NotFound, {"person-unknown", {name}});
    return person->id;
}

Result<ActivityFilter> activityFilterOf(const District& district, const ActivityFilterOptions& options) {
    ActivityFilter filter;
    const auto from = dayOf(options.from);
    if (!from)
        return fail(from);
    const auto to = dayOf(options.to);
    if (!to)
        return fail(to);
    filter.from = *from;
    filter.to = *to;
    filter.chapters = options.chapters;
    for (const std::string& name : options.kinds) {
        const auto kind = activityKindOf(district, name);
        if (!kind)
            return fail(kind);
        filter.kinds.push_back((*kind)->key);
    }
    const auto addAll = [&](const std::vector<std::string>& names, auto find, auto& found) -> Result<void> {
        for (const std::string& name : names) {
            const auto id = find(name);
            if (!id)
                return fail(id);
            found.push_back(*id);
        }
        return {};
    };
    if (auto added = addAll(
            options.areas, [&](const std::string& code) { return areaOf(district, code, {}); }, filter.areas);
        !added)
        return fail(added);
    if (auto added = addAll(
            options.organisations, [&](const std::string& name) { return organisationOf(district, name); },
            filter.organisations);
        !added)
        return fail(added);
    if (auto added = addAll(
            options.people, [&](const std::string& name) { return personOf(district, name); }, filter.people);
        !added)
        return fail(added);
    return filter;
}

Result<ActivityContext> activityContext(const District& district, const ActivityRegister& activities,
                                        const ActivityFilterOptions& options) {
    const auto kind = areaKindOf(options.areaKind);
    if (!kind)
        return fail(kind);
    ActivityContext context{&activities, &district.activityLists(), &district.areas(), &district.people(), *kind, {}};
    if (options.grids == "now")
        context.gridsOf = district.timeZone().day(now());
    return context;
}

std::string activityTimeText(const ActivityTime& time, const TimeZone& zone) {
    const std::string first = time.isDays ? dayText(time.day()) : localText(time.first, zone);
    const std::string last = time.isDays ? dayText(time.lastDay()) : localText(time.last, zone);
    return first == last ? first : first + " – " + last;
}

Json activityDocument(const ActivityContext& context, const Activity& activity, const TimeZone& zone) {
    const auto textOrNull = [](const std::string& text) { return text.empty() ? Json() : Json(text); };
    const auto nameOf = [](const auto* record) { return record == nullptr ? Json() : Json(record->name); };
    const ActivityKind* const kind = context.lists->find(activity.kind);
    const Area* const area =
        activity.point ? context.areas->at(*activity.point, context.kind, context.gridsOf.value_or(activity.time.day()))
                       : nullptr;
    Json document = {{"id", activity.id.value()},
                     {"kind", activity.kind},
                     {"name", kind == nullptr ? activity.kind : kind->name},
                     {"quantity", activity.quantity},
                     {"unit", activity.unit}};
    document["people"] = activity.people ? Json(*activity.people) : Json();
    document["day"] = dayText(activity.time.day());
    document["first"] = activity.time.isDays ? dayText(activity.time.day()) : isoText(activity.time.first, zone);
    document["last"] = activity.time.isDays ? dayText(activity.time.lastDay()) : isoText(activity.time.last, zone);
    document["place"] = textOrNull(activity.place);
    document["at"] = activity.point ? Json{activity.point->longitude, activity.point->latitude} : Json();
    document["area"] = area == nullptr ? Json() : Json(area->code);
    document["organisation"] = nameOf(context.people->find(activity.organisation));
    document["person"] = nameOf(context.people->find(activity.person));
    document["description"] = textOrNull(activity.description);
    document["note"] = textOrNull(activity.note);
    document["source"] = textOrNull(activity.source);
    return document;
}

} // namespace gridwarden::app
