// SPDX-License-Identifier: GPL-3.0-or-later
// How cases are put into words and symbols, in one place, so that card, panel, table and exports agree.
// Texts are in the language of the interface; times in the time zone of the district.
#pragma once

#include "app/text/limit_text.h"
#include "core/case_actions.h"

#include <QColor>
#include <QDateTime>
#include <QIcon>
#include <QPalette>
#include <QString>

namespace gridwarden::app {

[[nodiscard]] QString categoryName(const core::Category& category);
/// Name and code, "店外经营 · 09005"; the source's own text where the category is unknown.
[[nodiscard]] QString categoryLabel(const core::CategoryRegister& categories, core::CategoryId id, const std::string& text = {});
[[nodiscard]] QString sourceName(const core::District& district, std::string_view key);
/// Likewise of a method of handling.
[[nodiscard]] QString methodName(const core::District& district, std::string_view key);
/// "101 东片区"
[[nodiscard]] QString areaLabel(const core::Area& area);
/// The grid with the areas over it, nearest first: "101 · 南塘社区 · 东片区"; "outside every grid" for none.
[[nodiscard]] QString areaTrail(const core::AreaRegister& areas, core::AreaId grid, std::optional<core::Day> day);
/// "张三 · 一中队"
[[nodiscard]] QString personLabel(const core::PeopleRegister& people, core::PersonId person);
/// Who handles: person with organisation, or the organisation alone; empty for nobody.
[[nodiscard]] QString handlerLabel(const core::PeopleRegister& people, core::OrganisationId organisation, core::PersonId person);

/// "2026-11-21 09:31", "2026-11-21 09:31:05" where the seconds are not zero.
[[nodiscard]] QString fullTime(core::Moment moment, const core::TimeZone& zone);
/// "32 stalls"; digits grouped, no needless decimals
[[nodiscard]] QString quantityText(double quantity, const std::string& unit);
/// "18 m", "1.2 km"
[[nodiscard]] QString distanceText(double metres);

/// The wall clock of the district for the time editors, carried as if it were UTC.
[[nodiscard]] QDateTime wallClock(core::Moment moment, const core::TimeZone& zone);
[[nodiscard]] core::Moment momentOf(const QDateTime& wallClock, const core::TimeZone& zone);

[[nodiscard]] core::Lamp lampOf(const core::DerivedCase& derived, core::Moment at);
/// The symbol of a lamp: shape and colour both.
[[nodiscard]] QIcon lampIcon(core::Lamp lamp);
/// The lamp's colour for text, readable on the palette's base.
[[nodiscard]] QColor lampTextColour(core::Lamp lamp, const QPalette& palette);
/// Colour for what is less important, readable on the palette's window.
[[nodiscard]] QColor mutedColour(const QPalette& palette);
/// Colour for a fault written beside its field.
[[nodiscard]] QColor faultColour(const QPalette& palette);

} // namespace gridwarden::app
