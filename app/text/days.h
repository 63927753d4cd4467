// SPDX-License-Identifier: GPL-3.0-or-later
// Local days as Qt's fields have them, and the week, the month, the quarter, the half-year and the year that a day is in.
#pragma once

#include "core/base/time.h"

#include <QDate>

namespace gridwarden::app {

[[nodiscard]] QDate dateOf(core::Day day);
/// 1970-01-01 of a date that is none.
[[nodiscard]] core::Day dayOf(QDate date);

[[nodiscard]] core::Period weekOf(core::Day day); ///< from Monday
[[nodiscard]] core::Period monthOf(core::Day day);
[[nodiscard]] core::Period quarterOf(core::Day day);
[[nodiscard]] core::Period halfYearOf(core::Day day);
[[nodiscard]] core::Period yearOf(core::Day day);

} // namespace gridwarden::app
