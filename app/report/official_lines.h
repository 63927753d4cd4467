// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of an official document: where a text is broken, and how a line fills its width.
#pragma once

#include "app/report/official_type.h"

#include <QPainter>
#include <vector>

namespace gridwarden::app {

struct SetLine {
    QString text;
    double x = 0;      ///< in from the left, report units
    double spread = 1; ///< times the usual advance of its characters, so that it fills the width
};

/// Breaks a text where its language allows it; "\n" begins a new line. At least one line.
/// \param indent of the first line; \param fills lines that another one follows reach the right edge where little is missing
[[nodiscard]] std::vector<SetLine> setLines(const QString& text, const QFont& font, double width, double indent = 0, bool fills = false);
/// The same, each line aligned within the width.
[[nodiscard]] std::vector<SetLine> setAligned(const QString& text, const QFont& font, double width, Qt::Alignment alignment);
/// As few lines as it takes, about equally long and broken between words: titles.
[[nodiscard]] QStringList balancedLines(const QString& text, const QFont& font, double width);

/// Paints a line with its upper left corner at a point.
void paintSetLine(QPainter& painter, QPointF corner, const SetLine& line, const QFont& font, double baseline, const QColor& colour = Qt::black);

} // namespace gridwarden::app
