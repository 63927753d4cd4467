// SPDX-License-Identifier: GPL-3.0-or-later
// What can be counted, and what is planned: two lists that the bureau edits.
#pragma once

#include "core/activities/activity.h"
#include "core/activities/recurrence.h"
#include "core/store/store.h"

#include <string_view>
#include <vector>

namespace gridwarden::core {

/// A kind of activity. A new district begins with those of resources/activities.json.
struct ActivityKind {
    std::string key;
    std::string name;
    std::string english;
    std::string unit;
    bool countsPeople = false; ///< people belong to it: a training, a joint operation
    std::string chapter;       ///< of a work summary: words.json "activity_chapters", or the bureau's own words
    std::string category;      ///< key of the category that an entry gets; empty: none
    std::string aliases;       ///< other words for it, with commas
    bool isEnabled = true;
    int position = 0;
};

/// Something that comes again. It is offered on its days; nothing enters by itself.
struct ActivityPlan {
    ActivityPlanId id;
    std::string kind;
    CategoryId category;
    std::string description;
    std::string place;
    std::optional<GeoPoint> point;  ///< CGCS2000
    std::optional<double> quantity; ///< none: asked for when it is confirmed
    std::string unit;
    std::optional<std::int64_t> people;
    OrganisationId organisation;
    PersonId person;
    Recurrence recurrence;
    std::optional<Day> from, to; ///< inclusive; none: ever
    bool isActive = true;

    [[nodiscard]] bool occursOn(Day day) const {
        return isActive && (!from || *from <= day) && (!to || day <= *to) && recurrence.occursOn(day);
    }
};

/// Immutable snapshot of both.
class ActivityLists {
public:
    ActivityLists() = default;
    ActivityLists(std::vector<ActivityKind> kinds, std::vector<ActivityPlan> plans);

    [[nodiscard]] const std::vector<ActivityKind>& kinds() const {
        return m_kinds;
    } ///< in the order in which they are offered
    [[nodiscard]] const std::vector<ActivityPlan>& plans() const { return m_plans; }
    [[nodiscard]] const ActivityKind* find(std::string_view key) const;
    [[nodiscard]] const ActivityPlan* find(ActivityPlanId id) const;
    /// By its key, Chinese or English name or an alias, in full.
    [[nodiscard]] const ActivityKind* named(std::string_view name) const;
    /// Up to `limit` kinds on offer that match what was typed: name, pinyin initials, pinyin, alias, English; the best
    /// first. All when nothing was typed.
    [[nodiscard]] std::vector<const ActivityKind*> search(std::string_view typed, std::size_t limit) const;

private:
    std::vector<ActivityKind> m_kinds;
    std::vector<ActivityPlan> m_plans;
    struct Reading {
        std::string initials, pinyin;
    };
    std::vector<Reading> m_readings; // beside m_kinds
};

[[nodiscard]] Result<ActivityLists> loadActivityLists(Connection& connection);

/// Adds or rewrites by key. Errors: BadInput "activity-kind-incomplete" {key}.
Result<void> saveActivityKind(Change& change, const ActivityKind& kind);
/// Adds when the id is null, else rewrites. Errors: BadInput "activity-plan-incomplete", "activity-ends-before-start".
Result<ActivityPlanId> savePlan(Change& change, ActivityPlan plan);
/// What was confirmed from it stays.
Result<void> removePlan(Change& change, ActivityPlanId id);

} // namespace gridwarden::core
