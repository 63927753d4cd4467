// SPDX-License-Identifier: GPL-3.0-or-later
// Bits of case_state.flags in the file; never renumber.
#pragma once

namespace gridwarden::core {

enum StateFlag : int {
    SelfHandled = 1,
    Forced = 2,
    Reopened = 4,
    AppealPending = 8,
    AppealGranted = 16,
    LastCheckFailed = 32,
    ClosedBeforeReported = 64,
    AppealRefused = 128,
    UrgePending = 1024 // bits 8 and 9: see below
};

/// Bits 8 and 9 hold the result of the last verification (StepResult), 0 when there is none.
inline constexpr int VerifiedShift = 8;
inline constexpr int VerifiedMask = 3;

} // namespace gridwarden::core
