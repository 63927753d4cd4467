// SPDX-License-Identifier: GPL-3.0-or-later
// How those who are evaluated are called in lists.
#pragma once

#include "core/evaluation/subject.h"

#include <QString>

namespace gridwarden::app {

/// "01 网格01", "P1 张三": the code with the name, where that says more. Names alone would be shared by several.
[[nodiscard]] QString subjectText(const core::EvaluationSubject& subject);

} // namespace gridwarden::app
