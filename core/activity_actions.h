// SPDX-License-Identifier: GPL-3.0-or-later
// What people do with activities: count one, correct it, take it out, confirm what was planned. The window and the
// command line call these.
#pragma once

#include "core/district.h"

namespace gridwarden::core {

/// What is left open is filled in: unit and category of the kind, the organisation of the person. Errors: NotFound
/// "activity-kind-unknown" {key}; BadInput "activity-quantity-wrong", "activity-people-wrong",
/// "activity-ends-before-start", "activity-point-wrong", "time-in-future" {day}.
[[nodiscard]] Result<Activity> completed(const District& district, Activity activity);

/// Errors: as completed; ReadOnly; Database.
Result<ActivityId> addActivity(District& district, const Actor& actor, const Activity& activity);
/// Rewrites one. Errors: as addActivity; NotFound "activity-unknown".
Result<void> changeActivity(District& district, const Actor& actor, const Activity& activity);
/// Errors: NotFound "activity-unknown"; ReadOnly; Database.
Result<void> removeActivity(District& district, const Actor& actor, ActivityId id);

/// What is counted when a plan is confirmed as it is; its time is left open.
[[nodiscard]] Activity plannedActivity(const ActivityPlan& plan);
/// What is offered on a day: planned for it and not confirmed yet. Errors: as District::activities.
[[nodiscard]] Result<std::vector<ActivityPlan>> plannedOn(District& district, Day day);
/// Enters what was planned, with what was really counted. Errors: as addActivity; NotFound "activity-plan-unknown";
/// Refused "activity-confirmed-already"; BadInput "activity-quantity-missing" where neither the plan nor the call has
/// one.
Result<ActivityId> confirmPlanned(District& district, const Actor& actor, ActivityPlanId plan, Day day,
                                  std::optional<double> quantity = {}, std::optional<std::int64_t> people = {});

/// "清理占道经营 32 起", for the journal.
[[nodiscard]] std::string activityText(const ActivityLists& lists, const Activity& activity);
/// A quantity without needless zeros: "32", "7248.5".
[[nodiscard]] std::string quantityText(double quantity);

} // namespace gridwarden::core
