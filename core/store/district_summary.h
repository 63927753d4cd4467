// SPDX-License-Identifier: GPL-3.0-or-later
// What a district file holds in a few numbers, to tell one copy of it from another.
#pragma once

#include "core/store/connection.h"
#include "core/store/journal.h"

namespace gridwarden::core {

struct DistrictSummary {
    int schema = 0;
    std::string name, timeZone;
    std::int64_t areas = 0, people = 0, cases = 0, steps = 0, photos = 0;
    std::int64_t entries = 0; ///< of the journal
    std::string head;         ///< hash of the last entry: what the file as a whole has come to
    std::optional<Moment> lastAt;
    Message lastLabel;
    std::string lastActor;
    bool operator==(const DistrictSummary&) const = default;
};

/// Counts; takes a moment where there are millions of cases. Errors: NotDistrict; Database.
[[nodiscard]] Result<DistrictSummary> summarise(Connection& connection, const std::filesystem::path& file);

/// Its last journal entry only: hash and moment. Errors: Database.
struct JournalHead {
    std::string hash;
    std::optional<Moment> at;
};
[[nodiscard]] Result<JournalHead> journalHead(Connection& connection);

} // namespace gridwarden::core
