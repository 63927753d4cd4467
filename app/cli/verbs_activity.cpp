// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/activity_document.h"
#include "app/cli/arguments.h"
#include "app/cli/desk.h"
#include "app/cli/verbs.h"
#include "core/base/text.h"

#include <fmt/format.h>
#include <memory>

namespace gridwarden::app {

using namespace core;

namespace {

struct AddOptions {
    std::string path, kind, unit, time, day, to, at, crs, place, organisation, person, category, description, note;
    double quantity = 1;
    std::optional<std::int64_t> people;
};

struct ListOptions {
    std::string path, by;
    ActivityFilterOptions filter;
};

/// A moment, or the day or days that are known; today when nothing was said.
Result<ActivityTime> timeOf(const District& district, const AddOptions& options) {
    const TimeZone& zone = district.timeZone();
    const Day today = zone.day(now());
    if (!options.time.empty()) {
        const auto first = parseMoment(options.time, zone);
        if (!first)
            return fail(first);
        const auto last = options.to.empty() ? first : parseMoment(options.to, zone);
        if (!last)
            return fail(last);
        return ActivityTime::between(*first, *last, zone);
    }
    const auto first = options.day.empty() ? Result<Day>(today) : parseDay(options.day);
    if (!first)
        return fail(first);
    const auto last = options.to.empty() ? first : parseDay(options.to);
    if (!last)
        return fail(last);
    return ActivityTime::ofDays({*first, *last}, zone);
}

Result<Activity> activityOf(const District& district, const AddOptions& options) {
    Activity activity;
    const auto kind = activityKindOf(district, options.kind);
    if (!kind)
        return fail(kind);
    activity.kind = (*kind)->key;
    const auto time = timeOf(district, options);
    if (!time)
        return fail(time);
    activity.time = *time;
    if (!options.at.empty()) {
        const auto point = placeOf(options.at, options.crs);
        if (!point)
            return fail(point);
        activity.point = *point;
    }
    if (!options.category.empty()) {
        const auto category = categoryOf(district, options.category);
        if (!category)
            return fail(category);
        activity.category = *category;
    }
    if (!options.organisation.empty()) {
        const auto organisation = organisationOf(district, options.organisation);
        if (!organisation)
            return fail(organisation);
        activity.organisation = *organisation;
    }
    if (!options.person.empty()) {
        const auto person = personOf(district, options.person);
        if (!person)
            return fail(person);
        activity.person = *person;
    }
    activity.quantity = options.quantity;
    activity.unit = options.unit;
    activity.people = options.people;
    activity.place = options.place;
    activity.description = options.description;
    activity.note = options.note;
    return activity;
}

void print(const ActivityContext& context, const std::vector<const Activity*>& activities, const TimeZone& zone) {
    TextTable table({"when", "what", "quantity", "unit", "people", "place", "organisation", "person"});
    for (const Activity* const activity : activities) {
        const ActivityKind* const kind = context.lists->find(activity->kind);
        const Organisation* const organisation = context.people->find(activity->organisation);
        const Person* const person = context.people->find(activity->person);
        table.add({activityTimeText(activity->time, zone), kind == nullptr ? activity->kind : kind->name,
                   quantityText(activity->quantity), activity->unit,
                   activity->people ? std::to_string(*activity->people) : "", activity->place,
                   organisation == nullptr ? "" : organisation->name, person == nullptr ? "" : person->name});
    }
    table.print();
}

int addOne(const AddOptions& options, const CommonOptions& common) {
    const auto desk = openDesk(options.path, common.actor);
    if (!desk)
        return printFault(desk.error());
    District& district = *desk->district;
    const auto activity = activityOf(district, options);
    if (!activity)
        return printFault(activity.error());
    const auto id = addActivity(district, desk->actor, *activity);
    if (!id)
        return printFault(id.error());
    const auto all = district.activities();
    if (!all)
        return printFault(all.error());
    const auto context = activityContext(district, **all, {});
    if (!context)
        return printFault(context.error());
    const Activity& added = *(*all)->find(*id);
    if (common.json)
        printJson(activityDocument(*context, added, district.timeZone()));
    else
        print(*context, {&added}, district.timeZone());
    return ExitDone;
}

/// What listing and counting begin with.
struct Found {
    std::unique_ptr<District> district;
    std::shared_ptr<const ActivityRegister> all;
    ActivityContext context;
    std::vector<const Activity*> selection;
};

Result<Found> find(const ListOptions& options) {
    Found found;
    auto district = openDistrict(options.path, OpenMode::ReadOnly);
    if (!district)
        return fail(district);
    found.district = std::move(*district);
    auto all = found.district->activities();
    if (!all)
        return fail(all);
    found.all = std::move(*all);
    const auto context = activityContext(*found.district, *found.all, options.filter);
    if (!context)
        return fail(context);
    found.context = *context;
    const auto filter = activityFilterOf(*found.district, options.filter);
    if (!filter)
        return fail(filter);
    found.selection = select(found.context, *filter);
    return found;
}

int listAll(const ListOptions& options, const CommonOptions& common) {
    const auto found = find(options);
    if (!found)
        return printFault(found.error());
    const TimeZone& zone = found->district->timeZone();
    if (!common.json) {
        print(found->context, found->selection, zone);
        return ExitDone;
    }
    Json document = {{"activities", Json::array()}};
    for (const Activity* const activity : found->selection)
        document["activities"].push_back(activityDocument(found->context, *activity, zone));
    printJson(document);
    return ExitDone;
}

int countAll(const ListOptions& options, const CommonOptions& common) {
    std::vector<ActivityKey> keys;
    for (const std::string& part : split(options.by, ',')) {
        const auto key = activityKeyFromKey(trimmed(part));
        if (!key)
            return printFault({ErrorCode::BadInput, {"tally-key-unknown", {part}}, {}, {}}), ExitUsage;
        keys.push_back(*key);
    }
    const auto found = find(options);
    if (!found)
        return printFault(found.error());
    const auto rows = tallyActivities(found->context, found->selection, keys);
    if (common.json) {
        Json document = {{"rows", Json::array()}};
        for (const ActivityRow& row : rows) {
            Json entry = Json::object();
            for (std::size_t i = 0; i < keys.size(); ++i)
                entry[std::string(activityKeyKey(keys[i]))] = row.keys[i] ? Json(*row.keys[i]) : Json();
            entry["entries"] = row.counts.entries;
            entry["people"] = row.counts.people;
            entry["quantities"] = Json::array();
            for (const UnitSum& sum : row.counts.quantities)
                entry["quantities"].push_back({{"unit", sum.unit}, {"sum", sum.sum}});
            entry["ids"] = Json::array();
            for (const ActivityId id : row.records)
                entry["ids"].push_back(id.value());
            document["rows"].push_back(std::move(entry));
        }
        printJson(document);
        return ExitDone;
    }
    std::vector<std::string> headings;
    for (const ActivityKey key : keys)
        headings.emplace_back(activityKeyKey(key));
    headings.insert(headings.end(), {"quantity", "entries", "people"});
    TextTable table(headings);
    for (const ActivityRow& row : rows) {
        std::vector<std::string> cells;
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const ActivityKind* const kind =
                keys[i] == ActivityKey::Kind && row.keys[i] ? found->context.lists->find(*row.keys[i]) : nullptr;
            cells.push_back(kind != nullptr ? kind->name : row.keys[i].value_or("—"));
        }
        std::vector<std::string> sums;
        for (const UnitSum& sum : row.counts.quantities)
            sums.push_back(quantityText(sum.sum) + " " + sum.unit);
        cells.push_back(joined(sums, ", "));
        cells.push_back(std::to_string(row.counts.entries));
        cells.push_back(std::to_string(row.counts.people));
        table.add(std::move(cells));
    }
    table.print();
    return ExitDone;
}

int listKinds(const std::string& path, const CommonOptions& common) {
    const auto district = openDistrict(path, OpenMode::ReadOnly);
    if (!district)
        return printFault(district.error());
    Json document = {{"kinds", Json::array()}};
    TextTable table({"key", "name", "unit", "chapter"});
    for (const ActivityKind& kind : (*district)->activityLists().kinds()) {
        table.add({kind.key, kind.name, kind.unit, kind.chapter});
        document["kinds"].push_back({{"key", kind.key},
                                     {"name", kind.name},
                                     {"english", kind.english},
                                     {"unit", kind.unit},
                                     {"people", kind.countsPeople},
                                     {"chapter", kind.chapter},
                                     {"enabled", kind.isEnabled}});
    }
    if (common.json)
        printJson(document);
    else
        table.print();
    return ExitDone;
}

int removeOne(const std::string& path, std::int64_t id, const CommonOptions& common) {
    const auto desk = openDesk(path, common.actor);
    if (!desk)
        return printFault(desk.error());
    if (const auto removed = removeActivity(*desk->district, desk->actor, ActivityId(id)); !removed)
        return printFault(removed.error());
    if (common.json)
        printJson({{"removed", id}});
    return ExitDone;
}

} // namespace

