// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a table as text: for the clipboard and for CSV files.
#pragma once

#include <QAbstractItemModel>
#include <QString>
#include <functional>
#include <vector>

class QIODevice;

namespace gridwarden::app {

/// Tab separated with a line of headings; tabs and line breaks inside a cell become blanks.
[[nodiscard]] QString tabbedText(const QAbstractItemModel& model, const std::vector<int>& rows, const std::vector<int>& columns, int role);

/// Writes all rows as CSV by RFC 4180, UTF-8 with byte order mark, with a line of headings. `progress` is told the part
/// done now and then and answers whether to go on. \return false when it was stopped or the device refused.
bool writeCsv(QIODevice& device, const QAbstractItemModel& model, const std::vector<int>& columns, int role,
              const std::function<bool(double)>& progress = {});

} // namespace gridwarden::app
