// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/report_text.h"
#include "core/summary/summary.h"

namespace gridwarden::app {

/// The words that stand for period, year, day and district in a summary, in the language of the report texts.
/// \param today the local day of the moment that the data are as of
[[nodiscard]] core::SummaryWords summaryWords(const ReportText& text, const std::string& district, core::Period period, core::Day today);

} // namespace gridwarden::app
