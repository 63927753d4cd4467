// SPDX-License-Identifier: GPL-3.0-or-later
// Coordinates as people read and write them.
#pragma once

#include "core/base/geometry.h"
#include "gis/crs/crs.h"

#include <QString>
#include <optional>

namespace gridwarden::app {

/// "120.654321, 28.012345" (degrees, longitude first) or "500123.45, 3112345.67" (units of the plane, east first) of a
/// place given in CGCS2000; empty where the CRS cannot express it.
[[nodiscard]] QString coordinateText(core::GeoPoint place, const gis::Crs& crs);

/// Reads two numbers as longitude and latitude in CGCS2000, or, when they do not fit degrees, as east and north in
/// `mapCrs`. Latitude first is understood when it is unmistakable.
[[nodiscard]] std::optional<core::GeoPoint> parseCoordinate(const QString& text, const gis::Crs& mapCrs);

/// The name of a CRS for people, for instance "CGCS2000 3° zone 120°E".
[[nodiscard]] QString crsText(const gis::Crs& crs);
/// A form short enough for the status bar: "CGCS2000", "GCJ-02", "EPSG:4549".
[[nodiscard]] QString crsShortText(const gis::Crs& crs);

/// "12.3 m", "1.234 km" by the locale.
[[nodiscard]] QString lengthText(double metres);
/// "12.3 m²", "1.234 km²", with 亩 beside it under Chinese (1 亩 is 2000/3 m²).
[[nodiscard]] QString areaText(double squareMetres);

} // namespace gridwarden::app
