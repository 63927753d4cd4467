// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a table as text for the clipboard.
#pragma once

#include <QAbstractItemModel>
#include <QString>
#include <vector>

namespace gridwarden::app {

/// Tab separated with a line of headings; tabs and line breaks inside a cell become blanks.
[[nodiscard]] QString tabbedText(const QAbstractItemModel& model, const std::vector<int>& rows, const std::vector<int>& columns, int role);

} // namespace gridwarden::app
