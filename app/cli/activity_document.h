// SPDX-License-Identifier: GPL-3.0-or-later
// Activities on the command line: which are meant, and how they are written.
#pragma once

#include "app/cli/output.h"
#include "core/activity_actions.h"
#include "core/figures/activity_tally.h"

#include <CLI/App.hpp>

namespace gridwarden::app {

/// --from --to --kind --chapter --area --organisation --person --area-kind --grids
struct ActivityFilterOptions {
    std::string from, to;
    std::vector<std::string> kinds, chapters, areas, organisations, people;
    std::string areaKind = "grid";
    std::string grids = "then";
};
void addActivityFilter(CLI::App& verb, ActivityFilterOptions& options);

/// Errors: NotFound "activity-kind-unknown" {name}, "organisation-unknown" {name}, "person-unknown" {name}; those of
/// areas and days.
[[nodiscard]] core::Result<core::ActivityFilter> activityFilterOf(const core::District& district,
                                                                  const ActivityFilterOptions& options);
/// \param activities stays as long as the context. Errors: BadInput "area-kind-unknown" {key}.
[[nodiscard]] core::Result<core::ActivityContext> activityContext(const core::District& district,
                                                                  const core::ActivityRegister& activities,
                                                                  const ActivityFilterOptions& options);

/// By its key, name or an alias. Errors: NotFound "activity-kind-unknown" {name}.
[[nodiscard]] core::Result<const core::ActivityKind*> activityKindOf(const core::District& district,
                                                                     const std::string& name);
[[nodiscard]] core::Result<core::OrganisationId> organisationOf(const core::District& district,
                                                                const std::string& name);
[[nodiscard]] core::Result<core::PersonId> personOf(const core::District& district, const std::string& name);

/// {"id":n,"kind":…,"name":…,"quantity":n,"unit":…,"people":n|null,"day":…,"first":…,"last":…,"place":…,"at":[lon,lat]|null,"area":…|null,…};
/// first and last are days where only those are known.
[[nodiscard]] Json activityDocument(const core::ActivityContext& context, const core::Activity& activity,
                                    const core::TimeZone& zone);
/// "2026-03-02" or "2026-03-02 09:30", with the end where that is another one.
[[nodiscard]] std::string activityTimeText(const core::ActivityTime& time, const core::TimeZone& zone);

} // namespace gridwarden::app
