// SPDX-License-Identifier: GPL-3.0-or-later
// The upper part of a first page, all that a director reads: title, map, the three numbers, the sentence that sums up.
#pragma once

#include "app/report/area_report.h"
#include "app/report/flow.h"
#include "app/report/report_map.h"

namespace gridwarden::app {

/// What the map's box has to be made for; two thirds of the type area's width.
[[nodiscard]] QSizeF mapSize();

/// Title, a line below it, a rule, and a line with where the data come from.
[[nodiscard]] Flow titleBlock(const QString& title, const QString& subtitle, const QString& origin);
/// "数据截至 …　打印 …（…）"
[[nodiscard]] QString originOf(const ReportScope& scope);
/// A map for a document to edit.
[[nodiscard]] DocumentPicture pictureOf(std::shared_ptr<const AreaMap> map, QSizeF size);
/// The symbols of a map in columns, as wide as the type area.
[[nodiscard]] Piece legendOf(const AreaMap& map, core::Language language);
/// Which of the listed cases have their numbers on the map.
[[nodiscard]] QString mapNote(const AreaMap& map, const ReportText& text);
/// The figures of an area or of all in a sentence; `who` names it.
[[nodiscard]] QString leadSentence(const ReportScope& scope, const core::Indicators& now, const QString& who);

/// `map` may be null.
[[nodiscard]] Flow areaOpening(const ReportScope& scope, const AreaReport& report, std::shared_ptr<const AreaMap> map);

} // namespace gridwarden::app