void addActivityVerbs(CLI::App& app, Command& command) {
    CLI::App* const group = app.add_subcommand("activity", "Count work without a case, list it, and add it up");
    group->require_subcommand(1);
    {
        const auto options = std::make_shared<AddOptions>();
        CLI::App* const verb =
            addVerb(*group, command, "add", "Count one",
                    "gridwarden activity add D.gpkg --kind leaflets --quantity 400 --place 人民广场 --day 2026-11-20");
        verb->add_option("district", options->path, "The district")->required();
        verb->add_option("--kind", options->kind, "What was done: key, name or another word for it")->required();
        verb->add_option("--quantity", options->quantity, "How many")->required();
        verb->add_option("--unit", options->unit, "Of what; by default the unit of the kind");
        verb->add_option("--people", options->people, "How many people took part or were reached");
        CLI::Option* const time = verb->add_option("--time", options->time, "When it began");
        verb->add_option("--day", options->day, "The day, where no time is known; by default today")->excludes(time);
        verb->add_option("--to", options->to, "When it ended, or the last day");
        verb->add_option("--at", options->at, "LON,LAT");
        verb->add_option("--crs", options->crs, "CRS of --at");
        verb->add_option("--place", options->place, "The place in words");
        verb->add_option("--organisation", options->organisation, "Whose work it was; by default that of the person");
        verb->add_option("--person", options->person, "Who did it");
        verb->add_option("--category", options->category, "Category, in place of that of the kind");
        verb->add_option("--description", options->description, "What was done, in words");
        verb->add_option("--note", options->note, "Note");
        verb->callback(
            [options, &command] { command.run = [options, &command] { return addOne(*options, command.common); }; });
    }
    {
        const auto options = std::make_shared<ListOptions>();
        CLI::App* const verb =
            addVerb(*group, command, "list", "List them",
                    "gridwarden activity list D.gpkg --from 2026-11-01 --to 2026-11-30 --kind leaflets --json");
        verb->add_option("district", options->path, "The district")->required();
        addActivityFilter(*verb, options->filter);
        verb->callback(
            [options, &command] { command.run = [options, &command] { return listAll(*options, command.common); }; });
    }
    {
        const auto options = std::make_shared<ListOptions>();
        CLI::App* const verb = addVerb(*group, command, "figures", "Add them up by keys",
                                       "gridwarden activity figures D.gpkg --by kind,month --from 2026-01-01 --json");
        verb->add_option("district", options->path, "The district")->required();
        verb->add_option("--by", options->by,
                         "kind chapter unit area organisation person day week month; several with commas")
            ->required();
        addActivityFilter(*verb, options->filter);
        verb->callback(
            [options, &command] { command.run = [options, &command] { return countAll(*options, command.common); }; });
    }
    {
        const auto path = std::make_shared<std::string>();
        CLI::App* const verb =
            addVerb(*group, command, "kinds", "List what can be counted", "gridwarden activity kinds D.gpkg");
        verb->add_option("district", *path, "The district")->required();
        verb->callback(
            [path, &command] { command.run = [path, &command] { return listKinds(*path, command.common); }; });
    }
    {
        const auto path = std::make_shared<std::string>();
        const auto id = std::make_shared<std::int64_t>(0);
        CLI::App* const verb =
            addVerb(*group, command, "remove", "Take one out", "gridwarden activity remove D.gpkg 455086014439424");
        verb->add_option("district", *path, "The district")->required();
        verb->add_option("id", *id, "Its id, as the list has it in JSON")->required();
        verb->callback([path, id, &command] {
            command.run = [path, id, &command] { return removeOne(*path, *id, command.common); };
        });
    }
}

} // namespace gridwarden::app
