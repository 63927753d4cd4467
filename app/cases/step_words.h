// SPDX-License-Identifier: GPL-3.0-or-later
// What a step says, in sentences: the lines under it in the time line of a case.
#pragma once

#include "core/case_actions.h"

#include <QString>
#include <QStringList>
#include <vector>

namespace gridwarden::app {

struct StepWords {
    core::StepKind kind;
    QString name;
    core::Moment at;
    QString actor;
    QString note;
    QStringList lines; ///< receiver, quantity, end, result, "old → new" of a correction …
};

/// Whether a dispatch takes the case over from whoever handles it now (改派).
[[nodiscard]] bool isHandOver(core::StepKind kind, const core::DerivedCase& derived);
/// What taking a step is called, as the case is now.
[[nodiscard]] QString stepName(core::StepKind kind, const core::DerivedCase& derived);

/// Whether a check found the last handling in order (核查通过), and no later one did not. What is handled again is not.
[[nodiscard]] bool isCheckPassed(const std::vector<core::Step>& steps);

/// Of all steps of a case, in their order. Reads the numbers of linked cases from the district.
[[nodiscard]] std::vector<StepWords> stepWords(core::District& district, const core::CaseRecord& record);

} // namespace gridwarden::app
