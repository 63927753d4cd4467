// SPDX-License-Identifier: GPL-3.0-or-later
// The work list of a person or an organisation (处置清单): what they have in hand in the order of its deadlines, with a map and room for
// what came of it.
#pragma once

#include "app/report/desk_paper.h"

namespace gridwarden::app {

/// A person, or an organisation with all below it.
struct WorkListOf {
    core::OrganisationId organisation;
    core::PersonId person;
};

struct WorkList {
    std::shared_ptr<const Chapter> chapter;
    QString title;
    std::size_t cases = 0;
    std::vector<core::Message> notes; ///< layers that could not be read
};
/// What is being handled by them, suspended cases last. `progress` is told the share that is done; a no ends it.
/// Errors: as deskScope and ReportMaps::load; Cancelled "cancelled".
[[nodiscard]] core::Result<WorkList> makeWorkList(core::District& district, WorkListOf whose, const PaperOptions& options,
                                                  const std::function<bool(double)>& progress = {});

} // namespace gridwarden::app
