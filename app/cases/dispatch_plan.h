// SPDX-License-Identifier: GPL-3.0-or-later
// To whom many cases would go by rules and duty, counted for each receiver.
#pragma once

#include "app/workspace/workspace.h"

#include <QStringList>
#include <map>

namespace gridwarden::app {

struct DispatchPlan {
    /// Cases that go to the same receiver.
    struct Share {
        int count = 0;
        QStringList reasons; ///< each once
    };
    std::vector<core::CaseId> cases; ///< those that can be handed out
    std::map<std::pair<core::OrganisationId, core::PersonId>, Share> shares;
};

/// Made on any thread, from the facts and registers as of now; none when `progress` ended it.
/// \param state of the cases that can be handed out
/// \pre a district is open
using DispatchPlanning = std::function<std::optional<DispatchPlan>(const Jobs::Progress& progress)>;
[[nodiscard]] DispatchPlanning dispatchPlanning(const Workspace& workspace, std::vector<core::CaseId> cases,
                                                core::CaseState state);

} // namespace gridwarden::app
