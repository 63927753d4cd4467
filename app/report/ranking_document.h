// SPDX-License-Identifier: GPL-3.0-or-later
// A ranking as an official document (考核排名通报): who stands where, the red and the black list, the scores of each item, and how it is evaluated.
#pragma once

#include "app/report/official_document.h"
#include "app/report/report_text.h"
#include "core/evaluation/evaluation.h"

namespace gridwarden::app {

/// \param definitions of the figures of the scheme
[[nodiscard]] OfficialDocument rankingDocument(const core::Evaluation& evaluation, const core::EvaluationScheme& scheme, const core::FigureDefinitions& definitions,
                                               const ReportText& text, const std::string& district, const core::TimeZone& zone, const OfficialHeading& heading = {});

} // namespace gridwarden::app
