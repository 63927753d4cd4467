// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity_register.h"

#include "core/store/geometry_blob.h"

#include <algorithm>

namespace gridwarden::core {

namespace {

constexpr const char* Columns = "SELECT id, kind, category, description, place, longitude, latitude, quantity, unit, "
                                "people, first, last, is_days, utc_offset, "
                                "organisation, person, note, source, plan FROM activity";

ActivityRegister::Entry activityOf(const Row& row) {
    auto activity = std::make_shared<Activity>();
    activity->id = row.id<ActivityId>(0);
    activity->kind = row.text(1);
    activity->category = row.id<CategoryId>(2);
    activity->description = row.text(3);
    activity->place = row.text(4);
    if (!row.isNull(5) && !row.isNull(6))
        activity->point = GeoPoint{row.real(5), row.real(6)};
    activity->quantity = row.real(7);
    activity->unit = row.text(8);
    if (!row.isNull(9))
        activity->people = row.integer(9);
    activity->time = {row.moment(10), row.moment(11), row.integer(12) != 0, seconds(row.integer(13))};
    activity->organisation = row.id<OrganisationId>(14);
    activity->person = row.id<PersonId>(15);
    activity->note = row.text(16);
    activity->source = row.text(17);
    activity->plan = row.id<ActivityPlanId>(18);
    return activity;
}

bool isBefore(const ActivityRegister::Entry& entry, ActivityId id) {
    return entry->id < id;
}

} // namespace

ActivityRegister::ActivityRegister(std::vector<Entry> entries) : m_entries(std::move(entries)) {}

const Activity* ActivityRegister::find(ActivityId id) const {
    const auto found = std::lower_bound(m_entries.begin(), m_entries.end(), id, isBefore);
    return found == m_entries.end() || (*found)->id != id ? nullptr : found->get();
}

std::vector<const Activity*> ActivityRegister::onDay(Day day) const {
    std::vector<const Activity*> found;
    for (const Entry& entry : m_entries)
        if (entry->time.day() == day)
            found.push_back(entry.get());
    std::stable_sort(found.begin(), found.end(),
                     [](const Activity* a, const Activity* b) { return a->time.first < b->time.first; });
    return found;
}

bool ActivityRegister::isConfirmed(ActivityPlanId plan, Day day) const {
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [&](const Entry& entry) { return entry->plan == plan && entry->time.day() == day; });
}

Result<ActivityRegister> loadActivities(Connection& connection) {
    auto entries = connection.rows(std::string(Columns) + " ORDER BY id", {}, activityOf);
    if (!entries)
        return fail(entries);
    return ActivityRegister(std::move(*entries));
}

Result<ActivityRegister> withChanged(const ActivityRegister& known, Connection& connection,
                                     const std::set<std::int64_t>& changed) {
    std::vector<ActivityRegister::Entry> entries = known.all();
    for (const std::int64_t id : changed) {
        auto row = connection.first(std::string(Columns) + " WHERE id = ?", {id}, activityOf);
        if (!row)
            return fail(row);
        const auto at = std::lower_bound(entries.begin(), entries.end(), ActivityId(id), isBefore);
        const bool isKnown = at != entries.end() && (*at)->id == ActivityId(id);
        if (!*row && isKnown)
            entries.erase(at);
        else if (*row && isKnown)
            *at = std::move(**row);
        else if (*row)
            entries.insert(at, std::move(**row));
    }
    return ActivityRegister(std::move(entries));
}

Result<ActivityId> writeActivity(Change& change, Activity activity) {
    if (activity.id.isNull())
        activity.id = change.newId<ActivityId>();
    const auto point = activity.point;
    const auto done =
        change.connection().run("INSERT INTO activity(id, kind, category, description, place, longitude, latitude, "
                                "geometry, quantity, unit, people, first, last, is_days, utc_offset, "
                                "organisation, person, note, source, plan) VALUES "
                                "(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20) "
                                "ON CONFLICT(id) DO UPDATE SET kind = ?2, category = ?3, description = ?4, place = ?5, "
                                "longitude = ?6, latitude = ?7, geometry = ?8, quantity = ?9, "
                                "unit = ?10, people = ?11, first = ?12, last = ?13, is_days = ?14, utc_offset = ?15, "
                                "organisation = ?16, person = ?17, note = ?18, source = ?19, "
                                "plan = ?20",
                                {activity.id,
                                 activity.kind,
                                 activity.category,
                                 activity.description,
                                 activity.place,
                                 point ? Value(point->longitude) : Value(nullptr),
                                 point ? Value(point->latitude) : Value(nullptr),
                                 point ? Value(pointBlob(*point)) : Value(nullptr),
                                 activity.quantity,
                                 activity.unit,
                                 activity.people,
                                 activity.time.first,
                                 activity.time.last,
                                 activity.time.isDays,
                                 std::int64_t{activity.time.utcOffset.count()},
                                 activity.organisation,
                                 activity.person,
                                 activity.note,
                                 activity.source,
                                 activity.plan});
    if (!done)
        return fail(done);
    return activity.id;
}

Result<void> removeActivity(Change& change, ActivityId id) {
    const auto done = change.connection().run("DELETE FROM activity WHERE id = ?", {id});
    if (!done)
        return fail(done);
    if (*done == 0)
        return fail(ErrorCode::NotFound, {"activity-unknown", {}});
    return {};
}

} // namespace gridwarden::core
