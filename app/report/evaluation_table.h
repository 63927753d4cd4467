// SPDX-License-Identifier: GPL-3.0-or-later
// The ranking of an evaluation as a table for spreadsheets.
#pragma once

#include "core/base/words.h"
#include "core/evaluation/evaluation.h"

#include <filesystem>

namespace gridwarden::app {

/// A line for each subject: rank, code and name, value and points of each item, total, grade, list, and beside them the adjusted standing and how much was
/// looked at. A rate is in percent; what is undefined is empty. A workbook by the ending .xlsx, else CSV. Errors: as openXlsx, openCsv and TableWriter.
core::Result<void> writeEvaluation(const core::Evaluation& evaluation, const core::EvaluationScheme& scheme, const std::filesystem::path& target,
                                   core::Language language, const core::TimeZone& zone, bool overwrite);

} // namespace gridwarden::app
