// SPDX-License-Identifier: GPL-3.0-or-later
// Writing a summary beside the window, and finding the records behind one of its numbers.
#pragma once

#include "app/figures/figure_basis.h"
#include "core/summary/summary.h"

namespace gridwarden::app {

struct SummaryWish {
    FigureBasis basis;
    std::string text; ///< with slots
    core::Period period;
    core::SummaryWords words;
};

struct SummaryAnswer {
    SummaryWish wish;
    core::Result<core::Summary> summary;
};

/// Null once the token is stopped. Errors of the summary: those of SummaryTemplate::parse and writeSummary.
[[nodiscard]] std::shared_ptr<const SummaryAnswer> writeBeside(const SummaryWish& wish, const std::stop_token& stop);

/// What a number of a summary counts, with its records. Errors: those of core::evaluateFigures.
[[nodiscard]] core::Result<core::FigureValue> valueBehind(const SummaryWish& wish, const core::SummaryNumber& number, const std::stop_token& stop);

} // namespace gridwarden::app
