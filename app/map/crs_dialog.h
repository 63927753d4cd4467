// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "gis/crs/crs.h"

#include <QString>
#include <optional>

class QWidget;

namespace gridwarden::app {

/// Lets the user choose a coordinate system: the likely ones around `place` in a list with a filter, any other by EPSG code
/// or WKT. None when given up.
[[nodiscard]] std::optional<gis::Crs> chooseCrs(QWidget* parent, const QString& title, core::GeoPoint place,
                                                const QString& current, bool planesOnly);

} // namespace gridwarden::app
