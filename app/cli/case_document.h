// SPDX-License-Identifier: GPL-3.0-or-later
// A case as JSON and as text.
#pragma once

#include "app/cli/output.h"
#include "core/case_actions.h"

namespace gridwarden::app {

/// The members that lists and single cases share: id, number, state, lamp, category, …, due, closed.
[[nodiscard]] Json caseSummary(const core::District& district, const core::CaseRecord& record, core::Moment asOf);
/// With steps, photos and the steps allowed now.
[[nodiscard]] Json caseDocument(const core::District& district, const core::CaseRecord& record, core::Moment asOf);
void printCase(const core::District& district, const core::CaseRecord& record, core::Moment asOf);

[[nodiscard]] Json optionalTime(const std::optional<core::Moment>& moment, const core::TimeZone& zone);
[[nodiscard]] std::string areaCode(const core::District& district, core::AreaId id); ///< empty: none
[[nodiscard]] std::string categoryText(const core::District& district, const core::CaseRecord& record);

} // namespace gridwarden::app
