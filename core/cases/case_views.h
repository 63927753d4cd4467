// SPDX-License-Identifier: GPL-3.0-or-later
// Views of the case table that were saved under a name, kept with the district. What a view says is JSON that the
// window reads and writes (app/cases/saved_view.h); here it is a text.
#pragma once

#include "core/store/store.h"

namespace gridwarden::core {

using CaseViewId = Id<struct CaseViewTag>;

struct CaseView {
    CaseViewId id;
    std::string name;
    std::string definition;
    int position = 0; ///< the order in which they are offered
};

/// By position. Errors: Database.
[[nodiscard]] Result<std::vector<CaseView>> loadCaseViews(Connection& connection);
/// Adds it at the end when the id is null, else rewrites name and definition; returns the id.
/// Errors: BadInput "name-missing" {""}; Exists "view-exists" {name}; NotFound "view-unknown" {name}.
Result<CaseViewId> saveCaseView(Change& change, const CaseView& view);
/// Errors: NotFound "view-unknown" {name}.
Result<void> removeCaseView(Change& change, const CaseView& view);

} // namespace gridwarden::core
