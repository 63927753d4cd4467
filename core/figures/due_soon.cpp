// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/due_soon.h"

namespace gridwarden::core {

Selection turningRed(const CaseFacts& facts, Moment from, Moment to) {
    Selection rows;
    const std::int64_t end = to.time_since_epoch().count();
    std::size_t first = 0;
    for (const auto& chunk : facts.chunks()) {
        const PackedNumbers& due = chunk->column(FactColumn::Due);
        // Resuming can make a case overdue whose deadline is past, but then its suspension ends within the time.
        const bool mayTurn = due.greatest() >= from.time_since_epoch().count() ||
                             chunk->column(FactColumn::SuspendedUntil).greatest() >= from.time_since_epoch().count();
        if (mayTurn && due.least() < end)
            due.visit([&](auto dueAt) {
                for (std::size_t position = 0; position < chunk->size(); ++position) {
                    const std::int64_t deadline = dueAt(position);
                    if (deadline == 0 || deadline >= end || !chunk->hasMark(position, IsPresent))
                        continue;
                    const CaseFact course = chunk->course(position);
                    if (!course.isOverdueAt(from) && course.isOverdueAt(to))
                        rows.push_back(static_cast<std::uint32_t>(first + position));
                }
            });
        first += chunk->size();
    }
    return rows;
}

} // namespace gridwarden::core
