// SPDX-License-Identifier: GPL-3.0-or-later
// The type of a report: sizes from the size table of GB/T 9704, one face, one accent.
//
// The prescribed faces (小标宋, 仿宋, 黑体, 楷体) are commercial, and with those of Noto PDF readers find other characters than
// are printed (人 becomes a radical, digits after Latin letters vanish). WenQuanYi Micro Hei prints, is searched and copied
// rightly, so all of a report is set in it; levels are told apart by size, weight and the accent. It is embedded.
// Official documents are set in several faces: official_type.h.
#pragma once

#include "core/base/result.h"

#include <QColor>
#include <QFont>
#include <QString>
#include <QStringList>

namespace gridwarden::app {

enum class TextStyle {
    Title,      ///< 二号 22 pt, bold
    Heading,    ///< 三号 16 pt, bold: 一、
    Subheading, ///< 四号 14 pt: （一）
    Subtitle,   ///< 小四 12 pt
    Body,       ///< 小四 12 pt
    Cell,       ///< 五号 10.5 pt: tables
    CellHead,   ///< 五号 10.5 pt, bold
    Small,      ///< 小五 9 pt: notes, wide tables
    SmallHead,  ///< 小五 9 pt, bold
    Fine,       ///< 7.5 pt: the list of cases, the legend
    FineHead,   ///< 7.5 pt, bold
    KeyFigure,  ///< 一号 26 pt, bold
    PageNumber  ///< 四号 14 pt
};

/// Sized in report units.
[[nodiscard]] QFont fontOf(TextStyle style);
/// From baseline to baseline, report units.
[[nodiscard]] double lineHeight(TextStyle style);
/// From the upper edge of a line to its baseline, so that the characters stand in the middle of the line.
[[nodiscard]] double baselineIn(TextStyle style);
[[nodiscard]] double textWidth(const QString& text, TextStyle style);
/// The lines of a text in a width; "\n" begins a new one. At least one.
[[nodiscard]] QStringList wrapped(const QString& text, TextStyle style, double width, double firstLineIndent = 0);

[[nodiscard]] QString reportFontFamily();
/// Errors: NotFound "report-font-missing" {family}: without it the text of the PDF could not be searched.
[[nodiscard]] core::Result<void> requireReportFont();

namespace ink {
inline constexpr QColor Text(0x1a, 0x1a, 0x1a);
inline constexpr QColor Faint(0x6b, 0x6b, 0x6b);
inline constexpr QColor Rule(0xc4, 0xc8, 0xcc);
inline constexpr QColor Accent(0x1f, 0x4e, 0x79);
inline constexpr QColor AccentPale(0xe9, 0xf0, 0xf6);
inline constexpr QColor Late(0xb3, 0x26, 0x1e); ///< the red of overdue cases, as on the map
} // namespace ink

} // namespace gridwarden::app
