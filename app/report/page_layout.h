// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet of a report: A4 with the margins of GB/T 9704. Everything is measured in units of a tenth of a point
// (720 to the inch), so that each size of the size table is a whole number of pixels for QFont and a layout does not depend on
// the device: paper, PDF and preview break lines and pages alike. x to the right, y down, (0, 0) the sheet's upper left corner.
#pragma once

#include <QRectF>

namespace gridwarden::app {

inline constexpr int UnitsPerInch = 720;
[[nodiscard]] constexpr double millimetres(double length) { return length * UnitsPerInch / 25.4; }
[[nodiscard]] constexpr double points(double length) { return length * UnitsPerInch / 72; }

namespace sheet {
inline constexpr double Width = millimetres(210);
inline constexpr double Height = millimetres(297);
inline constexpr double Left = millimetres(28); ///< 订口
inline constexpr double Top = millimetres(37);  ///< 天头
inline constexpr double TypeWidth = millimetres(156);
inline constexpr double TypeHeight = millimetres(225);
/// Upper edge of the page number below the type area.
inline constexpr double PageNumberDrop = millimetres(7);
} // namespace sheet

/// 版心
[[nodiscard]] inline QRectF typeArea() { return {sheet::Left, sheet::Top, sheet::TypeWidth, sheet::TypeHeight}; }

} // namespace gridwarden::app
