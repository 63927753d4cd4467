// SPDX-License-Identifier: GPL-3.0-or-later
// Doing one thing to many cases beside the window, and saying what became of it.
#pragma once

#include "app/workspace/workspace.h"
#include "core/many_cases.h"

namespace gridwarden::app {

/// Of these cases, those in a state now, in the same order.
[[nodiscard]] std::vector<core::CaseId> casesInState(const core::CaseFacts& facts, const std::vector<core::CaseId>& cases, core::CaseState state);
/// As many are gone through within some milliseconds: also on the window's thread.
inline constexpr std::size_t ManyAtOnce = 20'000;
/// Whether some of the selected cases are in a state. Of more than that it is not asked: some may be.
[[nodiscard]] bool mayHaveSelected(const Workspace& workspace, core::CaseState state);

using ManyWork = std::function<core::Result<core::ManySteps>(core::District&, const core::Actor&, const core::GoesOn&)>;
/// Runs it and posts a notice with how many were done, and which were refused and why. False when it was not begun, which is said.
bool takeForMany(Workspace& workspace, const QString& title, ManyWork work);

} // namespace gridwarden::app
