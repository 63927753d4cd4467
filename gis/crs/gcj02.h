// SPDX-License-Identifier: GPL-3.0-or-later
// The offset datums of Chinese map services: GCJ-02 (Amap, Tencent) and BD-09 (Baidu). The public formulas; the true
// services differ from them by metres in places, so they serve display and not surveying.
#pragma once

#include "core/base/geometry.h"

namespace gridwarden::gis {

/// Whether the GCJ-02 offset applies: 72.004–137.8347° E and 0.8293–55.8271° N. Outside it is zero.
[[nodiscard]] bool hasGcj02Offset(core::GeoPoint point);

/// CGCS2000 degrees → GCJ-02 degrees; unchanged where there is no offset.
[[nodiscard]] core::GeoPoint toGcj02(core::GeoPoint cgcs2000);
/// GCJ-02 degrees → CGCS2000 degrees by three fixed-point rounds: at most 0.2 mm beside the inverse of toGcj02.
[[nodiscard]] core::GeoPoint fromGcj02(core::GeoPoint gcj02);

/// CGCS2000 degrees → BD-09 degrees; unchanged where GCJ-02 has no offset.
[[nodiscard]] core::GeoPoint toBd09(core::GeoPoint cgcs2000);
/// BD-09 degrees → CGCS2000 degrees, within a millimetre of the inverse of toBd09.
[[nodiscard]] core::GeoPoint fromBd09(core::GeoPoint bd09);

} // namespace gridwarden::gis
