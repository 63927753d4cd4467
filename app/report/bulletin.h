// SPDX-License-Identifier: GPL-3.0-or-later
// The bulletin (月报、通报) of a period: what was reported, filed and closed, by class, source and area, beside the period before and the year before.
// All numbers come from core::evaluateFigures, core::indicators and core::tally.
#pragma once

#include "app/report/area_report.h"
#include "app/report/official_document.h"

namespace gridwarden::app {

/// How many problems of a class were reported.
struct BulletinClass {
    QString name;
    std::int64_t now = 0, before = 0, lastYear = 0;
};
struct BulletinSource {
    QString name;
    std::int64_t reported = 0, closed = 0; ///< closed: of those reported
};
/// A kind of categories: matters, components …
struct BulletinKind {
    BulletinClass all;
    std::vector<BulletinClass> most; ///< five at most, most first
};

struct Bulletin {
    core::Indicators now, before, lastYear;
    std::vector<BulletinKind> kinds;     ///< most first
    std::vector<BulletinClass> classes;  ///< big classes, most first
    std::vector<BulletinSource> sources; ///< with at least one report, most first
    core::AreaKind areaKind = core::AreaKind::Grid;
    std::vector<AreaNumbers> areas; ///< with reports or cases due, by closing rate, then by that in time, highest first
};

/// \param areas counted by these; none: streets where the district has any at the end of the period, else grids
/// Errors: those of core::evaluateFigures.
[[nodiscard]] core::Result<Bulletin> readBulletin(const ReportScope& scope, std::optional<core::AreaKind> areas = {});

[[nodiscard]] OfficialDocument bulletinDocument(const ReportScope& scope, const Bulletin& bulletin, const OfficialHeading& heading = {});

} // namespace gridwarden::app
