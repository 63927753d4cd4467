// SPDX-License-Identifier: GPL-3.0-or-later
// Headings and paragraphs as pieces of a flow, and painting lines of text.
#pragma once

#include "app/report/flow.h"
#include "app/report/text_style.h"

namespace gridwarden::app {

/// Paints lines below each other from the upper left corner; aligned within `width`.
void paintLines(QPainter& painter, QPointF corner, double width, const QStringList& lines, TextStyle style, QColor colour,
                Qt::Alignment alignment = Qt::AlignLeft);

/// Stays with what follows it.
[[nodiscard]] Flow heading(const QString& text, TextStyle style = TextStyle::Heading);
/// Never leaves a single line alone on a page.
[[nodiscard]] Flow paragraph(const QString& text, TextStyle style = TextStyle::Body, QColor colour = ink::Text);

} // namespace gridwarden::app
