// SPDX-License-Identifier: GPL-3.0-or-later
// All activities of the district in memory, and their rows in the file.
#pragma once

#include "core/activities/activity_lists.h"

#include <memory>
#include <set>
#include <vector>

namespace gridwarden::core {

/// Immutable snapshot; one that follows from another after a change shares with it what did not change.
class ActivityRegister {
public:
    using Entry = std::shared_ptr<const Activity>; ///< never null
    ActivityRegister() = default;
    explicit ActivityRegister(std::vector<Entry> entries); ///< \pre in the order of their ids

    [[nodiscard]] const std::vector<Entry>& all() const { return m_entries; } ///< in the order of their ids
    [[nodiscard]] const Activity* find(ActivityId id) const;
    /// That count on a day, by their first moments.
    [[nodiscard]] std::vector<const Activity*> onDay(Day day) const;
    [[nodiscard]] bool isConfirmed(ActivityPlanId plan, Day day) const;

private:
    std::vector<Entry> m_entries;
};

/// Errors: Database.
[[nodiscard]] Result<ActivityRegister> loadActivities(Connection& connection);
/// As `known` with these read again. Errors: Database.
[[nodiscard]] Result<ActivityRegister> withChanged(const ActivityRegister& known, Connection& connection,
                                                   const std::set<std::int64_t>& changed);

/// Writes a row; a null id gets a new one.
Result<ActivityId> writeActivity(Change& change, Activity activity);
/// Errors: NotFound "activity-unknown".
Result<void> removeActivity(Change& change, ActivityId id);

} // namespace gridwarden::core
