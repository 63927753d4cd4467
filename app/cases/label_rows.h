// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a muted label and what it names, with the labels of several grids in one column.
#pragma once

#include <QGridLayout>
#include <initializer_list>

namespace gridwarden::app {

/// Without rows yet. \param spacing between rows, pixels
[[nodiscard]] QGridLayout* makeLabelRows(int spacing);
/// \pre the grid is in the layout of a widget
void addLabelRow(QGridLayout* rows, const QString& label, QWidget* field);
/// One width for the labels of all.
void alignLabels(std::initializer_list<QGridLayout*> grids);

} // namespace gridwarden::app
