// SPDX-License-Identifier: GPL-3.0-or-later
// What patrols covered in a period, and the roads they missed on a day, as documents.
#pragma once

#include "app/report/official_document.h"
#include "app/report/report_text.h"
#include "core/patrol_actions.h"

namespace gridwarden::app {

/// "7–9, 13–14": of the hours of service those in which nobody was in a grid.
[[nodiscard]] QString blindHours(const core::GridCoverage& grid, const std::vector<int>& serviceHours);

/// \param squad its name; empty: all
[[nodiscard]] OfficialDocument coverageDocument(const core::District& district, const core::CoveragePicture& picture, const QString& squad, const ReportText& text);

/// Tomorrow's list: what was passed too seldom on a day, by grid, with room for who makes up for it.
[[nodiscard]] OfficialDocument missedDocument(const core::District& district, const core::MissedRoads& missed, const ReportText& text);

/// "主干道严管", or the bureau's own word.
[[nodiscard]] QString roadGrade(const std::string& grade, const ReportText& text);

} // namespace gridwarden::app
