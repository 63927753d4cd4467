// SPDX-License-Identifier: GPL-3.0-or-later
// A periodic summary (工作总结) as an official document, with an annex that says what each of its numbers is made of.
#pragma once

#include "app/report/official_document.h"
#include "app/report/report_text.h"
#include "core/summary/summary.h"

namespace gridwarden::app {

/// The runs of paragraphs carry the positions of their numbers in Summary::numbers.
[[nodiscard]] OfficialDocument summaryDocument(const core::Summary& summary, const ReportText& words, const core::TimeZone& zone, const OfficialHeading& heading = {});

[[nodiscard]] std::string plainNumber(const std::optional<double>& value); ///< "—": undefined
/// The value that a number was printed from, with the one it is compared with; that it is withheld when it is.
[[nodiscard]] QString numberBasis(const core::SummaryNumber& number, const ReportText& words);
/// How many records are behind it. Of a number that is withheld stars, since the one tells the other.
[[nodiscard]] QString numberRecords(const core::SummaryNumber& number, const ReportText& words);
/// The first 16 digits: enough to compare by eye. The whole digest is in the summary's JSON.
[[nodiscard]] QString shortDigest(const core::SummaryNumber& number);

} // namespace gridwarden::app
