// SPDX-License-Identifier: GPL-3.0-or-later
// The three numbers that matter, each with its fraction and the period before.
#pragma once

#include "app/report/area_report.h"
#include "app/report/official_document.h"

#include <QPainter>
#include <QSizeF>
#include <array>

namespace gridwarden::app {

struct KeyFigure {
    QString label;
    QString value;
    QString fraction;
    QString comparison;
    bool isBad = false; ///< in the red of lateness
};

/// Closed in time, closed, open and overdue.
[[nodiscard]] std::array<KeyFigure, 3> keyFigures(const core::Indicators& now, const core::Indicators& before, const ReportText& text);
/// One in a box, its upper left corner at `corner`.
void paintKeyFigure(QPainter& painter, QPointF corner, QSizeF size, const KeyFigure& figure);
/// The three beside each other, for a document to edit.
[[nodiscard]] DocumentTable keyFigureTable(const std::array<KeyFigure, 3>& figures);

} // namespace gridwarden::app
