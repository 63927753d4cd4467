// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the values of arguments: places, times, categories, areas, people.
#pragma once

#include "core/base/words.h"
#include "core/district.h"

#include <optional>
#include <string>

namespace gridwarden::app {

/// "LON,LAT" in `crs` (empty: CGCS2000) as CGCS2000 degrees. Errors: BadInput "place-unreadable" {text}; those of the CRS.
[[nodiscard]] core::Result<core::GeoPoint> placeOf(const std::string& text, const std::string& crs);

/// Errors: NotFound "category-unknown" {key}.
[[nodiscard]] core::Result<core::CategoryId> categoryOf(const core::District& district, const std::string& key);

/// "CODE" of the given kind, or of any kind when only one has it, or "KIND:CODE".
/// Errors: NotFound "area-unknown" {code}; BadInput "area-ambiguous" {code}.
[[nodiscard]] core::Result<core::AreaId> areaOf(const core::District& district, const std::string& code, std::optional<core::AreaKind> kind);

/// Errors: BadInput "area-kind-unknown" {key}.
[[nodiscard]] core::Result<core::AreaKind> areaKindOf(const std::string& key);

/// Of a paper, by --language: "en", else Chinese.
[[nodiscard]] core::Language paperLanguage(const std::string& key);

/// Nothing for an empty text.
[[nodiscard]] core::Result<std::optional<core::Moment>> momentOf(const core::District& district, const std::string& text);
/// As momentOf, for an --as-of: a bare day means its end.
[[nodiscard]] core::Result<std::optional<core::Moment>> asOfOf(const core::District& district, const std::string& text);
[[nodiscard]] core::Result<std::optional<core::Day>> dayOf(const std::string& text);

/// The case of a number. Errors: NotFound "case-number-unknown" {number}.
[[nodiscard]] core::Result<core::CaseId> caseOf(core::District& district, const std::string& number);

} // namespace gridwarden::app
