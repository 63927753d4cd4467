// SPDX-License-Identifier: GPL-3.0-or-later
// Which fields of a table fill which parts of activities. A table has one activity in each row, or a column of numbers
// for each kind.
#pragma once

#include "core/activities/activity_lists.h"
#include "gis/source/case_mapping.h"

namespace gridwarden::gis {

enum class ActivityTarget {
    Kind,
    Quantity,
    Unit,
    People,
    Day,
    To,
    Place,
    Description,
    Longitude,
    Latitude,
    Area,
    Organisation,
    Person,
    Note
};
inline constexpr std::array AllActivityTargets = {
    ActivityTarget::Kind,      ActivityTarget::Quantity, ActivityTarget::Unit,  ActivityTarget::People,
    ActivityTarget::Day,       ActivityTarget::To,       ActivityTarget::Place, ActivityTarget::Description,
    ActivityTarget::Longitude, ActivityTarget::Latitude, ActivityTarget::Area,  ActivityTarget::Organisation,
    ActivityTarget::Person,    ActivityTarget::Note};
/// "kind", "quantity", "day" … as on the command line.
[[nodiscard]] std::string_view activityTargetKey(ActivityTarget target);
[[nodiscard]] std::optional<ActivityTarget> activityTargetFromKey(std::string_view key);

struct ActivityMapping {
    std::map<ActivityTarget, ValueSource> values;
    std::map<std::string, std::string> counted; ///< fields with the quantities of one kind each: its key
    [[nodiscard]] bool isEmpty() const { return values.empty() && counted.empty(); }
};

/// Of texts "TARGET=FIELD[+FIELD…]", "TARGET==CONSTANT" and "kind:KEY=FIELD". Errors: BadInput "mapping-unreadable"
/// {text}, "target-unknown" {name}, "target-repeated" {name}; NotFound "activity-kind-unknown" {key}.
[[nodiscard]] core::Result<ActivityMapping> activityMappingFromTexts(std::span<const std::string> texts,
                                                                     const core::ActivityLists& lists);

/// By the names that bureaus' tables use. Columns named like a kind count it, where no column names the kinds.
[[nodiscard]] ActivityMapping guessActivityMapping(const std::vector<std::string>& fields,
                                                   const core::ActivityLists& lists);

} // namespace gridwarden::gis
