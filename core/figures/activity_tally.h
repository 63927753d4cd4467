// SPDX-License-Identifier: GPL-3.0-or-later
// Counting activities: the one way. Quantities are summed by unit and never across units; each number keeps the entries
// behind it.
#pragma once

#include "core/activities/activity_register.h"
#include "core/district/area_register.h"
#include "core/district/people.h"
#include "core/figures/filter.h"

#include <array>
#include <string>
#include <vector>

namespace gridwarden::core {

/// Conditions that all have to hold; an empty list is none.
struct ActivityFilter {
    std::optional<Day> from, to;       ///< local days on which they count, inclusive
    std::vector<std::string> kinds;    ///< keys, any of them
    std::vector<std::string> chapters; ///< of their kinds, any of them
    std::vector<AreaId> areas;         ///< in any of these by their place, with all below; an area stands for its code
    std::vector<OrganisationId> organisations; ///< any of these and those under them
    std::vector<PersonId> people;              ///< whose work it was, any of them
};

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow" // GCC before 13 takes the enumerator Day for a second core::Day
enum class ActivityKey { Kind, Chapter, Unit, Area, Organisation, Person, Day, Week, Month };
#pragma GCC diagnostic pop
inline constexpr std::array AllActivityKeys = {ActivityKey::Kind, ActivityKey::Chapter,      ActivityKey::Unit,
                                               ActivityKey::Area, ActivityKey::Organisation, ActivityKey::Person,
                                               ActivityKey::Day,  ActivityKey::Week,         ActivityKey::Month};
[[nodiscard]] std::string_view activityKeyKey(ActivityKey key); ///< "kind", "month" …
[[nodiscard]] std::optional<ActivityKey> activityKeyFromKey(std::string_view key);

struct UnitSum {
    std::string unit;
    double sum = 0;
    bool operator==(const UnitSum&) const = default;
};

struct ActivityCounts {
    std::int64_t entries = 0;
    std::vector<UnitSum> quantities; ///< by unit, each once
    std::int64_t people = 0;         ///< of the entries that say so
};

struct ActivityRow {
    /// One for each key; none = in none. Kind and chapter: key; area: code; organisation, person: code or name; day
    /// "2026-11-21", week "2026-W47" (ISO), month "2026-11".
    std::vector<std::optional<std::string>> keys;
    ActivityCounts counts;
    std::vector<ActivityId> records; ///< behind the number, in the order of their ids
};

/// What counting needs to know beside the entries. All outlive the call.
struct ActivityContext {
    const ActivityRegister* activities;
    const ActivityLists* lists;
    const AreaRegister* areas;
    const PeopleRegister* people;
    AreaKind kind = AreaKind::Grid; ///< which areas the key `area` means
    std::optional<Day> gridsOf;     ///< areas as of this day; none: as of the day of each entry
};

/// Entries that pass, in the order of their ids.
[[nodiscard]] std::vector<const Activity*> select(const ActivityContext& context, const ActivityFilter& filter);

/// By any number of keys (none: one row for all, also when there is no entry); ordered by the texts of the keys, none
/// last. Areas that share a code through time are one.
[[nodiscard]] std::vector<ActivityRow> tallyActivities(const ActivityContext& context,
                                                       const std::vector<const Activity*>& selection,
                                                       const std::vector<ActivityKey>& keys);

} // namespace gridwarden::core
