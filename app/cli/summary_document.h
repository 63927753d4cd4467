// SPDX-License-Identifier: GPL-3.0-or-later
// A summary as plain text with the list of its numbers, and numbers as JSON has them.
#pragma once

#include "app/cli/output.h"
#include "app/report/summary_official.h"

namespace gridwarden::app {

/// The paragraphs, then each number with its definition, its value, how many records are behind it and the beginning of their digest.
[[nodiscard]] std::string summaryAsPlainText(const core::Summary& summary, const ReportText& words);

[[nodiscard]] Json optionalNumber(const std::optional<double>& value); ///< null: undefined

} // namespace gridwarden::app
