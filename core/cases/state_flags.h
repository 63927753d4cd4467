// SPDX-License-Identifier: GPL-3.0-or-later
// The yes-or-no facts of a derived case as the bits of case_state.flags.
#pragma once

namespace gridwarden::core {

/// Numbers are stored; never renumber.
enum StateFlag : int {
    SelfHandled = 1,
    Forced = 2,
    Reopened = 4,
    AppealPending = 8,
    AppealGranted = 16,
    LastCheckFailed = 32,
    ClosedBeforeReported = 64
};

} // namespace gridwarden::core
