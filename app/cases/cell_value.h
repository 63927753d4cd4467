// SPDX-License-Identifier: GPL-3.0-or-later
// A cell of a table that is written into a file: as what it is, so that a spreadsheet can calculate with it.
#pragma once

#include "core/base/time.h"

#include <QString>

#include <variant>

namespace gridwarden::app {

struct CellNumber {
    double value;
    QString unit; ///< may be empty
};

/// Nothing, a text, a number or a time (which is shown in the time zone of the district).
using CellValue = std::variant<std::monostate, QString, CellNumber, core::Moment>;

} // namespace gridwarden::app
