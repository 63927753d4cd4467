// SPDX-License-Identifier: GPL-3.0-or-later
// Coordinates as people and programs write them: numbers, degrees with minutes and seconds, and points in WKT.
// East and west, north and south are never swapped: what does not fit its axis is an error.
#pragma once

#include "core/base/result.h"
#include "gis/crs/map_point.h"

#include <optional>
#include <string_view>

namespace gridwarden::gis {

enum class Axis { X, Y }; ///< X: east or longitude; Y: north or latitude

/// One coordinate: "120.6543", "-73.99", "1.2e2", or in degrees 120°39'12.5"E, "N28 00 12", "28 0.2 N",
/// 120度39分12.5秒, 东经120°39′12″. \param isGeographic degrees, which have to lie within ±180 or ±90; in a plane only
/// plain numbers are read Errors: BadInput "coordinate-unreadable" {text}, "coordinate-wrong-axis" {text}: a letter of
/// the other axis, "coordinate-out-of-range" {text}.
[[nodiscard]] core::Result<double> parseCoordinate(std::string_view text, Axis axis, bool isGeographic);

/// A point in WKT or EWKT, "POINT (120.65 28.01)", also with Z or M, which are passed over. None for POINT EMPTY.
/// Errors: BadInput "point-unreadable" {text}; "coordinate-out-of-range" {text}.
[[nodiscard]] core::Result<std::optional<MapPoint>> parseWktPoint(std::string_view text, bool isGeographic);

} // namespace gridwarden::gis
