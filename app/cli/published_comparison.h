// SPDX-License-Identifier: GPL-3.0-or-later
// What was published beside the records of now, as the command line prints it.
#pragma once

#include "core/publication_check.h"

namespace gridwarden::app {

/// As of its own moment and of now. The exit code: a fault where it does not hold as of its own. \pre its kind is
/// "evaluation"
int printEvaluationAgain(core::District& district, const core::Publication& publication, bool isJson);

/// Each number as of the moment of the summary. The exit code: a fault where one does not hold.
int printSummaryAgain(core::District& district, const core::Summary& summary, bool isJson);

/// All that was published, each as of its own moment. The exit code: a fault where one does not hold or cannot be read.
int printPublicationsAgain(core::District& district, bool isJson);

} // namespace gridwarden::app
