// SPDX-License-Identifier: GPL-3.0-or-later
// strptime patterns, read without a locale and strictly.
#pragma once

#include "gis/source/time_format.h"

namespace gridwarden::gis {

/// Whether a pattern determines a moment. Errors: as TimeFormat::parse.
[[nodiscard]] core::Result<void> checkTimePattern(std::string_view pattern);

/// \pre checkTimePattern accepts the pattern.
[[nodiscard]] std::optional<TimeReading> readByPattern(std::string_view pattern, std::string_view text);

} // namespace gridwarden::gis
