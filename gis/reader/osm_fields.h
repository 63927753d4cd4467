// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gridwarden::gis {

/// Makes GDAL give those tags of OpenStreetMap data fields of their own that a map is styled and labelled by.
void useOsmFields();

} // namespace gridwarden::gis
