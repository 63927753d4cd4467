// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activity_actions.h"

#include <cmath>
#include <fmt/format.h>

namespace gridwarden::core {

std::string quantityText(double quantity) {
    constexpr double MostExact = 1e15; // beyond, a double does not tell one from the next
    if (quantity == std::floor(quantity) && std::abs(quantity) < MostExact)
        return fmt::format("{:.0f}", quantity);
    return fmt::format("{:.12g}", quantity); // what adding up binary fractions leaves behind does not show
}

std::string activityText(const ActivityLists& lists, const Activity& activity) {
    const ActivityKind* const kind = lists.find(activity.kind);
    return fmt::format("{} {} {}", kind == nullptr ? activity.kind : kind->name, quantityText(activity.quantity),
                       activity.unit);
}

Result<Activity> completed(const District& district, Activity activity) {
    const ActivityKind* const kind = district.activityLists().find(activity.kind);
    if (kind == nullptr)
        return fail(ErrorCode::NotFound, {"activity-kind-unknown", {activity.kind}});
    constexpr double Most = 1e15;
    if (!std::isfinite(activity.quantity) || activity.quantity < 0 || activity.quantity > Most)
        return fail(ErrorCode::BadInput, {"activity-quantity-wrong", {}});
    if (activity.people && *activity.people < 0)
        return fail(ErrorCode::BadInput, {"activity-people-wrong", {}});
    if (activity.time.last < activity.time.first)
        return fail(ErrorCode::BadInput, {"activity-ends-before-start", {}});
    // Also the end: what is counted has been done.
    if (activity.time.lastDay() > district.timeZone().day(now()))
        return fail(ErrorCode::BadInput, {"time-in-future", {dayText(activity.time.lastDay())}});
    if (activity.point && !(std::abs(activity.point->longitude) <= 180 && std::abs(activity.point->latitude) <= 90))
        return fail(ErrorCode::BadInput, {"activity-point-wrong", {}});
    if (activity.unit.empty())
        activity.unit = kind->unit;
    if (activity.category.isNull() && !kind->category.empty())
        if (const Category* const category = district.categories().find(kind->category))
            activity.category = category->id;
    if (activity.organisation.isNull())
        if (const Person* const person = district.people().find(activity.person))
            activity.organisation = person->organisation;
    return activity;
}

namespace {

Result<ActivityId> write(District& district, const Actor& actor, const char* label, const Activity& activity) {
    auto whole = completed(district, activity);
    if (!whole)
        return fail(whole);
    ActivityId id;
    const auto done = district.change({label, {activityText(district.activityLists(), *whole)}}, actor,
                                      [&](Change& change) -> Result<void> {
                                          const auto written = writeActivity(change, *whole);
                                          if (!written)
                                              return fail(written);
                                          id = *written;
                                          return {};
                                      });
    if (!done)
        return fail(done);
    return id;
}

Result<Activity> stored(District& district, ActivityId id) {
    const auto activities = district.activities();
    if (!activities)
        return fail(activities);
    const Activity* const activity = (*activities)->find(id);
    if (activity == nullptr)
        return fail(ErrorCode::NotFound, {"activity-unknown", {}});
    return *activity;
}

} // namespace

Result<ActivityId> addActivity(District& district, const Actor& actor, const Activity& activity) {
    Activity fresh = activity;
    fresh.id = {};
    return write(district, actor, "add-activity", fresh);
}

Result<void> changeActivity(District& district, const Actor& actor, const Activity& activity) {
    if (const auto known = stored(district, activity.id); !known)
        return fail(known);
    if (const auto written = write(district, actor, "edit-activity", activity); !written)
        return fail(written);
    return {};
}

Result<void> removeActivity(District& district, const Actor& actor, ActivityId id) {
    const auto known = stored(district, id);
    if (!known)
        return fail(known);
    const auto done = district.change({"remove-activity", {activityText(district.activityLists(), *known)}}, actor,
                                      [id](Change& change) { return removeActivity(change, id); });
    if (!done)
        return fail(done);
    return {};
}

Activity plannedActivity(const ActivityPlan& plan) {
    Activity activity;
    activity.kind = plan.kind;
    activity.category = plan.category;
    activity.description = plan.description;
    activity.place = plan.place;
    activity.point = plan.point;
    activity.quantity = plan.quantity.value_or(0);
    activity.unit = plan.unit;
    activity.people = plan.people;
    activity.organisation = plan.organisation;
    activity.person = plan.person;
    activity.plan = plan.id;
    return activity;
}

Result<std::vector<ActivityPlan>> plannedOn(District& district, Day day) {
    const auto activities = district.activities();
    if (!activities)
        return fail(activities);
    std::vector<ActivityPlan> planned;
    for (const ActivityPlan& plan : district.activityLists().plans())
        if (plan.occursOn(day) && !(*activities)->isConfirmed(plan.id, day))
            planned.push_back(plan);
    return planned;
}

Result<ActivityId> confirmPlanned(District& district, const Actor& actor, ActivityPlanId id, Day day,
                                  std::optional<double> quantity, std::optional<std::int64_t> people) {
    const ActivityPlan* const plan = district.activityLists().find(id);
    if (plan == nullptr)
        return fail(ErrorCode::NotFound, {"activity-plan-unknown", {}});
    const auto activities = district.activities();
    if (!activities)
        return fail(activities);
    if ((*activities)->isConfirmed(id, day))
        return fail(ErrorCode::Refused, {"activity-confirmed-already", {}});
    if (!quantity)
        quantity = plan->quantity;
    if (!quantity)
        return fail(ErrorCode::BadInput, {"activity-quantity-missing", {}});
    Activity activity = plannedActivity(*plan);
    activity.quantity = *quantity;
    activity.people = people ? people : plan->people;
    activity.time = ActivityTime::ofDays({day, day}, district.timeZone());
    return write(district, actor, "confirm-activity", activity);
}

} // namespace gridwarden::core
