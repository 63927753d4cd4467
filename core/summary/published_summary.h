// SPDX-License-Identifier: GPL-3.0-or-later
// A summary as a JSON document, so that its numbers can be worked out again later.
#pragma once

#include "core/summary/summary.h"

namespace gridwarden::core {

[[nodiscard]] std::string summaryToText(const Summary& summary);
/// Errors: BadInput "summary-unreadable" {member}.
[[nodiscard]] Result<Summary> summaryFromText(std::string_view text);

} // namespace gridwarden::core
